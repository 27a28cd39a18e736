/** What gems do to finished pages of HTML in mode jekyll; mode octavo does the same while it reads Markdown. */
import { escapeText } from "../html.ts";
import type { Config, Document } from "../model.ts";
import { listsPlugin } from "../settings.ts";
import { type HtmlPiece, htmlPieces } from "./html-pieces.ts";
import { emojify } from "./jemoji.ts";
import { mentionify } from "./mentions.ts";

interface Finisher {
  readonly gem: string;
  /** The character without which a page holds nothing to replace. */
  readonly sign: string;
  /** Elements whose text is left alone. */
  readonly without: ReadonlySet<string>;
  /** Gives, for the HTML of a text, the HTML to stand in its place. */
  readonly replacer: (config: Config) => (html: string, document: Document) => string;
}

/** In the order of html-pipeline's own exceptions. */
const finishers: readonly Finisher[] = [
  {
    gem: "jekyll-mentions",
    sign: "@",
    without: new Set(["pre", "code", "a", "style", "script"]),
    replacer: mentionify,
  },
  { gem: "jemoji", sign: ":", without: new Set(["pre", "code", "tt"]), replacer: emojify },
];

/** A function that takes a document and its whole page and gives the page to write. Only HTML is changed, and only its body. */
export function finishHtml(config: Config): (document: Document, html: string) => string {
  const wanted = config.mode === "jekyll" ? finishers.filter(({ gem }) => listsPlugin(config, gem)) : [];
  const ready = wanted.map((finisher) => ({ ...finisher, replace: finisher.replacer(config) }));
  return (document, html) => {
    if (!document.file.endsWith(".html")) return html;
    return ready.reduce(
      (page, { sign, without, replace }) =>
        page.includes(sign) ? replaceInBody(page, without, (text) => replace(text, document)) : page,
      html,
    );
  };
}

function replaceInBody(html: string, without: ReadonlySet<string>, replace: (text: string) => string): string {
  const start = /<body[^>]*>/.exec(html);
  const from = start === null ? 0 : start.index + start[0].length;
  const end = start === null ? -1 : html.indexOf("</body>", from);
  const to = end < 0 ? html.length : end;
  const body = html.slice(from, to);
  // Cutting a page at its tags takes longest: a page is spared it that has nothing to replace even if its tags were text.
  if (replace(body) === body && !hidesSigns(body)) return html;
  return html.slice(0, from) + replaceTexts(body, without, replace) + html.slice(to);
}

/** Whether an entity may stand for a sign or a character of a name beside it, or ends right before a sign. */
function hidesSigns(html: string): boolean {
  const hidden = /&(?:#(?:(\d+)|x([\da-f]+))|colon|commat|plus|lowbar|dash|hyphen|\w+@)/gi;
  for (const [, decimal, hexadecimal] of html.matchAll(hidden)) {
    if (decimal === undefined && hexadecimal === undefined) return true;
    const code = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16);
    if (code < 128 && /[\w@:+-]/.test(String.fromCharCode(code))) return true;
  }
  return false;
}

function replaceTexts(html: string, without: ReadonlySet<string>, replace: (text: string) => string): string {
  const isFree = ({ around }: HtmlPiece) => !around.some(({ name }) => without.has(name));
  return htmlPieces(html)
    .map((piece) => (piece.kind === "text" && isFree(piece) ? replaceText(piece, replace) : piece.markup))
    .join("");
}

/** The gems see what entities stand for; a text in which they find nothing stays as it is written. */
function replaceText({ text, markup }: HtmlPiece, replace: (text: string) => string): string {
  const escaped = escapeText(text);
  const replaced = replace(escaped);
  return replaced === escaped ? markup : replaced;
}
