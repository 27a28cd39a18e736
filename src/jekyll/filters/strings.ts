/** Filters of texts. Characters are Ruby's: code points. */

import { capitalize, downcase } from "../../case.ts";
import { slugify, slugModeOf } from "../../slug.ts";
import { lstrip, rstrip, strip } from "../blank.ts";
import { countCharacters, sizeOf } from "../lookup.ts";
import { strictInteger } from "../numbers.ts";
import type { Scope } from "../scope.ts";
import { joinList } from "../text.ts";
import { hashPairs, isHash, isList, type Ruby } from "../values.ts";
import { type FilterTable, filter, plain, textual, unsuited } from "./define.ts";
import { removeFirst } from "./remove-first.ts";
import { stripHtml } from "./strip-html.ts";

const SPACE = /[ \t\r\n\f\v]+/;
const CJK = "\\p{Script=Han}\\p{Script=Katakana}\\p{Script=Hiragana}\\p{Script=Hangul}";
const CJK_CHARACTER = new RegExp(`[${CJK}]`, "gu");
const OTHER_WORD = new RegExp(`[^${CJK} \\t\\r\\n\\f\\v]+`, "gu");

function numberOfWords(text: string, mode: Ruby): number {
  const words = () => text.split(SPACE).filter((word) => word !== "").length;
  if (mode !== "cjk" && mode !== "auto") return words();
  const characters = text.match(CJK_CHARACTER)?.length ?? 0;
  if (mode === "auto" && characters === 0) return words();
  return characters + (text.match(OTHER_WORD)?.length ?? 0);
}

/** Part of a text by characters, as Ruby's `String#slice` takes it; undefined where it begins beyond the end. */
function sliceText(text: string, offset: number, length: number): string | undefined {
  const size = countCharacters(text);
  const from = offset < 0 ? size + offset : offset;
  if (from < 0 || from > size || length < 0) return undefined;
  return size === text.length ? text.slice(from, from + length) : [...text].slice(from, from + length).join("");
}

function sliceList(list: readonly Ruby[], offset: number, length: number): readonly Ruby[] {
  const from = offset < 0 ? list.length + offset : offset;
  return from < 0 || from > list.length || length < 0 ? [] : list.slice(from, from + length);
}

/** Ruby's `String#split`: a blank cuts at white space, empty parts at the end are dropped. */
function split(text: string, pattern: string): readonly string[] {
  const parts = pattern === " " ? text.split(SPACE) : pattern === "" ? [...text] : text.split(pattern);
  if (pattern === " " && parts[0] === "") parts.shift();
  while (parts.at(-1) === "") parts.pop();
  return parts;
}

/** What a replacement says by its backslashes, as in Ruby's `gsub`. */
function expand(replacement: string, text: string, from: number, length: number): string {
  if (!replacement.includes("\\")) return replacement;
  return replacement.replace(/\\([0-9&`'\\])/g, (_, code: string) => {
    if (code === "\\") return "\\";
    if (code === "0" || code === "&") return text.slice(from, from + length);
    if (code === "`") return text.slice(0, from);
    return code === "'" ? text.slice(from + length) : "";
  });
}

function replaceAll(text: string, wanted: string, replacement: string): string {
  const parts = wanted === "" ? undefined : partsBetween(text, wanted);
  if (parts?.length === 1) return text;
  if (parts !== undefined && !replacement.includes("\\")) return parts.join(replacement);
  // With the flag an empty text is found between characters, never within one.
  const everywhere = wanted === "" ? /(?:)/gu : wanted;
  return text.replaceAll(everywhere, (match, at: number) => expand(replacement, text, at, match.length));
}

/**
 * What `text.split(separator)` gives. Layouts that compress pages replace ` <p` and the like a hundred times a page: blanks are
 * everywhere in it, so what stands behind the blank is looked for.
 */
function partsBetween(text: string, separator: string): readonly string[] {
  if (!/^ [^ ]/.test(separator)) return text.split(separator);
  const rest = separator.slice(1);
  const parts: string[] = [];
  let start = 0;
  for (let at = text.indexOf(rest, 1); at >= 0; ) {
    const isFound = text.charCodeAt(at - 1) === 0x20;
    if (isFound) {
      parts.push(text.slice(start, at - 1));
      start = at + rest.length;
    }
    at = text.indexOf(rest, isFound ? start + 1 : at + 1);
  }
  parts.push(text.slice(start));
  return parts;
}

function replaceFirst(text: string, wanted: string, replacement: string): string {
  return text.replace(wanted, (match, at: number) => expand(replacement, text, at, match.length));
}

function replaceLast(text: string, wanted: string, replacement: string): string {
  const at = text.lastIndexOf(wanted);
  return at < 0 ? text : text.slice(0, at) + replacement + text.slice(at + wanted.length);
}

/** A text with more after so many words, white space alone included, is cut there. */
function truncateWords(text: string, wanted: number, ending: string): string {
  const count = Math.max(1, wanted);
  const parts = text.replace(/^[ \t\r\n\f\v]+/, "").split(SPACE);
  return parts.length <= count ? text : parts.slice(0, count).join(" ") + ending;
}

function sentence(list: readonly string[], connector: string): string {
  if (list.length < 3) return list.join(` ${connector} `);
  return `${list.slice(0, -1).join(", ")}, ${connector} ${list.at(-1)}`;
}

/** A list within a list is run together, where it does not stand last. */
function itemText(item: Ruby, index: number, list: readonly Ruby[], scope: Scope): string {
  const isJoined = isList(item) && list.length > 2 && index < list.length - 1;
  return isJoined ? joinList(item, ", ", scope.zone) : scope.text(item);
}

export const stringFilters: FilterTable = {
  size: plain((input) => sizeOf(input) ?? 0),
  downcase: textual(downcase),
  upcase: textual((text) => text.toUpperCase()),
  capitalize: textual(capitalize),
  append: filter(1, 1, (scope, input, ending = null) => scope.text(input) + scope.text(ending)),
  prepend: filter(1, 1, (scope, input, beginning = null) => scope.text(beginning) + scope.text(input)),
  replace: filter(1, 2, (scope, input, wanted = null, replacement = "") =>
    replaceAll(scope.text(input), scope.text(wanted), scope.text(replacement)),
  ),
  replace_first: filter(1, 2, (scope, input, wanted = null, replacement = "") =>
    replaceFirst(scope.text(input), scope.text(wanted), scope.text(replacement)),
  ),
  replace_last: filter(2, 2, (scope, input, wanted = null, replacement = "") =>
    replaceLast(scope.text(input), scope.text(wanted), scope.text(replacement)),
  ),
  remove: filter(1, 1, (scope, input, wanted = null) => scope.text(input).replaceAll(scope.text(wanted), "")),
  remove_first: filter(1, 1, (scope, input, wanted = null) => removeFirst(scope.text(input), scope.text(wanted))),
  remove_last: filter(1, 1, (scope, input, wanted = null) => replaceLast(scope.text(input), scope.text(wanted), "")),
  slice: filter(1, 2, (scope, input, offset = null, length = 1) => {
    const [from, count] = [strictInteger(offset), length === null || length === false ? 1 : strictInteger(length)];
    return isList(input) ? sliceList(input, from, count) : (sliceText(scope.text(input), from, count) ?? "");
  }),
  split: filter(1, 1, (scope, input, pattern = null) => split(scope.text(input), scope.text(pattern))),
  strip: textual((text) => strip(text)),
  lstrip: textual((text) => lstrip(text)),
  rstrip: textual((text) => rstrip(text)),
  strip_newlines: textual((text) => text.replace(/\r?\n/g, "")),
  newline_to_br: textual((text) => text.replace(/\r?\n/g, "<br />\n")),
  strip_html: textual(stripHtml),
  truncate: filter(0, 2, (scope, input, length = 50, ending = "...") => {
    if (input === null) return null;
    const [text, end] = [scope.text(input), scope.text(ending)];
    const most = strictInteger(length);
    if (countCharacters(text) <= most) return text;
    return (sliceText(text, 0, Math.max(0, most - countCharacters(end))) ?? "") + end;
  }),
  truncatewords: filter(0, 2, (scope, input, words = 15, ending = "...") =>
    input === null ? null : truncateWords(scope.text(input), strictInteger(words), scope.text(ending)),
  ),
  normalize_whitespace: textual((text) => text.split(SPACE).join(" ").replace(/^ | $/g, "")),
  number_of_words: filter(0, 1, (_scope, input, mode = null) => {
    if (typeof input !== "string") throw unsuited("number_of_words", "a text");
    return numberOfWords(input, mode);
  }),
  array_to_sentence_string: filter(0, 1, (scope, input, connector = "and") => {
    const word = scope.text(connector);
    if (isHash(input))
      return sentence(
        hashPairs(input).map(() => ""),
        word,
      );
    if (isList(input))
      return sentence(
        input.map((item, index) => itemText(item, index, input, scope)),
        word,
      );
    // Ruby takes a short text by its characters.
    if (typeof input !== "string" || countCharacters(input) > 2) throw unsuited("array_to_sentence_string", "a list");
    return sentence([...input], word);
  }),
  slugify: filter(0, 1, (scope, input, mode = null) => {
    if (input === null) return null;
    if (typeof input !== "string") throw unsuited("slugify", "a text");
    const wanted = mode === null || mode === false ? "default" : scope.text(mode);
    return slugify(input, slugModeOf(wanted));
  }),
};
