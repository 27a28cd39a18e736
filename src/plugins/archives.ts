import type { Diagnostics } from "../errors.ts";
import type { Config, Helpers, Page, Site } from "../model.ts";

/** The archive pages of a site: a page a tag, category and year, and the two indexes. The site's own pages win over them. */
export function archivePages(_site: Site, _diagnostics: Diagnostics): readonly Page[] {
  return [];
}

/** Where the archive of a term lies: the function behind `helpers.archive`. To be made once a build. */
export function archiveLinks(_config: Config): Helpers["archive"] {
  return () => undefined;
}
