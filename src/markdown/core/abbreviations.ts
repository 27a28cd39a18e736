import type { Token } from "markdown-it";
import { escapePattern } from "../../escape-pattern.ts";
import { addTo, type Some } from "../../grouped.ts";
import { once } from "../../memo.ts";
import { applyAttributes } from "../attributes.ts";
import type { Abbreviation, Document } from "../document.ts";
import { matchesAt } from "../text.ts";
import { createToken, textToken } from "../token.ts";

const WORD = String.raw`[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}]`;
/** With the no-break space. */
const BLANKS = /\s+/g;

/** A word, or a character that is part of none. */
const part = once(() => new RegExp(`${WORD}+|[^]`, "gu"));
const inWord = once(() => new RegExp(WORD, "uy"));

/**
 * Patterns of the abbreviations of a text, the longest first, by their first word (or first character, where that is none), so that many
 * cost no more than few.
 */
export type AbbreviationIndex = ReadonlyMap<string, readonly RegExp[]>;

/** Undefined if there are no abbreviations. */
export function indexAbbreviations({ abbreviations, options }: Document): AbbreviationIndex | undefined {
  if (abbreviations.size === 0) return undefined;
  const groups = new Map<string, Some<RegExp>>();
  for (const name of [...abbreviations.keys()].sort((a, b) => b.length - a.length)) {
    const first = name.match(part())?.[0] ?? "";
    const escaped = escapePattern(name);
    // Since kramdown 2.5 a blank stands for any white space, the end of a line included.
    const source = options.version === "2.4" ? escaped : escaped.replace(BLANKS, "\\s+");
    addTo(groups, first, new RegExp(source, "y"));
  }
  return groups;
}

/** Marks the abbreviations that the text defines wherever they stand as whole words in text. */
export function markAbbreviations(children: Token[], document: Document, index: AbbreviationIndex): Token[] {
  const marked: Token[] = [];
  for (const token of children) {
    if (token.type !== "text") marked.push(token);
    else split(token, document, index, marked);
  }
  return marked;
}

function split(token: Token, { abbreviations }: Document, index: AbbreviationIndex, marked: Token[]): void {
  const { content } = token;
  let end = 0;
  let afterWord = false;
  for (const { 0: text, index: start } of content.matchAll(part())) {
    const isWithinWord = afterWord;
    afterWord = matchesAt(inWord(), text, 0);
    if (start < end || isWithinWord) continue;
    const name = nameAt(content, start, index.get(text) ?? []);
    if (name === undefined) continue;
    const definition = abbreviations.get(name) ?? abbreviations.get(name.replace(BLANKS, " "));
    if (definition === undefined) continue;
    if (start > end) marked.push(textLike(token, content.slice(end, start)));
    marked.push(abbreviationToken(name, definition));
    end = start + name.length;
  }
  if (end === 0) marked.push(token);
  else if (end < content.length) marked.push(textLike(token, content.slice(end)));
}

/** The longest name that stands at a place as whole words. */
function nameAt(text: string, pos: number, patterns: readonly RegExp[]): string | undefined {
  for (const pattern of patterns) {
    if (matchesAt(pattern, text, pos) && !matchesAt(inWord(), text, pattern.lastIndex)) {
      return text.slice(pos, pattern.lastIndex);
    }
  }
  return undefined;
}

function textLike({ meta }: Token, content: string): Token {
  return Object.assign(textToken(content), { meta });
}

function abbreviationToken(name: string, { title, attributes }: Abbreviation): Token {
  const token = createToken("abbreviation", "abbr", 0, name);
  if (attributes !== undefined) applyAttributes(token, attributes);
  if (title !== "") token.attrPush(["title", title]);
  return token;
}
