import { isEndMark } from "./lazy.ts";
import type { BlockState } from "./state.ts";

/** A line with `^` alone ends the block before it (kramdown syntax, "End-Of-Block Marker"). */
export function endOfBlock(state: BlockState, startLine: number): boolean {
  if (!isEndMark(state, startLine)) return false;
  state.line = startLine + 1;
  endBlock(state);
  return true;
}

/** Has whatever follows begin anew: no paragraph goes on, no attribute list finds the block before. */
export function endBlock(state: BlockState): void {
  state.push("end_of_block", "", 0);
  state.container.last = "end-of-block";
  state.container.target = state.container.attributes = undefined;
  state.pendingAttributes = undefined;
  state.container.paragraph = undefined;
}
