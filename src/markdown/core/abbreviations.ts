import MarkdownIt, { type Token } from "markdown-it";
import { applyAttributes } from "../attributes.ts";
import type { Abbreviation, Document } from "../document.ts";

const WORD = String.raw`[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}]`;
const BLANKS = /[ \t\n\v\f\r]+/g;

/** A word, or a character that is part of none. */
const PART = new RegExp(`${WORD}+|[^]`, "gu");

/** The abbreviations of a text by their first word (or first character, where that is none), so that many cost no more than few. */
export type AbbreviationIndex = ReadonlyMap<string, RegExp>;

/** Undefined if there are no abbreviations. */
export function indexAbbreviations(document: Document): AbbreviationIndex | undefined {
  if (document.abbreviations.size === 0) return undefined;
  const groups = new Map<string, string[]>();
  for (const name of document.abbreviations.keys()) {
    const first = name.match(PART)?.[0] ?? "";
    const group = groups.get(first);
    if (group === undefined) groups.set(first, [name]);
    else group.push(name);
  }
  return new Map([...groups].map(([first, names]) => [first, patternOf(names, document)]));
}

/** Matches the longest of the names at a place. */
function patternOf(names: readonly string[], document: Document): RegExp {
  const sorted = [...names].sort((a, b) => b.length - a.length);
  const escaped = sorted.map((name) => name.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&"));
  // Since kramdown 2.5 a blank stands for any white space, the end of a line included.
  const patterns =
    document.options.version === "2.4" ? escaped : escaped.map((name) => name.replace(BLANKS, "[ \\t\\n\\v\\f\\r]+"));
  return new RegExp(`(?<!${WORD})(?:${patterns.join("|")})(?!${WORD})`, "uy");
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
  for (const part of content.matchAll(PART)) {
    if (part.index < end) continue;
    const pattern = index.get(part[0]);
    if (pattern === undefined) continue;
    pattern.lastIndex = part.index;
    const name = pattern.exec(content)?.[0];
    if (name === undefined) continue;
    const definition = abbreviations.get(name) ?? abbreviations.get(name.replace(BLANKS, " "));
    if (definition === undefined) continue;
    if (part.index > end) marked.push(textToken(token, content.slice(end, part.index)));
    marked.push(abbreviationToken(name, definition));
    end = part.index + name.length;
  }
  if (end === 0) marked.push(token);
  else if (end < content.length) marked.push(textToken(token, content.slice(end)));
}

function textToken(like: Token, content: string): Token {
  const token = new MarkdownIt.Token("text", "", 0);
  token.content = content;
  token.meta = like.meta;
  return token;
}

function abbreviationToken(name: string, { title, attributes }: Abbreviation): Token {
  const token = new MarkdownIt.Token("abbreviation", "abbr", 0);
  token.content = name;
  if (attributes !== undefined) applyAttributes(token, attributes);
  if (title !== "") token.attrPush(["title", title]);
  return token;
}
