import MarkdownItEngine, { type MarkdownIt, type Token } from "markdown-it";
import { type AttributeList, applyAttributes } from "../attributes.ts";
import type { Document } from "../document.ts";
import { metaOf, note } from "../token-meta.ts";
import { BacktickRuns } from "./backticks.ts";

/** Elements around the place that is being read; some may not stand inside themselves. */
export const EMPHASIS = 1;
export const STRONG = 2;
export const LINK = 4;
export const STRIKE = 8;

/** Ends the reading of an element's inside where it returns true. */
export interface Stop {
  /** Code of the character that it begins with. */
  readonly code: number;
  /** Codes of further characters at which `matches` is asked. */
  readonly others?: ReadonlySet<number>;
  readonly matches: (state: SpanState) => boolean;
}

const { StateInline } = MarkdownItEngine;

/** markdown-it's inline state with what kramdown's span grammar asks for. */
export class SpanState extends StateInline {
  readonly document: Document;
  /** Line of the file on which `src` begins. */
  readonly line: number;
  /** End of the last element: text before it belongs to that element and is out of sight for quotes and blanks. */
  textStart = 0;
  /** The last element and the position after it, for an attribute list that follows. */
  element: Token | undefined;
  elementEnd = -1;
  ancestors = 0;
  depth = 0;
  /** Inside an HTML element whose text is left as it is. */
  raw = false;
  /** Lines are broken as GFM input breaks them. */
  gfmBreaks = false;
  /** Every end of a line is a break. */
  hardWrap = false;
  /** From which position on a search has failed, by what was searched for. */
  failures = new Map<string, number>();
  /** The same for the ends of emphasis and its like. A search does not look into HTML elements, so in each of them none has failed yet. */
  endless = new Map<string, number>();
  /** How many characters were read in search of such ends that are none. */
  vain = 0;
  /** Closing bracket by opening bracket, once it was needed. */
  brackets: Map<number, number> | undefined;
  /** The first character from a place on that may hide a bracket. */
  hiding: { readonly from: number; readonly at: number } | undefined;
  /** How many characters were read as the text of a link that was none. */
  lost = 0;
  private runs: BacktickRuns | undefined;
  /** Opening parentheses that are known to be never closed. */
  openParentheses: Set<number> | undefined;

  /** The line that was last asked for: its number, where it begins and where it ends. */
  private countedLine: number;
  private lineStart = 0;
  private lineEnd: number | undefined;

  constructor(src: string, md: MarkdownIt, document: Document, tokens: Token[], line: number) {
    super(src, md, document, tokens);
    this.document = document;
    this.line = line;
    this.countedLine = line;
  }

  /** Marks what ends at `pos` as an element that an attribute list may follow. */
  finish(token: Token | undefined, pos: number): void {
    this.pos = this.textStart = pos;
    this.element = token;
    this.elementEnd = pos;
  }

  /** True from a position on from which the search is known to fail. */
  fails(search: string, from: number, failures = this.failures): boolean {
    const known = failures.get(search);
    return known !== undefined && from >= known;
  }

  fail(search: string, from: number, failures = this.failures): void {
    const known = failures.get(search);
    if (known === undefined || from < known) failures.set(search, from);
  }

  get backtickRuns(): BacktickRuns {
    this.runs ??= new BacktickRuns(this.src);
    return this.runs;
  }

  /** Line of the file at the current position. */
  currentLine(): number {
    if (this.lineEnd === undefined || this.pos < this.lineStart) {
      this.countedLine = this.line;
      this.moveToLine(0);
    }
    while (this.lineEnd! < this.pos) {
      this.countedLine++;
      this.moveToLine(this.lineEnd! + 1);
    }
    return this.countedLine;
  }

  private moveToLine(start: number): void {
    const end = this.src.indexOf("\n", start);
    this.lineStart = start;
    this.lineEnd = end < 0 ? this.src.length : end;
  }

  giveAttributes(list: AttributeList, resolve: (list: AttributeList) => ReadonlyMap<string, string>): void {
    const { element } = this;
    if (element === undefined) return;
    applyAttributes(element, resolve(list));
    if (list.refs.length > 0) note(element, { refs: [...(metaOf(element).refs ?? []), ...list.refs] });
  }
}

/** Reads what begins at `state.pos`, if it is its own: moves the place behind it and returns true. */
export type SpanRule = (state: SpanState, silent: boolean) => boolean;
