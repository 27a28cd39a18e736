import type { MarkdownIt, Token } from "markdown-it";
import type { Document } from "../document.ts";

/** What stands in a line. */
export function renderSpans(md: MarkdownIt, children: Token[], document: Document): string {
  let html = "";
  for (let index = 0; index < children.length; index++) {
    html += renderToken(md, children, index, document);
  }
  return html;
}

/** One token, by the rule of its type. */
export function renderToken(md: MarkdownIt, tokens: Token[], index: number, document: Document): string {
  const rule = md.renderer.rules[tokens[index]!.type];
  // Tokens of plugins may leave their markup to markdown-it.
  if (rule === undefined) return md.renderer.renderToken(tokens, index, md.options);
  return rule(tokens, index, md.options, document, md.renderer);
}
