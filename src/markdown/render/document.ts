import type { MarkdownIt, Token } from "markdown-it";
import type { Document } from "../document.ts";
import { renderFootnotes } from "./footnotes.ts";
import { renderSpans, renderToken } from "./spans.ts";
import { renderToc } from "./toc.ts";

/** All tokens to HTML. Where the contents or the footnotes go is filled in last, when both are known. */
export function renderDocument(md: MarkdownIt, tokens: Token[], document: Document): string {
  const parts: string[] = [];
  const holes: { readonly part: number; readonly token: Token }[] = [];
  let html = "";
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]!;
    if (token.type === "inline") html += renderSpans(md, token.children!, document);
    else if (token.type === "toc" || token.type === "footnotes") {
      parts.push(html, "");
      holes.push({ part: parts.length - 1, token });
      html = "";
    } else html += renderToken(md, tokens, index, document);
  }
  parts.push(html);
  const footnotes = renderFootnotes(md, document);
  for (const { part, token } of holes) {
    parts[part] = token.type === "toc" ? renderToc(md, token, tokens, document) : footnotes;
  }
  return parts.join("") + (document.footnotesPlaced ? "" : footnotes);
}
