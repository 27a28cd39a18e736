import { isSpace } from "../text.ts";
import { attempt } from "./attempt.ts";
import { parseSpans, takeText } from "./parser.ts";
import { EMPHASIS, type SpanState, STRONG } from "./state.ts";

/** `*a*`, `_a_`, `**a**`, `__a__` (kramdown syntax, "Emphasis"). */
export function emphasis(state: SpanState): boolean {
  const { src, pos } = state;
  const code = src.charCodeAt(pos);
  const isDouble = src.charCodeAt(pos + 1) === code;
  const length = isDouble ? 2 : 1;
  const kind = isDouble ? STRONG : EMPHASIS;
  const delimiter = src.slice(pos, pos + length);
  const after = pos + length;
  if (isSpace(src.charCodeAt(after)) || (state.ancestors & kind) !== 0) return takeText(state, delimiter, length);
  if (code === 0x5f && pos > 0) {
    if (endsInLetter(src, pos - 1)) return takeText(state, delimiter, length);
    if (state.document.options.version !== "2.4" && isInWord(src, pos)) return takeRun(state);
  }
  if (readElement(state, code, kind)) return true;
  if (isDouble && (state.ancestors & EMPHASIS) === 0 && readElement(state, code, EMPHASIS)) return true;
  return takeText(state, delimiter, length);
}

/** Underscores alone stand between the place and a letter: since kramdown 2.5 they are part of the word, however many. */
function isInWord(src: string, pos: number): boolean {
  let before = pos - 1;
  while (before >= 0 && src.charCodeAt(before) === 0x5f) before--;
  return before >= 0 && before < pos - 1 && isLetter(src, before);
}

/** The underscores from here on as text. */
function takeRun(state: SpanState): true {
  const { src, pos } = state;
  let end = pos;
  while (src.charCodeAt(end) === 0x5f) end++;
  return takeText(state, src.slice(pos, end), end - pos);
}

/** Reads an element from the current position; restores the state if it has no end. */
function readElement(state: SpanState, code: number, kind: number): boolean {
  const start = state.pos;
  const length = kind === STRONG ? 2 : 1;
  const search = `${code} ${kind} ${state.ancestors}`;
  if (state.fails(search, start, state.endless)) return false;
  const tag = kind === STRONG ? "strong" : "em";
  const found = attempt(state, () => {
    const open = state.push(`${tag}_open`, tag, 1);
    const first = state.tokens.length;
    state.pos = state.textStart = start + length;
    state.ancestors |= kind;
    const ended = parseSpans(state, { code, matches: (inner) => isEnd(inner, code, kind, first) });
    state.ancestors &= ~kind;
    if (!ended) return false;
    const end = state.pos + length;
    state.push(`${tag}_close`, tag, -1);
    state.finish(open, end);
    return true;
  });
  if (found) return true;
  state.fail(search, start, state.endless);
  state.vain += state.posMax - start;
  return false;
}

function isEnd(state: SpanState, code: number, kind: number, first: number): boolean {
  const { src, pos } = state;
  const next = src.charCodeAt(pos + 1);
  if (kind === STRONG ? next !== code : next === code && src.charCodeAt(pos + 2) !== code) return false;
  if (isSpace(src.charCodeAt(pos - 1)) || (state.tokens.length === first && state.pending === "")) return false;
  return code !== 0x5f || !isWord(src, pos + (kind === STRONG ? 2 : 1));
}

/** Whether a letter stands there, or a hyphen behind one: kramdown's `/[[:alpha:]]-?[[:alpha:]]*\z/`. */
function endsInLetter(src: string, pos: number): boolean {
  return isLetter(src, src.charCodeAt(pos) === 0x2d ? pos - 1 : pos);
}

function isLetter(src: string, pos: number): boolean {
  const code = src.charCodeAt(pos);
  if (code < 128) return (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;
  return /\p{Alphabetic}/u.test(src[pos] ?? "");
}

function isWord(src: string, pos: number): boolean {
  const code = src.charCodeAt(pos);
  if (code < 128) return (code >= 0x30 && code <= 0x39) || ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a);
  return pos < src.length && /[\p{Alphabetic}\p{M}\p{Nd}]/u.test(src[pos]!);
}
