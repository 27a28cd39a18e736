import type { Token } from "markdown-it";
import { escapeText } from "../../html.ts";
import type { Document } from "../document.ts";
import type { MarkdownHooks } from "../options.ts";
import { addClass, renderAttributes } from "./attributes.ts";

/** A formula: as the hook renders it, else as kramdown leaves it for MathJax, or bare without `math_engine`. */
export function renderMath(token: Token, display: boolean, document: Document, hooks: MarkdownHooks): string {
  if (hooks.renderFormulas !== undefined) {
    // All formulas of a text are rendered together, once the last one is known.
    const place = document.formulas.push({ tex: token.content, display, line: token.map?.[0] ?? 0 }) - 1;
    return wrap(`\0${place}\0`, token, display);
  }
  const attributes = token.attrs?.map(([name, value]): [string, string | number] => [name, value]) ?? [];
  if (document.options.math_engine === "") {
    addClass(attributes, "kdmath");
    const html = renderAttributes(attributes);
    // kramdown escapes nothing here.
    const { content } = token;
    return display ? `<div${html}>$$\n${content}\n$$</div>\n` : `<span${html}>$${content}$</span>`;
  }
  const tex = escapeText(token.content);
  if (attributes.length > 0) {
    const html = renderAttributes(attributes);
    return display ? `<div${html}>\\[${tex}\\]\n</div>\n` : `<span${html}>$${tex}$</span>`;
  }
  return display ? `\\[${tex}\\]\n` : `\\(${tex}\\)`;
}

const PLACE = /\0(\d+)\0/g;

/** Puts the formulas where `renderMath` left their places. */
export function fillFormulas(html: string, document: Document, hooks: MarkdownHooks): string {
  const { formulas } = document;
  if (formulas.length === 0 || hooks.renderFormulas === undefined) return html;
  const rendered = hooks.renderFormulas(formulas);
  rendered.forEach(({ error }, index) => {
    const { line } = formulas[index]!;
    if (error !== undefined)
      document.warnings.push({ level: "error", line: document.firstLine + line, message: error });
  });
  return html.replace(PLACE, (place, index: string) => rendered[Number(index)]?.html ?? place);
}

function wrap(html: string, token: Token, display: boolean): string {
  const end = display ? "\n" : "";
  if (token.attrs === null || token.attrs.length === 0) return html + end;
  const tag = display ? "div" : "span";
  return `<${tag}${renderAttributes(token.attrs)}>${html}</${tag}>${end}`;
}
