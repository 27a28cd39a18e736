/** jekyll-sitemap: `/sitemap.xml` with every page that search engines should know, and `/robots.txt` that names it. */
import { DateTime } from "luxon";
import { compare } from "../compare.ts";
import type { Helpers } from "../layout.ts";
import type { Config, Document, Mode, Output, Post, Site, StaticFile } from "../model.ts";
import { parseDate } from "../read/dates.ts";
import { usesPlugin } from "../settings.ts";
import { changeTime } from "./change-time.ts";
import { takenFiles } from "./generated.ts";
import { escapeXml, xmlTime } from "./xml.ts";

/** `/sitemap.xml` and `/robots.txt`, each where the site has none. `site.pages` holds the generated pages too. */
export function sitemapOutputs(site: Site, helpers: Helpers): readonly Output[] {
  return sitemapFiles(site).map(({ url, file, xml }) => ({
    url,
    file,
    source: "jekyll-sitemap",
    isPlain: true,
    render: () => (xml ? sitemapXml(site, helpers) : robotsTxt(site, helpers)),
  }));
}

/** Which of the two there will be, with what a template reads in the gem's page of that name before it is rendered. */
export function sitemapFiles(
  site: Site,
): readonly (Pick<Output, "url" | "file"> & { readonly body: string; readonly xml: boolean })[] {
  if (!usesPlugin(site.config, "jekyll-sitemap")) return [];
  const taken = takenFiles(site);
  return [
    { url: "/sitemap.xml", file: "sitemap.xml", body: "", xml: true },
    { url: "/robots.txt", file: "robots.txt", body: 'Sitemap: {{ "sitemap.xml" | absolute_url }}\n', xml: false },
  ].filter(({ file }) => !taken.has(file));
}

interface Entry {
  readonly url: string;
  readonly changed?: DateTime | undefined;
}

function sitemapXml(site: Site, helpers: Helpers): string {
  const { config } = site;
  const listed = (document: Document) => isListed(document, config.mode);
  const entries: readonly Entry[] = [
    ...collectionsByLabel(site).flatMap((posts) =>
      posts.filter(listed).map((post) => ({ url: post.url, changed: changeTime(site, post) })),
    ),
    ...site.pages.filter(listed).map((page) => ({ url: page.url, changed: pageTime(config, page) })),
    ...site.staticFiles.filter(isStaticPage).map((file) => ({ url: file.url, changed: fileTime(config, file) })),
  ];
  const stylesheet = escapeXml(helpers.absolute("/sitemap.xsl"));
  const hasStylesheet = site.staticFiles.some(({ url }) => url === "/sitemap.xsl");
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    ...(hasStylesheet ? [`<?xml-stylesheet type="text/xsl" href="${stylesheet}"?>`] : []),
    '<urlset xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ' +
      'xsi:schemaLocation="http://www.sitemaps.org/schemas/sitemap/0.9 http://www.sitemaps.org/schemas/sitemap/0.9/sitemap.xsd" ' +
      'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...entries.flatMap(({ url, changed }) => [
      "<url>",
      `<loc>${escapeXml(helpers.absolute(url.replace("/index.html", "/")))}</loc>`,
      ...(changed === undefined ? [] : [`<lastmod>${xmlTime(changed)}</lastmod>`]),
      "</url>",
    ]),
    "</urlset>\n",
  ].join("\n");
}

/** The posts, oldest first, among the other collections, in the order of their labels. Only what is written counts. */
function collectionsByLabel(site: Site): readonly (readonly Post[])[] {
  const all: readonly (readonly [string, readonly Post[]])[] = [
    ...site.collections,
    ["posts", site.posts.toReversed()],
  ];
  return all.toSorted(([a], [b]) => compare(a, b)).map(([, posts]) => posts.filter(({ output }) => output));
}

/**
 * Whether a document belongs in the sitemap: an HTML page, but not the 404 page, one that says `sitemap: false`, or one that
 * only leads elsewhere (jekyll-redirect-from's `redirect_to`, al-folio's `redirect`).
 */
function isListed({ data, file, url }: Document, mode: Mode): boolean {
  // The gem knows that page by its URL alone.
  const is404 = mode === "jekyll" ? url === "/404.html" : file === "404.html";
  // al-folio's key, which Jekyll has no use for.
  const isMoved = mode === "octavo" && typeof data.redirect === "string";
  // Without the gem that key means nothing to Jekyll; with it such a document says `sitemap: false`.
  const leadsAway = (mode === "octavo" && data.redirect_to !== undefined) || isMoved;
  return /\.x?html?$/.test(file) && !is404 && data.sitemap !== false && !leadsAway;
}

function isStaticPage({ file, data }: StaticFile): boolean {
  return /\.(?:x?html?|pdf)$/.test(file) && !/(?:^|\/)404\.html$/.test(file) && data.sitemap !== false;
}

function pageTime({ timezone }: Config, { data }: Document): DateTime | undefined {
  return data.last_modified_at === undefined ? undefined : parseDate(data.last_modified_at, timezone)?.time;
}

/** A file's own time differs from one copy of the site to the next, so only `mode: jekyll` tells it. */
function fileTime({ mode, timezone }: Config, { modified }: StaticFile): DateTime | undefined {
  return mode === "jekyll" ? DateTime.fromMillis(modified, { zone: timezone }) : undefined;
}

/** Jekyll's line is the only one in `mode: jekyll`. Without a `url` there is no address to tell, and a path alone is none. */
function robotsTxt({ config }: Site, helpers: Helpers): string {
  const line = `Sitemap: ${helpers.absolute("/sitemap.xml")}\n`;
  if (config.mode === "jekyll") return line;
  return `User-agent: *\nDisallow:\n${config.url === "" ? "" : `\n${line}`}`;
}
