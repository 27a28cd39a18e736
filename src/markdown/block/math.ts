import { endsLazily } from "./lazy.ts";
import type { BlockState } from "./state.ts";

/** `$$…$$` alone between blank lines. */
export function blockMath(state: BlockState, startLine: number, endLine: number): boolean {
  const start = state.contentStart(startLine);
  if (state.src.charCodeAt(start + 1) !== 0x24 || !state.atBoundary) return false;
  if (start + 2 >= (state.failures.get("math") ?? Number.POSITIVE_INFINITY)) return false;
  const end = state.src.indexOf("$$", start + 2);
  if (end < 0) {
    state.failures.set("math", start);
    return false;
  }
  let line = startLine;
  while (line < endLine && state.eMarks[line]! < end) line++;
  if (line >= endLine || state.src.slice(end + 2, state.eMarks[line]).trim() !== "") return false;
  if (line + 1 < endLine && !isBoundary(state, line + 1)) return false;
  state.line = line + 1;
  const token = state.block("math_block", "", 0, startLine, line + 1);
  token.content = state.src.slice(start + 2, end).trim();
  return true;
}

/** A line before which a block may end that cannot be followed by text. */
export function isBoundary(state: BlockState, line: number): boolean {
  if (state.boundaries.has(line)) return true;
  const start = state.contentStart(line);
  return (start < 0 || state.src.charCodeAt(start) !== 0x3c) && endsLazily(state, line);
}
