import type { MarkdownIt } from "markdown-it";

/** What is injected from outside, so that this folder needs no highlighter and no formula renderer of its own. */
export interface MarkdownHooks {
  /**
   * Token spans for a piece of code, without any wrapper.
   * Returns undefined where Rouge has no lexer of that name; the code is then shown plain, as kramdown does.
   */
  readonly highlight?: (code: string, language: string) => string | undefined;
  /**
   * HTML for the formulas of a text, in order: they may name each other. Without the hook a formula is written as kramdown
   * writes it for MathJax. `error` says what is wrong with one; it becomes an error at the formula's line.
   */
  readonly renderFormulas?: (
    formulas: readonly Formula[],
  ) => readonly { readonly html: string; readonly error?: string }[];
  /** Further rules, set up once after kramdown's own. */
  readonly plugins?: readonly ((md: MarkdownIt) => void)[];
}

/** A formula of a text. */
export interface Formula {
  /** TeX without its delimiters. */
  readonly tex: string;
  /** A block of its own, or a part of a line. */
  readonly display: boolean;
}

/** kramdown's `entity_output`. */
export type EntityOutput = "as_char" | "as_input" | "numeric" | "symbolic";

/** kramdown's `syntax_highlighter_opts`. */
export interface HighlighterSettings {
  readonly [name: string]: unknown;
}

/**
 * kramdown's options by kramdown's names (kramdown.gettalong.org/options.html), typed and complete.
 * `parseOptions` makes one from what stands in `_config.yml`.
 */
export interface KramdownOptions {
  /**
   * The kramdown whose markup is written. GitHub Pages runs 2.4.0. `2.5` (in `_config.yml`: `kramdown: {version: "2.5"}`) follows 2.5.1:
   * the roles of footnotes, `a___b`, CDATA sections, `<time>` in a line, abbreviations across line breaks (docs/differences.md).
   */
  readonly version: "2.4" | "2.5";
  readonly input: "GFM" | "kramdown";
  readonly auto_ids: boolean;
  readonly auto_id_prefix: string;
  readonly auto_id_stripping: boolean;
  readonly entity_output: EntityOutput;
  readonly footnote_backlink: string;
  readonly footnote_backlink_inline: boolean;
  /** With `version: "2.5"`: what a footnote's link says, its number for `%s`; HTML. */
  readonly footnote_link_text: string;
  readonly footnote_nr: number;
  readonly footnote_prefix: string;
  readonly forbidden_inline_options: readonly string[];
  readonly gfm_quirks: readonly string[];
  readonly hard_wrap: boolean;
  /** With `version: "2.5"`: every header that has an id begins with an empty link to itself. */
  readonly header_links: boolean;
  readonly header_offset: number;
  readonly html_to_native: boolean;
  readonly link_defs: Readonly<Record<string, readonly string[]>>;
  /** Empty for none. */
  readonly math_engine: string;
  readonly parse_block_html: boolean;
  readonly parse_span_html: boolean;
  readonly remove_line_breaks_for_cjk: boolean;
  readonly smart_quotes: readonly string[];
  /** Empty for none. */
  readonly syntax_highlighter: string;
  readonly syntax_highlighter_opts: HighlighterSettings;
  readonly toc_levels: readonly number[];
  readonly typographic_symbols: Readonly<Record<string, string>>;
}

/** What `createMarkdown` takes: any of kramdown's options, and the hooks. */
export type MarkdownOptions = Partial<KramdownOptions> & MarkdownHooks;
