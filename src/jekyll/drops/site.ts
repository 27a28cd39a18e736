/** `site` (Jekyll 4.3, `SiteDrop`). Lists are made once for the whole build; nothing of the site is copied. */
import { extname } from "node:path";
import { addTo, type Some } from "../../grouped.ts";
import { once } from "../../memo.ts";
import type { Data, Document, Page, Post, Site, Value } from "../../model.ts";
import { defaultsFinder, type FindDefaults } from "../../read/defaults.ts";
import { hasExcerpt } from "../../read/excerpt.ts";
import { keepKeys } from "../../read/scalar-values.ts";
import type { Hash, Ruby } from "../values.ts";
import { CollectionDrop } from "./collection.ts";
import { DocumentDrop, type Surroundings, writtenCategories, writtenTags } from "./document.ts";
import { ObjectDrop } from "./object.ts";
import { isArchive, PageDrop, type PageText } from "./page.ts";
import type { Rendering } from "./rendering.ts";
import { StaticFileDrop } from "./static-file.ts";

/** The drops of a site's documents and the lists of them, each made when it is first asked for. */
export class SiteDrops {
  readonly #site: Site;
  readonly #rendering: Rendering;
  readonly #around: Surroundings;
  readonly #defaults: FindDefaults;
  readonly #drops = new Map<Document, Ruby>();
  readonly #positions = new Map<Post, { readonly list: readonly Post[]; readonly index: number }>();
  readonly values: ReadonlyMap<string, () => Ruby>;
  /** The configuration as a template sees it. */
  readonly settings: Data;

  constructor(site: Site, rendering: Rendering) {
    this.#site = site;
    this.#rendering = rendering;
    this.#defaults = defaultsFinder(site.config);
    this.#around = {
      ...rendering,
      neighbour: (post, side) => this.#neighbour(post, side),
      relativePath: (post) => relativePath(site, post),
    };
    this.values = this.#lists();
    this.settings = { ...SETTINGS, ...site.config.data };
  }

  /** The drop of a document, always the same one. */
  of(document: Document): Ruby {
    let drop = this.#drops.get(document);
    if (drop === undefined) {
      drop =
        document.kind === "post"
          ? new DocumentDrop(document, this.#around)
          : this.#page(document, {
              content: () => this.#rendering.content(document),
              excerpt: () => this.#pageExcerpt(document),
            });
      this.#drops.set(document, drop);
    }
    return drop;
  }

  /** `page` while a document is rendered: a page keeps its source text there, also in its layouts. */
  current(document: Document): Ruby {
    if (document.kind === "post") return this.of(document);
    return this.#page(document, { content: () => document.body, excerpt: () => this.#pageExcerpt(document) });
  }

  /** `page` while the excerpt of a document is rendered, which has none of its own (`ExcerptDrop`). */
  excerpted(document: Document): Ruby {
    if (document.kind === "post") return new DocumentDrop(document, { ...this.#around, excerpt: () => null });
    return this.#page(document, { content: () => document.body, excerpt: () => null });
  }

  /** The ten newest other posts, for a post or another document; nil for a page. */
  related(document: Document | undefined): Ruby {
    if (document?.kind !== "post") return null;
    const { posts } = this.#site;
    if (posts.length < 2) return [];
    return posts
      .slice(0, 11)
      .filter((post) => post !== document)
      .slice(0, 10)
      .map((post) => this.of(post));
  }

  all(documents: readonly Document[]): readonly Ruby[] {
    return documents.map((document) => this.of(document));
  }

  #page(page: Page, text: PageText): PageDrop {
    const posts = page.listing === undefined ? [] : this.all(page.listing.posts);
    return new PageDrop(page, text, posts, this.#defaults);
  }

  /** That of the front matter; else, where `page_excerpts` asks for them, one cut from a page of HTML (`Page#generate_excerpt`). */
  #pageExcerpt(page: Page): string | null {
    const { excerpt = null } = page.data;
    if (excerpt !== null && excerpt !== false) return String(excerpt);
    const { config } = this.#site;
    const isCut = (config.data.page_excerpts ?? false) !== false && page.path !== "" && hasHtmlFile(page);
    return isCut && hasExcerpt(page.data, config) ? this.#rendering.excerpt(page) : null;
  }

  #neighbour(post: Post, side: "next" | "previous"): Ruby {
    if (this.#positions.size === 0) {
      const lists = [this.#oldestFirst(), ...this.#site.collections.values()];
      for (const list of lists) for (const [index, item] of list.entries()) this.#positions.set(item, { list, index });
    }
    const place = this.#positions.get(post);
    const found = place?.list[place.index + (side === "next" ? 1 : -1)];
    return found === undefined ? null : this.of(found);
  }

  #oldestFirst(): readonly Post[] {
    return [...this.#site.posts].reverse();
  }

  #lists(): ReadonlyMap<string, () => Ruby> {
    const { config, posts, pages, staticFiles, collections, data, time } = this.#site;
    // Those of collections stand last.
    const sorted = [...staticFiles].sort((a, b) => Number(a.collection !== "") - Number(b.collection !== ""));
    const files = once(() =>
      sorted.map((file) => ({ file, drop: new StaticFileDrop(file, relativePath(this.#site, file), config.timezone) })),
    );
    const filesOf = (label: string) => files().flatMap(({ file, drop }) => (file.collection === label ? [drop] : []));
    const docs = new Map([...collections].map(([label, items]) => [label, once(() => this.all(items))] as const));
    const oldest = once(() => this.all(this.#oldestFirst()));
    const lists: [string, () => Ruby][] = [
      ["time", () => time],
      ["categories", once(() => this.#terms((post) => post.categories, writtenCategories))],
      ["pages", once(() => this.all(pages))],
      // Jekyll hides the whole of its configuration behind this name.
      ["config", () => null],
      // One document's own; see SiteDrop.
      ["related_posts", () => null],
      // Jekyll's `site_data`: a key of the configuration stands in for the folder.
      ["data", () => config.data.data || data],
      ["static_files", once(() => files().map(({ drop }) => drop))],
      [
        "collections",
        once(() =>
          [...config.collections]
            .sort((a, b) => (a.label < b.label ? -1 : 1))
            .map((collection) => {
              const items = collection.label === "posts" ? oldest() : (docs.get(collection.label)?.() ?? []);
              return new CollectionDrop(collection, config, items, filesOf(collection.label));
            }),
        ),
      ],
      ["posts", once(() => this.all(posts))],
      ["html_pages", once(() => this.all(pages.filter(isHtml)))],
      [
        "documents",
        once(() => [...oldest(), ...[...docs].flatMap(([label, items]) => [...items(), ...filesOf(label)])]),
      ],
      ["tags", once(() => this.#terms((post) => post.tags, writtenTags))],
      ["source", () => config.source],
      ["destination", () => config.destination],
    ];
    // What jekyll-archives adds to the configuration.
    const archives = pages.filter(isArchive);
    if (archives.length > 0) lists.push(["archives", once(() => this.all(archives))]);
    return new Map([...lists, ...docs]);
  }

  /** Names in the order they come up from the oldest post on, each with its posts, newest first. */
  #terms(
    textsOf: (post: Post) => readonly string[],
    writtenIn: (post: Post) => readonly Value[],
  ): ReadonlyMap<string, Ruby> {
    const terms = new Map<string, Some<Ruby>>();
    const others = new Map<string, Value>();
    for (const post of this.#oldestFirst()) {
      const written = writtenIn(post);
      for (const [index, text] of textsOf(post).entries()) {
        const term = written[index] ?? text;
        if (typeof term !== "string" && !terms.has(text)) others.set(text, term);
        addTo(terms, text, this.of(post));
      }
    }
    for (const posts of terms.values()) posts.reverse();
    keepKeys(terms, [], others);
    return terms;
  }
}

function isHtml(page: Page): boolean {
  return hasHtmlFile(page) || page.url.endsWith("/");
}

function hasHtmlFile({ file }: Page): boolean {
  return [".html", ".xhtml", ".htm"].includes(extname(file));
}

/** The path of a document or file of a collection as Jekyll names it: without the folder of the collections. */
export function relativePath({ config }: Pick<Site, "config">, { path }: Pick<Post, "path">): string {
  const prefix = `${config.collectionsDir}/`;
  return prefix !== "/" && path.startsWith(prefix) ? path.slice(prefix.length) : path;
}

/** Settings that mean something to Jekyll alone, with its defaults: a template may ask for them. */
const SETTINGS: Data = {
  ...{ cache_dir: ".jekyll-cache", safe: false, whitelist: [], lsi: false, incremental: false, detach: false },
  ...{ port: "4000", host: "127.0.0.1", show_dir_listing: false, quiet: false, verbose: false, serving: false },
};

/** `site` as one document sees it. */
export class SiteDrop extends ObjectDrop {
  protected readonly own: ReadonlyMap<string, () => Ruby>;
  protected readonly data: Hash;
  readonly #related: () => Ruby;

  constructor(drops: SiteDrops, current: Document | undefined) {
    super();
    this.own = drops.values;
    this.data = drops.settings;
    this.#related = () => drops.related(current);
  }

  override get(key: string): Ruby {
    return key === "related_posts" ? this.#related() : super.get(key);
  }

  text(): string {
    return "Jekyll::Drops::SiteDrop";
  }
}
