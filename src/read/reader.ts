/** The parts of a site, each read from its files, or remembered from the last reading. */
import { statSync } from "node:fs";
import { join } from "node:path";
import { withoutMark } from "../byte-order-mark.ts";
import { compare } from "../compare.ts";
import { SiteError } from "../errors.ts";
import type { CollectionConfig, Config, Document, Page, Post, StaticFile } from "../model.ts";
import type { Entries } from "../plugins/entries.ts";
import { optionalFrontMatter, warnOfBareMarkdown } from "../plugins/optional-front-matter.ts";
import { readmeIndex } from "../plugins/readme-index.ts";
import { PermalinkError } from "../urls.ts";
import { isPostName, type ReadPost, readDocument } from "./documents.ts";
import { EncodingError, readText, readWithHeader, type SourceFile } from "./files.ts";
import type { ReadMemory } from "./memory.ts";
import { sortDocuments } from "./order.ts";
import { readPage } from "./pages.ts";
import { placeInFile, type Reading } from "./reading.ts";
import type { SourceReader } from "./source.ts";
import { collectionFile, publicFile, staticFile } from "./static-files.ts";
import { themeAssets } from "./theme.ts";

/** What a file of a collection is. */
interface Item {
  readonly document?: ReadPost;
  readonly file?: StaticFile;
}

/** What a file outside the collections is: a page that is not published is neither. */
interface Entry {
  readonly page?: Page | undefined;
  readonly file?: StaticFile;
}

/** Reads the parts of one site. */
export class Reader {
  readonly #reading: Reading;
  readonly #source: SourceReader;
  readonly #memory: ReadMemory;
  readonly #onDocument: (document: Document) => void;

  /** @param onDocument called with each document as soon as it is read */
  constructor(reading: Reading, source: SourceReader, memory: ReadMemory, onDocument: (document: Document) => void) {
    this.#reading = reading;
    this.#source = source;
    this.#memory = memory;
    this.#onDocument = onDocument;
  }

  /** Posts and drafts of every folder that is read, newest first. */
  posts(): readonly Post[] {
    const { config, diagnostics } = this.#reading;
    const collection = config.collections.find(({ label }) => label === "posts");
    if (collection === undefined) return [];
    const found: ReadPost[] = [];
    for (const { path: folder } of this.#source.folders()) {
      if (!`/${folder}`.startsWith(`/${config.collectionsDir}`)) continue;
      const at = (name: string) => (folder === "" ? name : `${folder}/${name}`);
      for (const path of this.#source.below(at("_posts"), "no dot files")) {
        // Jekyll takes a post that is YAML for data, finds no text in it and leaves it out.
        if (/\.ya?ml$/.test(path)) continue;
        if (isPostName(path)) {
          const posts = this.#post(path, collection);
          for (const { post } of posts) this.#onDocument(post);
          found.push(...posts);
        } else if (config.mode === "octavo" && /\.(?:md|markdown|html)$/i.test(path))
          diagnostics.warn(nameless(path, config));
      }
      if (!config.showDrafts) continue;
      const drafts = this.#source.below(at("_drafts"), "no dot files").filter((path) => /[^/]\.[^./]+$/.test(path));
      for (const path of drafts) found.push(...this.#post(path, collection));
    }
    const sorted = sortDocuments(found, undefined, diagnostics).reverse();
    return config.limitPosts > 0 ? sorted.slice(0, config.limitPosts) : sorted;
  }

  /** What the theme has besides, and what the gems make of all that work on reading: each adds at the end, as in Jekyll. */
  withAdditions(entries: Entries): Entries {
    const { config } = this.#reading;
    const toPage = (file: StaticFile) => this.#asPage(file);
    const all = readmeIndex(optionalFrontMatter(this.#withTheme(entries), config, toPage), config, toPage);
    warnOfBareMarkdown(all, config, this.#reading.diagnostics);
    return all;
  }

  /** The theme's assets: pages where the site has no page of their path, files where it has no such file (`ThemeAssetsReader`). */
  #withTheme(own: Entries): Entries {
    const { config, defaults } = this.#reading;
    if (config.theme === "") return own;
    const pages: Page[] = [];
    const files: StaticFile[] = [];
    const ownPages = new Set(own.pages.map(({ path }) => path));
    const ownFiles = new Set(own.files.map(({ path }) => path));
    for (const path of themeAssets(config.theme, this.#reading.diagnostics)) {
      const from = join(config.theme, path);
      const found = this.#recall<Entry>(
        path,
        (file, reading) => ({
          value:
            file.text === undefined
              ? { file: { ...staticFile(path, file, config, defaults), from } }
              : { page: readPage(path, file.text, reading) },
          keep: true,
        }),
        from,
        `${path} of the theme`,
      );
      if (found?.page !== undefined && !ownPages.has(path)) pages.push(found.page);
      if (found?.file !== undefined && !ownFiles.has(path)) files.push(found.file);
    }
    return { pages: [...own.pages, ...pages], files: [...own.files, ...files] };
  }

  /** A page of a file that was read as one to be copied. */
  #asPage({ path, from }: StaticFile): Page | undefined {
    const { diagnostics } = this.#reading;
    return this.#memory.recall(`${path} as a page`, from, diagnostics, (told) => {
      const { text, ...stamp } = readText(from, path);
      return {
        value: readPage(path, withoutMark(text), { ...this.#reading, diagnostics: told }),
        keep: true,
        ...stamp,
      };
    });
  }

  /** Pages, by their names, and static files, by their paths, of every folder that is read. */
  pages(): Entries {
    const { config, defaults } = this.#reading;
    const pages: Page[] = [];
    const files: StaticFile[] = [];
    for (const path of this.#source.pageFiles()) {
      const read = (file: SourceFile, reading: Reading) => ({
        value:
          file.text === undefined
            ? { file: staticFile(path, file, config, defaults) }
            : { page: readPage(path, file.text, reading) },
        keep: true,
      });
      // Where `include` names the folder of a collection, its files are pages, too.
      const found = this.#recall<Entry>(path, read, this.#source.absolute(path), `${path} of a folder`);
      if (found?.page !== undefined) {
        this.#onDocument(found.page);
        pages.push(found.page);
      }
      if (found?.file !== undefined && isPublished(found.file)) files.push(found.file);
    }
    for (const path of config.mode === "octavo" ? this.#source.all("public") : []) {
      const found = this.#recall(path, (file) => ({ value: publicFile(path, file, config), keep: true }));
      if (found !== undefined) files.push(found);
    }
    return {
      pages: pages.sort((a, b) => compare(nameOf(a.path), nameOf(b.path))),
      files: files.sort((a, b) => compare(a.path, b.path)),
    };
  }

  /** Every collection but the posts, by label. */
  collections(): ReadonlyMap<string, { readonly posts: readonly Post[]; readonly files: readonly StaticFile[] }> {
    const { config } = this.#reading;
    const others = config.collections.filter(({ label }) => label !== "posts" && label !== "data");
    return new Map(others.map((collection) => [collection.label, this.#collection(collection)]));
  }

  #collection(collection: CollectionConfig) {
    const { config, defaults, diagnostics } = this.#reading;
    const folder =
      config.collectionsDir === "" ? `_${collection.label}` : `${config.collectionsDir}/_${collection.label}`;
    const found: ReadPost[] = [];
    const files: StaticFile[] = [];
    for (const path of this.#source.below(folder, "dot files")) {
      const item = this.#recall<Item>(path, (file, reading) => {
        const { text } = file;
        if (text === undefined)
          return { value: { file: collectionFile(path, file, collection, config, defaults) }, keep: true };
        const document = readDocument(path, { ...file, text }, collection, reading);
        return { value: { document }, keep: document.dated };
      });
      if (item?.file !== undefined && collection.output && isPublished(item.file)) files.push(item.file);
      if (item?.document !== undefined) {
        const documents = this.#item(item.document);
        for (const { post } of documents) this.#onDocument(post);
        found.push(...documents);
      }
    }
    return { posts: sortDocuments(found, collection, diagnostics), files };
  }

  /** An item that is not published is none; one of the future is there and not written. */
  #item(item: ReadPost): readonly ReadPost[] {
    const { config, time } = this.#reading;
    if (item.post.data.published === false && !config.unpublished) return [];
    const future = !config.future && item.post.date.toMillis() > time.toMillis();
    return [future ? { ...item, post: { ...item.post, output: false } } : item];
  }

  #post(path: string, collection: CollectionConfig): readonly ReadPost[] {
    const { config, time, diagnostics } = this.#reading;
    const found = this.#recall(path, (file, reading) => {
      const { text } = file;
      if (text === undefined) throw new Error(`${path} was read without its text`);
      const value = readDocument(path, { ...file, text }, collection, reading);
      return { value, keep: value.dated };
    });
    if (found === undefined || !found.post.output) return [];
    // Jekyll dates a post without a date when it asks whether it lies in the future: never under `future: true`.
    if (config.future) return [found];
    if (found.post.date.toMillis() <= time.toMillis()) return [{ ...found, dated: true }];
    const problem = `The post's date lies in the future (${found.post.date.toFormat("yyyy-MM-dd HH:mm")}): it is left out`;
    diagnostics.warn({
      ...placeInFile(path, "date", config),
      problem,
      help: "Build with --future, or set `future: true`, to see it now",
    });
    return [];
  }

  /** What `read` makes of a file, now or the last time; undefined where it cannot be read, which is told. */
  #recall<Value>(
    path: string,
    read: (file: SourceFile, reading: Reading) => { value: Value; keep: boolean },
    absolute = this.#source.absolute(path),
    key = path,
  ): Value | undefined {
    const { diagnostics } = this.#reading;
    return this.#memory.recall<Value | undefined>(key, absolute, diagnostics, (told) => {
      const always = /(?:^|\/)_(?:posts|drafts)\//.test(path);
      try {
        const file = (always ? readText : readWithHeader)(absolute, path);
        return { ...read(file, { ...this.#reading, diagnostics: told }), modified: file.modified, size: file.size };
      } catch (error) {
        const isText = /\.(?:m(?:ark)?d(?:o?wn)?|mkdn?|html?|txt)$/i.test(path);
        if (error instanceof EncodingError && always && (!isText || this.#reading.config.mode === "jekyll")) {
          told.add({ ...error.diagnostic, level: "warning" });
          return { value: undefined, keep: false, modified: 0, size: 0 };
        }
        // Jekyll prints such a page as it lies there, front matter and all.
        if (error instanceof EncodingError && this.#reading.config.mode === "jekyll") {
          told.add({ ...error.diagnostic, level: "warning" });
          const { mtimeMs: modified, size } = statSync(absolute);
          return { ...read({ modified, size }, { ...this.#reading, diagnostics: told }), modified, size };
        }
        if (error instanceof PermalinkError)
          throw new SiteError({ file: path, problem: error.message, help: error.help });
        throw error;
      }
    });
  }
}

function isPublished({ data }: StaticFile): boolean {
  const { published } = data;
  return published === undefined || (published !== null && published !== false);
}

function nameless(path: string, config: Config) {
  const help = "Name it YEAR-MONTH-DAY-title.md, or move it to _drafts";
  const problem = "The file in _posts has no date in its name: it is left out";
  return { ...placeInFile(path, "", config), problem, help };
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
