import { highlightCode } from "../../src/markdown/code/highlight.ts";
import { createMarkdown } from "../../src/markdown/markdown.ts";
import { parseOptions } from "../../src/markdown/option-values.ts";

/** Renders as kramdown does with these options, given by kramdown's names. */
export function render(text: string, options: Readonly<Record<string, unknown>>): string {
  return createMarkdown({ ...parseOptions(options).options, highlight: highlightCode }).render(text).html;
}
