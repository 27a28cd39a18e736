import { takeText } from "./parser.ts";
import type { SpanState } from "./state.ts";

export const CDATA_START = "<![CDATA[";
export const CDATA_END = "]]>";

/** A CDATA section: its text as it is (since kramdown 2.5). */
export function cdata(state: SpanState): boolean {
  const { src, pos } = state;
  if (!src.startsWith(CDATA_START, pos) || state.fails(CDATA_END, pos)) return false;
  const from = pos + CDATA_START.length;
  const to = src.indexOf(CDATA_END, from);
  if (to < 0) state.fail(CDATA_END, pos);
  const end = to + CDATA_END.length;
  if (to < 0 || end > state.posMax) return false;
  const text = src.slice(from, to);
  if (!state.raw) return takeText(state, text, end - pos);
  // What surrounds it keeps its entities; they are no entities in here.
  state.push("cdata", "", 0).content = text;
  state.pos = state.textStart = end;
  return true;
}
