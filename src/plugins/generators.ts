/** The pages that Jekyll's gems add to a site, in the order in which their generators run there (mode jekyll). */
import type { Diagnostics } from "../errors.ts";
import type { Data, Page, Site } from "../model.ts";
import { namedGems } from "../settings.ts";
import { archivePages } from "./archives.ts";
import { feedFiles } from "./feed.ts";
import { generatedPage } from "./generated.ts";
import { paginatedPages } from "./pagination.ts";
import { redirectedSite, redirectsFile } from "./redirect-from.ts";
import { sitemapFiles } from "./sitemap.ts";

interface Generator {
  readonly gems: readonly string[];
  /** Whether it runs after all others: `priority :lowest`. */
  readonly last: boolean;
  readonly run: (site: Site, diagnostics: Diagnostics) => Site;
}

const generators: readonly Generator[] = [
  { gems: ["jekyll-redirect-from"], last: false, run: withRedirects },
  {
    gems: ["jekyll-archives", "jekyll-archives-v2"],
    last: false,
    run: (site, diagnostics) => withPages(site, archivePages(site, diagnostics)),
  },
  {
    gems: ["jekyll-paginate", "jekyll-paginate-v2"],
    last: true,
    run: (site, diagnostics) => ({ ...site, pages: paginatedPages(site, diagnostics) }),
  },
  { gems: ["jekyll-feed"], last: true, run: (site) => withFiles(site, feedFiles(site), { sitemap: false }) },
  { gems: ["jekyll-sitemap"], last: true, run: (site) => withFiles(site, sitemapFiles(site)) },
];

/** The site with what every gem adds: by priority, then in the order in which `plugins` names the gems. */
export function generatedSite(site: Site, diagnostics: Diagnostics): Site {
  const named = namedGems(site.config);
  const place = ({ gems, last }: Generator): number => {
    const places = gems.map((gem) => named.indexOf(gem)).filter((index) => index >= 0);
    return (last ? named.length + 1 : 0) + Math.min(named.length, ...places);
  };
  return generators.toSorted((a, b) => place(a) - place(b)).reduce((made, { run }) => run(made, diagnostics), site);
}

function withRedirects(site: Site, diagnostics: Diagnostics): Site {
  const redirected = redirectedSite(site, diagnostics);
  return withFiles(redirected, redirectsFile(redirected));
}

function withPages(site: Site, pages: readonly Page[]): Site {
  return { ...site, pages: [...site.pages, ...pages] };
}

interface ListedFile {
  readonly url: string;
  readonly body?: string;
}

/** Files that a template finds in `site.pages`; who writes them writes them later. */
function withFiles(site: Site, files: readonly ListedFile[], data: Data = {}): Site {
  const pages = files.map(({ url, body = "" }) => {
    const page = generatedPage(site.config, { url, layout: "", title: "" });
    return { ...page, data, body, output: false };
  });
  return withPages(site, pages);
}
