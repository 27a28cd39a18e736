/** Where `link` and `post_url` lead (Jekyll 4.3, `Link` and `PostUrl`): site-relative URLs, without baseurl. */
import { basename } from "node:path";
import { escapePattern } from "../escape-pattern.ts";
import { grouped } from "../grouped.ts";
import type { Post, Site } from "../model.ts";
import { relativePath } from "./drops/site.ts";

/** The places of one site, looked up by path and by name. */
export class Links {
  readonly #site: Site;
  readonly #warn: (problem: string, help: string) => void;
  readonly #posts = new Map<string, string | undefined>();
  #paths: ReadonlyMap<string, string> | undefined;
  /** Posts by their file's name without its extension. */
  #named: ReadonlyMap<string, readonly Post[]> | undefined;

  constructor(site: Site, warn: (problem: string, help: string) => void) {
    this.#site = site;
    this.#warn = warn;
  }

  /** The URL of a page, a static file or a document that is written, by its path from the source. */
  toPath(path: string): string | undefined {
    this.#paths ??= this.#index();
    return this.#paths.get(path) ?? this.#paths.get(`/${path}`);
  }

  /** The URL of a post by its file's name without extension, with or without its folders. */
  toPost(name: string): string | undefined {
    if (!this.#posts.has(name)) this.#posts.set(name, this.#findPost(name)?.url);
    return this.#posts.get(name);
  }

  /** Static files stand in it with a slash before their path, so that a path with one finds nothing else. */
  #index(): ReadonlyMap<string, string> {
    const { pages, staticFiles, collections } = this.#site;
    const documents = [...this.#oldestFirst(), ...[...collections.values()].flat()].filter((post) => post.output);
    const paths = new Map<string, string>();
    const add = (path: string, url: string): void => {
      if (path !== "" && !paths.has(path)) paths.set(path, url);
    };
    for (const page of pages) add(page.path, page.url);
    for (const file of staticFiles) add(file.collection === "" ? `/${file.path}` : file.path, file.url);
    for (const document of documents) add(relativePath(this.#site, document), document.url);
    return paths;
  }

  #oldestFirst(): readonly Post[] {
    return [...this.#site.posts].reverse();
  }

  #findPost(name: string): Post | undefined {
    const [, folder = "", date = "", slug = ""] = /^(.+\/)*(\d+-\d+-\d+)-(.*)$/.exec(name.replace(/^\//, "")) ?? [];
    if (date === "") return undefined;
    this.#named ??= grouped(this.#oldestFirst(), fileName);
    const file = `${escapePattern(`${date}-${slug}`)}\\.[^.]+`;
    const place = escapePattern(folder);
    const pattern = new RegExp(`^_posts/${place}${file}|^${place}_posts/?${file}`, "m");
    const fits = (post: Post) => pattern.test(relativePath(this.#site, post));
    const found = this.#named.get(`${date}-${slug}`)?.find(fits) ?? this.#oldestFirst().find(fits);
    if (found !== undefined) return found;
    const day = date.split("-").map(Number).join("-");
    const similar = this.#oldestFirst().find((post) => post.slug === slug && post.date.toFormat("yyyy-M-d") === day);
    if (similar !== undefined) {
      this.#warn(
        `{% post_url ${name} %} does not name a post's file as it is called`,
        `It is taken for ${similar.path}`,
      );
    }
    return similar;
  }
}

function fileName({ path }: Post): string {
  return basename(path).replace(/\.[^.]+$/, "");
}
