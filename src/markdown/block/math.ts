import { trim } from "../text.ts";
import { endsLazily } from "./lazy.ts";
import { paragraph } from "./paragraph.ts";
import type { BlockState } from "./state.ts";

/** `$$…$$` alone between blank lines. */
export function blockMath(state: BlockState, startLine: number, endLine: number): boolean {
  const start = state.contentStart(startLine);
  const formula = findFormula(state, start, startLine, endLine);
  if (formula === undefined) return false;
  state.line = formula.line + 1;
  const token = state.block("math_block", "", 0, startLine, formula.line + 1);
  token.content = trim(state.src.slice(start + 2, formula.end));
  return true;
}

/** A backslash before a formula that begins a block makes it a paragraph with a formula. */
export function escapedMath(state: BlockState, startLine: number, endLine: number): boolean {
  const start = state.contentStart(startLine);
  if (!state.src.startsWith("$$", start + 1) || !state.atBoundary || state.src.indexOf("$$", start + 3) < 0)
    return false;
  state.beginLineAt(startLine, start + 1);
  return paragraph(state, startLine, endLine);
}

interface Formula {
  /** Position of the closing `$$`. */
  readonly end: number;
  /** Line that it stands on. */
  readonly line: number;
}

function findFormula(state: BlockState, start: number, startLine: number, endLine: number): Formula | undefined {
  if (!state.src.startsWith("$$", start) || !state.atBoundary) return undefined;
  if (start >= (state.failures.get("math") ?? Number.POSITIVE_INFINITY)) return undefined;
  const end = state.src.indexOf("$$", start + 2);
  if (end < 0) {
    state.failures.set("math", start);
    return undefined;
  }
  let line = startLine;
  while (line < endLine && state.eMarks[line]! < end) line++;
  if (line >= endLine || trim(state.src.slice(end + 2, state.eMarks[line])) !== "") return undefined;
  return line + 1 < endLine && !isBoundary(state, line + 1) ? undefined : { end, line };
}

/** Whether a block may end before this line that no text may follow on the line after it. */
export function isBoundary(state: BlockState, line: number): boolean {
  if (state.boundaries.has(line)) return true;
  const start = state.contentStart(line);
  return (start < 0 || state.src.charCodeAt(start) !== 0x3c) && endsLazily(state, line);
}
