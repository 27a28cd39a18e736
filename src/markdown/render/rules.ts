import type { MarkdownIt, RendererRule, Token } from "markdown-it";
import { escapeText } from "../../html.ts";
import type { Document, Footnote } from "../document.ts";
import { escapeKeepingEntities } from "../entities.ts";
import { VOID_ELEMENTS } from "../html-names.ts";
import type { MarkdownHooks } from "../options.ts";
import { indentation, renderAttributes } from "./attributes.ts";
import { renderCodeBlock, renderCodeSpan } from "./code.ts";
import { renderMath } from "./math.ts";

const nothing: RendererRule = () => "";
const content: RendererRule = (tokens, index) => tokens[index]!.content;

/** An element whose tags stand on lines of their own. */
const openLine: RendererRule = (tokens, index) => {
  const token = tokens[index]!;
  return `${indentation(token)}<${token.tag}${renderAttributes(token.attrs)}>\n`;
};
const closeLine: RendererRule = (tokens, index) => `${indentation(tokens[index]!)}</${tokens[index]!.tag}>\n`;

/** An element whose text stands on the line of its tags. */
const openText: RendererRule = (tokens, index) => {
  const token = tokens[index]!;
  return `${indentation(token)}<${token.tag}${renderAttributes(token.attrs)}>`;
};
const closeText: RendererRule = (tokens, index) => `</${tokens[index]!.tag}>\n`;

const openSpan: RendererRule = (tokens, index) => {
  const token = tokens[index]!;
  return token.attrs === null ? `<${token.tag}>` : `<${token.tag}${renderAttributes(token.attrs)}>`;
};
const closeSpan: RendererRule = (tokens, index) => `</${tokens[index]!.tag}>`;

/** A list item or definition: its first paragraph may stand without `<p>` on the line of the tag. */
const openItem: RendererRule = (tokens, index) => {
  const token = tokens[index]!;
  const next = tokens[index + 1]!;
  const breaks = next.hidden || next.nesting < 0 ? "" : "\n";
  return `${indentation(token)}<${token.tag}${renderAttributes(token.attrs)}>${breaks}`;
};
const closeItem: RendererRule = (tokens, index) => {
  const token = tokens[index]!;
  const previous = tokens[index - 1]!;
  const onLine = (previous.hidden && previous.nesting < 0) || previous.nesting > 0;
  return `${onLine ? "" : indentation(token)}</${token.tag}>\n`;
};

const openParagraph: RendererRule = (tokens, index) => {
  const token = tokens[index]!;
  if (token.hidden) return "";
  const figure = standaloneImage(tokens[index + 1]!);
  if (figure === undefined) return `${indentation(token)}<p${renderAttributes(token.attrs)}>`;
  return openFigure(token, figure);
};
const closeParagraph: RendererRule = (tokens, index) => {
  const token = tokens[index]!;
  if (token.hidden) return token.meta?.breakAfter === true ? "\n" : "";
  const figure = standaloneImage(tokens[index - 1]!);
  return figure === undefined ? "</p>\n" : closeFigure(token, figure);
};

function standaloneImage(inline: Token): Token | undefined {
  const image = inline.children?.length === 1 ? inline.children[0]! : undefined;
  if (image?.type !== "image") return undefined;
  return (image.meta?.refs as string[] | undefined)?.includes("standalone") ? image : undefined;
}

/** Blank lines count once, also where a definition stands between them. */
function blankLine(tokens: readonly Token[], index: number): string {
  let before = index - 1;
  while (tokens[before]?.type === "end_of_block") before--;
  return before < index - 1 && tokens[before]?.type === "blank" ? "" : "\n";
}

/** An image alone in its paragraph with `{:standalone}`: class and id go to the figure unless it has its own. */
function openFigure(token: Token, image: Token): string {
  const indent = indentation(token);
  let attributes = token.attrs;
  if (attributes === null) {
    const moved = image.attrs!.filter(([name]) => name === "class" || name === "id");
    image.attrs = image.attrs!.filter(([name]) => name !== "class" && name !== "id");
    attributes = moved;
  }
  return `${indent}<figure${renderAttributes(attributes)}>\n${indent}  `;
}
function closeFigure(token: Token, image: Token): string {
  const indent = indentation(token);
  return `\n${indent}  <figcaption>${escapeText(image.content)}</figcaption>\n${indent}</figure>\n`;
}

const htmlOpen: RendererRule = (tokens, index) => {
  const token = tokens[index]!;
  const indent = token.meta?.outer === "raw" ? "" : indentation(token);
  const tag = `${indent}<${token.tag}${renderAttributes(token.attrs)}`;
  if (tokens[index + 1]?.type === "html_element_close") return tag + (isVoid(token) ? " />" : ">");
  return `${tag}>${token.meta?.model === "block" ? "\n" : ""}`;
};
const htmlClose: RendererRule = (tokens, index) => {
  const token = tokens[index]!;
  const open = token.meta!.open as Token;
  const end = open.meta?.outer === "raw" ? "" : "\n";
  if (tokens[index - 1] === open) return (isVoid(open) ? "" : `</${token.tag}>`) + end;
  const indent = open.meta?.model === "block" ? indentation(token) : "";
  return `${indent}</${token.tag}>${end}`;
};
const htmlSpanOpen: RendererRule = (tokens, index) => {
  const token = tokens[index]!;
  const empty = VOID_ELEMENTS.has(token.tag);
  return `<${token.tag}${renderAttributes(token.attrs)}${empty ? " /" : ""}>`;
};
const htmlSpanClose: RendererRule = (tokens, index) =>
  VOID_ELEMENTS.has(tokens[index]!.tag) ? "" : `</${tokens[index]!.tag}>`;

function isVoid(token: Token): boolean {
  return VOID_ELEMENTS.has(token.tag) || token.meta?.selfClosing === true;
}

const cellClose: RendererRule = (tokens, index, options, env, renderer) =>
  (tokens[index - 1]!.content === "" ? "\u00a0" : "") + closeText(tokens, index, options, env, renderer);

const comment: RendererRule = (tokens, index) => `${indentation(tokens[index]!)}<!-- ${tokens[index]!.content} -->\n`;
const htmlComment: RendererRule = (tokens, index) => `${indentation(tokens[index]!)}${tokens[index]!.content}\n`;
const spanComment: RendererRule = (tokens, index) => `<!-- ${tokens[index]!.content} -->`;

const rawText: RendererRule = (tokens, index) => {
  const { content: text, info } = tokens[index]!;
  return info === "" || info.split(/[,\s]+/).includes("html") ? text : "";
};

const rawBlock: RendererRule = (tokens, index, options, env, renderer) => {
  const text = rawText(tokens, index, options, env, renderer).replace(/^\n/, "");
  return text === "" || text.endsWith("\n") ? text : `${text}\n`;
};

const text: RendererRule = (tokens, index) => {
  const token = tokens[index]!;
  return token.meta === null ? escapeText(token.content) : escapeKeepingEntities(token.content);
};
const htmlText: RendererRule = (tokens, index) => escapeKeepingEntities(tokens[index]!.content);

const image: RendererRule = (tokens, index) => `<img${renderAttributes(tokens[index]!.attrs)} />`;

const abbreviation: RendererRule = (tokens, index) => {
  const token = tokens[index]!;
  return `<abbr${renderAttributes(token.attrs)}>${escapeText(token.content)}</abbr>`;
};

/** Numbers the footnotes as their references are met. */
const footnoteReference: RendererRule = (tokens, index, _options, env) => {
  const document = env as Document;
  const footnote = tokens[index]!.meta!.footnote as Footnote;
  if (footnote.position < 0) {
    footnote.position = document.footnoteOrder.length;
    document.footnoteOrder.push(footnote);
  } else {
    footnote.references++;
  }
  const { footnote_nr: first, footnote_prefix: prefix, footnote_link_text: text } = document.options;
  const name = escapeText(prefix + footnote.name);
  const repeat = footnote.references === 0 ? "" : `:${footnote.references}`;
  const role = ' role="doc-noteref"';
  const [onMark, onLink] = document.options.version === "2.4" ? [role, ""] : ["", role];
  const label = text.replace(/%[s%]/g, (directive) => (directive === "%s" ? String(first + footnote.position) : "%"));
  return (
    `<sup id="fnref:${name}${repeat}"${onMark}>` +
    `<a href="#fn:${name}" class="footnote" rel="footnote"${onLink}>${label}</a></sup>`
  );
};

const heading: RendererRule = (tokens, index, options, env, renderer) => {
  const tag = openText(tokens, index, options, env, renderer);
  const id = String(tokens[index]!.attrGet("id") ?? "");
  if (!(env as Document).options.header_links || id.trim() === "") return tag;
  return `${tag}<a${renderAttributes([["href", `#${id}`]])}></a>`;
};

/** What needs nothing from outside, by the token's type. */
const PLAIN_RULES: Readonly<Record<string, RendererRule>> = {
  blank: blankLine,
  end_of_block: nothing,
  paragraph_open: openParagraph,
  paragraph_close: closeParagraph,
  heading_open: heading,
  heading_close: closeText,
  hr: (tokens, index) => `${indentation(tokens[index]!)}<hr${renderAttributes(tokens[index]!.attrs)} />\n`,
  blockquote_open: openLine,
  blockquote_close: closeLine,
  list_open: openLine,
  list_close: closeLine,
  list_item_open: openItem,
  list_item_close: closeItem,
  definition_list_open: openLine,
  definition_list_close: closeLine,
  definition_term_open: openText,
  definition_term_close: closeText,
  definition_open: openItem,
  definition_close: closeItem,
  table_open: openLine,
  table_close: closeLine,
  table_section_open: openLine,
  table_section_close: closeLine,
  table_row_open: openLine,
  table_row_close: closeLine,
  table_cell_open: openText,
  table_cell_close: cellClose,
  html_element_open: htmlOpen,
  html_element_close: htmlClose,
  html_span_open: htmlSpanOpen,
  html_span_close: htmlSpanClose,
  html_literal: content,
  html_comment: htmlComment,
  html_text: htmlText,
  cdata: text,
  comment,
  span_comment: spanComment,
  raw_block: rawBlock,
  raw_span: rawText,
  text,
  entity: content,
  line_break: () => "<br />",
  em_open: openSpan,
  em_close: closeSpan,
  strong_open: openSpan,
  strong_close: closeSpan,
  del_open: openSpan,
  del_close: closeSpan,
  link_open: openSpan,
  link_close: closeSpan,
  image,
  abbreviation,
  footnote_reference: footnoteReference,
};

/** Sets the markup of every token to kramdown's. */
export function useRenderRules(md: MarkdownIt, hooks: MarkdownHooks): void {
  const hooked: Readonly<Record<string, RendererRule>> = {
    code_block: (tokens, index, _options, env) => renderCodeBlock(tokens[index]!, env as Document, hooks),
    code_span: (tokens, index, _options, env) => renderCodeSpan(tokens[index]!, env as Document, hooks),
    math_block: (tokens, index, _options, env) => renderMath(tokens[index]!, true, env as Document, hooks),
    math_span: (tokens, index, _options, env) => renderMath(tokens[index]!, false, env as Document, hooks),
  };
  Object.assign(md.renderer.rules, PLAIN_RULES, hooked);
}
