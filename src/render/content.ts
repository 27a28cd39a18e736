/** Bodies to HTML: Liquid where there is any, then Markdown, kept between builds by the text and everything it depends on. */
import { join } from "node:path";
import type { CacheFile } from "../disk/cache.ts";
import type { Wants } from "../disk/derived.ts";
import { documentsOf } from "../documents.ts";
import { type Diagnostics, SiteError } from "../errors.ts";
import type { academicLiquid } from "../folio/liquid.ts";
import type { ImageLibrary } from "../images/library.ts";
import type { DocumentRenderer, RenderingContext } from "../jekyll/render.ts";
import { isSass } from "../jekyll/sass.ts";
import type { SassThread } from "../jekyll/sass-tasks.ts";
import { folderOf, languageFolders, siteInLanguage } from "../language-folders.ts";
import type { Helpers } from "../layout.ts";
import { highlightCode } from "../markdown/code/highlight.ts";
import type { Markdown } from "../markdown/markdown.ts";
import { remembered } from "../memo.ts";
import type { Content, Document, Output, Post, Site } from "../model.ts";
import { finishHtml } from "../plugins/finish.ts";
import { siteSmartify } from "../plugins/smartify.ts";
import { isMarkdownExcerpt } from "../read/excerpt.ts";
import type { Place } from "../read/position.ts";
import { LIST_MARK } from "../scholar/library.ts";
import { listsPlugin } from "../settings.ts";
import type { MarkdownAhead } from "./ahead.ts";
import { createHelpers } from "./helpers.ts";
import { rewriteHtmlUrls } from "./html-urls.ts";
import {
  belowBaseurl,
  checkMarkdown,
  createSiteMarkdown,
  type KeptContent,
  markdownKey,
  renderKept,
  textKey,
  withFormulas,
} from "./markdown.ts";
import { tellWarnings } from "./markdown-warnings.ts";
import { Stylesheets } from "./stylesheets.ts";
import { isTemplate } from "./templates.ts";

/** The engine for Liquid, and what al-folio's content finds in it: loaded for the sites that need them only. */
export interface LiquidEngine {
  readonly create: (site: Site, context: RenderingContext) => DocumentRenderer;
  /** Absent in mode jekyll. */
  readonly academic?: typeof academicLiquid;
}

/** What bodies are rendered with. */
interface ContentTools {
  /** What was rendered before. */
  readonly cache: CacheFile<KeptContent>;
  readonly diagnostics: Diagnostics;
  /** Renders the same texts on another thread. */
  readonly ahead: MarkdownAhead;
  /** Compiles stylesheets on another one. */
  readonly sass: SassThread;
  readonly wants: Wants;
  readonly images: ImageLibrary;
}

/** Renders the bodies of one site. */
export class ContentRenderer {
  /** The files that are to be made for the pages of this build. */
  readonly wants: Wants;
  /** What is served at a URL: known when the site is planned, which is before anything is rendered. */
  targets: Helpers["target"] | undefined;
  /** To be set before a template is rendered: where `needsLiquid` (src/render/templates.ts) says that there are any. */
  engine: LiquidEngine | undefined;
  readonly #images: ImageLibrary;
  readonly #site: Site;
  readonly #cache: CacheFile<KeptContent>;
  readonly #ahead: MarkdownAhead;
  readonly #diagnostics: Diagnostics;
  readonly #key: string;
  /** Of each language, by its folder: a template lists what is in its own. */
  readonly #documents = remembered((folder) => this.#createLiquid(siteInLanguage(this.#site, folder)));
  readonly #environment = process.env.JEKYLL_ENV ?? "development";
  readonly #finish: (document: Document, html: string) => string;
  readonly #stylesheets: Stylesheets;
  readonly #rendered = new Map<Document, KeptContent>();
  /** What this build made of Markdown, by the HTML that came out. */
  readonly #converted = new Map<string, KeptContent>();
  #markdown: Markdown | undefined;
  #helpers: Helpers | undefined;

  constructor(site: Site, { cache, diagnostics, ahead, sass, wants, images }: ContentTools) {
    const { config } = site;
    this.wants = wants;
    this.#images = images;
    this.#site = site;
    this.#ahead = ahead;
    this.#cache = cache;
    this.#diagnostics = diagnostics;
    this.#key = markdownKey(config);
    checkMarkdown(config, diagnostics);
    this.#finish = finishHtml(config);
    this.#stylesheets = new Stylesheets(site, this.#environment, diagnostics, sass);
  }

  /** What layouts and includes may ask for. */
  get helpers(): Helpers {
    this.#helpers ??= createHelpers(this.#site, this, { wants: this.wants, images: this.#images }, this.#diagnostics);
    return this.#helpers;
  }

  /**
   * Has the stylesheets of the site compiled, and its Markdown rendered, beside this thread. To be called before anything is
   * rendered.
   */
  begin(): void {
    this.#stylesheets.begin((page) => this.#source(page));
    if (this.#isJekyll) {
      const documents = documentsOf(this.#site).filter(({ markdown, output = true }) => markdown && output);
      if (this.#cache.isNew) this.#ahead.expect(documents.reduce((sum, { body }) => sum + body.length, 0));
      for (const document of documents) this.#offer(document);
      if (this.#cache.isNew && listsPlugin(this.#site.config, "jekyll-seo-tag"))
        for (const document of documents) if (document.kind === "post") this.#offerDescription(document);
    }
    this.#ahead.flush();
  }

  /** Hands over the Markdown that a document comes to. What goes wrong is met again, and told, when its page is rendered. */
  #offer(document: Document): void {
    // What the gem jekyll-include-cache keeps is what the first page asked for, so that no page may go before its turn.
    if (isTemplate(document) && listsPlugin(this.#site.config, "jekyll-include-cache")) return;
    try {
      const text = this.#source(document);
      if (this.#cache.get(textKey(this.#key, text)) === undefined) this.#ahead.offer(text);
    } catch (error) {
      if (!(error instanceof SiteError)) throw error;
    }
  }

  /** jekyll-seo-tag takes a post's excerpt, which is HTML by then, for Markdown once more. */
  #offerDescription(post: Post): void {
    const { description = null, excerpt = null } = post.data;
    if (description !== null || isTemplate(post, post.excerpt)) return;
    this.#ahead.offer(post.excerpt);
    if (excerpt === null) this.#ahead.offerHtmlOf(post.excerpt);
  }

  /** The whole body. Computed once for each document. @throws SiteError */
  content(document: Document): Content {
    let content = this.#rendered.get(document);
    if (content === undefined) {
      content = this.#withLists(this.#render(document));
      this.#rendered.set(document, content);
    }
    // Told to every page that shows the text: any of them may be the only one that is rendered again.
    if (!this.#isJekyll) tellWarnings(content.warnings, placeOf(document), this.#site.config, this.#diagnostics);
    return content;
  }

  /** The excerpt of a post, HTML. An `excerpt` of the front matter is used as it is (Jekyll renders none either). */
  excerpt(post: Post): string {
    if (typeof post.data.excerpt === "string") return post.excerpt;
    if (this.#isJekyll || isTemplate(post, post.excerpt)) return this.#liquid(post).excerpt(post);
    return isMarkdownExcerpt(post, this.#site.config)
      ? this.#convert(post.excerpt, placeOf(post))
      : this.#html(post.excerpt, post);
  }

  /** A text of front matter or data, HTML. */
  markdown(text: string): string {
    return this.#markdownOf(text).html;
  }

  /** The body in the site's own Liquid layouts: the whole text of a page in `mode: jekyll`. @throws SiteError */
  page(document: Document): string {
    return this.#finish(document, this.#liquid(document).page(document));
  }

  /** The source maps of the site's stylesheets, each a file beside its stylesheet. */
  sourceMaps(): readonly Output[] {
    return this.#stylesheets.sourceMaps((page) => this.content(page));
  }

  /** The lists of publications that Markdown was spared. */
  #withLists(content: KeptContent): KeptContent {
    if (!content.html.includes(LIST_MARK)) return content;
    return { ...content, html: this.helpers.library()?.fill(content.html) ?? content.html };
  }

  #render(document: Document): KeptContent {
    const plain = { headings: [], words: 0, warnings: [] };
    if (this.#isJekyll) {
      const html = this.#liquid(document).content(document);
      return this.#converted.get(html) ?? { html, ...plain };
    }
    const text = this.#source(document);
    if (isSass(document)) return { html: this.#stylesheets.css(document, text), ...plain };
    if (!document.markdown) return { html: this.#html(text, document), ...plain };
    return this.#markdownOf(text);
  }

  /** The body after Liquid. */
  #source(document: Document): string {
    return this.#isJekyll || isTemplate(document) ? this.#liquid(document).source(document) : document.body;
  }

  get #isJekyll(): boolean {
    return this.#site.config.mode === "jekyll";
  }

  #liquid({ url }: Document): DocumentRenderer {
    return this.#documents(folderOf(url, languageFolders(this.#site.config)));
  }

  #createLiquid(site: Site): DocumentRenderer {
    const { engine } = this;
    if (engine === undefined) throw new Error("Liquid was not loaded");
    const { config } = site;
    // A layout or an include shows the same blocks of code on each of its pages.
    const inLanguage = remembered((language) => remembered((code) => highlightCode(code, language)));
    return engine.create(site, {
      ...engine.academic?.(site, () => this.helpers),
      diagnostics: this.#diagnostics,
      environment: this.#environment,
      ...(config.theme !== "" && {
        includeFolders: [join(config.theme, "_includes")],
        themeLayouts: join(config.theme, "_layouts"),
      }),
      stylesheet: (document, text) => this.#stylesheets.css(document, text),
      markdown: (text, place) => this.#convert(text, place),
      converters: {
        markdownify: (text) => this.#markdownOf(text).html,
        smartify: siteSmartify(config),
        highlight: (code, language) => inLanguage(language)(code),
        sass: (text, syntax) => this.#stylesheets.text(text, syntax),
      },
    });
  }

  #convert(text: string, place: Place): string {
    const content = this.#markdownOf(text);
    tellWarnings(content.warnings, place, this.#site.config, this.#diagnostics);
    this.#converted.set(content.html, content);
    return content.html;
  }

  #markdownOf(text: string): KeptContent {
    const key = textKey(this.#key, text);
    let kept = this.#cache.get(key);
    if (kept === undefined) {
      const render = (given: string) => renderKept(this.#plainMarkdown(), this.#site.config.mode, given);
      kept = this.#ahead.take(text, render) ?? render(text);
      this.#cache.set(key, kept);
    }
    return kept;
  }

  #plainMarkdown(): Markdown {
    this.#markdown ??= createSiteMarkdown(this.#site.config);
    return this.#markdown;
  }

  /** A body that its author wrote in HTML: its formulas are set, and its links count from the site's root, as those in Markdown do. */
  #html(text: string, { file }: Document): string {
    const { config } = this.#site;
    if (!file.endsWith(".html")) return text;
    const html = withFormulas(text, config);
    if (config.baseurl === "" || !/[\s"'=]\//.test(html)) return html;
    return rewriteHtmlUrls(html, (url) => belowBaseurl(url, config.baseurl));
  }
}

function placeOf({ path, bodyLine }: Document): Place {
  return { file: path, line: bodyLine };
}
