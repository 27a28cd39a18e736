import { isBlank } from "./lazy.ts";
import type { BlockState } from "./state.ts";

/** Blank lines separate blocks; however many stand together count once. */
export function blank(state: BlockState, startLine: number, endLine: number): boolean {
  if (!isBlank(state, startLine)) return false;
  let line = startLine + 1;
  while (line < endLine && isBlank(state, line)) line++;
  state.line = line;
  const { container } = state;
  container.term =
    container.last === "paragraph" && line === startLine + 1 && state.bMarks[startLine] === state.eMarks[startLine];
  if (container.last !== "blank") {
    state.push("blank", "", 0);
    // kramdown gives a list of attributes before a blank line to the blank line.
    state.pendingAttributes = undefined;
  }
  container.last = "blank";
  container.target = container.attributes = undefined;
  container.paragraph = undefined;
  return true;
}
