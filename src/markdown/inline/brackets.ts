import { readTag } from "../html-grammar.ts";
import { CDATA_END, CDATA_START } from "./cdata.ts";
import type { SpanState } from "./state.ts";

/**
 * Position of the `]` that closes the bracket at `open`, or -1. Escaped brackets and those in code, formulas and tags
 * do not count. The whole text is looked through once, when a nested bracket is first met.
 */
export function closingBracket(state: SpanState, open: number): number {
  const { src, posMax } = state;
  if (state.brackets === undefined) {
    for (let pos = open + 1; pos < posMax; pos++) {
      switch (src.charCodeAt(pos)) {
        case 0x5d:
          return pos;
        case 0x5b:
        case 0x60:
        case 0x3c:
        case 0x24:
          state.brackets = matchBrackets(state);
          return withinRange(state.brackets.get(open), posMax);
        case 0x5c:
          pos++;
          break;
        default:
      }
    }
    state.brackets = matchBrackets(state);
  }
  return withinRange(state.brackets.get(open), posMax);
}

function withinRange(pos: number | undefined, end: number): number {
  return pos === undefined || pos >= end ? -1 : pos;
}

/** Behind the span of code that a backtick begins, or behind the backticks that begin none. */
function behindCode({ src, backtickRuns }: SpanState, pos: number): number {
  let after = pos;
  while (src.charCodeAt(after) === 0x60) after++;
  const isLone = after - pos === 1 && BLANK.test(src[pos - 1] ?? "x") && BLANK.test(src[after] ?? "x");
  const end = isLone ? -1 : backtickRuns.find(after - pos, after, src.length);
  return end < 0 ? after : end + after - pos;
}

const BLANK = /[ \t\n\v\f\r]/;

function matchBrackets(state: SpanState): Map<number, number> {
  const { src, document } = state;
  const hasCdata = document.options.version !== "2.4";
  const pairs = new Map<number, number>();
  const open: number[] = [];
  const missing = new Set<string>();
  const skipTo = (delimiter: string, from: number): number => {
    if (missing.has(delimiter)) return from;
    const end = src.indexOf(delimiter, from);
    if (end >= 0) return end + delimiter.length;
    missing.add(delimiter);
    return from;
  };
  let pos = 0;
  while (pos < src.length) {
    switch (src.charCodeAt(pos)) {
      case 0x5c:
        pos += 2;
        break;
      case 0x5b:
        open.push(pos++);
        break;
      case 0x5d: {
        const start = open.pop();
        if (start !== undefined) pairs.set(start, pos);
        pos++;
        break;
      }
      case 0x60:
        pos = behindCode(state, pos);
        break;
      case 0x24:
        pos = src.charCodeAt(pos + 1) === 0x24 ? skipTo("$$", pos + 2) : pos + 1;
        break;
      case 0x3c:
        pos =
          hasCdata && src.startsWith(CDATA_START, pos)
            ? skipTo(CDATA_END, pos + 1)
            : (readTag(src, pos)?.end ?? pos + 1);
        break;
      default:
        pos++;
    }
  }
  return pairs;
}
