/** An element of a finished page, and what is to be changed about it. */
import type { Edit } from "./edits.ts";
import { readAttributes } from "./tags.ts";

/** Attributes that are written with their value though it is empty. */
const NEEDS_VALUE = new Set(["alt", "value", "href", "src"]);

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

/** A text as the value of an attribute in double quotes. */
export function quote(value: string): string {
  return value.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}
