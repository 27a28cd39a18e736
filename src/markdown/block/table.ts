import type { Token } from "markdown-it";
import { pushInline } from "./inline-text.ts";
import { isBoundary } from "./math.ts";
import type { BlockState } from "./state.ts";
import { type HiddenRange, hasPipe, hiddenRanges, splitCells } from "./table-cells.ts";

const SEPARATOR = /^([+|: \t-]*?-[+|: \t-]*?)[ \t]*$/;
const FOOTER = /^[+|: \t=]*?=[+|: \t=]*?[ \t]*$/;

type Alignment = "left" | "center" | "right" | "";
type Section = "thead" | "tbody" | "tfoot";
interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}
interface Part {
  readonly section: Section;
  readonly rows: Row[];
}

/** Lines with a `|` outside code (kramdown syntax, "Tables"). */
export function table(state: BlockState, startLine: number, endLine: number): boolean {
  if (!state.atBoundary || !hasPipe(state.src, state.bMarks[startLine]!, state.eMarks[startLine]!)) return false;
  if (pushIfTable(state, startLine, endLine)) return true;
  // kramdown gives a list of attributes to the table that it then gives up.
  state.pendingAttributes = undefined;
  return false;
}

function pushIfTable(state: BlockState, startLine: number, endLine: number): boolean {
  let end = startLine;
  while (end < endLine && !state.boundaries.has(end) && hasPipe(state.src, state.bMarks[end]!, state.eMarks[end]!)) {
    end++;
  }
  if (end < endLine && !isBoundary(state, end)) return false;
  const code = hiddenRanges(state.src, state.bMarks[startLine]!, state.eMarks[end - 1]!);
  if (!everyLineHasPipe(state, startLine, end, code)) return false;
  const { parts, alignments } = readParts(state, startLine, end);
  if (!parts.some((part) => part.section === "tbody")) return false;
  state.line = end;
  pushTable(state, parts, alignments, [startLine, end]);
  return true;
}

/**
 * Every line needs a `|` outside code. Lines that a code span joins are looked at together, as kramdown does: a span over
 * two lines needs a `|` on the first, and behind one over more lines nothing is looked at.
 */
function everyLineHasPipe(state: BlockState, startLine: number, end: number, code: readonly HiddenRange[]): boolean {
  const { src } = state;
  let pos = state.bMarks[startLine]!;
  let found = false;
  for (const range of [...code, undefined]) {
    const until = range?.start ?? state.eMarks[end - 1]!;
    if (until > pos) {
      const first = src.indexOf("\n", pos);
      const last = src.lastIndexOf("\n", until - 1);
      const isOneLine = first < 0 || first >= until - 1;
      if (!isOneLine && !found && !hasPipe(src, pos, first)) return false;
      found = (isOneLine && found) || hasPipe(src, isOneLine ? pos : lastLine(src, pos, until, last), until);
    }
    if (range === undefined) break;
    pos = range.end;
    if (range.isElement) continue;
    // A line end at the very end of the code opens no line.
    const inside = src.slice(range.start, range.end).replace(/^`+|\n*`+$/g, "");
    const lines = inside.split("\n").length;
    if (lines > 2 || (lines === 2 && !found)) return found;
    if (lines === 2) found = false;
  }
  return found;
}

/** Where the last line of a stretch begins; a line end at its very end opens no line. */
function lastLine(src: string, start: number, end: number, lineEnd: number): number {
  const from = lineEnd === end - 1 ? src.lastIndexOf("\n", lineEnd - 1) : lineEnd;
  return Math.max(start, from + 1);
}

function readParts(state: BlockState, startLine: number, end: number) {
  const parts: Part[] = [];
  let alignments: readonly Alignment[] = [];
  let rows: Row[] = [];
  let hasFooter = false;
  let hasHead = false;
  const leadingPipe = /^[ \t\n\v\f\r]*\|/.test(state.lineText(startLine));
  const finish = (section: Section) => {
    if (rows.length > 0) parts.push({ section, rows });
    rows = [];
  };
  let line = startLine;
  if (SEPARATOR.test(state.lineText(line))) line++;
  for (; line < end; line++) {
    const text = state.lineText(line);
    const separator = SEPARATOR.exec(text);
    if (separator !== null) {
      if (rows.length === 0 || hasFooter) continue;
      if (!hasHead && parts.length === 0) {
        alignments = readAlignments(text);
        hasHead = true;
        finish("thead");
      } else finish("tbody");
    } else if (FOOTER.test(text)) {
      if (!hasFooter) finish("tbody");
      hasFooter = true;
    } else {
      rows.push({ line, cells: splitCells(text, leadingPipe) });
    }
  }
  finish(hasFooter ? "tfoot" : "tbody");
  return { parts, alignments };
}

/** One for each run of dashes, by the colons that touch it (kramdown's `TABLE_HSEP_ALIGN`): `: ---` has none. */
function readAlignments(text: string): readonly Alignment[] {
  return [...text.matchAll(/(:?)-+(:?)/g)].map(([, left, right]) => {
    if (left === "") return right === "" ? "" : "right";
    return right === "" ? "left" : "center";
  });
}

function pushTable(
  state: BlockState,
  parts: readonly Part[],
  alignments: readonly Alignment[],
  lines: readonly [number, number],
): void {
  const columns = widest(parts);
  state.block("table_open", "table", 1, lines[0], lines[1]);
  for (const { section, rows } of parts) {
    state.push("table_section_open", section, 1);
    const tag = section === "thead" ? "th" : "td";
    for (const row of rows) {
      state.push("table_row_open", "tr", 1);
      const width = Math.max(columns, row.cells.length);
      for (let column = 0; column < width; column++) pushCell(state, tag, row, column, alignments[column] ?? "");
      state.push("table_row_close", "tr", -1);
    }
    state.push("table_section_close", section, -1);
  }
  state.push("table_close", "table", -1);
}

/** Missing cells at the end of rows are added, but not where they would outnumber the text by far. */
const MAX_ADDED_CELLS = 100_000;

function widest(parts: readonly Part[]): number {
  let columns = 0;
  let rows = 0;
  let cells = 0;
  for (const part of parts) {
    for (const row of part.rows) {
      columns = Math.max(columns, row.cells.length);
      cells += row.cells.length;
      rows++;
    }
  }
  return columns * rows - cells > MAX_ADDED_CELLS ? 0 : columns;
}

function pushCell(state: BlockState, tag: string, row: Row, column: number, alignment: Alignment): void {
  const open: Token = state.push("table_cell_open", tag, 1);
  if (alignment !== "") open.attrs = [["style", `text-align: ${alignment}`]];
  pushInline(state, row.cells[column] ?? "", row.line, row.line + 1);
  state.push("table_cell_close", tag, -1);
}
