/** Where the pages of a list lie: by jekyll-paginate-v2's own rules, and by Octavo's. */
import { posix } from "node:path";
import type { Page } from "../model.ts";
import type { ListRules } from "./pagination-rules.ts";

/** One page of a list. */
export interface ListPlace {
  /** Site-relative URL. */
  readonly url: string;
  /** The URL with its file's name. */
  readonly path: string;
  /** How other pages of the list link to it. */
  readonly link: string;
}

/**
 * jekyll-paginate-v2 3.0.0 (`PaginationModel#paginate`, `Paginator`, `Utils.ensure_full_path`), to the letter: the first page is the
 * index of the page's permalink or folder, and a pattern without a slash and an extension at its end has `index` put behind it.
 */
export function gemPlaces({ url, data }: Page, rules: ListRules, total: number): readonly ListPlace[] {
  const { permalink } = data;
  const written = typeof permalink === "string" ? `/${permalink.replace(/^\//, "")}` : folderOfFile(url);
  const folder = written.endsWith("/") ? written : `${written}/`;
  const pattern = `${folder}${rules.permalink.replace(/^\/+/, "")}`;
  const named = (at: string) => (rules.indexPage === "" ? at : fullPath(at, rules.indexPage, rules.extension));
  const fill = (at: string, number: number) => at.replace(":num", String(number)).replace(":max", String(total));
  return Array.from({ length: total }, (_, index) => {
    const own = index === 0 ? folder : pattern;
    const path = fill(fullPath(own, rules.indexPage || "index", rules.extension || ".html"), index + 1);
    const isWhole = path.endsWith(rules.extension);
    return { url: isWhole ? path : `${path}${rules.extension}`, path, link: fill(named(own), index + 1) };
  });
}

function folderOfFile(url: string): string {
  return url.endsWith("/") ? url : posix.dirname(url);
}

function fullPath(url: string, name: string, extension: string): string {
  if (url.endsWith("/")) return `${url}${name}${extension}`;
  return url.includes(".") ? url : `${url}${name}`;
}

/** The first page at `first`, the others at the pattern below its folder. */
export function ownPlaces(first: string, rules: ListRules, total: number): readonly ListPlace[] {
  return Array.from({ length: total }, (_, index) => {
    const url = index === 0 ? first : pageUrl(first, rules.permalink, index + 1, total);
    return { url, path: url.endsWith("/") ? `${url}index.html` : url, link: url };
  });
}

/** The folder that a page's URL lies in or is: "/" of "/all.html", "/news/" of "/news". */
export function folderOf(url: string): string {
  return /\.[^./]+$/.test(url) ? url.slice(0, url.lastIndexOf("/") + 1) : `${url.replace(/\/$/, "")}/`;
}

/** The pattern joined to the page's own folder: "/blog/" and "/page/:num/" give "/blog/page/2/". */
function pageUrl(first: string, pattern: string, number: number, total: number): string {
  const url = `${folderOf(first)}/${pattern}`.replace(":num", String(number)).replace(":max", String(total));
  return url.replace(/\/{2,}/g, "/").replace(/\/index\.html$/, "/");
}
