/** jekyll-toc: a list of a page's headings, by the tag `toc` and the filters `toc`, `toc_only` and `inject_anchors`. */

import { downcase } from "../case.ts";
import { filter } from "../jekyll/filters/define.ts";
import { escapeHtml } from "../jekyll/filters/escapes.ts";
import type { Scope } from "../jekyll/scope.ts";
import type { Filters } from "../jekyll/services.ts";
import { node, type TagReader } from "../jekyll/tag.ts";
import { isTruthy } from "../jekyll/values.ts";
import type { Data, Value } from "../model.ts";
import { asCount, asData, asList, asText } from "../settings.ts";
import { type HtmlPiece, htmlPieces } from "./html-pieces.ts";
import { dig, pageOf } from "./templates.ts";

/** A heading of the list. */
interface Entry {
  readonly level: number;
  readonly id: string;
  /** HTML. */
  readonly text: string;
  /** Which piece of the HTML its content begins with. */
  readonly content: number;
}

/** `toc:` of the configuration (the gem's `Configuration`). */
interface Settings {
  readonly least: number;
  readonly most: number;
  readonly list: "ul" | "ol";
  readonly skipped: readonly string[];
  readonly listId: string;
  readonly listClass: string;
  readonly sublistClass: string;
  readonly itemClass: string;
  readonly itemPrefix: string;
}

/** `{% toc %}`: nothing where the page does not say `toc: true`. */
export const readToc: TagReader = ({ token }) =>
  node(token, (scope, out) => {
    const page = pageOf(scope);
    if (!isTruthy(dig(page, "toc"))) return;
    const settings = settingsOf(scope);
    const pieces = htmlPieces(scope.text(dig(page, "content")));
    out.write(listOf(entriesOf(pieces, settings), settings));
  });

/** Each leaves HTML as it is, or gives no list, where the page does not say `toc: true`. */
export const tocFilters: Filters = new Map([
  [
    "toc",
    tocFilter(
      (html) => html,
      (pieces, entries, settings) => listOf(entries, settings) + anchored(pieces, entries),
    ),
  ],
  [
    "toc_only",
    tocFilter(
      () => "",
      (_, entries, settings) => listOf(entries, settings),
    ),
  ],
  ["inject_anchors", tocFilter((html) => html, anchored)],
]);

function tocFilter(
  otherwise: (html: string) => string,
  work: (pieces: readonly HtmlPiece[], entries: readonly Entry[], settings: Settings) => string,
) {
  return filter(0, 0, (scope, input) => {
    const html = scope.text(input);
    if (dig(pageOf(scope), "toc") !== true) return otherwise(html);
    const settings = settingsOf(scope);
    const pieces = htmlPieces(html);
    return work(pieces, entriesOf(pieces, settings), settings);
  });
}

function settingsOf({ services }: Scope): Settings {
  const given: Data = asData(services.config.data.toc) ?? {};
  const text = (key: string, otherwise: string) => (given[key] === undefined ? otherwise : String(given[key] ?? ""));
  return {
    least: asCount(given.min_level) ?? 1,
    most: asCount(given.max_level) ?? 6,
    list: given.ordered_list ? "ol" : "ul",
    skipped: classesOf(given.no_toc_section_class),
    listId: text("list_id", "toc"),
    listClass: text("list_class", "section-nav"),
    sublistClass: text("sublist_class", ""),
    itemClass: text("item_class", "toc-entry"),
    itemPrefix: text("item_prefix", "toc-"),
  };
}

function classesOf(value: Value | undefined): readonly string[] {
  return (asList(value) ?? [asText(value) ?? "no_toc_section"]).map(String);
}

function entriesOf(pieces: readonly HtmlPiece[], { least, most, skipped }: Settings): readonly Entry[] {
  const seen = new Map<string, number>();
  return pieces.flatMap((piece, index): readonly Entry[] => {
    const level = piece.kind === "open" ? Number(/^h([1-6])$/.exec(piece.name)?.[1] ?? 0) : 0;
    if (level < least || level > most || level === 0 || hasClass(piece, ["no_toc"])) return [];
    if (piece.around.some((element) => hasClass(element, skipped))) return [];
    const text = textAfter(pieces, index);
    const id = piece.attributes.id ?? idOf(text);
    const count = seen.get(id) ?? 0;
    seen.set(id, count + 1);
    return [{ level, id: count === 0 ? id : `${id}-${count}`, text: escapeHtml(text), content: index + 1 }];
  });
}

function hasClass({ attributes }: Pick<HtmlPiece, "attributes">, names: readonly string[]): boolean {
  const classes = attributes.class?.split(/\s+/) ?? [];
  return names.some((name) => classes.includes(name));
}

/** The text of the element that opens at `index`. */
function textAfter(pieces: readonly HtmlPiece[], index: number): string {
  const depth = pieces[index]?.around.length ?? 0;
  let text = "";
  for (let at = index + 1; at < pieces.length; at++) {
    const piece = pieces[at];
    if (piece === undefined || piece.around.length <= depth) break;
    text += piece.text;
  }
  return text;
}

/** The gem's `generate_toc_id`. */
function idOf(text: string): string {
  const words = downcase(text)
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, "")
    .replaceAll(" ", "-");
  return encodeURIComponent(words);
}

function listOf(entries: readonly Entry[], settings: Settings): string {
  const { list, listId, listClass } = settings;
  return `<${list} id="${listId}" class="${listClass}">\n${itemsOf(entries, settings)}</${list}>`;
}

/** The entries of the highest level as items, each with those below it as a list of its own; what comes before the first is no sublist. */
function itemsOf(entries: readonly Entry[], settings: Settings): string {
  const { list, sublistClass, itemClass, itemPrefix } = settings;
  const top = Math.min(...entries.map(({ level }) => level));
  let items = "";
  for (let at = 0, entry = entries[at]; entry !== undefined; entry = entries[at]) {
    const isTop = entry.level === top;
    const first = isTop ? at + 1 : at;
    const end = entries.findIndex(({ level }, index) => index >= first && level === top);
    const below = entries.slice(first, end < 0 ? entries.length : end);
    const inner = below.length === 0 ? "" : itemsOf(below, settings);
    if (isTop) {
      const open = `<${list}${sublistClass === "" ? "" : ` class="${sublistClass}"`}>`;
      const sublist = inner === "" ? "" : `\n${open}\n${inner}</${list}>\n`;
      items += `<li class="${itemClass} ${itemPrefix}h${entry.level}"><a href="#${entry.id}">${entry.text}</a>${sublist}</li>\n`;
    } else items += inner;
    at = first + below.length;
  }
  return items;
}

/** The HTML with an anchor at the beginning of each heading; its address is percent-encoded, as Nokogiri writes it. */
function anchored(pieces: readonly HtmlPiece[], entries: readonly Entry[]): string {
  const anchors = new Map(
    entries.map(({ id, content }) => [
      content,
      `<a class="anchor" href="#${encodeAddress(id)}" aria-hidden="true"><span class="octicon octicon-link"></span></a>`,
    ]),
  );
  return pieces.map(({ markup }, index) => (anchors.get(index) ?? "") + markup).join("");
}

function encodeAddress(id: string): string {
  return id.replace(/[^\x21-\x7e]+/gu, encodeURIComponent);
}
