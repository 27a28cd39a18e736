import type { MarkdownIt, Token } from "markdown-it";
import type { Document } from "../document.ts";
import { parseInline } from "../inline/parser.ts";
import { abbreviationPattern, markAbbreviations } from "./abbreviations.ts";

/** Reads the spans of every block that holds text, now that all definitions are known. Returns the same tokens. */
export function parseTokens(md: MarkdownIt, tokens: Token[], document: Document, gfmBreaks: boolean): Token[] {
  const pattern = abbreviationPattern(document);
  for (const token of tokens) {
    if (token.type !== "inline") continue;
    const children = parseInline(md, token.content, document, token.map![0], gfmBreaks && token.meta === null);
    token.children = pattern === undefined ? children : markAbbreviations(children, document, pattern);
  }
  return tokens;
}
