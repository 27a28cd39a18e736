import { KRAMDOWN_CELLS, markLines, numberLines } from "../../code-lines.ts";
import { escapeText } from "../../html.ts";
import type { CodeOptions } from "../code/fence-options.ts";
import type { HighlighterSettings } from "../options.ts";

/** Code as HTML with its marked lines marked. */
export function renderLines(html: string, { marked }: CodeOptions): string {
  return marked.length === 0 ? html : markLines(html, marked);
}

/**
 * Spans inside Rouge's wrappers, with line numbers where the fence or the site's settings ask for them. Rouge puts the table of numbers
 * inside `<pre><code>`, where HTML allows none; a fence that asks for it, which kramdown does not know, has it outside.
 */
export function renderHighlighted(
  spans: string,
  code: string,
  options: CodeOptions,
  { wrap, css_class, line_numbers, start_line }: HighlighterSettings,
): string {
  if (wrap === false) return spans;
  const lines = renderLines(spans, options);
  const isNumbered = options.numbered || line_numbers === true;
  const body = isNumbered ? numberLines(lines, code, KRAMDOWN_CELLS, Number(start_line ?? 1)) : lines;
  if (options.numbered) return `<div class="highlight">${body}</div>`;
  const css = typeof css_class === "string" ? css_class : "highlight";
  return `<div class="highlight"><pre class="${css}"><code>${body}</code></pre></div>`;
}

/** A block of code below its title. */
export function renderTitle(html: string, { title }: CodeOptions, indent: string): string {
  if (title === "") return html;
  return `${indent}<figure class="titled-code">\n${indent}<figcaption>${escapeText(title)}</figcaption>\n${html}${indent}</figure>\n`;
}
