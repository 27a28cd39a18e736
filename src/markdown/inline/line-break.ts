import type { SpanState } from "./state.ts";

/**
 * A line that ends with two blanks is broken there. GFM input breaks lines that end with a backslash as well, or all
 * lines with `hard_wrap`, but not inside HTML elements, deleted text and footnotes.
 */
export function newline(state: SpanState): boolean {
  const { options } = state.document;
  // The characters are looked up in the source: reading the end of the text so far would copy all of it.
  const { src, pos } = state;
  const visible = pos - state.textStart;
  if (visible >= 2 && src.charCodeAt(pos - 1) === 0x20 && src.charCodeAt(pos - 2) === 0x20) {
    state.pending = state.pending.slice(0, -2);
    return pushBreak(state, pos);
  }
  if (state.gfmBreaks) {
    if (state.hardWrap) return pushBreak(state, pos);
    if (visible >= 1 && src.charCodeAt(pos - 1) === 0x5c) {
      state.pending = state.pending.slice(0, -1);
      return pushBreak(state, pos);
    }
  }
  if (options.remove_line_breaks_for_cjk && isCjk(state.src, pos - 1) && isCjk(state.src, pos + 1)) {
    state.pos++;
    return true;
  }
  return false;
}

/** Two backslashes at the end of a line break it. */
export function backslashBreak(state: SpanState): boolean {
  const { src, pos } = state;
  if (!src.startsWith("\\\n", pos + 1) || pos + 2 >= state.posMax) return false;
  return pushBreak(state, pos + 2);
}

function pushBreak(state: SpanState, pos: number): true {
  state.push("line_break", "br", 0);
  state.pending = "\n";
  state.finish(undefined, pos + 1);
  state.textStart = pos;
  state.elementEnd = -1;
  return true;
}

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uffef]/u;

function isCjk(src: string, pos: number): boolean {
  const code = src.codePointAt(pos);
  return code !== undefined && CJK.test(String.fromCodePoint(code));
}
