import { matchesAt } from "../text.ts";
import type { BlockState } from "./state.ts";

const RULE = /(?:\*[ \t]*\*[ \t]*\*[ \t*]*|-[ \t]*-[ \t]*-[ \t-]*|_[ \t]*_[ \t]*_[ \t_]*)(?:\n|$)/y;

/** Whether a rule stands at `pos`, to the end of the line. */
export function isHorizontalRule(state: BlockState, pos: number): boolean {
  return matchesAt(RULE, state.src, pos);
}

/** Three or more `*`, `-` or `_` alone on a line. */
export function horizontalRule(state: BlockState, startLine: number): boolean {
  if (!isHorizontalRule(state, state.contentStart(startLine))) return false;
  state.line = startLine + 1;
  state.block("hr", "hr", 0, startLine, startLine + 1);
  return true;
}
