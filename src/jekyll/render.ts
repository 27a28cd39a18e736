/**
 * The documents of a site rendered as Jekyll does: Liquid, then Markdown, then the layouts; posts and collections before pages,
 * each list in its order. A template sees of the documents before it what they have become, of those after it the source.
 */

import { oldestFirst } from "../documents.ts";
import { SiteError } from "../errors.ts";
import type { Config, Document, Site } from "../model.ts";
import { excerptText, hasExcerpt, isMarkdownExcerpt } from "../read/excerpt.ts";
import type { Place } from "../read/position.ts";
import { type LiquidLayouts, readLayouts } from "./layouts.ts";
import { createLiquid, type JekyllLiquid, type LiquidContext } from "./liquid.ts";
import { isSass } from "./sass.ts";
import type { Payload } from "./scope.ts";

/** What rendering needs that is known outside of Liquid. */
export interface RenderingContext extends Omit<LiquidContext, "content" | "output" | "excerpt"> {
  /** Markdown to HTML; warnings are told of the place, which is that of the text's first line. */
  readonly markdown: (text: string, place: Place) => string;
  /** The CSS of a document that is Sass: its text after Liquid, compiled. */
  readonly stylesheet: (document: Document, text: string) => string;
  /** Absolute path of a theme's layouts, behind the site's own. */
  readonly themeLayouts?: string;
}

/** All methods throw SiteError; what a document once gave is kept. */
export interface DocumentRenderer {
  /** The body after Liquid, still Markdown where it was. */
  readonly source: (document: Document) => string;
  /** The body after Liquid and Markdown, HTML where the document is a page of it. */
  readonly content: (document: Document) => string;
  /** The body in its layouts; that of a stylesheet or a data file has none. */
  readonly page: (document: Document) => string;
  /** The excerpt of a document, HTML. */
  readonly excerpt: (document: Document) => string;
}

/** What a document becomes, one after the other. */
type Step = "source" | "content" | "page" | "excerpt";

/** How far one document has come. */
interface Stage {
  readonly payload: Payload;
  readonly made: Map<Step, string>;
  /** Why a step failed: every list that shows the document asks for it again. */
  readonly failed: Map<Step, unknown>;
}

/** Renders the documents of one build. */
export function createDocumentRenderer(site: Site, context: RenderingContext): DocumentRenderer {
  return new Renderer(site, context);
}

class Renderer implements DocumentRenderer {
  readonly #context: RenderingContext;
  readonly #config: Config;
  readonly #liquid: JekyllLiquid;
  readonly #layouts: LiquidLayouts;
  readonly #turns: ReadonlyMap<Document, number>;
  readonly #stages = new Map<Document, Stage>();
  /** Documents and excerpts that are rendered now, the innermost last. */
  readonly #running: Document[] = [];
  readonly #excerpting = new Set<Document>();

  constructor(site: Site, context: RenderingContext) {
    this.#context = context;
    this.#config = site.config;
    this.#liquid = createLiquid(site, {
      ...context,
      content: (document) => (this.#isDone(document) ? this.content(document) : this.#current(document)),
      output: (document) => (this.#isDone(document) ? this.page(document) : undefined),
      excerpt: (document) => this.excerpt(document),
    });
    this.#layouts = readLayouts(site.config, this.#liquid, context.diagnostics, context.themeLayouts);
    const order: readonly Document[] = [...oldestFirst(site), ...site.pages];
    this.#turns = new Map(order.map((document, turn) => [document, turn]));
  }

  source(document: Document): string {
    return this.#once(document, "source", ({ payload }) =>
      this.#within(document, () => this.#fill(document, document.body, payload)),
    );
  }

  content(document: Document): string {
    return this.#once(document, "content", () => this.#convert(document, this.source(document)));
  }

  page(document: Document): string {
    return this.#once(document, "page", ({ payload }) => {
      if (isAsset(document)) return this.content(document);
      const inLayouts = (content: string) =>
        this.#within(document, () => this.#layouts.render(document, content, payload));
      let content: string;
      try {
        content = this.content(document);
      } catch (error) {
        // What is wrong in the layouts is told in the same run.
        this.#context.diagnostics.attempt(() => inLayouts(document.body));
        throw error;
      }
      return inLayouts(content);
    });
  }

  /** An excerpt of the front matter is used as it is. */
  excerpt(document: Document): string {
    const text = excerptText(document, this.#config);
    const { excerpt = null } = document.data;
    if (excerpt !== null && excerpt !== false) return text;
    if (!hasExcerpt(document.data, this.#config)) return "";
    return this.#once(document, "excerpt", () => {
      if (this.#excerpting.has(document)) throw recursion(document, "excerpt");
      this.#excerpting.add(document);
      try {
        const payload = this.#payload(document, this.#liquid.excerptPayload(document));
        const filled = this.#fill(document, text, payload);
        return isMarkdownExcerpt(document, this.#config)
          ? this.#markdown(document, filled)
          : this.#convert(document, filled);
      } finally {
        this.#excerpting.delete(document);
      }
    });
  }

  /** A step of a document, taken when it is first asked for; what it throws is thrown again. */
  #once(document: Document, step: Step, take: (stage: Stage) => string): string {
    const stage = this.#stage(document);
    const known = stage.made.get(step);
    if (known !== undefined) return known;
    if (stage.failed.has(step)) throw stage.failed.get(step);
    try {
      const made = take(stage);
      stage.made.set(step, made);
      return made;
    } catch (error) {
      stage.failed.set(step, error);
      throw error;
    }
  }

  /** Liquid, where the document wants any. */
  #fill(document: Document, text: string, payload: Payload): string {
    if (document.data.render_with_liquid === false || isPlain(document)) return text;
    return this.#liquid.render(text, payload, document, { file: document.path, line: document.bodyLine });
  }

  #convert(document: Document, text: string): string {
    if (isSass(document)) return this.#context.stylesheet(document, text);
    return document.markdown ? this.#markdown(document, text) : text;
  }

  #markdown(document: Document, text: string): string {
    return this.#context.markdown(text, { file: document.path, line: document.bodyLine });
  }

  /** Jekyll's Markdown converter wants blocks of code on lines of their own (`assign_highlighter_options!`). */
  #payload(document: Document, payload: Payload): Payload {
    if (!document.markdown || this.#config.mode !== "jekyll") return payload;
    for (const name of ["highlighter_prefix", "highlighter_suffix"]) payload.set(name, "\n");
    return payload;
  }

  #stage(document: Document): Stage {
    let stage = this.#stages.get(document);
    if (stage === undefined) {
      const payload = this.#payload(document, this.#liquid.payload(document));
      payload.set("layout", this.#layouts.dataFor(document));
      stage = { payload, made: new Map(), failed: new Map() };
      this.#stages.set(document, stage);
    }
    return stage;
  }

  /** Whether Jekyll would have rendered a document before the one that is rendered now. */
  #isDone(document: Document): boolean {
    const now = this.#running.at(-1);
    if (now === undefined) return true;
    return (this.#turns.get(document) ?? -1) < (this.#turns.get(now) ?? Number.POSITIVE_INFINITY);
  }

  /** The content of a document whose turn it is, or has not come. */
  #current(document: Document): string {
    const isNow = document === this.#running.at(-1);
    return (isNow ? this.#stages.get(document)?.made.get("content") : undefined) ?? document.body;
  }

  #within<Result>(document: Document, work: () => Result): Result {
    if (this.#running.includes(document)) throw recursion(document, "content");
    this.#running.push(document);
    try {
      return work();
    } finally {
      this.#running.pop();
    }
  }
}

/** Documents that Jekyll gives no layout. */
function isAsset(document: Document): boolean {
  return isSass(document) || isPlain(document) || document.path.endsWith(".coffee");
}

/** Documents that Jekyll renders no Liquid in: in a page of these formats it does. */
function isPlain({ kind, path }: Document): boolean {
  return kind === "post" && /\.(?:ya?ml|coffee)$/.test(path);
}

function recursion(document: Document, part: string): SiteError {
  return new SiteError({
    file: document.path,
    problem: `The ${part} of ${document.path === "" ? document.url : document.path} contains itself`,
    help: `Leave page.${part} out of the text that it is made from`,
  });
}
