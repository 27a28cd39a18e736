import type { MarkdownIt, RendererRule, Token } from "markdown-it";
import { escapeText } from "../../html.ts";
import { type Document, documentOf } from "../document.ts";
import { escapeKeepingEntities, formatEntity } from "../entities.ts";
import { VOID_ELEMENTS } from "../html-names.ts";
import type { MarkdownHooks } from "../options.ts";
import { metaOf } from "../token-meta.ts";
import { indentation, renderAttributes } from "./attributes.ts";
import { renderCodeBlock, renderCodeSpan } from "./code.ts";
import { renderMath } from "./math.ts";

/** Writes a token as HTML, by what is known of its text and by its neighbours: the row of tokens that it stands in, and its place there. */
type Write = (token: Token, document: Document, tokens: readonly Token[], index: number) => string;

const nothing: Write = () => "";
const content: Write = (token) => token.content;

/** An element whose tags stand on lines of their own. */
const openLine: Write = (token) => `${indentation(token)}<${token.tag}${renderAttributes(token.attrs)}>\n`;
const closeLine: Write = (token) => `${indentation(token)}</${token.tag}>\n`;

/** An element whose text stands on the line of its tags. */
const openText = (token: Token): string => `${indentation(token)}<${token.tag}${renderAttributes(token.attrs)}>`;
const closeText = (token: Token): string => `</${token.tag}>\n`;

const openSpan: Write = (token) =>
  token.attrs === null ? `<${token.tag}>` : `<${token.tag}${renderAttributes(token.attrs)}>`;
const closeSpan: Write = (token) => `</${token.tag}>`;

/** A list item or definition: its first paragraph may stand without `<p>` on the line of the tag. */
const openItem: Write = (token, _document, tokens, index) => {
  const next = tokens[index + 1];
  const breaks = next === undefined || next.hidden || next.nesting < 0 ? "" : "\n";
  return openText(token) + breaks;
};
const closeItem: Write = (token, _document, tokens, index) => {
  const previous = tokens[index - 1];
  const onLine = previous !== undefined && ((previous.hidden && previous.nesting < 0) || previous.nesting > 0);
  return `${onLine ? "" : indentation(token)}</${token.tag}>\n`;
};

const openParagraph: Write = (token, _document, tokens, index) => {
  if (token.hidden) return "";
  const figure = standaloneImage(tokens[index + 1]);
  return figure === undefined ? openText(token) : openFigure(token, figure);
};
const closeParagraph: Write = (token, _document, tokens, index) => {
  if (token.hidden) return metaOf(token).breakAfter ? "\n" : "";
  const figure = standaloneImage(tokens[index - 1]);
  return figure === undefined ? closeText(token) : closeFigure(token, figure);
};

/** The image that is alone in a paragraph, with `{:standalone}`. */
function standaloneImage(inline: Token | undefined): Token | undefined {
  const image = inline?.children?.length === 1 ? inline.children[0] : undefined;
  if (image?.type !== "image") return undefined;
  return metaOf(image).refs?.includes("standalone") ? image : undefined;
}

/** Blank lines count once, also where a definition stands between them. */
const blankLine: Write = (_token, _document, tokens, index) => {
  let before = index - 1;
  while (tokens[before]?.type === "end_of_block") before--;
  return before < index - 1 && tokens[before]?.type === "blank" ? "" : "\n";
};

/** An image alone in its paragraph with `{:standalone}`: class and id go to the figure unless it has its own. */
function openFigure(token: Token, image: Token): string {
  const indent = indentation(token);
  let attributes = token.attrs;
  if (attributes === null) {
    const own = image.attrs ?? [];
    image.attrs = own.filter(([name]) => name !== "class" && name !== "id");
    attributes = own.filter(([name]) => name === "class" || name === "id");
  }
  return `${indent}<figure${renderAttributes(attributes)}>\n${indent}  `;
}
function closeFigure(token: Token, image: Token): string {
  const indent = indentation(token);
  return `\n${indent}  <figcaption>${escapeText(image.content)}</figcaption>\n${indent}</figure>\n`;
}

const htmlOpen: Write = (token, _document, tokens, index) => {
  const { model, outer } = metaOf(token);
  const indent = outer === "raw" ? "" : indentation(token);
  const tag = `${indent}<${token.tag}${renderAttributes(token.attrs)}`;
  if (tokens[index + 1]?.type === "html_element_close") return tag + (isVoid(token) ? " />" : ">");
  return `${tag}>${model === "block" ? "\n" : ""}`;
};
const htmlClose: Write = (token, _document, tokens, index) => {
  const { open = token } = metaOf(token);
  const { model, outer } = metaOf(open);
  const end = outer === "raw" ? "" : "\n";
  if (tokens[index - 1] === open) return (isVoid(open) ? "" : `</${token.tag}>`) + end;
  const indent = model === "block" ? indentation(token) : "";
  return `${indent}</${token.tag}>${end}`;
};
const htmlSpanOpen: Write = (token) =>
  `<${token.tag}${renderAttributes(token.attrs)}${VOID_ELEMENTS.has(token.tag) ? " /" : ""}>`;
const htmlSpanClose: Write = (token) => (VOID_ELEMENTS.has(token.tag) ? "" : `</${token.tag}>`);

function isVoid(token: Token): boolean {
  return VOID_ELEMENTS.has(token.tag) || metaOf(token).selfClosing === true;
}

const NO_BREAK_SPACE = 0xa0;

const cellClose: Write = (token, { options }, tokens, index) => {
  const text = tokens[index - 1];
  const isEmpty = text?.content === "" && text.children?.length === 0 && tokens[index - 2]?.nesting === 1;
  return (isEmpty ? formatEntity(NO_BREAK_SPACE, undefined, options.entity_output) : "") + closeText(token);
};

const comment: Write = (token) => `${indentation(token)}<!-- ${token.content} -->\n`;
const htmlComment: Write = (token) => `${indentation(token)}${token.content}\n`;
const spanComment: Write = ({ content: text }) => `<!-- ${text} -->`;

const rawText = ({ content: text, info }: Token): string =>
  info === "" || info.split(/[,\s]+/).includes("html") ? text : "";

const rawBlock: Write = (token) => {
  const text = rawText(token).replace(/^\n/, "");
  return text === "" || text.endsWith("\n") ? text : `${text}\n`;
};

const text: Write = (token) =>
  metaOf(token).entities ? escapeKeepingEntities(token.content) : escapeText(token.content);
const htmlText: Write = (token) => escapeKeepingEntities(token.content);

const image: Write = (token) => `<img${renderAttributes(token.attrs)} />`;

const abbreviation: Write = (token) => `<abbr${renderAttributes(token.attrs)}>${escapeText(token.content)}</abbr>`;

/** Numbers the footnotes as their references are met. */
const footnoteReference: Write = (token, document) => {
  const { footnote } = metaOf(token);
  if (footnote === undefined) return "";
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

const heading: Write = (token, document) => {
  const tag = openText(token);
  const id = String(token.attrGet("id") ?? "");
  if (!document.options.header_links || id.trim() === "") return tag;
  return `${tag}<a${renderAttributes([["href", `#${id}`]])}></a>`;
};

/** Elements that are written alike, by the names that the types of their tokens begin with. */
function pairs(open: Write, close: Write, ...names: readonly string[]): Readonly<Record<string, Write>> {
  return Object.fromEntries(names.flatMap((name) => [[`${name}_open`, open] as const, [`${name}_close`, close]]));
}

/** What needs nothing from outside, by the token's type. */
const PLAIN_RULES: Readonly<Record<string, Write>> = {
  ...pairs(openLine, closeLine, "blockquote", "list", "definition_list", "table", "table_section", "table_row"),
  ...pairs(openItem, closeItem, "list_item", "definition"),
  ...pairs(openText, closeText, "definition_term"),
  ...pairs(openSpan, closeSpan, "em", "strong", "del", "link"),
  blank: blankLine,
  end_of_block: nothing,
  paragraph_open: openParagraph,
  paragraph_close: closeParagraph,
  heading_open: heading,
  heading_close: closeText,
  hr: (token) => `${indentation(token)}<hr${renderAttributes(token.attrs)} />\n`,
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
  image,
  abbreviation,
  footnote_reference: footnoteReference,
};

/** Sets the markup of every token to kramdown's. */
export function useRenderRules(md: MarkdownIt, hooks: MarkdownHooks): void {
  const rules: Readonly<Record<string, Write>> = {
    ...PLAIN_RULES,
    code_block: (token, document) => renderCodeBlock(token, document, hooks),
    code_span: (token, document) => renderCodeSpan(token, document, hooks),
    math_block: (token, document) => renderMath(token, true, document, hooks),
    math_span: (token, document) => renderMath(token, false, document, hooks),
  };
  for (const [type, write] of Object.entries(rules)) md.renderer.rules[type] = ruleOf(write);
}

/** As markdown-it calls a rule: with a token's place, and with what is known of the text as `env`. */
function ruleOf(write: Write): RendererRule {
  return (tokens, index, _options, env) => write(tokens[index]!, documentOf(env), tokens, index);
}
