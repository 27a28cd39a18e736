import { letterPattern } from "../../letters.ts";
import { NAME } from "../html-grammar.ts";
import { isSpanElement } from "../html-names.ts";
import { matchesAt } from "../text.ts";
import { splitWords } from "./code-fenced.ts";
import type { BlockState } from "./state.ts";

const ATTRIBUTE_LINE = /\{:(?!:|\/)(?:\\\}|[^}])+\}[ \t\r\f\v]*(?:\n|$)/y;
const END_MARK_LINE = /\^[ \t\r\f\v]*(?:\n|$)/y;
const tagName = letterPattern(
  String.raw`<(\/?)(${NAME})([ \t\n\v\f\r]*>)?`,
  String.raw`<(\/?)(${NAME})(?:([ \t\n\v\f\r]*>)|(?=[ \t\n\v\f\r/]))`,
);
const DEFINITION = /:(?:[ \t]|$)/my;
const LIST_ITEM = /(?:[*+-]|\d+\.)[ \t]/y;
const FENCE_MARKS = /`{3,}|~{3,}/y;
const FENCE_INFO = /^[ \t]*(?:[^ \t\v\f\r?]+?(?:\?[^ \t\v\f\r]*)?)?[ \t]*$/;

/** Whether a line holds white space alone. */
export function isBlank(state: BlockState, line: number): boolean {
  let pos = state.bMarks[line]! + state.tShift[line]!;
  const end = state.eMarks[line]!;
  while (pos < end) {
    const code = state.src.charCodeAt(pos);
    if (code !== 0x20 && (code < 0x09 || code > 0x0d)) return false;
    pos++;
  }
  return true;
}

/** The line is an attribute list and nothing else. */
function isAttributeLine(state: BlockState, pos: number): boolean {
  return matchesAt(ATTRIBUTE_LINE, state.src, pos);
}

/** Whether a line is the mark that ends a block: `^`. */
export function isEndMark(state: BlockState, line: number): boolean {
  const pos = state.bMarks[line]!;
  return state.src.charCodeAt(pos) === 0x5e && matchesAt(END_MARK_LINE, state.src, pos);
}

/** A tag at the start of a line that no lazy line may hold: any but those of elements inside a line. */
function isBlockTag(state: BlockState, pos: number): boolean {
  const match = tagName(state.src, pos);
  if (match === null || (match[1] !== "" && match[3] === undefined)) return false;
  const name = match[2]!;
  const word = /^[\w]+(?=[-.:])/.exec(name);
  return !mayContinue(state, name) && (word === null || !mayContinue(state, word[0]));
}

function mayContinue(state: BlockState, name: string): boolean {
  return name === "script" || isSpanElement(name, state.document.options.version);
}

/** The line cannot continue a block lazily (kramdown syntax, "Lazy Syntax"). */
export function endsLazily(state: BlockState, line: number): boolean {
  if (state.boundaries.has(line) || isBlank(state, line)) return true;
  const pos = state.contentStart(line);
  if (pos < 0) return false;
  switch (state.src.charCodeAt(pos)) {
    case 0x7b /* { */:
      return isAttributeLine(state, pos);
    case 0x5e /* ^ */:
      return isEndMark(state, line);
    case 0x3c /* < */:
      return isBlockTag(state, pos);
    default:
      return false;
  }
}

/** An attribute list or the tag of a block, which no item takes lazily. @param pos where the line's content begins, or -1 */
export function breaksItem(state: BlockState, pos: number): boolean {
  if (pos < 0) return false;
  const code = state.src.charCodeAt(pos);
  return code === 0x7b ? isAttributeLine(state, pos) : code === 0x3c && isBlockTag(state, pos);
}

/** The line cannot continue a paragraph. With GFM input more blocks may interrupt one (`gfm_quirks: paragraph_end`). */
export function endsParagraph(state: BlockState, line: number): boolean {
  if (state.boundaries.has(line)) return true;
  const pos = state.contentStart(line);
  if (pos < 0) return isBlank(state, line);
  switch (state.src.charCodeAt(pos)) {
    case 0x3a /* : */:
      return matchesAt(DEFINITION, state.src, pos);
    case 0x23 /* # */:
      return (
        interruptsParagraphs(state) &&
        /[ \t]/.test(state.src[pos + headerMarks(state, pos)] ?? "") &&
        pos === state.bMarks[line]
      );
    case 0x3e /* > */:
      return interruptsParagraphs(state);
    case 0x60 /* ` */:
    case 0x7e /* ~ */:
      return interruptsParagraphs(state) && isFence(state, line, pos);
    case 0x2a:
    case 0x2b:
    case 0x2d:
    case 0x30:
    case 0x31:
    case 0x32:
    case 0x33:
    case 0x34:
    case 0x35:
    case 0x36:
    case 0x37:
    case 0x38:
    case 0x39:
      return interruptsParagraphs(state) && matchesAt(LIST_ITEM, state.src, pos);
    default:
      return endsLazily(state, line);
  }
}

function isFence(state: BlockState, line: number, pos: number): boolean {
  if (!matchesAt(FENCE_MARKS, state.src, pos)) return false;
  const { language } = splitWords(state.src.slice(FENCE_MARKS.lastIndex, state.eMarks[line]), state.document);
  return FENCE_INFO.test(language);
}

function headerMarks(state: BlockState, pos: number): number {
  let count = 0;
  while (count < 6 && state.src.charCodeAt(pos + count) === 0x23) count++;
  return count;
}

/** GFM's quirk `paragraph_end`: headers and fences need no blank line before them. */
export function interruptsParagraphs(state: BlockState): boolean {
  const { options } = state.document;
  return options.input === "GFM" && options.gfm_quirks.includes("paragraph_end");
}
