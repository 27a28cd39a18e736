/** The search page, and which pages it finds. */
import { compare } from "../compare.ts";
import { documentsOf, isDated } from "../documents.ts";
import type { Document, Page, Site } from "../model.ts";
import { generatedPage, takenFiles } from "../plugins/generated.ts";
import { redirectOf } from "../plugins/redirect-from.ts";
import { wordsIn } from "../words/words.ts";

/** The folder of the index, relative to the destination. */
export const INDEX_FOLDER = "pagefind";
/** The script of the search page, relative to the destination. */
export const SEARCH_SCRIPT = "js/search.js";

/** A page that can be found. */
export interface SearchablePage {
  /** Relative to the destination. */
  readonly file: string;
  /** Site-relative, without baseurl. */
  readonly url: string;
  readonly title: string;
  readonly lang: string;
  /** A post's day: "2025-11-16"; absent where it has none of its own. */
  readonly day?: string;
  readonly tags: readonly string[];
}

/** The page that searches, unless the site has one (`layout: search`), fills its place, or does without. */
export function searchPages(site: Site): readonly Page[] {
  if (!site.config.search || findSearchPage(site) !== undefined) return [];
  const page = generatedPage(site.config, {
    url: "/search/",
    layout: "search",
    title: wordsIn(site.config, site.config.lang)("search"),
  });
  return takenFiles(site).has(page.file) ? [] : [page];
}

/** The site's search page: undefined where search is off. */
export function findSearchPage({ config, pages }: Site): Page | undefined {
  return config.search ? pages.find(({ layout, output = true }) => layout === "search" && output) : undefined;
}

/**
 * Every page that is to be found, in the order of their files: without the posts where al-folio's `posts_in_search` is false. Empty
 * where the site has no search page.
 */
export function searchablePages(site: Site): readonly SearchablePage[] {
  if (findSearchPage(site) === undefined) return [];
  const posts = site.config.data.posts_in_search === false ? [] : site.posts;
  return documentsOf({ ...site, posts })
    .filter(isSearchable)
    .map((document) => ({
      file: document.file,
      url: document.url,
      title: document.title,
      lang: document.lang,
      tags: document.kind === "post" ? document.tags : [],
      ...(isDated(document) && { day: document.date.toISODate() ?? "" }),
    }))
    .sort((a, b) => compare(a.file, b.file));
}

/** Neither the lists of other pages nor what is none of the site's content, or asks to be left out (`search: false`). */
function isSearchable(document: Document): boolean {
  const { file, layout, data, output = true } = document;
  if (!output || !file.endsWith(".html") || data.search === false) return false;
  if (layout === "search" || file === "404.html" || redirectOf(document) !== undefined) return false;
  // A list is found through what it lists; where its author wrote a text above it, that is found, too.
  return document.kind === "post" || document.listing === undefined || document.body.trim() !== "";
}
