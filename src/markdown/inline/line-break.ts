import type { SpanState } from "./state.ts";

/** Every end of a line, for GFM input with `hard_wrap`. */
export function hardWrap(state: SpanState): boolean {
  return newline(state) || pushBreak(state, state.pos);
}

/** A line that ends with two blanks is broken there. */
export function newline(state: SpanState): boolean {
  const { options } = state.document;
  const { pending, pos } = state;
  const visible = pos - state.textStart;
  if (visible >= 2 && pending.endsWith("  ")) {
    state.pending = pending.slice(0, -2);
    return pushBreak(state, pos);
  }
  if (options.remove_line_breaks_for_cjk && isCjk(state.src, pos - 1) && isCjk(state.src, pos + 1)) {
    state.pos++;
    return true;
  }
  return false;
}

/** `\\\\`, or one backslash with GFM input, breaks the line as well. */
export function backslashBreak(state: SpanState): boolean {
  const { src, pos } = state;
  const length = src.charCodeAt(pos + 1) === 0x5c ? 2 : 1;
  if (src.charCodeAt(pos + length) !== 0x0a || pos + length >= state.posMax) return false;
  if (length === 1 && state.document.options.input !== "GFM") return false;
  return pushBreak(state, pos + length);
}

function pushBreak(state: SpanState, pos: number): true {
  state.push("line_break", "br", 0);
  state.pending = "\n";
  state.finish(undefined, pos + 1);
  return true;
}

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uffef]/u;

function isCjk(src: string, pos: number): boolean {
  const code = src.codePointAt(pos);
  return code !== undefined && CJK.test(String.fromCodePoint(code));
}
