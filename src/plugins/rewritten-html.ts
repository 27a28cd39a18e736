/**
 * HTML as it comes out of Nokogiri, which jekyll-mentions and jemoji read and write pages with: libxml2 2.9 knows the elements of
 * HTML 4, ends those that may not hold what follows, drops end tags without an element, and writes attributes in its own way.
 * What it adds between tags, line breaks, is left out.
 */

import { escapeHtml, escapeText } from "../html.ts";
import { entityCodePoint } from "../markdown/entities.ts";
import { wordSet } from "../word-set.ts";

/** Characters (entities read) and the names of the elements around them, the outermost first; gives the HTML to write. */
export type WriteText = (text: string, around: readonly string[]) => string;

/** The elements that a start tag ends, by the element that is open (libxml2's `htmlStartClose`, for what stands in a body). */
const endedBy = new Map(
  Object.entries({
    a: "a fieldset table td th",
    address: "dd dl dt form li ul",
    b: "center p td th",
    big: "p",
    caption: "col colgroup tbody tfoot thead tr",
    colgroup: "colgroup tbody tfoot thead tr",
    dd: "dt",
    dir: "dd dl dt form ul",
    dl: "form li",
    dt: "dd dl",
    font: "center td th",
    form: "form",
    h1: "fieldset form li p table",
    h2: "fieldset form li p table",
    h3: "fieldset form li p table",
    h4: "fieldset form li p table",
    h5: "fieldset form li p table",
    h6: "fieldset form li p table",
    i: "center p td th",
    legend: "fieldset",
    li: "li",
    menu: "dd dl dt form ul",
    ol: "form ul",
    option: "optgroup option",
    p: "address blockquote caption center col colgroup dd dir div dl dt fieldset form frameset h1 h2 h3 h4 h5 h6 hr li menu ol p pre table tbody td tfoot th title tr ul",
    pre: "dd dl dt fieldset form li table ul",
    s: "p",
    small: "p",
    span: "td th",
    strike: "p",
    tbody: "tbody tfoot",
    td: "tbody td tfoot th tr",
    tfoot: "tbody",
    th: "tbody td tfoot th tr",
    thead: "tbody tfoot",
    title: "frameset",
    tr: "tbody tfoot tr",
    tt: "p",
    u: "p td th",
    ul: "address form menu ol pre",
  }).map(([open, names]) => [open, wordSet(names)]),
);

/** How much an end tag may end: only what weighs no more (`htmlEndPriority`). All others weigh 100. */
const WEIGHTS: ReadonlyMap<string, number> = new Map([
  ["div", 150],
  ["td", 160],
  ["th", 160],
  ["tr", 170],
  ["thead", 180],
  ["tbody", 180],
  ["tfoot", 180],
  ["table", 190],
]);

const empty = wordSet("area base basefont br col frame hr img input isindex link meta param");
const OUTSIDE = new Set(["html", "head", "body"]);
/** Attributes that are written without a value. */
const flags = wordSet(
  "checked compact declare defer disabled ismap multiple nohref noresize noshade nowrap readonly selected",
);

const NAME_AT = /[a-z_:.][\w:.-]*/iy;
const ATTRIBUTE_AT = /([a-z_:.][\w:.-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?/iy;
const BOGUS_AT = /(?:(?!\/>)[^\s>])+/y;
const BLANKS_AT = /\s*/y;

/** The HTML as the gem would write it anew. @param write gives the HTML for each text */
export function rewriteHtml(html: string, write: WriteText): string {
  return new Rewriter(html, write).run();
}

class Rewriter {
  readonly #html: string;
  readonly #write: WriteText;
  readonly #open: string[] = [];
  #at = 0;
  #text = "";
  #out = "";

  constructor(html: string, write: WriteText) {
    this.#html = html;
    this.#write = write;
  }

  run(): string {
    const html = this.#html;
    while (this.#at < html.length) {
      const next = html.indexOf("<", this.#at);
      this.#addText(next < 0 ? html.length : next);
      if (next >= 0) this.#markup();
    }
    while (this.#open.length > 0) this.#close();
    this.#flush();
    return this.#out;
  }

  #addText(end: number): void {
    this.#text += decode(this.#html.slice(this.#at, end));
    this.#at = end;
  }

  #flush(): void {
    if (this.#text !== "") this.#out += this.#write(this.#text, this.#open);
    this.#text = "";
  }

  #close(): void {
    this.#flush();
    this.#out += `</${this.#open.pop()}>`;
  }

  #take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#html);
    if (match !== null) this.#at = pattern.lastIndex;
    return match;
  }

  #markup(): void {
    const html = this.#html;
    const start = this.#at;
    if (/[a-z_:]/i.test(html[start + 1] ?? "")) this.#startTag();
    else if (html[start + 1] === "/") this.#endTag();
    else if (html.startsWith("<!--", start)) this.#literal("-->");
    else if (html[start + 1] === "?") this.#literal(">");
    else if (/^<!doctype/i.test(html.slice(start, start + 9))) this.#skipTo(">");
    else this.#addText(start + 1);
  }

  #skipTo(end: string): string {
    const found = this.#html.indexOf(end, this.#at);
    const from = this.#at;
    this.#at = found < 0 ? this.#html.length : found + end.length;
    return this.#html.slice(from, this.#at);
  }

  #literal(end: string): void {
    this.#flush();
    this.#out += this.#skipTo(end);
  }

  #endTag(): void {
    this.#at += 2;
    const name = this.#take(NAME_AT)?.[0].toLowerCase();
    if (name === undefined) return;
    this.#skipTo(">");
    const at = this.#open.lastIndexOf(name);
    if (at < 0) return;
    const weight = WEIGHTS.get(name) ?? 100;
    if (this.#open.slice(at + 1).some((inner) => (WEIGHTS.get(inner) ?? 100) > weight)) return;
    while (this.#open.length > at) this.#close();
  }

  #startTag(): void {
    this.#at++;
    const name = (this.#take(NAME_AT)?.[0] ?? "").toLowerCase();
    for (let last = this.#open.at(-1); last !== undefined && endedBy.get(last)?.has(name); last = this.#open.at(-1)) {
      this.#close();
    }
    const attributes = this.#attributes(name);
    const closed = this.#html[this.#at] === "/";
    this.#at += closed ? 2 : 1;
    if (OUTSIDE.has(name)) return;
    this.#flush();
    this.#out += `<${name}${attributes}>`;
    if (empty.has(name)) return;
    this.#open.push(name);
    if (closed) this.#close();
    else if (name === "script" || name === "style") this.#raw(name);
  }

  /** The rest of a start tag, up to its `>` or `/>`. */
  #attributes(element: string): string {
    const seen = new Set<string>();
    let written = "";
    for (;;) {
      this.#take(BLANKS_AT);
      if (this.#at >= this.#html.length || this.#html[this.#at] === ">" || this.#html.startsWith("/>", this.#at)) break;
      const match = this.#take(ATTRIBUTE_AT);
      if (match === null) {
        if (this.#take(BOGUS_AT) === null) this.#at++;
        continue;
      }
      const [, spelt = "", double, single, bare] = match;
      const name = spelt.toLowerCase();
      if (seen.has(name)) continue;
      seen.add(name);
      const value = double ?? single ?? bare;
      written += ` ${name}`;
      if (value !== undefined && !flags.has(name))
        written += `="${escapeHtml(isAddress(element, name) ? escapeUrl(decode(value)) : decode(value))}"`;
    }
    return written;
  }

  #raw(name: string): void {
    const end = new RegExp(`</${name}`, "ig");
    end.lastIndex = this.#at;
    const until = end.exec(this.#html)?.index ?? this.#html.length;
    const text = this.#html.slice(this.#at, until);
    if (text !== "") this.#out += this.#write(text, this.#open);
    this.#at = until;
  }
}

function isAddress(element: string, name: string): boolean {
  return name === "href" || name === "src" || name === "action" || (name === "name" && element === "a");
}

/** What may not stand in a URL is written in hexadecimal (`xmlURIEscapeStr`). */
function escapeUrl(value: string): string {
  return value
    .replace(/^\s+/, "")
    .replace(/[^\w.!~*'()@/:=?;#%&,+-]+/gu, (text) =>
      [...Buffer.from(text)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`).join(""),
    );
}

/** Text with its references read: those by number, and the names of HTML 4. */
function decode(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#(\d+);?|#x([\da-f]+);?|(\w+);)/gi, (whole, decimal?: string, hex?: string, name = "") => {
    const code =
      name === "" ? Number.parseInt(decimal ?? hex ?? "", decimal === undefined ? 16 : 10) : entityCodePoint(name);
    return code === undefined || code === 0 || code > 0x10ffff ? whole : String.fromCodePoint(code);
  });
}

/** Text as it is written: escaped, but that of scripts and styles. */
export function plainText(text: string, around: readonly string[]): string {
  const last = around.at(-1);
  return last === "script" || last === "style" ? text : escapeText(text);
}
