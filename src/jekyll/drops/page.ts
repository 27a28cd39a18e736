/** Pages, which are hashes to a template (Jekyll 4.3, `Convertible#to_liquid`). */
import { basename, dirname, extname } from "node:path";
import type { Data, Page } from "../../model.ts";
import { redirectOf } from "../../plugins/redirect-from.ts";
import type { FindDefaults } from "../../read/defaults.ts";
import { mergeData } from "../../read/merge.ts";
import type { Ruby } from "../values.ts";
import { ObjectDrop } from "./object.ts";

/** What jekyll-archives calls its pages. */
const ARCHIVE_TYPES: readonly string[] = ["year", "month", "day", "tag", "category"];

/** Whether jekyll-archives made the page. */
export function isArchive({ listing }: Page): boolean {
  return listing !== undefined && ARCHIVE_TYPES.includes(listing.type);
}

/** What a page shows of its text. */
export interface PageText {
  readonly content: () => string;
  readonly excerpt: () => string | null;
}

/** One page: its front matter, then what Jekyll adds. */
export class PageDrop extends ObjectDrop {
  override readonly isHash = true;
  protected readonly own: ReadonlyMap<string, () => Ruby>;
  protected readonly data: Data;
  readonly #page: Page;
  readonly #content: () => string;

  /**
   * @param text its content, and the excerpt where it has one
   * @param posts what the page lists, where it is an archive
   * @param defaults those of the configuration; reading has put them into the front matter of a page that has a file
   */
  constructor(page: Page, text: PageText, posts: readonly Ruby[], defaults: FindDefaults) {
    super();
    this.#page = page;
    this.#content = text.content;
    const type = isArchive(page) ? page.listing?.type : undefined;
    // Front matter that says nothing (null) leaves a default as it is.
    this.data = page.path === "" ? mergeData(defaults(page.file, type ?? "pages"), page.data) : page.data;
    this.own = new Map(type === undefined ? pageValues(page, text) : archiveValues(page, type, posts));
  }

  /** The front matter comes first. */
  override keys(): readonly string[] {
    return [...new Set([...Object.keys(this.data), ...this.own.keys()])];
  }

  text(): string {
    return this.#content();
  }

  override inspect(): string {
    return `#<Jekyll::Page @relative_path="${this.#page.path}">`;
  }
}

type Values = readonly (readonly [string, () => Ruby])[];

/** `Page::ATTRIBUTES_FOR_LIQUID`. */
function pageValues(page: Page, { content, excerpt }: PageText): Values {
  const leadsAway = redirectOf(page) !== undefined;
  // jekyll-redirect-from has one name for all of its pages, whose text stands in a layout.
  const path = page.path !== "" ? page.path : leadsAway ? "redirect.html" : page.file;
  return [
    ["content", leadsAway ? () => "" : content],
    ["dir", () => folderOf(page.url)],
    ["excerpt", excerpt],
    ["name", () => basename(path)],
    ["path", () => page.data.path ?? path],
    ["url", () => page.url],
  ];
}

/** Those of jekyll-archives' own pages, which have neither content nor folder. */
function archiveValues({ file, url }: Page, type: string, posts: readonly Ruby[]): Values {
  return [
    ["posts", () => posts],
    ["type", () => type],
    ["name", () => basename(file, extname(file))],
    ["path", () => file],
    ["url", () => url],
  ];
}

function folderOf(url: string): string {
  if (url.endsWith("/")) return url;
  const folder = dirname(url);
  return folder.endsWith("/") ? folder : `${folder}/`;
}
