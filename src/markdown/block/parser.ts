import type { MarkdownIt, Token } from "markdown-it";
import { type Document, warn } from "../document.ts";
import { trim } from "../text.ts";
import { endBlock } from "./end-of-block.ts";
import { pushClose, readHtmlContent } from "./html.ts";
import { pushParagraph } from "./inline-text.ts";
import { type BlockRule, BlockState } from "./state.ts";

/** Deeper nesting than any author writes is read as text, so that no input exhausts the stack. */
const MAX_DEPTH = 60;

/** Names of the chains of rules: what a line begins with. */
const INDENTED = "indented";
const OTHER = "other";
/** What a line may begin with for a rule to be asked; digits stand as `0`. */
export const MARKS = ["^", "`", "~", ">", "#", "*", "-", "_", "+", "0", ":", "<", "$", "[", "{", "\\", OTHER] as const;
/** The beginnings of lines that a rule names. */
export type LineStart = (typeof MARKS)[number] | typeof INDENTED;

type Table = ReadonlyArray<readonly BlockRule[]>;
const tables = new WeakMap<MarkdownIt, { readonly byCode: Table; readonly indented: readonly BlockRule[] }>();

/** Puts a rule into the chains of the characters that a line may begin with for it to apply. */
export function addBlockRule(md: MarkdownIt, name: string, rule: BlockRule, starts: readonly LineStart[]): void {
  rulerOf(md).push(name, rule, { alt: [...starts] });
}

/** markdown-it's ruler, which knows rules by its own state class: every state here is a BlockState. */
interface BlockRuler {
  push(name: string, rule: BlockRule, options: { readonly alt: string[] }): void;
  getRules(chain: string): readonly BlockRule[];
}

function rulerOf(md: MarkdownIt): BlockRuler {
  return md.block.ruler as unknown as BlockRuler;
}

function tableOf(md: MarkdownIt) {
  const known = tables.get(md);
  if (known !== undefined) return known;
  // The rulers are complete when the first text is parsed.
  const ruler = rulerOf(md);
  const marks: readonly string[] = MARKS;
  const byCode = Array.from({ length: 128 }, (_, code) => {
    const name = code >= 0x30 && code <= 0x39 ? "0" : String.fromCharCode(code);
    return ruler.getRules(marks.includes(name) ? name : OTHER);
  });
  const table = { byCode, indented: ruler.getRules(INDENTED) };
  tables.set(md, table);
  return table;
}

/** Parses the lines of a state one block after another. */
function parseBlocks(state: BlockState): void {
  const { byCode, indented } = tableOf(state.md);
  const { lineMax } = state;
  while (state.line < lineMax) {
    if (state.container.model !== "block") {
      readHtmlContent(state);
      continue;
    }
    const { line } = state;
    if (state.boundaries.has(line)) endBlock(state);
    const start = state.contentStart(line);
    const code = start < 0 ? -1 : state.src.charCodeAt(start);
    const rules = code < 0 && state.isIndented(line) ? indented : code < 128 && code >= 0 ? byCode[code]! : byCode[0]!;
    const end = partEnd(state, line);
    for (const rule of rules) if (rule(state, line, end, false)) break;
  }
  closeElements(state, 1);
}

/** Where the part of the text ends that kramdown parses by itself: a fence that is open there is none. */
function partEnd({ boundaries, lineMax }: BlockState, line: number): number {
  for (const boundary of boundaries) if (boundary > line) return boundary;
  return lineMax;
}

/** Closes the HTML elements that are still open, as kramdown does at the end of their surroundings. */
function closeElements(state: BlockState, keep: number): void {
  while (state.containers.length > keep) {
    const { element, open } = state.containers.pop()!;
    if (open?.map) {
      warn(state.document, open.map[0], `No end tag for <${element}>`);
      open.map[1] = state.lineMax + state.lineOffset;
    }
    if (open !== undefined) pushClose(state, element, open);
  }
}

/** Text inside a block: its source, the line of the parent on which it begins, and the tokens it adds to. */
export interface Nested {
  readonly text: string;
  readonly line: number;
  readonly boundaries?: ReadonlySet<number>;
  readonly tokens?: Token[];
  readonly level?: number;
}

const NO_BOUNDARIES: ReadonlySet<number> = new Set();

/** Parses the inside of a quote, a list item, a definition or a footnote. */
export function parseNested(parent: BlockState, nested: Nested): void {
  const { md, document, depth } = parent;
  const level = nested.level ?? parent.level;
  const state = new BlockState(
    `${nested.text}\n`,
    { md, document, tokens: nested.tokens ?? parent.tokens, level, depth, insideHtml: parent.insideHtml },
    parent.lineOffset + nested.line,
    nested.boundaries ?? NO_BOUNDARIES,
  );
  if (depth < MAX_DEPTH) parseBlocks(state);
  else pushParagraph(state, trim(nested.text), 0, state.lineMax);
}

/** Parses a whole text. */
export function parseDocument(md: MarkdownIt, src: string, document: Document, tokens: Token[]): void {
  parseBlocks(new BlockState(src, { md, document, tokens, level: 0, depth: 0, insideHtml: false }, 0, NO_BOUNDARIES));
}
