/** distill.pub's elements in a rendered body, as plain HTML: citations, footnotes, code and formulas. */
import { decodeHtml } from "../html.ts";

/** What an article's elements become. */
export interface Distilled {
  readonly html: string;
  /** HTML of each footnote, in order. */
  readonly footnotes: readonly string[];
  /** What is cited, in order, each once. */
  readonly keys: readonly string[];
}

/**
 * `<d-cite key="a,b">` becomes links to the references, `<d-footnote>` a link to the note, `<d-code>` and `<d-math>` what Markdown
 * makes of the same code and formula. Everything else stays: its elements are only boxes.
 * @param markdown Markdown to HTML
 * @param isKnown whether the bibliography has a key: one that it has not is a question mark, and no link
 */
export function distilled(
  html: string,
  markdown: (text: string) => string,
  isKnown: (key: string) => boolean,
): Distilled {
  const footnotes: string[] = [];
  const keys: string[] = [];
  const cite = (written: string): string =>
    written
      .split(/[,\s]+/)
      .filter((key) => key !== "")
      .map((key) => {
        if (!isKnown(key)) return "?";
        if (!keys.includes(key)) keys.push(key);
        return `<a href="#Ref-${encodeURIComponent(key)}">${keys.indexOf(key) + 1}</a>`;
      })
      .join(", ");
  // Notes come last: they hold the others.
  const changed = html
    .replace(...element("d-code", (attributes, inner) => codeOf(attributes, inner, markdown)))
    .replace(...element("d-math", (attributes, inner) => formulaOf(attributes, inner, markdown)))
    .replace(
      ...element("d-cite", (attributes, inner) => {
        const written = attributeOf(attributes, "key") ?? attributeOf(attributes, "bibtex-key") ?? "";
        // What an element holds that is not closed as it should be is text of the article.
        return written.trim() === "" ? inner : `<span class="citation">[${cite(written)}]</span>${inner}`;
      }),
    )
    .replace(
      ...element("d-footnote", (_attributes, note) => {
        const number = footnotes.push(note.trim());
        return `<sup><a id="Noteref-${number}" href="#Note-${number}" role="doc-noteref">${number}</a></sup>`;
      }),
    );
  return { html: changed, footnotes, keys };
}

function codeOf(attributes: string, inner: string, markdown: (text: string) => string): string {
  const language = attributeOf(attributes, "language") ?? "";
  const code = withoutMargin(plainText(inner));
  if (/\bblock\b/.test(attributes) || code.includes("\n")) return markdown(`~~~${language}\n${code}\n~~~\n`);
  return `<code>${code.replace(/&/g, "&amp;").replace(/</g, "&lt;")}</code>`;
}

function formulaOf(attributes: string, inner: string, markdown: (text: string) => string): string {
  const tex = plainText(inner).trim();
  if (/\bblock\b/.test(attributes)) return markdown(`$$\n${tex}\n$$\n`);
  // Alone in its paragraph it would be a block.
  return markdown(`. $$${tex}$$`).replace(/^\s*<p>\. ?|<\/p>\s*$/g, "");
}

/** What `replace` needs to change the elements of a name, though not those in comments. */
function element(name: string, change: (attributes: string, inner: string) => string) {
  const pattern = new RegExp(`<!--[\\s\\S]*?-->|<${name}(?=[\\s>])([^>]*)>([\\s\\S]*?)</${name}>`, "g");
  const by = (whole: string, attributes: string | undefined, inner: string): string =>
    attributes === undefined ? whole : change(attributes, inner);
  return [pattern, by] as const;
}

function attributeOf(attributes: string, name: string): string | undefined {
  const [, double, single] = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes) ?? [];
  return double ?? single;
}

/** The text as it was typed: Markdown has made its quotes round by now. */
function plainText(html: string): string {
  const text = html
    .replace(/<[^>]*>/g, "")
    .replace(/[“”]/g, '"')
    .replace(/[‘’]/g, "'");
  return decodeHtml(text).replaceAll("\u00a0", " ");
}

function withoutMargin(text: string): string {
  const lines = text.replace(/^\s*\n|\s+$/g, "").split("\n");
  const margin = Math.min(
    ...lines.filter((line) => line.trim() !== "").map((line) => /^\s*/.exec(line)?.[0].length ?? 0),
  );
  return lines.map((line) => line.slice(margin)).join("\n");
}
