/** Tokens that rules put beside those of the parser. */
import MarkdownItEngine, { type Token } from "markdown-it";

const { Token: MarkdownToken } = MarkdownItEngine;

/** A token of a type, with a text where it has one. @param nesting 1 for one that opens, -1 for one that closes */
export function createToken(type: string, tag: string, nesting: -1 | 0 | 1, content = ""): Token {
  const token = new MarkdownToken(type, tag, nesting);
  token.content = content;
  return token;
}

/** Text of a line. */
export function textToken(content: string): Token {
  return createToken("text", "", 0, content);
}
