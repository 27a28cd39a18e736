import type { Env, Token } from "markdown-it";
import type { AttributeList } from "./attributes.ts";
import type { AbbreviationIndex } from "./core/abbreviations.ts";
import type { MarkdownWarning } from "./markdown.ts";
import type { Formula, KramdownOptions } from "./options.ts";

/** `[name]: url "title"`. */
export interface LinkDefinition {
  readonly url: string;
  readonly title: string | undefined;
  attributes: ReadonlyMap<string, string> | undefined;
}

/** `*[name]: title`. */
export interface Abbreviation {
  readonly title: string;
  attributes: ReadonlyMap<string, string> | undefined;
}

/** `[^name]: …`, and where it is referred to. */
export interface Footnote {
  readonly name: string;
  /** The definition's blocks. */
  readonly tokens: Token[];
  /** Place in the list of footnotes, from 0; -1 until the first reference is met. */
  position: number;
  references: number;
}

/** A block that an attribute list may still be given to. */
interface AttributeTarget {
  readonly list: AttributeList;
  /** Called once, when all definitions of the text are known. */
  readonly apply: (pairs: ReadonlyMap<string, string>) => void;
}

/** Everything known about one text while it is parsed and rendered: markdown-it's `env`. */
export interface Document extends Env {
  /** `{::options}` may change them on the way. */
  options: KramdownOptions;
  readonly firstLine: number;
  /** `hard_wrap` as it was at the start: a text cannot change it. */
  readonly hardWrap: boolean;
  readonly attributeLists: Map<string, AttributeList>;
  readonly attributeTargets: AttributeTarget[];
  readonly links: Map<string, LinkDefinition>;
  readonly abbreviations: Map<string, Abbreviation>;
  /** Made when the first line of text is read: by then all of them are known. */
  abbreviationIndex: AbbreviationIndex | undefined;
  readonly footnotes: Map<string, Footnote>;
  /** Footnotes in the order of their first reference. */
  readonly footnoteOrder: Footnote[];
  /** Set where a list with `{:footnotes}` takes them instead of the end of the text. */
  footnotesPlaced: boolean;
  /** How often each text has made a header id: by GFM's way, and by kramdown's own. */
  readonly headerIds: { readonly GFM: Map<string, number>; readonly kramdown: Map<string, number> };
  readonly warnings: MarkdownWarning[];
  /** Formulas in the order in which they are rendered; `line` counts from 0. */
  readonly formulas: (Formula & { readonly line: number })[];
  /** Matches what may follow the marks of a fence where a plugin allows more than kramdown's one word: that, and the rest. */
  fenceWords: RegExp | undefined;
  /** Whether the tokens at hand are those of a footnote. */
  inFootnote: boolean;
}

/** A text of which nothing is read yet. @param firstLine its line in the file, from 1 */
export function createDocument(options: KramdownOptions, firstLine: number): Document {
  const links = new Map<string, LinkDefinition>();
  for (const [name, [url, title]] of Object.entries(options.link_defs)) {
    links.set(linkName(name), { url: url ?? "", title, attributes: undefined });
  }
  return {
    options,
    firstLine,
    hardWrap: options.hard_wrap,
    attributeLists: new Map(),
    attributeTargets: [],
    links,
    abbreviations: new Map(),
    abbreviationIndex: undefined,
    footnotes: new Map(),
    footnoteOrder: [],
    footnotesPlaced: false,
    headerIds: { GFM: new Map(), kramdown: new Map() },
    warnings: [],
    formulas: [],
    fenceWords: undefined,
    inFootnote: false,
  };
}

/** What is known of the text, from what markdown-it hands to rules: each text is parsed and rendered with a `Document` as its `env`. */
export function documentOf(env: Env | undefined): Document {
  return env as Document;
}

/** A reference name as it is compared: white space runs count as one blank, letter case does not count. */
export function linkName(name: string): string {
  return name.replace(/[ \t\n\v\f\r]+/g, " ").toLowerCase();
}

/** Notes something an author should know; `line` counts from 0 in the text. */
export function warn(document: Document, line: number, message: string): void {
  document.warnings.push({ level: "warning", line: document.firstLine + line, message });
}
