import { entityCodePoint } from "../entities.ts";
import { isSpace } from "../text.ts";
import { pushEntity } from "./entity.ts";
import type { SpanState } from "./state.ts";

const SINGLE = 0x27;
const DOUBLE = 0x22;

/** Places in `smart_quotes`. */
const LEFT = 0;
const RIGHT = 1;

/**
 * Straight quotes become curly ones by the rules of SmartyPants (kramdown syntax, "Typographic Symbols"): decided by the
 * characters around, where the one before counts only if it is plain text.
 */
export function smartQuotes(state: SpanState): boolean {
  const { src, pos } = state;
  const code = src.charCodeAt(pos);
  const next = pos + 1 < state.posMax ? src.charCodeAt(pos + 1) : Number.NaN;
  // A backslash is never looked at: where it escapes, the quote is no longer here.
  const before = pos > state.textStart && src[pos - 1] !== "\\" ? src.charCodeAt(pos - 1) : Number.NaN;
  const isFirst = Number.isNaN(before);
  if (isFirst && isBeforeEmphasis(src, pos + 1, state.posMax)) return quote(state, code, LEFT, 1);
  if (isFirst && isPunctuation(next) && !isEllipsis(src, pos + 1) && isAtNonWordBreak(src, pos + 2)) {
    return quote(state, code, RIGHT, 1);
  }
  const afterBlank = isFirst || isSpace(before);
  if (afterBlank && code !== next && isQuote(next) && pos + 2 < state.posMax && isAsciiWord(src.charCodeAt(pos + 2))) {
    quote(state, code, LEFT, 1);
    return quote(state, next, LEFT, 1);
  }
  if (isFirst && isQuote(next)) {
    state.pending += src[pos];
    state.pos++;
    return quote(state, next, RIGHT, 1);
  }
  if (afterBlank && code === SINGLE && isDecade(src, pos + 1)) return quote(state, code, RIGHT, 1);
  if (isSpace(before) && isAsciiWord(next)) return quote(state, code, LEFT, 1);
  if (!isFirst && isClosing(before)) return quote(state, code, RIGHT, 1);
  if (isFirst && isEndOfWord(src, pos + 1, state.posMax)) return quote(state, code, RIGHT, 1);
  return quote(state, code, LEFT, 1);
}

function quote(state: SpanState, code: number, side: number, length: number): true {
  const name = state.document.options.smart_quotes[(code === DOUBLE ? 2 : 0) + side]!;
  pushEntity(state, entityCodePoint(name) ?? code, undefined);
  state.finish(undefined, state.pos + length);
  return true;
}

function isQuote(code: number): boolean {
  return code === SINGLE || code === DOUBLE;
}

/** One or two marks of emphasis and then something else than a blank. */
function isBeforeEmphasis(src: string, pos: number, end: number): boolean {
  const code = src.charCodeAt(pos);
  if ((code !== 0x2a && code !== 0x5f) || pos + 1 >= end) return false;
  return !isSpace(src.charCodeAt(pos + 1));
}

function isPunctuation(code: number): boolean {
  return (
    (code >= 0x21 && code <= 0x2f && code !== 0x26) ||
    (code >= 0x3a && code <= 0x40) ||
    (code >= 0x5b && code <= 0x60) ||
    (code >= 0x7b && code <= 0x7e)
  );
}

function isEllipsis(src: string, pos: number): boolean {
  return src.charCodeAt(pos + 1) === 0x2e && src.charCodeAt(pos + 2) === 0x2e;
}

/** No word begins right after the punctuation. */
function isAtNonWordBreak(src: string, pos: number): boolean {
  const after = isWord(src, pos, src.length);
  return src.charCodeAt(pos - 1) === 0x5f ? after : !after;
}

function isWord(src: string, pos: number, end: number): boolean {
  if (pos >= end) return false;
  const code = src.charCodeAt(pos);
  return code < 128 ? isAsciiWord(code) : /[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}]/u.test(src[pos]!);
}

/** Ruby's `\w`, which knows no other letters, as `\b` does. */
function isAsciiWord(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || code === 0x5f || ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a);
}

/** Two digits and `s`, as in '80s. */
function isDecade(src: string, pos: number): boolean {
  return isDigit(src.charCodeAt(pos)) && isDigit(src.charCodeAt(pos + 1)) && src.charCodeAt(pos + 2) === 0x73;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** A character after which a quote closes: none of blanks, opening brackets, the dash and the backslash. */
function isClosing(code: number): boolean {
  switch (code) {
    case 0x20:
    case 0x5c:
    case 0x09:
    case 0x0d:
    case 0x0a:
    case 0x5b:
    case 0x7b:
    case 0x28:
    case 0x2d:
      return false;
    default:
      return true;
  }
}

/** White space, the end of a line, or the `s` of a genitive. */
function isEndOfWord(src: string, pos: number, end: number): boolean {
  if (pos >= end) return true;
  const code = src.charCodeAt(pos);
  return isSpace(code) || (code === 0x73 && !isWord(src, pos + 1, end));
}
