/** Site → what is written. Every file has one owner. */

import { documentsOf } from "./documents.ts";
import type { Diagnostics, MessagePlace } from "./errors.ts";
import { academicSite } from "./folio/site-data.ts";
import type { Helpers } from "./layout.ts";
import type { Markdown } from "./markdown/markdown.ts";
import type { Config, Document, Output, Site, StaticFile } from "./model.ts";
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
import { placeInFile } from "./read/reading.ts";
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
  const blog = { ...own, pages: paginatedPages(own, diagnostics) };
  const standard = { ...blog, pages: [...blog.pages, ...standardPages(blog), ...searchPages(blog)] };
  tellMissingFiles(standard, diagnostics);
  tellMissingCitations(standard, diagnostics);
  const papers = { ...standard, pages: [...standard.pages, ...publicationPages(standard, diagnostics)] };
  return { ...papers, pages: [...papers.pages, ...archivePages(papers, diagnostics)] };
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

/** Every file that is rendered, in Jekyll's order: posts, the other collections, pages, then what plugins make. */
export function plan(site: Site, helpers: Helpers, renderPage: (document: Document) => string): readonly Output[] {
  const pages = documentsOf(site)
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

/**
 * One owner for every file: where two outputs want the same one the first stays, and an error names both. In mode jekyll that
 * is a warning, and the one stays that Jekyll would write last. Documents of the site that share a URL were told when they were
 * read; this catches what Octavo itself adds, and static files.
 */
export function claimFiles(
  outputs: readonly Output[],
  copies: readonly StaticFile[],
  config: Config,
  diagnostics: Diagnostics,
): { readonly outputs: readonly Output[]; readonly copies: readonly StaticFile[] } {
  const owners = new Map<string, string>();
  const claim = (file: string, source: string, document?: Document): boolean => {
    // Some file systems know no difference of composed and decomposed letters: two such files would be one there.
    const key = file.normalize("NFC");
    const owner = owners.get(key);
    if (owner === undefined) {
      owners.set(key, source);
      return true;
    }
    const told = {
      ...placeOfClaim(source, document, config),
      problem: `${source} and ${owner} both want to be ${file}`,
    };
    const help = "Give one of them another permalink or name";
    if (config.mode === "octavo") diagnostics.error({ ...told, help });
    else diagnostics.warn({ ...told, help: `${help}; ${owner} is kept` });
    return false;
  };
  const [first, then] = config.mode === "jekyll" ? lastToFirst(outputs) : [outputs, []];
  const kept = new Set<Output | StaticFile>([
    ...first.filter((output) => claim(output.file, output.source, output.document)),
    ...copies.filter((copy) => claim(copy.file, copy.path)),
    ...then.filter((output) => claim(output.file, output.source, output.document)),
  ]);
  const claimed = {
    outputs: outputs.filter((output) => kept.has(output)),
    copies: copies.filter((copy) => kept.has(copy)),
  };
  // A file that another one needs as its folder.
  const fits = (file: string, source: string, document?: Document): boolean => {
    for (let end = file.lastIndexOf("/"); end > 0; end = file.lastIndexOf("/", end - 1)) {
      const owner = owners.get(file.slice(0, end).normalize("NFC"));
      if (owner === undefined) continue;
      diagnostics.error({
        ...placeOfClaim(source, document, config),
        problem: `${file} needs a folder where ${owner} is the file ${file.slice(0, end)}`,
        help: "Give one of them another permalink or name",
      });
      return false;
    }
    return true;
  };
  return {
    outputs: claimed.outputs.filter((output) => fits(output.file, output.source, output.document)),
    copies: claimed.copies.filter((copy) => fits(copy.file, copy.path)),
  };
}

/** Where an author finds what gives a file its name. */
function placeOfClaim(source: string, document: Document | undefined, config: Config): MessagePlace {
  return document === undefined || document.path === "" ? { file: source } : placeInFile(source, "permalink", config);
}

/** What Jekyll writes after static files, and what it writes before them (Site#each_site_file): both with the last first. */
function lastToFirst(outputs: readonly Output[]): readonly [readonly Output[], readonly Output[]] {
  const isPost = ({ document }: Output): boolean => document?.kind === "post";
  return [outputs.filter(isPost).toReversed(), outputs.filter((output) => !isPost(output)).toReversed()];
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
