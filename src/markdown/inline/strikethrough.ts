import { parseSpans } from "./parser.ts";
import { type SpanState, STRIKE } from "./state.ts";

/** GFM's `~~deleted~~`. */
export function strikethrough(state: SpanState): boolean {
  const { src, pos } = state;
  if (src.charCodeAt(pos + 1) !== 0x7e || (state.ancestors & STRIKE) !== 0) return false;
  const next = src.charCodeAt(pos + 2);
  if (next === 0x7e || next <= 0x20 || Number.isNaN(next)) return false;
  const search = `strike ${state.ancestors}`;
  if (state.fails(search, pos)) return false;
  const { pending, textStart, element, elementEnd, level, gfmBreaks } = state;
  const { warnings } = state.document;
  const warned = warnings.length;
  const count = state.tokens.length;
  const open = state.push("del_open", "del", 1);
  state.pos = state.textStart = pos + 2;
  state.ancestors |= STRIKE;
  state.gfmBreaks = false;
  const found = parseSpans(state, { code: 0x7e, matches: isEnd });
  state.ancestors &= ~STRIKE;
  state.gfmBreaks = gfmBreaks;
  if (found) {
    const end = state.pos + 2;
    state.push("del_close", "del", -1);
    state.finish(open, end);
    return true;
  }
  state.tokens.length = state.tokens_meta.length = count;
  warnings.length = warned;
  Object.assign(state, { pending, pos, textStart, element, elementEnd, level });
  state.fail(search, pos);
  return false;
}

function isEnd(state: SpanState): boolean {
  const { src, pos } = state;
  const before = src.charCodeAt(pos - 1);
  return src.charCodeAt(pos + 1) === 0x7e && before !== 0x7e && before > 0x20;
}
