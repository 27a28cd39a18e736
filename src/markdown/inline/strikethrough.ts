import { attempt } from "./attempt.ts";
import { parseSpans } from "./parser.ts";
import { type SpanState, STRIKE } from "./state.ts";

/** GFM's `~~deleted~~`. */
export function strikethrough(state: SpanState): boolean {
  const { src, pos } = state;
  if (src.charCodeAt(pos + 1) !== 0x7e || (state.ancestors & STRIKE) !== 0) return false;
  const next = src.charCodeAt(pos + 2);
  if (next === 0x7e || next <= 0x20 || Number.isNaN(next)) return false;
  const search = `strike ${state.ancestors}`;
  if (state.fails(search, pos, state.endless)) return false;
  const { gfmBreaks } = state;
  const found = attempt(state, () => {
    const open = state.push("del_open", "del", 1);
    state.pos = state.textStart = pos + 2;
    state.ancestors |= STRIKE;
    state.gfmBreaks = false;
    const ended = parseSpans(state, { code: 0x7e, matches: isEnd });
    state.ancestors &= ~STRIKE;
    state.gfmBreaks = gfmBreaks;
    if (!ended) return false;
    const end = state.pos + 2;
    state.push("del_close", "del", -1);
    state.finish(open, end);
    return true;
  });
  if (found) return true;
  state.fail(search, pos, state.endless);
  state.vain += state.posMax - pos;
  return false;
}

function isEnd(state: SpanState): boolean {
  const { src, pos } = state;
  const before = src.charCodeAt(pos - 1);
  return src.charCodeAt(pos + 1) === 0x7e && before !== 0x7e && before > 0x20;
}
