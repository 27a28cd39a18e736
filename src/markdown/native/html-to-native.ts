/** kramdown's option `html_to_native`: elements of HTML become Markdown's own where there is one for them. */
import type { Token } from "markdown-it";
import type { BlockState } from "../block/state.ts";
import type { Document } from "../document.ts";
import { type Part, partsOf } from "./parts.ts";
import { convertElement } from "./rules.ts";
import { writeBlocks, writeSpans } from "./write.ts";

/**
 * Turns an element among blocks, all of whose tokens are the last of the state's. Those in it that Markdown has met as blocks have been
 * turned before it. Attribute lists stay with its first token.
 */
export function convertBlock({ tokens, document, insideHtml }: BlockState, open: Token): void {
  const own = tokens.splice(tokens.lastIndexOf(open));
  const parts = partsOf(own, "block");
  for (const part of parts) convertElement(part, document);
  for (const token of writeBlocks(parts, { level: open.level, html: insideHtml ? "around" : "none" }))
    tokens.push(token);
}

/** The tokens of a line with its elements turned, from within. @param level of the line's own token */
export function convertSpans(tokens: Token[], document: Document, level: number): Token[] {
  if (!tokens.some(({ type }) => type === "html_span_open")) return tokens;
  const parts = partsOf(tokens, "span");
  convertAll(parts, document);
  return writeSpans(parts, { level, html: "none" });
}

function convertAll(parts: readonly Part[], document: Document): void {
  for (const part of parts) {
    convertAll(part.children, document);
    if (part.kind === "html") convertElement(part, document);
  }
}
