import { takeText } from "./parser.ts";
import type { SpanState } from "./state.ts";

const ESCAPABLE = new Set("\\.*_+`<>()[]{}#!:|\"'$=-");

/** A backslash takes its meaning from the character after it. */
export function escapedCharacter(state: SpanState): boolean {
  const { src, pos } = state;
  const next = src[pos + 1];
  if (next === undefined || pos + 1 >= state.posMax) return false;
  if ((next === "<" || next === ">") && src[pos + 2] === next) return takeText(state, next + next, 3);
  const gfm = state.document.options.input === "GFM";
  if (ESCAPABLE.has(next) || (gfm && next === "~")) return takeText(state, next, 2);
  return false;
}
