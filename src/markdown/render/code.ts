import type { Token } from "markdown-it";
import { escapeText } from "../../html.ts";
import { codeOptions } from "../code/fence-options.ts";
import type { Document } from "../document.ts";
import type { HighlighterSettings, MarkdownHooks } from "../options.ts";
import { addClass, indentation, renderAttributes } from "./attributes.ts";
import { renderHighlighted, renderLines, renderTitle } from "./code-wrappers.ts";

type Place = "block" | "span";
type Attributes = NonNullable<Token["attrs"]>;

/** Rouge's names for text without markup; only `guess_lang` sends it through the highlighter. */
const PLAIN_TEXT = new Set(["plaintext", "text"]);
const LANGUAGE = /\blanguage-\S+/;

/** A code block with the wrappers that kramdown puts around Rouge's spans, or without where there is no lexer. */
export function renderCodeBlock(token: Token, document: Document, hooks: MarkdownHooks): string {
  const attributes: Attributes = token.attrs?.map(([name, value]) => [name, value]) ?? [];
  const fence = token.info === "" ? undefined : token.info;
  const language = fence?.replace(/\?.*$/, "") ?? takeLanguage(attributes);
  const indent = indentation(token);
  const options = codeOptions(token);
  const spans = highlight(token.content, language, "block", document, hooks);
  if (spans !== undefined || options.numbered) {
    const html = spans ?? escapeText(token.content);
    const highlighted = renderHighlighted(html, token.content, options, settings(document, "block"));
    addHighlighterClass(attributes, language ?? defaultLanguage(document, "block"));
    return renderTitle(`${indent}<div${renderAttributes(attributes)}>${highlighted}${indent}</div>\n`, options, indent);
  }
  const classes = String(attributes.find(([name]) => name === "class")?.[1] ?? "");
  const escaped = escapeText(token.content).replace(/\n$/, "");
  const code = /\bshow-whitespaces\b/.test(classes)
    ? `${showWhitespace(escaped)}\n`
    : renderLines(`${escaped}\n`, options);
  const languageClass = language === undefined ? "" : renderAttributes([["class", `language-${language}`]]);
  const html = `${indent}<pre${renderAttributes(attributes)}><code${languageClass}>${code}</code></pre>\n`;
  return renderTitle(html, options, indent);
}

/** Code in a line. */
export function renderCodeSpan(token: Token, document: Document, hooks: MarkdownHooks): string {
  const attributes: Attributes = token.attrs?.map(([name, value]) => [name, value]) ?? [];
  const language = languageOf(attributes);
  const highlighted = highlight(token.content, language, "span", document, hooks);
  if (highlighted === undefined) return `<code${renderAttributes(attributes)}>${escapeText(token.content)}</code>`;
  addHighlighterClass(attributes, language === undefined ? defaultLanguage(document, "span") : undefined);
  return `<code${renderAttributes(attributes)}>${highlighted}</code>`;
}

function languageOf(attributes: Attributes): string | undefined {
  const classes = attributes.find(([name]) => name === "class")?.[1];
  return classes === undefined ? undefined : LANGUAGE.exec(String(classes))?.[0].slice("language-".length);
}

function takeLanguage(attributes: Attributes): string | undefined {
  const language = languageOf(attributes);
  if (language === undefined) return undefined;
  const index = attributes.findIndex(([name]) => name === "class");
  const rest = String(attributes[index]![1]).replace(LANGUAGE, "").trim();
  if (rest === "") attributes.splice(index, 1);
  else attributes[index] = ["class", rest];
  return language;
}

function addHighlighterClass(attributes: Attributes, language: string | undefined): void {
  const added = addClass(attributes, "highlighter-rouge");
  if (language === undefined) return;
  const [own, classes] = [`language-${language}`, String(added[1])];
  added[1] = LANGUAGE.test(classes) ? classes.replace(LANGUAGE, own) : `${own} ${classes}`;
}

/** Rouge's settings for one place: `syntax_highlighter_opts`, and what its `block:` or `span:` add to it. */
function settings(document: Document, place: Place): HighlighterSettings {
  const given = document.options.syntax_highlighter_opts;
  const own = given[place];
  return typeof own === "object" && own !== null ? { ...given, ...own } : given;
}

function defaultLanguage(document: Document, place: Place): string | undefined {
  const language = settings(document, place).default_lang;
  return typeof language === "string" && language !== "" ? language : undefined;
}

/** Spans of the highlighter; undefined where the code is to be shown without it. */
function highlight(
  code: string,
  named: string | undefined,
  place: Place,
  document: Document,
  hooks: MarkdownHooks,
): string | undefined {
  if (document.options.syntax_highlighter !== "rouge") return undefined;
  const options = settings(document, place);
  const language = named ?? defaultLanguage(document, place);
  const guess = Boolean(options.guess_lang);
  if ((language === undefined && !guess) || options.disable === true) return undefined;
  if (!guess && (language === undefined || PLAIN_TEXT.has(language))) return undefined;
  return language === undefined ? escapeText(code) : hooks.highlight?.(code, language);
}

/** Blanks and tabs in the classes that kramdown gives them: on the left, on the right, or between. */
function showWhitespace(code: string): string {
  return code.replace(/^[ \t]+|[ \t]+$|[ \t]+/gm, (white, offset: number) => {
    const atStart = offset === 0 || code[offset - 1] === "\n";
    const end = offset + white.length;
    const side = atStart ? "-l" : end === code.length || code[end] === "\n" ? "-r" : "";
    return white.replace(/[ \t]/g, (character) =>
      character === "\t" ? `<span class="ws-tab${side}">\t</span>` : `<span class="ws-space${side}">&#8901;</span>`,
    );
  });
}
