import { trim } from "../text.ts";
import type { SpanState } from "./state.ts";

/** `$$…$$` in a text. */
export function inlineMath(state: SpanState): boolean {
  const { src, pos, posMax } = state;
  if (src.charCodeAt(pos + 1) !== 0x24 || state.fails("math", pos)) return false;
  const end = src.indexOf("$$", pos + 2);
  if (end < 0 || end + 2 > posMax) {
    if (end < 0) state.fail("math", pos);
    return false;
  }
  const token = state.push("math_span", "", 0);
  token.content = trim(src.slice(pos + 2, end));
  const line = state.currentLine();
  token.map = [line, line + 1];
  state.finish(token, end + 2);
  return true;
}
