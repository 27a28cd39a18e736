import { isSpace, trim } from "../text.ts";
import type { SpanState } from "./state.ts";

/** What stands in parentheses behind the text of a link. */
export interface Target {
  readonly url: string;
  readonly title: string | undefined;
  /** Position after the target. */
  readonly end: number;
}

const ANGLE = /\(<([^\n>]*)>/y;
const TITLE = /[ \t\n\v\f\r]*(?:"([\s\S]+?)"|'([\s\S]+?)')[ \t\n\v\f\r]*\)/y;

/** Reads `(address "title")` at `open`. Parentheses in the address must be balanced; blanks are allowed. */
export function readTarget(state: SpanState, open: number): Target | undefined {
  const { src } = state;
  ANGLE.lastIndex = open;
  const mayBeAngle = src.charCodeAt(open + 1) === 0x3c && !state.fails(">", open);
  const angle = mayBeAngle ? ANGLE.exec(src) : null;
  if (mayBeAngle && angle === null && src.indexOf(">", open) < 0) state.fail(">", open);
  if (angle !== null) {
    const after = ANGLE.lastIndex;
    if (src.charCodeAt(after) === 0x29) return { url: angle[1]!, title: undefined, end: after + 1 };
    return withTitle(state, angle[1]!, after);
  }
  if (state.openParentheses?.has(open)) return undefined;
  const unclosed: number[] = [];
  for (let pos = open; pos < state.posMax; pos++) {
    const code = src.charCodeAt(pos);
    if (code === 0x28) unclosed.push(pos);
    else if (code === 0x29) {
      unclosed.pop();
      if (unclosed.length === 0) return { url: trim(src.slice(open + 1, pos)), title: undefined, end: pos + 1 };
    } else if (unclosed.length >= 1 && isSpace(code) && isQuote(src.charCodeAt(pos + 1))) {
      const found = withTitle(state, trim(src.slice(open + 1, pos)), pos);
      if (found !== undefined) return found;
      if (unclosed.length === 1) return undefined;
    }
  }
  state.openParentheses ??= new Set();
  for (const pos of unclosed) state.openParentheses.add(pos);
  return undefined;
}

function withTitle(state: SpanState, url: string, pos: number): Target | undefined {
  if (state.fails("title", pos)) return undefined;
  TITLE.lastIndex = pos;
  const match = TITLE.exec(state.src);
  if (match !== null && TITLE.lastIndex <= state.posMax) {
    return { url, title: match[1] ?? match[2], end: TITLE.lastIndex };
  }
  if (state.src.indexOf(")", pos) < 0) state.fail("title", pos);
  return undefined;
}

function isQuote(code: number): boolean {
  return code === 0x22 || code === 0x27;
}
