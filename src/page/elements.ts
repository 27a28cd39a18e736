/** The elements of a finished page, and what is to be changed about them. Everything else keeps its bytes. */
import { readAttributes, tagEnd } from "./tags.ts";

/** Elements whose content is text to their end tag (HTML standard, 13.2.5.1, "appropriate end tag token"). */
const RAW = new Set(["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"]);
const VOID = new Set("area base br col embed hr img input link meta source track wbr".split(" "));
/** Attributes that are written with their value though it is empty. */
const NEEDS_VALUE = new Set(["alt", "value", "href", "src"]);
/** Elements whose start tag ends an open paragraph (HTML standard, 13.2.6.4.7), as far as pages hold them. */
const ENDS_PARAGRAPH = new Set(
  "address article aside blockquote details div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section table ul".split(
    " ",
  ),
);

/** An element of a page. Offsets count in UTF-16 units from the page's beginning; a void element ends with its tag. */
export class PageElement {
  readonly name: string;
  readonly start: number;
  /** After the start tag. */
  readonly contentStart: number;
  /** The innermost of the elements around it that were asked for. */
  readonly parent: PageElement | undefined;
  /** Before the end tag. */
  contentEnd: number;
  /** After the end tag. */
  end: number;
  readonly #html: string;
  #attributes: Map<string, string> | undefined;
  /** Values that are written as they are. */
  readonly #markup = new Map<string, string>();
  #isChanged = false;
  #before = "";
  #after = "";
  #replacement: string | undefined;
  #content: string | undefined;

  constructor(html: string, name: string, start: number, contentStart: number, parent: PageElement | undefined) {
    this.#html = html;
    this.name = name;
    this.start = start;
    this.contentStart = contentStart;
    this.parent = parent;
    this.contentEnd = contentStart;
    this.end = contentStart;
  }

  /** Names in lower case and decoded values, in the order of the tag. */
  get attributes(): ReadonlyMap<string, string> {
    return this.#own;
  }

  get #own(): Map<string, string> {
    this.#attributes ??= readAttributes(this.#html, this.start + 1 + this.name.length, this.contentStart);
    return this.#attributes;
  }

  get(attribute: string): string | undefined {
    return this.#own.get(attribute);
  }

  /** The start tag as it stands in the page. */
  get tag(): string {
    return this.#html.slice(this.start, this.contentStart);
  }

  /** The markup between the tags. */
  get content(): string {
    return this.#content ?? this.#html.slice(this.contentStart, this.contentEnd);
  }

  get classes(): readonly string[] {
    return (this.get("class") ?? "").split(/\s+/).filter((name) => name !== "");
  }

  /** The innermost element around it of that name, among those that were asked for. */
  around(name: string): PageElement | undefined {
    let around = this.parent;
    while (around !== undefined && around.name !== name) around = around.parent;
    return around;
  }

  /** Whether one of the elements around it has one of these names, among those that were asked for. */
  isInside(...names: readonly string[]): boolean {
    for (let around = this.parent; around !== undefined; around = around.parent)
      if (names.includes(around.name)) return true;
    return false;
  }

  set(attribute: string, value: string): void {
    if (this.get(attribute) === value) return;
    this.#own.set(attribute, value);
    this.#isChanged = true;
  }

  /** `set` for a value that is markup already, with its entities. */
  setMarkup(attribute: string, markup: string): void {
    this.#own.set(attribute, markup);
    this.#markup.set(attribute, markup);
    this.#isChanged = true;
  }

  remove(attribute: string): void {
    if (this.#own.delete(attribute)) this.#isChanged = true;
  }

  addClass(name: string): void {
    if (!this.classes.includes(name)) this.set("class", [...this.classes, name].join(" "));
  }

  /** Puts markup in front of the element, inside what was put there before. */
  before(html: string): void {
    this.#before += html;
  }

  /** Puts markup behind the element, inside what was put there before. */
  after(html: string): void {
    this.#after = html + this.#after;
  }

  /** Puts markup in the place of the whole element; what others change within it is lost. */
  replaceWith(html: string): void {
    this.#replacement = html;
  }

  /** Puts other markup between the tags. */
  replaceContent(html: string): void {
    this.#content = html;
  }

  get isReplaced(): boolean {
    return this.#replacement !== undefined;
  }

  get isTouched(): boolean {
    return (
      this.#isChanged || this.isReplaced || this.#content !== undefined || this.#before !== "" || this.#after !== ""
    );
  }

  /** What is to be changed. */
  get edits(): readonly Edit[] {
    const edits: Edit[] = [];
    if (this.#before !== "") edits.push({ start: this.start, end: this.start, text: this.#before });
    if (this.#replacement !== undefined) edits.push({ start: this.start, end: this.end, text: this.#replacement });
    else if (this.#isChanged) edits.push({ start: this.start, end: this.contentStart, text: this.#startTag() });
    if (this.#content !== undefined)
      edits.push({ start: this.contentStart, end: this.contentEnd, text: this.#content });
    if (this.#after !== "") edits.push({ start: this.end, end: this.end, text: this.#after });
    return edits;
  }

  #startTag(): string {
    const slash = this.#html[this.contentStart - 2] === "/" ? "/" : "";
    const attributes = [...this.#own].map(([name, value]) => {
      const markup = this.#markup.get(name) ?? quote(value);
      return markup === "" && !NEEDS_VALUE.has(name) ? ` ${name}` : ` ${name}="${markup}"`;
    });
    return `<${this.name}${attributes.join("")}${slash}>`;
  }
}

/** A part of the page, and what is to stand in its place. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A text as the value of an attribute in double quotes. */
export function quote(value: string): string {
  return value.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}

/**
 * The elements of these names, in the page's order. A tokenizer by the HTML standard (13.2.5), not a tree builder: of elements
 * that are left open only paragraphs are closed where the standard says.
 * @param names in lower case
 * @param also whether an element of another name is wanted, too, by its start tag
 */
export function findElements(html: string, names: ReadonlySet<string>, also?: RegExp): readonly PageElement[] {
  const found: PageElement[] = [];
  let open: PageElement | undefined;
  let svgs = 0;
  for (let at = html.indexOf("<"); at >= 0; ) {
    const code = html.charCodeAt(at + 1);
    if (code === SLASH) {
      const end = html.indexOf(">", at);
      if (end < 0) break;
      if (svgs > 0 && html.startsWith("</svg", at)) svgs -= 1;
      if (open !== undefined) open = closeNamed(open, nameAt(html, at + 2), at, end + 1);
      at = html.indexOf("<", end);
    } else if ((code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a)) {
      const name = nameAt(html, at + 1);
      const nameEnd = at + 1 + name.length;
      const end = html.charCodeAt(nameEnd) === CLOSE ? nameEnd + 1 : tagEnd(html, nameEnd);
      if (end < 0) break;
      const isSelfClosing = html.charCodeAt(end - 2) === SLASH;
      if (open?.name === "p" && ENDS_PARAGRAPH.has(name)) open = close(open, at, at);
      if (name === "svg" && !isSelfClosing) svgs += 1;
      let element: PageElement | undefined;
      if (names.has(name) || (also !== undefined && end > nameEnd + 1 && also.test(html.slice(nameEnd, end)))) {
        element = new PageElement(html, name, at, end, open);
        found.push(element);
      }
      let next = end;
      if (svgs === 0 && RAW.has(name)) {
        const [contentEnd, after] = rawEnd(html, name, end);
        if (element !== undefined) close(element, contentEnd, after);
        next = after;
      } else if (element !== undefined && !VOID.has(name) && !(svgs > 0 && isSelfClosing)) open = element;
      at = html.indexOf("<", next);
    } else {
      const after = endOfOther(html, at);
      if (after < 0) break;
      at = html.indexOf("<", after);
    }
  }
  for (; open !== undefined; open = open.parent) close(open, html.length, html.length);
  return found;
}

const SLASH = 0x2f;
const CLOSE = 0x3e;

/** The name of the tag that begins before `from`, in lower case. */
function nameAt(html: string, from: number): string {
  let at = from;
  let isLower = true;
  for (; at < html.length; at++) {
    const code = html.charCodeAt(at);
    if (code <= 0x20 || code === SLASH || code === CLOSE) break;
    if (code <= 0x5a && code >= 0x41) isLower = false;
  }
  const name = html.slice(from, at);
  return isLower ? name : name.toLowerCase();
}

function close(element: PageElement, contentEnd: number, end: number): PageElement | undefined {
  element.contentEnd = contentEnd;
  element.end = end;
  return element.parent;
}

/** Closes the innermost open element of that name, and what is still open in it. An end tag without an element is passed over. */
function closeNamed(open: PageElement, name: string, start: number, end: number): PageElement | undefined {
  let target: PageElement | undefined = open;
  while (target !== undefined && target.name !== name) target = target.parent;
  if (target === undefined) return open;
  for (let inner: PageElement | undefined = open; inner !== undefined && inner !== target; inner = inner.parent)
    close(inner, start, start);
  return close(target, start, end);
}

/** Where the content of a raw text element ends, and where its end tag does. */
function rawEnd(html: string, name: string, from: number): readonly [number, number] {
  for (let at = html.indexOf("</", from); at >= 0; at = html.indexOf("</", at + 2)) {
    if (nameAt(html, at + 2) !== name) continue;
    const end = tagEnd(html, at + 2 + name.length);
    return [at, end < 0 ? html.length : end];
  }
  return [html.length, html.length];
}

/** The end of a comment, a doctype, a CDATA section; where `<` is text, the place behind it; -1 where it goes on to the end. */
function endOfOther(html: string, at: number): number {
  const after = (mark: string, from: number): number => {
    const found = html.indexOf(mark, from);
    return found < 0 ? -1 : found + mark.length;
  };
  if (html.startsWith("<!--", at)) return after("-->", at + 2);
  if (html.startsWith("<![CDATA[", at)) return after("]]>", at + 9);
  const next = html[at + 1];
  return next === "!" || next === "?" ? after(">", at + 2) : at + 1;
}

/** The page with its changes. Of two that meet the one that begins first counts, and of those the longer one. */
export function applyEdits(html: string, edits: readonly Edit[]): string {
  if (edits.length === 0) return html;
  // What is put between two bytes comes before what replaces the second; sorting keeps the order of what meets at one place.
  const sorted = edits.toSorted((a, b) => a.start - b.start || Number(b.start === b.end) - Number(a.start === a.end));
  let result = "";
  let from = 0;
  for (const { start, end, text } of sorted) {
    if (start < from) continue;
    result += html.slice(from, start) + text;
    from = end;
  }
  return result + html.slice(from);
}
