import MarkdownItEngine, { type MarkdownIt, type Token } from "markdown-it";
import { type AttributeList, applyAttributes, emptyAttributeList } from "../attributes.ts";
import type { Document } from "../document.ts";
import { note } from "../token-meta.ts";

/** How the text inside an HTML element is read. */
export type ContentModel = "raw" | "block" | "span";

/** What the last child of a container was; decides whether a block may begin here. */
type LastBlock = "none" | "blank" | "end-of-block" | "definition" | "attributes" | "paragraph" | "block";

/** The element whose children are being read: the text itself, or an HTML element inside it. */
export interface Container {
  last: LastBlock;
  /** What an attribute list on the next line belongs to. */
  target: AttributeTaker | undefined;
  /** The list that it has been given. */
  attributes: AttributeList | undefined;
  /** The inline token that a continued paragraph grows. */
  paragraph: Token | undefined;
  /** White space at the end of that paragraph; it counts if a line follows after all. */
  paragraphEnd: string;
  /** A single blank line after a paragraph is the last thing read: the paragraph may be a term. */
  term: boolean;
  /** Name of the HTML element; empty for the text itself. */
  readonly element: string;
  readonly model: ContentModel;
  readonly open: Token | undefined;
}

/** A block that may be given attributes, or what a definition does with them. */
type AttributeTaker = Token | ((pairs: ReadonlyMap<string, string>) => void);

/** A container of which nothing is read yet. */
export function createContainer(element: string, model: ContentModel, open: Token | undefined): Container {
  return {
    last: "none",
    target: undefined,
    attributes: undefined,
    paragraph: undefined,
    paragraphEnd: "",
    term: false,
    element,
    model,
    open,
  };
}

const { StateBlock } = MarkdownItEngine;

/** markdown-it's block state with what kramdown's grammar asks about the blocks before this one. */
export class BlockState extends StateBlock {
  readonly document: Document;
  /** Line of the whole text on which `src` begins, counted from 0. */
  readonly lineOffset: number;
  /** Lines that begin a new block although no blank line stands before them. */
  readonly boundaries: ReadonlySet<number>;
  /** How deep this text is nested in quotes, lists, definitions and footnotes. */
  readonly depth: number;
  private readonly surroundedByHtml: boolean;
  /** The text itself and the HTML elements open in it, innermost last. */
  readonly containers: Container[] = [createContainer("", "block", undefined)];
  /** An attribute list that waits for the next block. */
  pendingAttributes: AttributeList | undefined;
  /** By the code of a fence's mark: for each line the length of the longest end of a fence from there on. */
  readonly longestEnds = new Map<number, Int32Array>();
  /** Results of searches that failed, so that no rest of the text is searched twice. */
  readonly failures = new Map<string, number>();

  constructor(
    src: string,
    parent: { md: MarkdownIt; document: Document; tokens: Token[]; level: number; depth: number; insideHtml: boolean },
    lineOffset: number,
    boundaries: ReadonlySet<number>,
  ) {
    super(src, parent.md, parent.document, parent.tokens);
    this.document = parent.document;
    this.lineOffset = lineOffset;
    this.boundaries = boundaries;
    this.level = parent.level;
    this.depth = parent.depth + 1;
    this.surroundedByHtml = parent.insideHtml;
  }

  /** Inside an HTML element, however deep. */
  get insideHtml(): boolean {
    return this.surroundedByHtml || this.containers.length > 1;
  }

  get container(): Container {
    return this.containers[this.containers.length - 1]!;
  }

  /** True where a block may begin that cannot interrupt a paragraph. */
  get atBoundary(): boolean {
    const { last } = this.container;
    return last === "none" || last === "blank" || last === "end-of-block" || this.pendingAttributes !== undefined;
  }

  /** Columns of white space before the first character of a line: 4 or more, or a tab, make it an indented line. */
  isIndented(line: number): boolean {
    const start = this.bMarks[line]!;
    const first = this.src.charCodeAt(start);
    return first === 0x09 || (first === 0x20 && this.sCount[line]! >= 4 && this.src.startsWith("    ", start));
  }

  /** Position after at most three blanks, or -1 if the line is indented more than that or by a tab. */
  contentStart(line: number): number {
    let pos = this.bMarks[line]!;
    const limit = pos + 4;
    while (this.src.charCodeAt(pos) === 0x20) if (++pos === limit) return -1;
    return this.src.charCodeAt(pos) === 0x09 ? -1 : pos;
  }

  lineText(line: number): string {
    return this.src.slice(this.bMarks[line], this.eMarks[line]);
  }

  /** Starts reading line `line` at `pos`: what stands before has been taken by a block that ended in mid-line. */
  beginLineAt(line: number, pos: number): void {
    let end = pos;
    while (end < this.eMarks[line]! && (this.src.charCodeAt(end) === 0x20 || this.src.charCodeAt(end) === 0x09)) end++;
    this.bMarks[line] = pos;
    this.tShift[line] = end - pos;
    this.sCount[line] = end - pos;
    this.line = line;
  }

  /** A token of a block without children, or the opening token of one with children. */
  block(type: string, tag: string, nesting: 0 | 1, startLine: number, endLine: number): Token {
    const token = this.push(type, tag, nesting);
    token.map = [startLine + this.lineOffset, endLine + this.lineOffset];
    this.register(token);
    return token;
  }

  /** Makes a token the last child of the container and gives it the attribute list that waited for it. */
  register(token: Token): void {
    const { container } = this;
    container.last = "block";
    container.paragraph = undefined;
    this.offerAttributes(token);
  }

  /** From now on attribute lists belong to what was just read; one that waited for it is given to it at once. */
  private offerAttributes(target: AttributeTaker): void {
    const { container, pendingAttributes } = this;
    container.target = target;
    container.attributes = undefined;
    if (pendingAttributes === undefined) return;
    this.pendingAttributes = undefined;
    this.giveAttributes(target, pendingAttributes);
  }

  /** Ends what was read as a definition: it shows nowhere, and the attribute list on the next line goes to `take`. */
  endDefinition(take: (pairs: ReadonlyMap<string, string>) => void): void {
    this.offerAttributes(take);
    this.push("end_of_block", "", 0);
    this.container.last = "definition";
    this.container.paragraph = undefined;
  }

  /** The list of what may be given attributes here; undefined if nothing may. */
  targetAttributes(): AttributeList | undefined {
    const { container } = this;
    if (container.attributes !== undefined || container.target === undefined) return container.attributes;
    return this.giveAttributes(container.target, emptyAttributeList());
  }

  private giveAttributes(target: AttributeTaker, list: AttributeList): AttributeList {
    this.container.attributes = list;
    if (typeof target === "function") {
      this.document.attributeTargets.push({ list, apply: target });
    } else {
      note(target, { attributes: list });
      this.document.attributeTargets.push({ list, apply: (pairs) => applyAttributes(target, pairs) });
    }
    return list;
  }
}

/** Reads a block that begins at `startLine`, if it is its own: moves `state.line` behind it and returns true. `silent`: only says whether. */
export type BlockRule = (state: BlockState, startLine: number, endLine: number, silent: boolean) => boolean;
