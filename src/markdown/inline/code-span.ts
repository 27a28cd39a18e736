import { isSpace } from "../text.ts";
import { takeText } from "./parser.ts";
import type { SpanState } from "./state.ts";

/** Code between backticks; as many close it as have opened it. */
export function codeSpan(state: SpanState): boolean {
  const { src, pos, posMax } = state;
  let after = pos;
  while (after < posMax && src.charCodeAt(after) === 0x60) after++;
  const length = after - pos;
  const run = src.slice(pos, after);
  if (length === 1 && (pos === 0 || isSpace(src.charCodeAt(pos - 1))) && isSpace(src.charCodeAt(after))) {
    return takeText(state, run, length);
  }
  const end = state.backtickRuns.find(length, after, posMax);
  if (end < 0 || end + length > posMax) return takeText(state, run, length);
  const token = state.push("code_span", "code", 0);
  token.content = length === 1 ? src.slice(after, end) : trimOnce(src.slice(after, end));
  state.finish(token, end + length);
  return true;
}

function trimOnce(text: string): string {
  const start = text.charCodeAt(0) === 0x20 ? 1 : 0;
  const end = text.length > start && text.endsWith(" ") ? text.length - 1 : text.length;
  return text.slice(start, end);
}
