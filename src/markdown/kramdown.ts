import MarkdownItEngine, { type MarkdownIt, type Token } from "markdown-it";
import { resolveAttributes } from "./attributes.ts";
import { abbreviationDefinition } from "./block/abbreviation-definition.ts";
import { attributeList } from "./block/attribute-list.ts";
import { atxHeader } from "./block/atx-header.ts";
import { blank } from "./block/blank.ts";
import { blockquote } from "./block/blockquote.ts";
import { codeFenced } from "./block/code-fenced.ts";
import { codeIndented } from "./block/code-indented.ts";
import { definitionList } from "./block/definition-list.ts";
import { endOfBlock } from "./block/end-of-block.ts";
import { extension } from "./block/extension.ts";
import { footnoteDefinition } from "./block/footnote-definition.ts";
import { horizontalRule } from "./block/horizontal-rule.ts";
import { html } from "./block/html.ts";
import { linkDefinition } from "./block/link-definition.ts";
import { list } from "./block/list.ts";
import { blockMath, escapedMath } from "./block/math.ts";
import { paragraph } from "./block/paragraph.ts";
import { addBlockRule, type LineStart, MARKS, parseDocument } from "./block/parser.ts";
import { plainLine } from "./block/plain-line.ts";
import { setextHeader } from "./block/setext-header.ts";
import { table } from "./block/table.ts";
import { giveHeaderIds } from "./core/header-ids.ts";
import { placeContents } from "./core/placements.ts";
import { parseTokens } from "./core/spans.ts";
import { type Document, documentOf } from "./document.ts";
import { spanAttributes } from "./inline/attribute-list.ts";
import { autolink } from "./inline/autolink.ts";
import { cdata } from "./inline/cdata.ts";
import { codeSpan } from "./inline/code-span.ts";
import { emphasis } from "./inline/emphasis.ts";
import { entity } from "./inline/entity.ts";
import { escapedCharacter, escapedGuillemet } from "./inline/escape.ts";
import { spanExtension } from "./inline/extension.ts";
import { footnoteReference } from "./inline/footnote-reference.ts";
import { spanHtml } from "./inline/html.ts";
import { backslashBreak, newline } from "./inline/line-break.ts";
import { link } from "./inline/link.ts";
import { inlineMath } from "./inline/math.ts";
import { addSpanRule } from "./inline/parser.ts";
import { smartQuotes } from "./inline/smart-quotes.ts";
import { strikethrough } from "./inline/strikethrough.ts";
import { typography } from "./inline/typography.ts";
import type { KramdownOptions, MarkdownHooks } from "./options.ts";
import { useRenderRules } from "./render/rules.ts";

const EVERYWHERE: readonly LineStart[] = MARKS;

/** A markdown-it instance whose grammar and markup are kramdown's. */
export function createEngine(options: KramdownOptions, hooks: MarkdownHooks): MarkdownIt {
  const md = createParser();
  useBlockRules(md);
  useSpanRules(md, options);
  useRenderRules(md, hooks);
  for (const plugin of hooks.plugins ?? []) plugin(md);
  return md;
}

/** The part of kramdown's grammar that Jekyll's parser `SmartyPants` reads: HTML, entities, quotes and typographic symbols. */
export function createTypographer(options: KramdownOptions): MarkdownIt {
  const md = createParser();
  addBlockRule(md, "html", html, ["<"]);
  addBlockRule(md, "plain_line", plainLine, [...EVERYWHERE, "indented"]);
  addSpanRule(md, "html", spanHtml, "<");
  if (!keepsQuotes(options)) addSpanRule(md, "smart_quotes", smartQuotes, "'\"");
  addSpanRule(md, "entity", entity, "&");
  addSpanRule(md, "typography", typography, "-.<>");
  addSpanRule(md, "escape", escapedGuillemet, "\\");
  useRenderRules(md, {});
  return md;
}

/** markdown-it without a rule of its own. */
function createParser(): MarkdownIt {
  const md = new MarkdownItEngine("zero");
  md.core.ruler.at("block", (state) => {
    // A footnote's blocks were read with the text.
    if (state.tokens.length === 0) state.tokens = parseBlockTokens(md, state.src, documentOf(state.env));
  });
  md.core.ruler.at("inline", (state) => {
    state.tokens = parseSpanTokens(md, state.tokens, documentOf(state.env));
  });
  md.core.ruler.enableOnly(["block", "inline"]);
  md.block.ruler.enableOnly([]);
  md.inline.ruler.enableOnly([]);
  return md;
}

/** Blocks in the order in which they are tried; the characters are those that a line of that kind begins with. */
function useBlockRules(md: MarkdownIt): void {
  addBlockRule(md, "blank", blank, ["indented", "other"]);
  addBlockRule(md, "code", codeIndented, ["indented"]);
  addBlockRule(md, "fence", codeFenced, ["~", "`"]);
  addBlockRule(md, "blockquote", blockquote, [">"]);
  addBlockRule(md, "atx_header", atxHeader, ["#"]);
  addBlockRule(md, "horizontal_rule", horizontalRule, ["*", "-", "_"]);
  addBlockRule(md, "list", list, ["*", "+", "-", "0"]);
  addBlockRule(md, "definition_list", definitionList, [":"]);
  addBlockRule(md, "html", html, ["<"]);
  addBlockRule(md, "setext_header", setextHeader, EVERYWHERE);
  addBlockRule(md, "math", blockMath, ["$"]);
  addBlockRule(md, "escaped_math", escapedMath, ["\\"]);
  addBlockRule(md, "table", table, EVERYWHERE);
  addBlockRule(md, "footnote_definition", footnoteDefinition, ["["]);
  addBlockRule(md, "link_definition", linkDefinition, ["["]);
  addBlockRule(md, "abbreviation_definition", abbreviationDefinition, ["*"]);
  addBlockRule(md, "extension", extension, ["{"]);
  addBlockRule(md, "attribute_list", attributeList, ["{"]);
  addBlockRule(md, "end_of_block", endOfBlock, ["^"]);
  addBlockRule(md, "paragraph", paragraph, [...EVERYWHERE, "indented"]);
}

function useSpanRules(md: MarkdownIt, options: KramdownOptions): void {
  addSpanRule(md, "emphasis", emphasis, "*_");
  addSpanRule(md, "code", codeSpan, "`");
  if (options.version !== "2.4") addSpanRule(md, "cdata", cdata, "<");
  addSpanRule(md, "autolink", autolink, "<");
  addSpanRule(md, "html", spanHtml, "<");
  addSpanRule(md, "footnote", footnoteReference, "[");
  addSpanRule(md, "link", link, "[!");
  if (!keepsQuotes(options)) addSpanRule(md, "smart_quotes", smartQuotes, "'\"");
  addSpanRule(md, "math", inlineMath, "$");
  addSpanRule(md, "extension", spanExtension, "{");
  addSpanRule(md, "attribute_list", spanAttributes, "{");
  addSpanRule(md, "entity", entity, "&");
  const isGfm = options.input === "GFM";
  if (!isGfm || !options.gfm_quirks.includes("no_auto_typographic")) addSpanRule(md, "typography", typography, "-.<>");
  if (isGfm) addSpanRule(md, "strikethrough", strikethrough, "~");
  addSpanRule(md, "newline", newline, "\n");
  addSpanRule(md, "backslash_break", backslashBreak, "\\");
  addSpanRule(md, "escape", escapedCharacter, "\\");
}

function keepsQuotes(options: KramdownOptions): boolean {
  const [left, right, openDouble, closeDouble] = options.smart_quotes;
  return left === "apos" && right === "apos" && openDouble === "quot" && closeDouble === "quot";
}

/** Blocks, with the attributes that they are given; what is inside a line of text is not read yet. */
function parseBlockTokens(md: MarkdownIt, source: string, document: Document): Token[] {
  // Browsers drop NUL from a text (HTML standard, 13.2.6.4.7); here it marks the places of formulas.
  const text = source.includes("\0") ? source.replaceAll("\0", "") : source;
  const src = text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
  const tokens: Token[] = [];
  parseDocument(md, src.endsWith("\n") ? src : `${src}\n`, document, tokens);
  for (const { list: attributes, apply } of document.attributeTargets) {
    if (attributes.refs.length === 0 && attributes.pairs.size === 0) continue;
    apply(resolveAttributes(attributes, document.attributeLists));
  }
  return tokens;
}

function parseSpanTokens(md: MarkdownIt, tokens: Token[], document: Document): Token[] {
  const { inFootnote, attributeTargets } = document;
  const input = inFootnote ? "kramdown" : document.options.input;
  parseTokens(md, tokens, document, input === "GFM");
  const hasReferences = !inFootnote && attributeTargets.some(({ list }) => list.refs.length > 0);
  // Only now: a list that makes room for the contents may hold `{::options}` in its text.
  const placed = hasReferences ? placeContents(tokens, document) : tokens;
  giveHeaderIds(placed, document, input);
  return placed;
}
