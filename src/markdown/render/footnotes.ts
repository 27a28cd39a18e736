import type { MarkdownIt, Token } from "markdown-it";
import { escapeText } from "../../html.ts";
import type { Document, Footnote } from "../document.ts";
import { escapeKeepingEntities, formatEntity } from "../entities.ts";
import { renderSpans } from "./spans.ts";

const NO_BREAK_SPACE = 0xa0;

/** The list of all footnotes that were referred to, or nothing. References inside footnotes make it grow. */
export function renderFootnotes(md: MarkdownIt, document: Document): string {
  const { footnoteOrder, options } = document;
  if (footnoteOrder.length === 0) return "";
  let items = "";
  for (let index = 0; index < footnoteOrder.length; index++)
    items += renderFootnote(md, footnoteOrder[index]!, document);
  const start = options.footnote_nr === 1 ? "" : ` start="${options.footnote_nr}"`;
  return `<div class="footnotes" role="doc-endnotes">\n  <ol${start}>\n${items}  </ol>\n</div>\n`;
}

function renderFootnote(md: MarkdownIt, footnote: Footnote, document: Document): string {
  const { rules } = md.renderer;
  const tokens = readFootnote(md, footnote, document);
  const place = backlinkPlace(tokens, document);
  const name = escapeText(document.options.footnote_prefix + footnote.name);
  let body = "";
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]!;
    if (token.type === "inline") {
      body += renderSpans(md, token.children!, document);
      if (index === place) body += backlinks(footnote, name, document, true);
    } else body += rules[token.type]?.(tokens, index, md.options, document, md.renderer) ?? "";
  }
  if (place < 0) {
    const links = backlinks(footnote, name, document, false);
    body += links === "" ? "" : `      <p>${links}</p>\n`;
  }
  const role = document.options.version === "2.4" ? ' role="doc-endnote"' : "";
  return `    <li id="fn:${name}"${role}>\n${body}    </li>\n`;
}

/** A footnote is read like a text of its own, the rules of plugins included. */
function readFootnote(md: MarkdownIt, footnote: Footnote, document: Document): Token[] {
  const state = new md.core.State("", md, document);
  state.tokens = footnote.tokens;
  document.inFootnote = true;
  md.core.process(state);
  document.inFootnote = false;
  return state.tokens;
}

/** Index of the inline token after which the links back stand; -1 if they get a paragraph of their own. */
function backlinkPlace(tokens: readonly Token[], document: Document): number {
  let last = tokens.length - 1;
  while (last >= 0 && (tokens[last]!.type === "end_of_block" || tokens[last]!.type === "blank")) last--;
  const { type, hidden } = tokens[last] ?? { type: "", hidden: false };
  if (type === "paragraph_close" && !hidden) return last - 1;
  if (!document.options.footnote_backlink_inline) return -1;
  while (last >= 0 && tokens[last]!.nesting < 0) {
    if (tokens[last]!.type === "paragraph_close" || tokens[last]!.type === "heading_close") return last - 1;
    last--;
  }
  return -1;
}

function backlinks(footnote: Footnote, name: string, document: Document, spaced: boolean): string {
  const { footnote_backlink: text, entity_output: output } = document.options;
  if (text === "") return "";
  const space = formatEntity(NO_BREAK_SPACE, undefined, output);
  const label = escapeKeepingEntities(text);
  let html = "";
  for (let repeat = 0; repeat <= footnote.references; repeat++) {
    const suffix = repeat === 0 ? "" : `:${repeat}`;
    const number = repeat === 0 ? "" : `<sup>${repeat + 1}</sup>`;
    html +=
      (repeat > 0 || spaced ? space : "") +
      `<a href="#fnref:${name}${suffix}" class="reversefootnote" role="doc-backlink">${label}${number}</a>`;
  }
  return html;
}
