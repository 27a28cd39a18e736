import type { MarkdownIt, Token } from "markdown-it";
import { headerLevel } from "../block/header.ts";
import type { Document } from "../document.ts";
import { renderAttributes } from "./attributes.ts";
import { renderSpans } from "./spans.ts";

interface Entry {
  readonly level: number;
  readonly id: string;
  readonly children: Token[];
  readonly entries: Entry[];
}

/** The table of contents in the place of the list `token` (kramdown syntax, "Automatic Table of Contents Generation"). */
export function renderToc(md: MarkdownIt, token: Token, tokens: readonly Token[], document: Document): string {
  const entries = nest(collect(tokens, document));
  if (entries.length === 0) return "";
  if (token.attrIndex("id") < 0) token.attrSet("id", "markdown-toc");
  const prefix = String(token.attrGet("id"));
  const list = (nested: readonly Entry[], attributes: string, indent: string): string => {
    const items = nested.map((entry) => {
      const link = `<a href="#${entry.id}" id="${prefix}-${entry.id}">${renderSpans(md, entry.children, document)}</a>`;
      const inner = entry.entries.length === 0 ? "" : `${list(entry.entries, "", `${indent}    `)}${indent}  `;
      return `${indent}  <li>${link}${inner}</li>\n`;
    });
    return `${indent}<${token.tag}${attributes}>\n${items.join("")}${indent}</${token.tag}>\n`;
  };
  return list(entries, renderAttributes(token.attrs), "  ".repeat(token.level));
}

function collect(tokens: readonly Token[], document: Document): Entry[] {
  const entries: Entry[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]!;
    if (token.type !== "heading_open") continue;
    const level = headerLevel(token);
    const id = String(token.attrGet("id") ?? "");
    const isHidden = String(token.attrGet("class") ?? "")
      .split(/\s+/)
      .includes("no_toc");
    if (id === "" || isHidden || !document.options.toc_levels.includes(level)) continue;
    entries.push({ level, id, children: tokens[index + 1]!.children!.filter(isShown), entries: [] });
  }
  return entries;
}

/** Links and footnotes of a header do not show in its entry; the text of links does. */
function isShown(token: Token): boolean {
  return token.type !== "link_open" && token.type !== "link_close" && token.type !== "footnote_reference";
}

/** Puts every entry under the last one before it of a lower level. */
function nest(entries: readonly Entry[]): Entry[] {
  const roots: Entry[] = [];
  const stack: Entry[] = [];
  for (const entry of entries) {
    while (stack.length > 0 && stack[stack.length - 1]!.level >= entry.level) stack.pop();
    (stack[stack.length - 1]?.entries ?? roots).push(entry);
    stack.push(entry);
  }
  return roots;
}
