/**
 * E-mail addresses, written so that a browser shows, links and copies them as ever, without a script, and a harvester that reads the
 * bytes does not: no `@`, no `mailto:`, characters as decimal and hexadecimal references by turns, and in running text a comment in
 * the middle, for those that decode references. (Of the ways that need no script and no style these two keep the most away.)
 */
import { decodeHtml, escapeText } from "../html.ts";
import type { Config } from "../model.ts";
import { applyEdits, type Edit } from "./edits.ts";
import { type PageElement, quote } from "./element.ts";
import { findElements } from "./elements.ts";
import type { PageContext, Rule } from "./rule.ts";

const ADDRESS = /[\w.!#$%'*+/=?^`{|}~-]+@[a-z\d](?:[a-z\d-]*[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]*[a-z\d])?)+/i;
/** An at sign, also as a reference. */
const SIGN = /@|&#0*64;|&#x0*40;|&commat;/;
/** What stands in every text that matches it. */
const SIGNS = ["@", "64;", "40;", "&commat;"];
/** Elements whose text is not for reading, or is copied character by character. */
const KEPT = ["pre", "code", "script", "style", "textarea", "title", "svg", "math", "template", "iframe"];
/** Longest part of an address before its sign (RFC 5321, 4.5.3.1.1), and a longest domain. */
const LONGEST = [64, 255] as const;

/** al-folio's `protect_email: false` turns it off. */
export function hiddenMail({ data }: Config): Rule {
  if (data.protect_email === false) return { name: "mail", elements: [] };
  return { name: "mail", elements: ["a", "area"], around: KEPT, edit: hideLink, editPage: hideTexts };
}

/** A text in which addresses are spelt for people, where no markup can hide them: "ann [at] ex.com". */
export function spellMail(text: string, { data }: Config): string {
  if (data.protect_email === false || !text.includes("@")) return text;
  return text.replace(new RegExp(ADDRESS, "gi"), (address) => address.replace("@", " [at] "));
}

/** An address as character references, for XML, which has no other way. */
export function referMail(text: string, { data }: Config): string {
  return data.protect_email === false ? text : disguise(text);
}

/** The same for a piece of HTML that is no page. */
export function hideMail(html: string, { data }: Config): string {
  if (data.protect_email === false || SIGNS.every((sign) => !html.includes(sign))) return html;
  const elements = findElements(html, new Set(["a", "area", ...KEPT]));
  for (const element of elements) if (element.name === "a" || element.name === "area") hideLink(element);
  const edits = [...elements.flatMap((element) => element.edits), ...hideTexts(elements, { html, mainStart: 0 })];
  return applyEdits(html, edits);
}

function hideLink(link: PageElement): void {
  if (!link.tag.includes(":") && !link.tag.includes("&")) return;
  const address = /^\s*mailto:([^?]*)(.*)$/is.exec(link.get("href") ?? "");
  if (address === null) return;
  link.setMarkup("href", disguise(`mailto:${address[1]}`) + quote(address[2]!));
  for (const name of ["title", "aria-label"]) {
    const value = link.get(name);
    if (value !== undefined && ADDRESS.test(value)) link.setMarkup(name, disguise(value));
  }
}

/** Addresses in the texts of the body. */
function hideTexts(
  elements: readonly PageElement[],
  { html, mainStart }: Pick<PageContext, "html" | "mainStart">,
): readonly Edit[] {
  const edits: Edit[] = [];
  const start = Math.max(html.indexOf("<body"), 0) || mainStart;
  if (SIGNS.every((sign) => html.indexOf(sign, start) < 0)) return edits;
  const kept = keptRanges(elements, html, start);
  let range = 0;
  const sign = new RegExp(SIGN, "gi");
  sign.lastIndex = start;
  for (let match = sign.exec(html); match !== null; match = sign.exec(html)) {
    const at = match.index;
    while ((kept[range]?.end ?? at + 1) <= at) range++;
    const around = kept[range];
    if (around !== undefined && around.start <= at) {
      sign.lastIndex = around.end;
      continue;
    }
    const start = html.lastIndexOf(">", at) + 1;
    const next = html.indexOf("<", at);
    const end = next < 0 ? html.length : next;
    const isInTag = start <= html.lastIndexOf("<", at);
    if (isInTag) continue;
    sign.lastIndex = end;
    const hidden = hideAddresses(html.slice(start, end));
    if (hidden !== undefined) edits.push({ start, end, text: hidden });
  }
  return edits;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Where addresses stay, in the page's order: comments, and elements whose text is kept. */
function keptRanges(elements: readonly PageElement[], html: string, from: number): readonly Range[] {
  const ranges: Range[] = elements.filter(({ name }) => KEPT.includes(name));
  for (let start = html.indexOf("<!--", from); start >= 0; ) {
    const close = html.indexOf("-->", start);
    const end = close < 0 ? html.length : close + 3;
    ranges.push({ start, end });
    start = html.indexOf("<!--", end);
  }
  return ranges.sort((a, b) => a.start - b.start);
}

/** A text of the page without legible addresses; undefined where it has none. */
function hideAddresses(markup: string): string | undefined {
  const text = decodeHtml(markup);
  let hidden = "";
  let from = 0;
  for (let at = text.indexOf("@"); at >= 0; at = text.indexOf("@", Math.max(at + 1, from))) {
    const first = Math.max(from, at - LONGEST[0]);
    const found = ADDRESS.exec(text.slice(first, at + LONGEST[1]));
    if (found === null || first + found.index > at) continue;
    const start = first + found.index;
    const [name = "", host = ""] = found[0].split("@");
    hidden += `${escapeAll(text.slice(from, start))}${disguise(`${name}@`)}<!-- -->${disguise(host)}`;
    from = start + found[0].length;
  }
  return from === 0 ? undefined : hidden + escapeAll(text.slice(from));
}

/** A text as character references: each is decimal or hexadecimal, or a letter stays, by its place and its code alone. */
function disguise(text: string): string {
  return [...text]
    .map((character, place) => {
      const code = character.codePointAt(0)!;
      const turn = (place * 7 + code) % 5;
      if (turn === 0 && /[a-z\d]/i.test(character)) return character;
      return turn < 3 ? `&#${code};` : `&#x${code.toString(16)};`;
    })
    .join("");
}

function escapeAll(text: string): string {
  return escapeText(text).replaceAll("\u00a0", "&nbsp;");
}
