import { headerLevel } from "./block/header.ts";
import { plainText } from "./core/plain-text.ts";
import { createDocument } from "./document.ts";
import { createEngine } from "./kramdown.ts";
import { DEFAULTS, parseOptions } from "./option-values.ts";
import type { MarkdownOptions } from "./options.ts";
import { renderDocument } from "./render/document.ts";
import { fillFormulas } from "./render/math.ts";
import { wordsLine } from "./words-line.ts";

/** A header of a text. */
export interface Heading {
  /** 1 to 6. */
  readonly level: number;
  /** Empty where the heading has none. */
  readonly id: string;
  /** Plain text, markup removed. */
  readonly text: string;
}

/** Something to be told of a text. */
export interface MarkdownWarning {
  /** `error`: a formula that cannot be read. */
  readonly level: "warning" | "error";
  /** Line in the file, counted from 1; `RenderContext.firstLine` is taken into account. */
  readonly line: number;
  readonly message: string;
}

interface RenderContext {
  /** Line of the file on which the text begins, counted from 1; 1 when left out. */
  readonly firstLine?: number;
}

interface RenderResult {
  readonly html: string;
  /** In order of appearance. */
  readonly headings: readonly Heading[];
  readonly warnings: readonly MarkdownWarning[];
}

/** A renderer with its options. */
export interface Markdown {
  /** One sentence for each option that cannot be honoured; it names the option, which keeps its default. */
  readonly problems: readonly string[];
  /** Markdown text, front matter removed, to HTML. Throws for no input. */
  render(text: string, context?: RenderContext): RenderResult;
}

/** kramdown with the given options; it may be used for any number of texts. Options left out have kramdown's defaults. */
export function createMarkdown(options: MarkdownOptions): Markdown {
  const { highlight, renderFormulas, plugins, ...given } = options;
  const { options: checked, problems } = parseOptions(given);
  const complete = { ...DEFAULTS, ...checked };
  const hooks = {
    ...(highlight === undefined ? {} : { highlight }),
    ...(renderFormulas === undefined ? {} : { renderFormulas }),
    ...(plugins === undefined ? {} : { plugins }),
  };
  const md = createEngine(complete, hooks);
  return {
    problems: [...problems.values()],
    render(text, context = {}) {
      const line = wordsLine(text);
      if (line !== undefined) return { html: line, headings: [], warnings: [] };
      const document = createDocument(complete, context.firstLine ?? 1);
      const tokens = md.parse(text, document);
      const html = fillFormulas(renderDocument(md, tokens, document), document, hooks);
      const headings: Heading[] = [];
      for (let index = 0; index < tokens.length; index++) {
        const token = tokens[index]!;
        if (token.type !== "heading_open") continue;
        headings.push({
          level: headerLevel(token),
          id: String(token.attrGet("id") ?? ""),
          // al-folio's contents (bootstrap-toc) show this in the place of a long heading.
          text: String(token.attrGet("data-toc-text") ?? plainText(tokens[index + 1]!.children!, "math")),
        });
      }
      return { html, headings, warnings: document.warnings };
    },
  };
}
