/** Bodies to HTML: Markdown with the site's options, kept between builds by the text and everything it depends on. */
import type { CacheFile } from "../cache.ts";
import type { Diagnostics } from "../errors.ts";
import { fingerprint } from "../hash.ts";
import type { Markdown, MarkdownWarning } from "../markdown/markdown.ts";
import type { Config, Content, Document, Post } from "../model.ts";
import { rewriteHtmlUrls } from "./html-urls.ts";
import { belowBaseurl, checkMarkdown, createSiteMarkdown, markdownKey } from "./markdown.ts";

export interface KeptContent extends Content {
  /** Lines count from the body's first, so that they stay right when the front matter grows. */
  readonly warnings: readonly MarkdownWarning[];
}

/** Renders the bodies of one site for one configuration. */
export class ContentRenderer {
  readonly #diagnostics: Diagnostics;
  readonly #cache: CacheFile<KeptContent>;
  readonly #config: Config;
  readonly #key: string;
  readonly #rendered = new Map<Document, KeptContent>();
  #markdown: Markdown | undefined;

  constructor(config: Config, cache: CacheFile<KeptContent>, diagnostics: Diagnostics) {
    this.#cache = cache;
    this.#diagnostics = diagnostics;
    this.#config = config;
    this.#key = markdownKey(config);
    checkMarkdown(config, diagnostics);
  }

  /** The whole body. Computed once for each document. */
  content(document: Document): Content {
    let content = this.#rendered.get(document);
    if (content === undefined) {
      content = this.#render(document.body, document.markdown, document.file);
      this.#rendered.set(document, content);
    }
    this.#tell(document, content.warnings);
    return content;
  }

  /** The excerpt of a post, HTML. An `excerpt` of the front matter is used as it is (Jekyll renders none either). */
  excerpt(post: Post): string {
    if (typeof post.data.excerpt === "string") return post.excerpt;
    const { html, warnings } = this.#render(post.excerpt, post.markdown, post.file);
    this.#tell(post, warnings);
    return html;
  }

  #render(text: string, isMarkdown: boolean, file: string): KeptContent {
    if (!isMarkdown)
      return { html: file.endsWith(".html") ? this.#html(text) : text, headings: [], words: 0, warnings: [] };
    const key = fingerprint(this.#key, text);
    let kept = this.#cache.get(key);
    if (kept === undefined) {
      this.#markdown ??= createSiteMarkdown(this.#config);
      const { html, headings, warnings } = this.#markdown.render(text);
      kept = { html, headings, words: countWords(html), warnings };
      this.#cache.set(key, kept);
    }
    return kept;
  }

  /** A body that its author wrote in HTML: its links count from the site's root, as those in Markdown do. */
  #html(text: string): string {
    const { mode, baseurl } = this.#config;
    if (mode === "jekyll" || baseurl === "" || !/[\s"'=]\//.test(text)) return text;
    return rewriteHtmlUrls(text, (url) => belowBaseurl(url, baseurl));
  }

  #tell(document: Document, warnings: readonly MarkdownWarning[]): void {
    for (const { level, line, message } of warnings) {
      const problem = level === "error" ? `A formula cannot be read: ${message}` : message;
      const help = level === "error" ? "Correct the TeX, or escape its dollars" : "See the Markdown at this line";
      this.#diagnostics.add({ level, file: document.path, line: line + document.bodyLine - 1, problem, help });
    }
  }
}

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;

/** Words of HTML without its tags; a Chinese, Japanese or Korean character counts as one, as in Jekyll's `number_of_words: "auto"`. */
function countWords(html: string): number {
  const text = html.replace(/<[^>]*>/g, " ");
  const characters = text.match(CJK)?.length ?? 0;
  const words = (characters === 0 ? text : text.replace(CJK, " ")).match(/\S+/g)?.length ?? 0;
  return characters + words;
}
