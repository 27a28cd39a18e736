import type { Helpers, Output, Site } from "../model.ts";

/** `/sitemap.xml` and `/robots.txt`, each where the site has none. `site.pages` holds the generated pages too. */
export function sitemapOutputs(_site: Site, _helpers: Helpers): readonly Output[] {
  return [];
}
