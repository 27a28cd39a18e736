/** Tokens for the texts of blocks. */
import type { Token } from "markdown-it";
import { note } from "../token-meta.ts";
import type { BlockState } from "./state.ts";

/** A paragraph with that text. Gives the token of the text. */
export function pushParagraph(state: BlockState, text: string, startLine: number, endLine: number): Token {
  state.block("paragraph_open", "p", 1, startLine, endLine);
  const inline = pushInline(state, text, startLine, endLine);
  state.push("paragraph_close", "p", -1);
  return inline;
}

/** A token whose text is read for spans once all definitions are known. */
export function pushInline(state: BlockState, text: string, startLine: number, endLine: number): Token {
  const inline = state.push("inline", "", 0);
  inline.content = text;
  inline.children = [];
  if (state.insideHtml) note(inline, { inHtml: true });
  inline.map = [startLine + state.lineOffset, endLine + state.lineOffset];
  return inline;
}
