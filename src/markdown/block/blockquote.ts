import { endsLazily } from "./lazy.ts";
import { parseNested } from "./parser.ts";
import type { BlockState } from "./state.ts";

/** Lines that begin with `>`, and those that follow lazily. */
export function blockquote(state: BlockState, startLine: number, endLine: number): boolean {
  const lines = [withoutMark(state, startLine)];
  let line = startLine + 1;
  while (line < endLine && !endsLazily(state, line)) lines.push(withoutMark(state, line++));
  state.line = line;
  state.block("blockquote_open", "blockquote", 1, startLine, line);
  parseNested(state, { text: lines.join("\n"), line: startLine });
  state.push("blockquote_close", "blockquote", -1);
  return true;
}

function withoutMark(state: BlockState, line: number): string {
  const start = state.contentStart(line);
  const end = state.eMarks[line]!;
  if (start < 0 || state.src.charCodeAt(start) !== 0x3e) return state.src.slice(state.bMarks[line], end);
  const after = start + 1;
  return state.src.slice(state.src.charCodeAt(after) === 0x20 && after < end ? after + 1 : after, end);
}
