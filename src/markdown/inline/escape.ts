import { takeText } from "./parser.ts";
import type { SpanState } from "./state.ts";

const ESCAPABLE = new Set("\\.*_+`<>()[]{}#!:|\"'$=-");

/** A backslash takes its meaning from the character after it. */
export function escapedCharacter(state: SpanState): boolean {
  const { src, pos } = state;
  const next = src[pos + 1];
  if (next === undefined || pos + 1 >= state.posMax) return false;
  if (escapedGuillemet(state)) return true;
  const gfm = state.document.options.input === "GFM";
  if (ESCAPABLE.has(next) || (gfm && next === "~")) return takeText(state, next, 2);
  return false;
}

/** `\<<` and `\>>`, which stay what they are (kramdown syntax, "Typographic Symbols"). */
export function escapedGuillemet(state: SpanState): boolean {
  const { src, pos } = state;
  const next = src[pos + 1] ?? "";
  if ((next !== "<" && next !== ">") || src[pos + 2] !== next || pos + 2 >= state.posMax) return false;
  return takeText(state, next + next, 3);
}
