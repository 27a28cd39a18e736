/**
 * Footnotes as side notes. A note of one short paragraph follows the sentence that refers to it, with its ids, its number and its way
 * back: on a wide screen it stands in the margin beside that sentence, elsewhere and on paper below it. A screen reader reads it in
 * its place. All other footnotes stay at the end of the text, with their numbers.
 */
import type { Words } from "../words/words.ts";

/** kramdown's list of footnotes. */
const LIST = /<div class="footnotes" role="doc-endnotes">\n {2}<ol(?: start="\d+")?>\n([\s\S]*?) {2}<\/ol>\n<\/div>\n?/;

/** One of its items: the name, and the body. */
const ITEM = / {4}<li id="fn:([^"]*)"[^>]*>\n([\s\S]*?) {4}<\/li>\n/g;

/** A body that is one paragraph. */
const PARAGRAPH = /^\s*<p>([\s\S]*)<\/p>\s*$/;

/** What cannot stand inside a paragraph. */
const BLOCK = /<(?:p|ul|ol|dl|div|pre|table|figure|blockquote|h[1-6]|hr|section|details|aside)\b/;

/** More characters than these, markup aside, are no side note: they would push the others down the margin. */
const LONGEST = 600;

/** Tags that begin or end a block. */
const BLOCK_TAG =
  /<(\/?)(p|li|dd|dt|td|th|h[1-6]|ul|ol|dl|div|pre|blockquote|table|figure|figcaption|summary|details|caption|section|article|aside)\b[^>]*>/g;

/** Blocks of running text, beside which a note may stand. */
const RUNNING: ReadonlySet<string> = new Set(["p", "li", "dd"]);

const VOID_TAG = /^<(?:br|img|input|wbr|source)\b|\/>$/;

/** The end of a sentence where the next one begins with no small letter, or the text ends or is broken by a tag; or a full stop in Chinese or Japanese. */
const SENTENCE_END = /[.!?…][)\]"'”’»]*(?=\s+[^\s\p{Ll}]|\s*$)|[。！？][”’」』）]*|[؟۔](?=\s|$)/u;

/** A body with its short footnotes as side notes; the others stay in the list at its end. */
export function placeNotes(html: string, words: Words): string {
  if (!html.includes('<div class="footnotes"')) return html;
  const labelled = withRoles(html, words("backToText"));
  const found = LIST.exec(labelled);
  if (found === null) return labelled;
  const text = labelled.slice(0, found.index);
  const rest: string[] = [];
  const notes: { readonly at: number; readonly html: string }[] = [];
  for (const [index, [whole, name = "", body = ""]] of [...(found[1] ?? "").matchAll(ITEM)].entries()) {
    const short = shortNote(body);
    const place = short === undefined ? undefined : notePlace(text, name);
    if (short === undefined || place === undefined)
      rest.push(index === rest.length ? whole : whole.replace("<li ", `<li value="${index + 1}" `));
    else
      notes.push({
        at: place.at,
        html: `<span class="side-note" id="fn:${name}" role="doc-footnote"><sup>${place.number}</sup> ${short}</span>`,
      });
  }
  let placed = "";
  let from = 0;
  for (const { at, html } of notes.toSorted((a, b) => a.at - b.at)) {
    placed += text.slice(from, at) + html;
    from = at;
  }
  const left = rest.length === 0 ? "" : found[0].replace(found[1] ?? "", () => rest.join(""));
  return placed + text.slice(from) + left + labelled.slice(found.index + found[0].length);
}

/**
 * kramdown's roles where ARIA has them now (DPUB-ARIA 1.1): a reference is a link, an item of the notes needs none. A way back is
 * named, with what it shows where there are several.
 */
function withRoles(html: string, backToText: string): string {
  return html
    .replaceAll("&#8617;", "↩")
    .replaceAll(' role="doc-noteref"><a ', '><a role="doc-noteref" ')
    .replaceAll(' role="doc-endnote">', ">")
    .replace(
      /(class="reversefootnote" role="doc-backlink")>([^<]*)(<sup>(\d+)<\/sup>)?/g,
      (_, begin: string, arrow: string, sup = "", number = "") =>
        `${begin} aria-label="${backToText}${number === "" ? "" : ` ${arrow}${number}`}">${arrow}${sup}`,
    );
}

/** The inside of a footnote that can stand in a line. */
function shortNote(body: string): string | undefined {
  const inside = PARAGRAPH.exec(body)?.[1];
  if (inside === undefined || BLOCK.test(inside) || inside.includes('id="fnref:')) return undefined;
  return inside.replace(/<[^>]*>/g, "").length > LONGEST ? undefined : inside;
}

/** Where a note belongs: after the sentence of its first reference. Undefined where that is not in running text. */
function notePlace(text: string, name: string): { readonly at: number; readonly number: string } | undefined {
  const reference = text.indexOf(`<sup id="fnref:${name}"`);
  const end = text.indexOf("</sup>", reference) + "</sup>".length;
  if (reference < 0) return undefined;
  let container = { name: "", from: 0 };
  let close = text.length;
  for (const { 0: tag, 1: slash, 2: element = "", index } of text.matchAll(BLOCK_TAG)) {
    if (index > reference) {
      close = index;
      break;
    }
    container = { name: slash === "" ? element : "", from: index + tag.length };
  }
  if (!RUNNING.has(container.name)) return undefined;
  const number = /<a [^>]*>([^<]*)<\/a>/.exec(text.slice(reference, end))?.[1] ?? "";
  return { at: afterSentence(text, container.from, end, close), number };
}

/** The first end of a sentence at or after `from`, outside of every inline element that begins after `begin`; else `close`. */
function afterSentence(text: string, begin: number, from: number, close: number): number {
  let depth = 0;
  let previous = "";
  for (const { 0: part, index } of text.slice(begin, close).matchAll(/<[^>]*>|[^<]+/g)) {
    const at = begin + index;
    if (part.startsWith("<")) {
      if (!VOID_TAG.test(part)) depth += part.startsWith("</") ? -1 : 1;
      // The reference itself may follow the sentence's end.
      const isEnd =
        depth === 0 && at + part.length >= from && ends(previous) && !text.startsWith("<sup id=", at + part.length);
      if (isEnd && /^(?:\s|$)/.test(text.slice(at + part.length, close))) return at + part.length;
      continue;
    }
    if (at >= from && depth === 0) {
      const found = SENTENCE_END.exec(part);
      const after = at + (found?.index ?? 0) + (found?.[0].length ?? 0);
      if (found !== null && !text.startsWith("<sup id=", after)) return after;
    }
    if (!/^[\d\s]*$/.test(part)) previous = part;
  }
  return begin + text.slice(begin, close).trimEnd().length;
}

/** Whether a text ends with the end of a sentence. */
function ends(text: string): boolean {
  return /[.!?…。！？؟۔][)\]"'”’»」』）]*$/.test(text.trimEnd());
}
