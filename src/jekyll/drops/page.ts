/** Pages, which are hashes to a template (Jekyll 4.3, `Convertible#to_liquid`). */
import { basename, dirname } from "node:path";
import type { Page } from "../../model.ts";
import type { Hash, Ruby } from "../values.ts";
import { ObjectDrop } from "./object.ts";

/** What jekyll-archives calls its pages. */
const archiveTypes: readonly string[] = ["year", "month", "day", "tag", "category"];

export class PageDrop extends ObjectDrop {
  override readonly isHash = true;
  protected readonly own: ReadonlyMap<string, () => Ruby>;
  protected readonly data: Hash;
  readonly #page: Page;
  readonly #content: () => string;

  /** @param posts what the page lists, where it is an archive */
  constructor(page: Page, content: () => string, posts: readonly Ruby[]) {
    super();
    this.#page = page;
    this.#content = content;
    this.data = page.data;
    const excerpt = page.data.excerpt ?? null;
    const values: [string, () => Ruby][] = [
      ["content", content],
      ["dir", () => folderOf(page.url)],
      ["excerpt", () => (excerpt === null || excerpt === false ? null : String(excerpt))],
      ["name", () => basename(page.path === "" ? page.file : page.path)],
      ["path", () => page.data.path ?? (page.path === "" ? page.file : page.path)],
      ["url", () => page.url],
    ];
    const type = page.listing?.type ?? "";
    if (archiveTypes.includes(type)) values.push(["posts", () => posts], ["type", () => type]);
    this.own = new Map(values);
  }

  /** The front matter comes first. */
  override keys(): readonly string[] {
    return [...new Set([...Object.keys(this.#page.data), ...this.own.keys()])];
  }

  text(): string {
    return this.#content();
  }

  override inspect(): string {
    return `#<Jekyll::Page @relative_path="${this.#page.path}">`;
  }
}

function folderOf(url: string): string {
  if (url.endsWith("/")) return url;
  const folder = dirname(url);
  return folder.endsWith("/") ? folder : `${folder}/`;
}
