/** Bodies to HTML: Markdown with the site's options, kept between builds by the text and everything it depends on. */
import type { CacheFile } from "../cache.ts";
import type { Diagnostics } from "../errors.ts";
import { fingerprint } from "../hash.ts";
import { highlightCode } from "../markdown/highlight.ts";
import { createMarkdown, type Markdown, type MarkdownWarning } from "../markdown/markdown.ts";
import type { MarkdownOptions } from "../markdown/options.ts";
import type { Config, Content, Document, Post } from "../model.ts";

interface Kept extends Content {
  /** Lines count from the body's first, so that they stay right when the front matter grows. */
  readonly warnings: readonly MarkdownWarning[];
}

/** Renders the bodies of one site for one configuration. */
export class ContentRenderer {
  readonly #diagnostics: Diagnostics;
  readonly #cache: CacheFile<Kept>;
  readonly #optionsKey: string;
  readonly #options: MarkdownOptions;
  readonly #rendered = new Map<Document, Content>();
  #markdown: Markdown | undefined;

  constructor(config: Config, cache: CacheFile<Kept>, diagnostics: Diagnostics) {
    this.#cache = cache;
    this.#diagnostics = diagnostics;
    this.#options = markdownOptions(config);
    this.#optionsKey = JSON.stringify([this.#options, config.mode]);
  }

  /** The whole body. Computed once for each document. */
  content(document: Document): Content {
    const known = this.#rendered.get(document);
    if (known !== undefined) return known;
    const content = this.#render(document, document.body, document.bodyLine);
    this.#rendered.set(document, content);
    return content;
  }

  /** The excerpt of a post, HTML. An `excerpt` of the front matter is used as it is (Jekyll renders none either). */
  excerpt(post: Post): string {
    if (typeof post.data.excerpt === "string") return post.excerpt;
    return this.#render(post, post.excerpt, post.bodyLine).html;
  }

  #render(document: Document, text: string, line: number): Content {
    if (!document.markdown) return { html: text, headings: [], words: 0 };
    const key = fingerprint(this.#optionsKey, text);
    let kept = this.#cache.get(key);
    if (kept === undefined) {
      this.#markdown ??= createMarkdown({ ...this.#options, highlight: highlightCode });
      const { html, headings, warnings } = this.#markdown.render(text);
      kept = { html, headings, words: countWords(html), warnings };
      this.#cache.set(key, kept);
    }
    for (const warning of kept.warnings) {
      this.#diagnostics.warn({
        file: document.path,
        line: warning.line + line - 1,
        problem: warning.message,
        help: "See the Markdown at this line",
      });
    }
    return kept;
  }
}

function markdownOptions(config: Config): MarkdownOptions {
  const given = config.data.kramdown;
  return typeof given === "object" && given !== null && !Array.isArray(given) ? (given as MarkdownOptions) : {};
}

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;

/** Words of HTML without its tags; a Chinese, Japanese or Korean character counts as one, as in Jekyll's `number_of_words: "auto"`. */
function countWords(html: string): number {
  const text = html.replace(/<[^>]*>/g, " ");
  const characters = text.match(CJK)?.length ?? 0;
  const words = (characters === 0 ? text : text.replace(CJK, " ")).match(/\S+/g)?.length ?? 0;
  return characters + words;
}
