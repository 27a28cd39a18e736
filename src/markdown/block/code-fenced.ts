import { type Document, warn } from "../document.ts";
import { trim } from "../text.ts";
import { note } from "../token-meta.ts";
import type { BlockState } from "./state.ts";

const OPENING = /([`~])\1{2,}(?=[^`~]|$)|([`~])\2{2,}/y;
const INFO = /^[ \t\n\v\f\r]*(?:([^ \t\n\v\f\r]+?)(?:\?([^ \t\n\v\f\r]*))?)?[ \t\n\v\f\r]*$/;

/** Code between lines of three or more `~` or backticks; one word may name its language. */
export function codeFenced(state: BlockState, startLine: number, endLine: number): boolean {
  const start = openingAt(state, startLine);
  if (start < 0) return false;
  OPENING.lastIndex = start;
  if (!OPENING.test(state.src)) return false;
  const code = state.src.charCodeAt(start);
  let pos = start;
  while (state.src.charCodeAt(pos) === code) pos++;
  const { language, words } = splitWords(state.src.slice(pos, state.eMarks[startLine]), state.document);
  if (!INFO.test(language)) return false;
  // Where only fewer marks close it, kramdown's pattern opens with as few, and those left over begin the name of the language.
  const length = Math.min(pos - start, longestEnds(state, code)[startLine + 1]!);
  const info = INFO.exec(state.src.slice(start + length, pos) + language);
  const closing = length < 3 || info === null ? -1 : closingLine(state, startLine + 1, endLine, code, length);
  if (closing < 0 || info === null) {
    const isInLine = language.includes(state.src.charAt(start));
    if (!isInLine && length < pos - start)
      warn(state.document, startLine + state.lineOffset, "This fence of code is never closed");
    return false;
  }
  state.line = closing + 1;
  const token = state.block("code_block", "code", 0, startLine, closing + 1);
  token.markup = state.src.slice(start, pos);
  const from = state.eMarks[startLine]! + 1;
  token.content = closing > startLine + 1 ? `${state.src.slice(from, state.eMarks[closing - 1])}\n` : "";
  if (words !== "") note(token, { words });
  if (info[1] !== undefined) token.info = info[2] === undefined ? info[1] : `${info[1]}?${info[2]}`;
  return true;
}

/** What follows the marks of a fence, without the words that a plugin allows. */
export function splitWords(text: string, { fenceWords }: Document): { language: string; words: string } {
  const match = fenceWords?.exec(text);
  return { language: match?.[1] ?? text, words: match?.[2] ?? "" };
}

/** Only GFM input allows backticks, and blanks before a fence. */
function openingAt(state: BlockState, line: number): number {
  const start = state.contentStart(line);
  if (state.document.options.input === "GFM") return start;
  return start === state.bMarks[line] && state.src.charCodeAt(start) === 0x7e ? start : -1;
}

function closingLine(state: BlockState, from: number, end: number, code: number, length: number): number {
  for (let line = from; line < end; line++) if (endLength(state, line, code) >= length) return line;
  return -1;
}

/** For each line the length of the longest end of a fence there or further down, so that fences without an end cost no search. */
function longestEnds(state: BlockState, code: number): Int32Array {
  const known = state.longestEnds.get(code);
  if (known !== undefined) return known;
  const longest = new Int32Array(state.lineMax + 1);
  for (let line = state.lineMax - 1; line >= 0; line--) {
    longest[line] = Math.max(endLength(state, line, code), longest[line + 1]!);
  }
  state.longestEnds.set(code, longest);
  return longest;
}

/** How many marks the line is, if it is nothing else; 0 for any other line. */
function endLength(state: BlockState, line: number, code: number): number {
  const start = openingAt(state, line);
  if (start < 0 || state.src.charCodeAt(start) !== code) return 0;
  let pos = start;
  while (state.src.charCodeAt(pos) === code) pos++;
  return trim(state.src.slice(pos, state.eMarks[line])) === "" ? pos - start : 0;
}
