/** What gems do to finished pages of HTML in mode jekyll; mode octavo does the same while it reads Markdown. */
import { escapeText } from "../html.ts";
import type { Config, Document } from "../model.ts";
import { listsPlugin } from "../settings.ts";
import { emojify } from "./jemoji.ts";
import { findsMention, mentionify } from "./mentions.ts";
import { plainText, rewriteHtml } from "./rewritten-html.ts";

interface Finisher {
  readonly gem: string;
  /** The character without which a page holds nothing to replace. */
  readonly sign: string;
  /** Elements whose text is left alone. */
  readonly without: readonly string[];
  /** Whether the gem finds anything: if so, it reads the whole body and writes it anew, even where nothing is replaced then. */
  readonly finds: (document: Document, body: string, page: string, replace: (html: string) => string) => boolean;
  /** Gives, for the HTML of a text, the HTML to stand in its place. */
  readonly replacer: (config: Config) => (html: string, document: Document) => string;
  /** The HTML for a text in which something is replaced; undefined where nothing is. */
  readonly write: (text: string, replace: (html: string) => string, around: readonly string[]) => string | undefined;
}

/** In the order of html-pipeline's own exceptions. */
const finishers: readonly Finisher[] = [
  {
    gem: "jekyll-mentions",
    sign: "@",
    without: ["pre", "code", "a", "style", "script"],
    // A name that stands for nobody (`@mentions`) is found, too.
    finds: findsMention,
    replacer: mentionify,
    write: (text, replace) => changed(escapeText(text), replace),
  },
  {
    gem: "jemoji",
    sign: ":",
    without: ["pre", "code", "tt"],
    finds: (_document, _body, page, replace) => changed(page, replace) !== undefined,
    replacer: emojify,
    // The filter takes the characters for HTML: beside a picture, `&lt;b&gt;` becomes an element.
    write: (text, replace, around) => {
      const html = changed(text, replace);
      if (html === undefined) return undefined;
      return rewriteHtml(html, (inner, within) => plainText(inner, [...around, ...within]));
    },
  },
];

function changed(html: string, replace: (html: string) => string): string | undefined {
  const replaced = replace(html);
  return replaced === html ? undefined : replaced;
}

/** A function that takes a document and its whole page and gives the page to write. Only HTML is changed, and only its body. */
export function finishHtml(config: Config): (document: Document, html: string) => string {
  const wanted = config.mode === "jekyll" ? finishers.filter(({ gem }) => listsPlugin(config, gem)) : [];
  const ready = wanted.map((finisher) => ({ ...finisher, replaced: finisher.replacer(config) }));
  return (document, html) => {
    if (!document.file.endsWith(".html")) return html;
    return ready.reduce(
      (page, finisher) =>
        page.includes(finisher.sign)
          ? finish(document, page, finisher, (text) => finisher.replaced(text, document))
          : page,
      html,
    );
  };
}

function finish(
  document: Document,
  page: string,
  { without, finds, write }: Finisher,
  replace: (html: string) => string,
): string {
  const [before, body, after] = cutAtBody(page);
  if (!finds(document, body, page, replace)) return page;
  const isFree = (around: readonly string[]) => !around.some((name) => without.includes(name));
  const written = rewriteHtml(body, (text, around) => {
    const html = isFree(around) ? write(text, replace, around) : undefined;
    return html ?? plainText(text, around);
  });
  return before + written + after;
}

function cutAtBody(page: string): readonly [before: string, body: string, after: string] {
  const start = /<body[^>]*>\s*/.exec(page);
  if (start === null) return ["", page, ""];
  const from = start.index + start[0].length;
  const end = page.indexOf("</body>", from);
  const to = end < 0 ? page.length : end;
  return [page.slice(0, from), page.slice(from, to), page.slice(to)];
}
