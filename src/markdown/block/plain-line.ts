import { pushInline } from "./inline-text.ts";
import type { BlockState } from "./state.ts";

/** A line that is text whatever it looks like; it continues the lines before it. */
export function plainLine(state: BlockState, line: number): boolean {
  const text = state.src.slice(state.bMarks[line], state.bMarks[line + 1] ?? state.src.length);
  const before = state.tokens.at(-1);
  if (before?.type === "inline") before.content += text;
  else pushInline(state, text, line, line + 1);
  state.line = line + 1;
  return true;
}
