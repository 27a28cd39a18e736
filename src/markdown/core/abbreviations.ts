import MarkdownIt, { type Token } from "markdown-it";
import { applyAttributes } from "../attributes.ts";
import type { Abbreviation, Document } from "../document.ts";

const WORD = String.raw`[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}]`;

const BLANKS = /[ \t\n\v\f\r]+/g;

/** Marks the abbreviations that the text defines wherever they stand as whole words in text. */
export function markAbbreviations(children: Token[], document: Document, pattern: RegExp): Token[] {
  const marked: Token[] = [];
  for (const token of children) {
    if (token.type !== "text") marked.push(token);
    else split(token, document, pattern, marked);
  }
  return marked;
}

/** A pattern for all abbreviations, the longest first; undefined if there are none. */
export function abbreviationPattern(document: Document): RegExp | undefined {
  if (document.abbreviations.size === 0) return undefined;
  const names = [...document.abbreviations.keys()].sort((a, b) => b.length - a.length);
  const escaped = names.map((name) => name.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&"));
  // Since kramdown 2.5 a blank stands for any white space, the end of a line included.
  const patterns =
    document.options.version === "2.4" ? escaped : escaped.map((name) => name.replace(BLANKS, "[ \\t\\n\\v\\f\\r]+"));
  return new RegExp(`(?<!${WORD})(?:${patterns.join("|")})(?!${WORD})`, "gu");
}

function split(token: Token, document: Document, pattern: RegExp, marked: Token[]): void {
  const { content } = token;
  let end = 0;
  for (const match of content.matchAll(pattern)) {
    const { abbreviations } = document;
    const definition = abbreviations.get(match[0]) ?? abbreviations.get(match[0].replace(BLANKS, " "));
    if (definition === undefined) continue;
    if (match.index > end) marked.push(textToken(token, content.slice(end, match.index)));
    marked.push(abbreviationToken(match[0], definition));
    end = match.index + match[0].length;
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
