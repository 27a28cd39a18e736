/** jekyll-redirect-from: a page at each old address of a document, and a document that has moved away. */

import { oldestFirst, withPages, withPosts } from "../documents.ts";
import { type Diagnostics, SiteError } from "../errors.ts";
import { absoluteUrl, siteBase } from "../jekyll/urls.ts";
import type { Config, Data, Document, Output, Page, Site, Value } from "../model.ts";
import { layoutNames } from "../read/layout-names.ts";
import { placeInFile } from "../read/reading.ts";
import { outputExtensionOf } from "../read/values.ts";
import { asData, asList, asText, usesPlugin } from "../settings.ts";
import { PermalinkError, pageUrl, urlToFile } from "../urls.ts";
import { generatedPage, takenFiles } from "./generated.ts";
import { escapeXml } from "./xml.ts";

const GEM = "jekyll-redirect-from";

/**
 * The site with a page for each `redirect_from`, and with each document that has `redirect_to` (in mode octavo al-folio's
 * `redirect`, too) turned into a page that leads there. In mode octavo a file of the site's own at an old address stays.
 * A Liquid layout of the site's own that is named `redirect` draws these pages.
 */
export function redirectedSite(site: Site, diagnostics: Diagnostics): Site {
  const { config } = site;
  if (!usesPlugin(config, GEM)) return site;
  const hasLayout = config.mode === "jekyll" && layoutNames(config).has("redirect");
  const move = <Item extends Document>(document: Item): Item => {
    const to = targetOf(document, config);
    if (to === undefined) return document;
    const redirect = { from: document.url, to };
    const isFolios = (document.data.redirect_to ?? null) === null;
    // al-folio's `redirect` sends a reader on and leaves the page what it is, for its text is read elsewhere.
    const stays = isFolios && document.body.trim() !== "" && document.layout !== "";
    const permalink = config.mode === "jekyll" ? { permalink: document.url } : {};
    const leading = redirecting(redirect, hasLayout, { ...document.data, ...permalink }, isFolios ? NO_TEXT : "");
    const data = { ...leading.data, layout: document.data.layout ?? null };
    return stays ? { ...document, data } : { ...document, ...leading };
  };
  const moved = withPosts(withPages(site, move), move);
  const writers =
    config.mode === "jekyll" ? writtenDocuments(moved) : withOneOwner(writtenDocuments(moved), config, diagnostics);
  const old = writers
    .flatMap((document) =>
      originsOf(document).map((from) => diagnostics.attempt(() => redirectPage(from, document, hasLayout, config))),
    )
    .filter((page) => page !== undefined);
  if (config.mode === "jekyll") return { ...moved, pages: inJekyllsOrder(moved, old) };
  const taken = takenFiles(moved);
  return { ...moved, pages: [...moved.pages, ...old.filter(({ file }) => !taken.has(file))] };
}

/** Documents each of whose old addresses is theirs alone; another's is told and taken from it. */
function withOneOwner(documents: readonly Document[], config: Config, diagnostics: Diagnostics): readonly Document[] {
  const owners = new Map<string, Document>();
  return documents.map((document) => {
    const origins = [...new Set(originsOf(document))];
    if (origins.length === 0) return document;
    const own = origins.filter((from) => {
      const owner = owners.get(from);
      if (owner === undefined) owners.set(from, document);
      else
        diagnostics.error({
          ...placeInFile(document.path, "redirect_from", config),
          problem: `${owner.path} and ${document.path} both want to be found at ${from}`,
          help: "Take it out of `redirect_from` of one of them",
        });
      return owner === undefined;
    });
    return { ...document, data: { ...document.data, redirect_from: own } };
  });
}

/** Of two for one file Jekyll leaves the one that it writes last: pages, then static files and documents. */
function inJekyllsOrder(site: Site, old: readonly Page[]): readonly Page[] {
  const lasting = takenFiles({ ...site, pages: [] });
  const added = new Set(old.map(({ file }) => file));
  const last = new Map(old.map((page) => [page.file, page]));
  const lose = (page: Page, files: ReadonlySet<string>): Page =>
    files.has(page.file) ? { ...page, output: false } : page;
  return [
    ...site.pages.map((page) => lose(page, added)),
    ...old.map((page) => (last.get(page.file) === page ? lose(page, lasting) : { ...page, output: false })),
  ];
}

/** `redirects.json`: every address with what it leads to. In mode octavo only where there is one. */
export function redirectOutputs(site: Site): readonly Output[] {
  return redirectsFile(site).map(({ url, file, body }) => ({ url, file, source: GEM, render: () => body }));
}

/** That file with its text, where there is to be one. */
export function redirectsFile(site: Site): readonly (Pick<Output, "url" | "file"> & { readonly body: string })[] {
  const { config } = site;
  if (!usesPlugin(config, GEM) || asData(config.data.redirect_from)?.json === false) return [];
  const redirects = redirectsOf(site);
  const unwanted = config.mode === "octavo" && redirects.length === 0;
  if (unwanted || takenFiles(site).has("redirects.json")) return [];
  const body = JSON.stringify(Object.fromEntries(redirects.map(({ from, to }) => [from, to])));
  return [{ url: "/redirects.json", file: "redirects.json", body }];
}

/** Document by document: what leads to it, then where it leads itself. */
function redirectsOf(site: Site): readonly Redirect[] {
  const made = site.pages.flatMap((page) => (page.path === "" ? (redirectOf(page) ?? []) : []));
  const byOrigin = new Map(made.map((redirect) => [redirect.from, redirect]));
  return writtenDocuments(site)
    .filter(({ path }) => path !== "")
    .flatMap((document) => [...originsOf(document).map((from) => byOrigin.get(from)), redirectOf(document)])
    .filter((redirect) => redirect !== undefined);
}

/** One address that leads to another: what `page.redirect` holds. */
interface Redirect {
  /** Site-relative. */
  readonly from: string;
  /** Absolute where the site has a `url`. */
  readonly to: string;
}

/** Where a document only leads to; undefined for any other. */
export function redirectOf({ data }: Document): Redirect | undefined {
  const redirect = asData(data.moved) ?? asData(data.redirect);
  const [from, to] = [asText(redirect?.from), asText(redirect?.to)];
  return from === undefined || to === undefined ? undefined : { from, to };
}

function writtenDocuments(site: Site): readonly Document[] {
  return [...oldestFirst(site).filter(({ output }) => output), ...site.pages];
}

/** The addresses of `redirect_from`, each with its leading slash. */
function originsOf({ data }: Document): readonly string[] {
  const origins = asList(data.redirect_from) ?? [data.redirect_from ?? null];
  return origins
    .filter((from) => from !== null && typeof from !== "object")
    .map((from) => (String(from).startsWith("/") ? String(from) : `/${from}`));
}

function targetOf({ data }: Document, config: Config): string | undefined {
  const written = firstOf(data.redirect_to) ?? (config.mode === "octavo" ? asText(data.redirect) : undefined);
  if (written === undefined) return undefined;
  return /^https?:\/\//.test(written) ? written : absoluteUrl(written, siteBase(config));
}

function firstOf(value: Value | undefined): string | undefined {
  const first = (asList(value) ?? [value ?? null]).find((item) => item !== null);
  return first === undefined || first === false || typeof first === "object" ? undefined : String(first);
}

/** What makes a document one that leads elsewhere. al-folio's `redirect` stays what the author wrote: pages print it. */
function redirecting(redirect: Redirect, hasLayout: boolean, data: Data, text = "") {
  const key = typeof data.redirect === "string" ? "moved" : "redirect";
  return {
    data: { ...data, sitemap: false, layout: "redirect", [key]: { ...redirect } },
    layout: hasLayout ? "redirect" : "",
    markdown: false,
    body: hasLayout ? "" : redirectHtml(redirect.to, text),
  };
}

/** Throws SiteError for an address that cannot be one. */
function redirectPage(from: string, document: Document, hasLayout: boolean, config: Config): Page {
  try {
    const url = pageUrl(from, {}, config.mode);
    const to = absoluteUrl(document.url, siteBase(config));
    const page = generatedPage(config, { url, layout: "redirect", title: "" });
    const own = redirecting({ from, to }, hasLayout, { permalink: from });
    return { ...page, file: urlToFile(url, outputExtensionOf(".html", from, config)), ...own };
  } catch (error) {
    if (!(error instanceof PermalinkError)) throw error;
    const problem = `\`redirect_from\` has the address "${from}", which cannot be one`;
    throw new SiteError(
      { file: document.path, problem, help: "Write a path of this site, such as /old/" },
      { cause: error },
    );
  }
}

/** al-folio's pages have a text of their own, though these ones an empty one: it stands as in `_layouts/parts/prose.tsx`. */
const NO_TEXT = `
  <div class="e-content"></div>`;

/** The gem's page, for browsers with and without scripts. @param text HTML below the way on, on lines of its own */
function redirectHtml(to: string, text: string): string {
  const url = escapeXml(to);
  return `<!DOCTYPE html>
<html lang="en-US">
  <meta charset="utf-8">
  <title>Redirecting&hellip;</title>
  <link rel="canonical" href="${url}">
  <script>location=${JSON.stringify(to).replaceAll("<", "\\u003c")}</script>
  <meta http-equiv="refresh" content="0; url=${url}">
  <meta name="robots" content="noindex">
  <h1>Redirecting&hellip;</h1>
  <a href="${url}">Click here if you are not redirected.</a>${text}
</html>
`;
}
