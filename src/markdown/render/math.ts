import type { Token } from "markdown-it";
import type { Document } from "../document.ts";
import { escapeText } from "../entities.ts";
import type { MarkdownHooks } from "../options.ts";
import { renderAttributes } from "./attributes.ts";

/** A formula: as the hook renders it, else as kramdown leaves it for MathJax, or bare without `math_engine`. */
export function renderMath(token: Token, display: boolean, document: Document, hooks: MarkdownHooks): string {
  const line = document.firstLine + (token.map?.[0] ?? 0);
  const custom = hooks.renderMath?.(token.content, { display, line });
  if (custom !== undefined) return wrap(custom, token, display);
  const tex = escapeText(token.content);
  const attributes = token.attrs?.map(([name, value]): [string, string | number] => [name, value]) ?? [];
  if (document.options.math_engine === "") {
    const index = attributes.findIndex(([name]) => name === "class");
    if (index < 0) attributes.push(["class", "kdmath"]);
    else attributes[index] = ["class", `${attributes[index]![1]} kdmath`];
    const html = renderAttributes(attributes);
    return display ? `<div${html}>$$\n${tex}\n$$</div>\n` : `<span${html}>$${tex}$</span>`;
  }
  if (attributes.length > 0) {
    const html = renderAttributes(attributes);
    return display ? `<div${html}>\\[${tex}\\]\n</div>\n` : `<span${html}>$${tex}$</span>`;
  }
  return display ? `\\[${tex}\\]\n` : `\\(${tex}\\)`;
}

function wrap(html: string, token: Token, display: boolean): string {
  const end = display ? "\n" : "";
  if (token.attrs === null || token.attrs.length === 0) return html + end;
  const tag = display ? "div" : "span";
  return `<${tag}${renderAttributes(token.attrs)}>${html}</${tag}>${end}`;
}
