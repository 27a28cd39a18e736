import type { MarkdownIt, Token } from "markdown-it";
import type { Document } from "../document.ts";
import { parseInline } from "../inline/parser.ts";
import { convertSpans } from "../native/html-to-native.ts";
import { metaOf } from "../token-meta.ts";
import { indexAbbreviations, markAbbreviations } from "./abbreviations.ts";

/** Reads the spans of every block that holds text, now that all definitions are known. Returns the same tokens. */
export function parseTokens(md: MarkdownIt, tokens: Token[], document: Document, gfmBreaks: boolean): Token[] {
  document.abbreviationIndex ??= indexAbbreviations(document);
  const abbreviations = document.abbreviationIndex;
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]!;
    if (token.type !== "inline") continue;
    if (metaOf(token).isRead) {
      if (abbreviations !== undefined) token.children = markAbbreviations(token.children!, document, abbreviations);
      continue;
    }
    const breaks = gfmBreaks && !metaOf(token).inHtml;
    const breakAfter = hasBreakAfter(tokens[index + 1]);
    const isBroken = breakAfter && BACKSLASHES.test(token.content);
    const text = isBroken ? `${token.content}\n` : token.content;
    const parsed = parseInline(md, text, document, token.map![0], breaks);
    const children = document.options.html_to_native ? convertSpans(parsed, document, token.level) : parsed;
    if (isBroken) dropBreak(children);
    if (breaks && breakAfter) dropBackslash(children);
    token.children = abbreviations === undefined ? children : markAbbreviations(children, document, abbreviations);
  }
  return tokens;
}

function hasBreakAfter(token: Token | undefined): boolean {
  return token !== undefined && metaOf(token).breakAfter === true;
}

/** Two backslashes at the end of an item's text, before the blocks of the item, break the line. */
const BACKSLASHES = /(?<!\\)(?:\\\\)+$/;

/** The break of the line itself is written behind the text. */
function dropBreak(children: Token[]): void {
  const last = children[children.length - 1];
  if (last?.type === "text" && last.content === "\n") children.pop();
}

/** A backslash at the end of an item's text, before the blocks of the item, is a line break that does not show. */
function dropBackslash(children: readonly Token[]): void {
  const last = children[children.length - 1];
  if (last?.type === "text" && last.content.endsWith("\\")) last.content = last.content.slice(0, -1);
}
