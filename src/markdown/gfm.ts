import MarkdownItEngine, { type MarkdownIt, type Token } from "markdown-it";
import { escapeText } from "../html.ts";
import { headerLevel } from "./block/header.ts";
import { codeOptions } from "./code/fence-options.ts";
import { numberedId } from "./core/header-ids.ts";
import { plainText } from "./core/plain-text.ts";
import { createDocument, type Document } from "./document.ts";
import type { Heading, Markdown } from "./markdown.ts";
import { DEFAULTS } from "./option-values.ts";
import type { MarkdownHooks } from "./options.ts";
import { renderHighlighted, renderLines, renderTitle } from "./render/code-wrappers.ts";
import { textToken } from "./token.ts";

/** Jekyll's names for Markdown that is not kramdown's (`markdown:` in `_config.yml`). */
export type Flavour = "GFM" | "CommonMark" | "CommonMarkGhPages";

/** Elements that GitHub shows as text (GitHub Flavored Markdown Spec, 6.11 "Disallowed Raw HTML"). */
const DISALLOWED = /<(?=\/?(?:title|textarea|style|xmp|iframe|noembed|noframes|script|plaintext)(?:[\s/>]|$))/gi;

/**
 * Plain CommonMark; GitHub's flavours add tables, strikethrough, bare links, the filter of tags and ids of headings.
 * Code is wrapped as Jekyll wraps it for Rouge. kramdown's options have no meaning here.
 */
export function createGfm(flavour: Flavour, hooks: MarkdownHooks): Markdown {
  const isGitHub = flavour !== "CommonMark";
  const md = isGitHub
    ? new MarkdownItEngine({ html: true, linkify: true, xhtmlOut: true })
    : new MarkdownItEngine("commonmark");
  if (isGitHub) useGitHubRules(md);
  md.renderer.rules.fence = (tokens, index) => renderFence(tokens[index]!, hooks);
  for (const plugin of hooks.plugins ?? []) plugin(md);
  return {
    problems: [],
    render(text, context = {}) {
      const document = createDocument(DEFAULTS, context.firstLine ?? 1);
      const tokens = md.parse(text, document);
      const headings = collectHeadings(tokens, document, isGitHub);
      return { html: md.renderer.render(tokens, md.options, document), headings, warnings: document.warnings };
    },
  };
}

function useGitHubRules(md: MarkdownIt): void {
  // Only addresses with a scheme, `www.` and e-mail addresses are links, not every word with a dot (spec, 6.9).
  md.linkify.set({ fuzzyLink: false });
  md.renderer.rules.html_block = (tokens, index) => tokens[index]!.content.replace(DISALLOWED, "&lt;");
  md.renderer.rules.html_inline = (tokens, index) => tokens[index]!.content.replace(DISALLOWED, "&lt;");
  md.renderer.rules.s_open = () => "<del>";
  md.renderer.rules.s_close = () => "</del>";
}

function renderFence(token: Token, hooks: MarkdownHooks): string {
  const language = /\S+/.exec(token.info)?.[0];
  const spans = language === undefined ? undefined : hooks.highlight?.(token.content, language);
  const name = language === undefined ? "" : ` class="language-${escapeText(language).replace(/"/g, "&quot;")}"`;
  const options = codeOptions(token);
  if (spans === undefined && !options.numbered) {
    const code = renderLines(escapeText(token.content), options);
    return renderTitle(`<pre><code${name}>${code}</code></pre>\n`, options, "");
  }
  const wrapper = name === "" ? ' class="highlighter-rouge"' : name.replace(/"$/, ' highlighter-rouge"');
  const code = renderHighlighted(spans ?? escapeText(token.content), token.content, options, {});
  return renderTitle(`<div${wrapper}>${code}</div>\n`, options, "");
}

function collectHeadings(tokens: readonly Token[], document: Document, withIds: boolean): Heading[] {
  const headings: Heading[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]!;
    if (token.type !== "heading_open") continue;
    const text = plainText(
      (tokens[index + 1]!.children ?? []).map((child) =>
        child.type === "code_inline" ? textToken(child.content) : child,
      ),
      "",
    );
    const id = withIds ? headingId(text, document) : "";
    if (id !== "") token.attrSet("id", id);
    headings.push({ level: headerLevel(token), id, text });
  }
  return headings;
}

/** GitHub's way: lower case, without punctuation, blanks to hyphens; the second of the same name gets `-1`. */
function headingId(text: string, document: Document): string {
  const id = text
    .toLowerCase()
    .replace(/[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\- ]/gu, "")
    .replace(/ /g, "-");
  return numberedId(id, document.headerIds.GFM);
}
