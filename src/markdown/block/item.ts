import { type AttributeList, emptyAttributeList } from "../attributes.ts";
import { matchesAt, trimStart } from "../text.ts";
import { takeLeadingAttributes } from "./attribute-list.ts";
import type { BlockState } from "./state.ts";

/** What an item begins with. */
export type Marker = "bullet" | "number" | "definition";

const MARKERS: Readonly<Record<Marker, RegExp>> = {
  bullet: /[*+-](?=[\t| ])/y,
  number: /\d+\.(?=[\t| ])/y,
  definition: /:(?=[\t| ])/y,
};
const ANY_LIST_ITEM = /^ {0,3}(?:[*+-]|\d+\.)[\t| ]/;

/** Whether such an item begins at `pos`. */
export function isItemStart(src: string, pos: number, marker: Marker): boolean {
  return matchesAt(MARKERS[marker], src, pos);
}

/** The text of a list item or definition while its lines are collected. */
export interface ItemText {
  readonly marker: Marker;
  /** Given at the very start of the item. */
  readonly attributes: AttributeList | undefined;
  /** Line of the first of `lines`. */
  readonly line: number;
  readonly lines: string[];
  /** Column in which the item's text begins, and to which its other lines are indented. */
  readonly column: number;
  /** The next item may be indented by fewer blanks than this. */
  readonly indent: number;
  /** Lines of `lines` that begin a nested list. */
  readonly boundaries: Set<number>;
  /** A nested list or a blank line was met: what looks like an item is none of a list nested here. */
  nested: boolean;
}

/** Reads the line with the marker at `start`. */
export function firstLine(state: BlockState, line: number, start: number, marker: Marker): ItemText {
  const pattern = MARKERS[marker];
  pattern.lastIndex = start;
  pattern.test(state.src);
  const after = pattern.lastIndex;
  const source = expandTabs(state.src.slice(after, state.eMarks[line]), after - state.bMarks[line]!);
  const content = trimStart(source);
  const attributes = content.startsWith("{:") ? emptyAttributeList() : undefined;
  const text = attributes === undefined ? content : takeLeadingAttributes(content, attributes);
  const column = text === "" ? 4 : after - state.bMarks[line]! + /^ */.exec(source)![0].length;
  return {
    marker,
    attributes,
    line: text === "" ? line + 1 : line,
    lines: text === "" ? [] : [text],
    column,
    indent: Math.min(column, 4),
    boundaries: new Set(),
    nested: marker !== "definition" && ANY_LIST_ITEM.test(text),
  };
}

/** Leading tabs as blanks; `column` is where the text begins. */
function expandTabs(text: string, column: number): string {
  let blanks = 0;
  let pos = 0;
  for (; pos < text.length; pos++) {
    const code = text.charCodeAt(pos);
    if (code === 0x20) blanks++;
    else if (code === 0x09) blanks += 4 - ((column + blanks) % 4);
    else break;
  }
  return " ".repeat(blanks) + text.slice(pos);
}

/** Adds a line to the item, indented or, where `lazy` allows it, not. Returns false if it does not belong to it. */
export function readContinuation(state: BlockState, line: number, item: ItemText, lazy: boolean): boolean {
  const text = state.lineText(line);
  if (!isIndentedTo(text, item.column) && !lazy) return false;
  const unfolded = text.replace(/^\t+/, (tabs) => "    ".repeat(tabs.length));
  const indented = item.column === 0 || unfolded.startsWith(" ".repeat(item.column));
  let result = indented ? unfolded.slice(item.column) : unfolded;
  if (item.marker !== "definition" && ANY_LIST_ITEM.test(result)) {
    if (!item.nested && indented) {
      item.boundaries.add(item.lines.length);
      item.nested = true;
    } else if (item.nested && !indented) {
      result = " ".repeat(item.column + 4) + result;
    }
  }
  item.lines.push(result);
  return true;
}

/** As many steps of four blanks or a tab, and as many blanks more, as the column asks for. */
function isIndentedTo(text: string, column: number): boolean {
  const steps = Math.floor(column / 4);
  let pos = 0;
  for (let step = 0; step < steps; step++) {
    if (text.charCodeAt(pos) === 0x09) pos++;
    else if (text.startsWith("    ", pos)) pos += 4;
    else return false;
  }
  if (text.charCodeAt(pos) === 0x09) return true;
  return text.startsWith(" ".repeat(column % 4), pos);
}
