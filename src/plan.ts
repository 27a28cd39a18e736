/** Site → what is written. */

import { oldestFirst } from "./documents.ts";
import type { Diagnostics } from "./errors.ts";
import { tellMissingProfiles } from "./folio/profiles.ts";
import { academicSite } from "./folio/site-data.ts";
import { folderOf, foldersWithLists, languageFolders, siteInLanguage } from "./language-folders.ts";
import type { Helpers } from "./layout.ts";
import type { Markdown } from "./markdown/markdown.ts";
import { tellMissingIcon } from "./meta/missing-icon.ts";
import type { Document, Output, Page, Site, StaticFile } from "./model.ts";
import { archivePages } from "./plugins/archives.ts";
import { withDefaultLayouts } from "./plugins/default-layout.ts";
import { feedOutputs } from "./plugins/feed.ts";
import { generatedSite } from "./plugins/generators.ts";
import { withLastModified } from "./plugins/last-modified-at.ts";
import { paginatedPages } from "./plugins/pagination.ts";
import { redirectedSite, redirectOutputs } from "./plugins/redirect-from.ts";
import { withRelativeLinks } from "./plugins/relative-links.ts";
import { sitemapOutputs } from "./plugins/sitemap.ts";
import { standardPages } from "./plugins/standard-pages.ts";
import { withTitlesFromHeadings } from "./plugins/titles-from-headings.ts";
import { createSiteMarkdown } from "./render/markdown.ts";
import { tellMissingCitations } from "./scholar/article-citations.ts";
import { tellMissingFiles } from "./scholar/files.ts";
import { publicationPages } from "./scholar/pages.ts";
import { searchPages } from "./search/page.ts";
import { decodePath } from "./urls.ts";

/** The site with what gems change in it, and with the pages that Octavo adds to it: the blog, papers, archives, home and 404. */
export function completeSite(site: Site, diagnostics: Diagnostics): Site {
  if (site.config.mode === "jekyll") return generatedSite(preparedSite(site), diagnostics);
  const own = redirectedSite(academicSite(preparedSite(site), diagnostics), diagnostics);
  const blog = { ...own, pages: inEachLanguage(own, (one) => paginatedPages(one, diagnostics)) };
  const standard = { ...blog, pages: [...blog.pages, ...standardPages(blog), ...searchPages(blog)] };
  tellMissingFiles(standard, diagnostics);
  tellMissingCitations(standard, diagnostics);
  tellMissingProfiles(standard, diagnostics);
  tellMissingIcon(standard, diagnostics);
  const papers = { ...standard, pages: [...standard.pages, ...publicationPages(standard, diagnostics)] };
  return { ...papers, pages: [...papers.pages, ...inEachLanguage(papers, (one) => archivePages(one, diagnostics))] };
}

/** The pages that list posts, of each language those of its own: there a site has no pages but the language's. */
function inEachLanguage(site: Site, list: (site: Site) => readonly Page[]): readonly Page[] {
  const folders = languageFolders(site.config);
  return foldersWithLists(site).flatMap((folder) =>
    list({
      ...siteInLanguage(site, folder),
      pages: site.pages.filter(({ url }) => folderOf(url, folders) === folder),
    }),
  );
}

/** The site's own documents as the gems leave them that change documents. */
function preparedSite(site: Site): Site {
  let markdown: Markdown | undefined;
  const markdownify = (text: string): string => {
    markdown ??= createSiteMarkdown(site.config);
    return markdown.render(text).html;
  };
  return withRelativeLinks(withTitlesFromHeadings(withDefaultLayouts(withLastModified(site)), markdownify));
}

/**
 * Every file that is rendered, in Jekyll's order: posts from the oldest on, the other collections, pages, then what plugins make.
 * What the gem jekyll-include-cache keeps is what the first of them asked for.
 */
export function plan(site: Site, helpers: Helpers, renderPage: (document: Document) => string): readonly Output[] {
  const pages = [...oldestFirst(site), ...site.pages]
    .filter(({ output = true }) => output)
    .map((document) => ({
      url: document.url,
      file: document.file,
      source: document.path === "" ? document.url : document.path,
      document,
      render: () => renderPage(document),
    }));
  return [...pages, ...feedOutputs(site, helpers), ...sitemapOutputs(site, helpers), ...redirectOutputs(site)];
}

/** Finds what is served at a URL of the planned site, also where a host adds the ending or the slash. */
export function targetsOf(outputs: readonly Output[], copies: readonly StaticFile[]): Helpers["target"] {
  const targets = new Map<string, Document | "file">();
  for (const { file } of copies) targets.set(file, "file");
  for (const { file, document } of outputs) targets.set(file, document ?? "file");
  return (url) => {
    const path = decodePath(url).replace(/^\/+/, "");
    const files =
      path === "" || path.endsWith("/") ? [`${path}index.html`] : [path, `${path}.html`, `${path}/index.html`];
    return files.map((file) => targets.get(file)).find((target) => target !== undefined);
  };
}
