import { readTag } from "../html-grammar.ts";
import { BLOCK_ELEMENTS, VOID_ELEMENTS } from "../html-names.ts";
import { isSpace, trim } from "../text.ts";

interface Range {
  readonly start: number;
  readonly end: number;
}

/** True if an unescaped `|` stands between two positions. */
export function hasPipe(src: string, start: number, end: number): boolean {
  const text = src.slice(start, end);
  let pos = text.indexOf("|");
  while (pos > 0 && text.charCodeAt(pos - 1) === 0x5c) pos = text.indexOf("|", pos + 1);
  return pos >= 0;
}

/** A part of a row in which a bar ends no cell. */
export interface HiddenRange extends Range {
  readonly isElement: boolean;
}

/**
 * Code spans and elements between two positions, in order: what stands in them divides no cells. An element without an
 * end tag reaches to the end.
 */
export function hiddenRanges(src: string, start: number, end: number): HiddenRange[] {
  const unclosed = new Set<string>();
  return rangesIn(src, { start, end }, (pos, ranges) => element(src, pos, end, unclosed, ranges));
}

const CODE_ELEMENT = /<code[^>]*>[\s\S]*?<\/code>/y;

/** Code spans and `<code>` elements of a line, in order. */
function codeRanges(line: string): HiddenRange[] {
  const last = line.lastIndexOf("</code>");
  return rangesIn(line, { start: 0, end: line.length }, (pos, ranges) => {
    CODE_ELEMENT.lastIndex = pos;
    if (last < pos || !CODE_ELEMENT.test(line)) return pos + 1;
    ranges.push({ start: pos, end: CODE_ELEMENT.lastIndex, isElement: true });
    return CODE_ELEMENT.lastIndex;
  });
}

/** @param elementAt looks at a `<`: adds what it hides, and gives the place behind it */
function rangesIn(
  src: string,
  limits: Range,
  elementAt: (pos: number, ranges: HiddenRange[]) => number,
): HiddenRange[] {
  const ranges: HiddenRange[] = [];
  const missing = new Set<number>();
  for (let pos = limits.start; pos < limits.end; ) {
    const code = src.charCodeAt(pos);
    if (code === 0x60) pos = codeSpan(src, pos, limits, missing, ranges);
    else pos = code === 0x3c ? elementAt(pos, ranges) : pos + 1;
  }
  return ranges;
}

function codeSpan(src: string, start: number, limits: Range, missing: Set<number>, ranges: HiddenRange[]): number {
  let after = start;
  while (src.charCodeAt(after) === 0x60) after++;
  const length = after - start;
  if (missing.has(length)) return after;
  if (length === 1 && (start === limits.start || isSpace(src.charCodeAt(start - 1))) && isSpace(src.charCodeAt(after)))
    return after;
  const close = src.indexOf("`".repeat(length), after);
  if (close < 0 || close + length > limits.end) {
    missing.add(length);
    return after;
  }
  ranges.push({ start, end: close + length, isElement: false });
  return close + length;
}

function element(src: string, start: number, end: number, unclosed: Set<string>, ranges: HiddenRange[]): number {
  const tag = readTag(src, start);
  if (tag === undefined || tag.end > end) return start + 1;
  if (tag.kind === "end" || BLOCK_ELEMENTS.has(tag.name)) return tag.end;
  let close = tag.end;
  if (!tag.selfClosing && !VOID_ELEMENTS.has(tag.name)) {
    const at = unclosed.has(tag.name) ? -1 : src.indexOf(`</${tag.name}`, tag.end);
    const closing = at < 0 || at >= end ? undefined : readTag(src, at);
    if (closing === undefined) unclosed.add(tag.name);
    close = closing?.end ?? end;
  }
  ranges.push({ start, end: close, isElement: true });
  return close;
}

/** The cells of one row. Empty text before a first and after a last `|` is no cell. */
export function splitCells(line: string, leadingPipe: boolean): string[] {
  const cells: string[] = [];
  const ranges = line.includes("`") || line.includes("<code") ? codeRanges(line) : [];
  let cell = "";
  let from = 0;
  let next = 0;
  for (let pos = 0; pos < line.length; pos++) {
    const range = ranges[next];
    if (range !== undefined && pos === range.start) {
      next++;
      pos = range.end - 1;
    } else if (line.charCodeAt(pos) === 0x7c) {
      if (pos > 0 && line.charCodeAt(pos - 1) === 0x5c) {
        cell += `${line.slice(from, pos - 1)}|`;
      } else {
        cells.push(cell + line.slice(from, pos));
        cell = "";
      }
      from = pos + 1;
    }
  }
  cells.push(cell + line.slice(from));
  if (leadingPipe && trim(cells[0]!) === "") cells.shift();
  if (cells.length > 0 && trim(cells[cells.length - 1]!) === "") cells.pop();
  return cells.map((text) => trim(text));
}
