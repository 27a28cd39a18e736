/** A page for each paper of the site's own list. */

import { documentsOf } from "../documents.ts";
import type { Diagnostics } from "../errors.ts";
import type { Page, Site } from "../model.ts";
import { generatedPage, takenFiles } from "../plugins/generated.ts";
import { slugify } from "../slug.ts";
import { wordsIn } from "../words/words.ts";
import { listsEverything } from "./cited.ts";
import type { Publication } from "./model.ts";
import { compileQuery, entriesOf } from "./query.ts";
import { type ScholarSettings, scholarSettings } from "./settings.ts";
import { texToText } from "./tex.ts";

/**
 * The pages, and a list of publications where the site has entries and no page that shows them. A URL that something else has
 * is left to it, which is told.
 */
export function publicationPages(site: Site, diagnostics: Diagnostics): readonly Page[] {
  const { bibliography, config } = site;
  if (bibliography === undefined || config.mode === "jekyll") return [];
  const settings = scholarSettings(config);
  if (config.data.publications === false) return [];
  const { entries } = entriesOf(bibliography, undefined, settings);
  const matches = compileQuery(settings.query);
  const listed = entries.filter(matches);
  if (listed.length === 0) return [];
  const taken = new Set(takenFiles(site));
  const pages: Page[] = [];
  if (!showsPublications(site)) {
    const page = generatedPage(config, {
      url: "/publications/",
      layout: "publications",
      title: wordsIn(config, config.lang)("publications"),
      data: { nav: true },
    });
    if (!taken.has(page.file)) {
      taken.add(page.file);
      pages.push(page);
    }
  }
  const papers = new Map<string, string>();
  for (const publication of listed) {
    const page = paperPage(publication, site, settings);
    // One paper in several files has one page, of the first.
    if (papers.get(page.file) === publication.key) continue;
    papers.set(page.file, publication.key);
    if (taken.has(page.file)) {
      diagnostics.warn({
        file: publication.file,
        line: publication.line,
        problem: `The page of ${publication.key} would be ${page.url}, which is taken: it has none`,
        help: "Give the entry another key, or the other page another permalink",
      });
      continue;
    }
    taken.add(page.file);
    pages.push(page);
  }
  return pages;
}

/** The page that lists all publications. */
export function publicationsPage({ pages }: Pick<Site, "pages">): Page | undefined {
  const isList = ({ body, layout }: Page): boolean => layout === "publications" || listsEverything(body);
  return pages.find((page) => page.url === "/publications/") ?? pages.find((page) => page.url !== "/" && isList(page));
}

/** Whether any document of the site lists its publications. */
function showsPublications(site: Site): boolean {
  return publicationsPage(site) !== undefined || documentsOf(site).some(({ body }) => listsEverything(body));
}

function paperPage(publication: Publication, { config }: Site, settings: ScholarSettings): Page {
  const { title, summary: description } = publication;
  const url = paperUrl(publication, settings, config.permalink);
  return { ...generatedPage(config, { url, layout: "paper", title, description }), publication };
}

/** jekyll-scholar's address where the site asks for its pages, else /publications/KEY/. */
function paperUrl(publication: Publication, settings: ScholarSettings, permalink: string): string {
  const { detailsDir, detailsPermalink } = settings;
  const { key } = publication;
  if (detailsDir === undefined && detailsPermalink === undefined)
    return `/publications/${encodeURIComponent(slugify(key, "default") || "paper")}/`;
  const { fields } = publication;
  const plainKey = key.replace(/[:\s]+/g, "_");
  const isPretty = permalink === "pretty" || permalink.endsWith("/");
  const template = detailsPermalink ?? "/:details_dir/:key:extension";
  const url = template.replace(/:([a-z_]+)/g, (_, name: string) => {
    if (name === "details_dir") return detailsDir ?? "bibliography";
    if (name === "key") return plainKey;
    if (name === "extension") return isPretty ? "/" : ".html";
    if (name === "doi") return fields.doi ?? plainKey;
    return slugify(texToText(fields[name] ?? ""), "pretty");
  });
  return encodeURI(`/${url}`.replace(/\/{2,}/g, "/"));
}
