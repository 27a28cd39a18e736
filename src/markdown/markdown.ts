import MarkdownIt from "markdown-it";
import type { MarkdownOptions } from "./options.ts";

export interface Heading {
  /** 1 to 6. */
  readonly level: number;
  /** Empty where the heading has none. */
  readonly id: string;
  /** Plain text, markup removed. */
  readonly text: string;
}

export interface MarkdownWarning {
  /** Line in the file, counted from 1; `RenderContext.firstLine` is taken into account. */
  readonly line: number;
  readonly message: string;
}

export interface RenderContext {
  /** Line of the file on which the text begins, counted from 1; 1 when left out. */
  readonly firstLine?: number;
}

export interface RenderResult {
  readonly html: string;
  /** In order of appearance. */
  readonly headings: readonly Heading[];
  readonly warnings: readonly MarkdownWarning[];
}

export interface Markdown {
  /** Markdown text, front matter removed, to HTML. Throws for no input. */
  render(text: string, context?: RenderContext): RenderResult;
}

/** One renderer for one set of options; it may be used for any number of texts. */
export function createMarkdown(_options: MarkdownOptions): Markdown {
  const engine = new MarkdownIt({ html: true, typographer: true });
  return {
    render: (text) => ({ html: engine.render(text), headings: [], warnings: [] }),
  };
}
