/** Posts and the items of collections (Jekyll 4.3, `DocumentDrop`). */
import { basename, extname } from "node:path";
import type { Post, Value } from "../../model.ts";
import { termName } from "../../read/terms.ts";
import { Drop, hashKeys, hashValue, hasKey, type Ruby } from "../values.ts";
import type { Rendering } from "./rendering.ts";

/** What a document's drop asks of the site. */
export interface Surroundings extends Omit<Rendering, "excerpt"> {
  /** Nil where the excerpt itself is rendered. */
  readonly excerpt: (post: Post) => string | null;
  readonly neighbour: (post: Post, side: "next" | "previous") => Ruby;
  /** Path relative to the folder of the collections. */
  readonly relativePath: (post: Post) => string;
}

type Getter = (post: Post, around: Surroundings) => Ruby;

/** In the order in which Jekyll lists them. */
const getters: ReadonlyMap<string, Getter> = new Map<string, Getter>([
  ["name", (post) => post.data.name ?? basename(post.path)],
  ["id", (post) => post.id],
  ["next", (post, around) => around.neighbour(post, "next")],
  ["previous", (post, around) => around.neighbour(post, "previous")],
  ["relative_path", (post, around) => around.relativePath(post)],
  ["content", (post, around) => around.content(post)],
  ["excerpt", (post, around) => around.excerpt(post)],
  ["output", (post, around) => around.output(post) ?? null],
  // Ruby takes false, too, for no title.
  ["title", ({ data, title }) => (data.title === false ? title : (data.title ?? title))],
  ["categories", writtenCategories],
  ["path", (post, around) => around.relativePath(post)],
  ["url", (post) => post.url],
  ["date", (post) => post.date],
  ["tags", writtenTags],
  ["collection", (post) => post.collection],
]);

/** The tags of a post as the front matter has them: a number stays one. */
export function writtenTags({ tags, data }: Post): readonly Value[] {
  return asWritten(tags, data.tag === undefined || data.tag === null ? data.tags : [data.tag].flat());
}

/** Its categories, alike. */
export function writtenCategories({ categories, data }: Post): readonly Value[] {
  return asWritten(categories, data.categories);
}

function asWritten(terms: readonly string[], written: Value | undefined): readonly Value[] {
  if (!Array.isArray(written) || written.every((term) => typeof term === "string")) return terms;
  return terms.map((term) => written.find((value: Value) => value !== null && termName(value) === term) ?? term);
}

/** What reading adds to the front matter where that does not say otherwise. */
const additions: ReadonlyMap<string, (post: Post) => Ruby> = new Map<string, (post: Post) => Ruby>([
  ["draft", (post) => post.draft],
  ["slug", (post) => post.slug],
  ["ext", (post) => extname(post.path)],
]);

/** One of them: Jekyll's own values, then the front matter. */
export class DocumentDrop extends Drop {
  readonly #post: Post;
  readonly #around: Surroundings;

  constructor(post: Post, around: Surroundings) {
    super();
    this.#post = post;
    this.#around = around;
  }

  get(key: string): Ruby {
    const getter = getters.get(key);
    if (getter !== undefined) return getter(this.#post, this.#around);
    const value = hashValue(this.#post.data, key);
    return value === null ? (additions.get(key)?.(this.#post) ?? null) : value;
  }

  has(key: string): boolean {
    return getters.has(key) || hasKey(this.#post.data, key) || additions.has(key);
  }

  keys(): readonly string[] {
    return [...new Set([...getters.keys(), "draft", ...hashKeys(this.#post.data), ...additions.keys()])];
  }

  text(): string {
    return this.#around.output(this.#post) ?? this.#around.content(this.#post);
  }

  override inspect(): string {
    return `#<Jekyll::Document ${this.#around.relativePath(this.#post)} collection=${this.#post.collection}>`;
  }
}
