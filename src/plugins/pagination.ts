/**
 * jekyll-paginate (`paginate: 5`) and jekyll-paginate-v2 (`pagination:`): a page that lists posts becomes several. Octavo adds
 * `/blog/` to a site that has no such page.
 */

import { compare } from "../compare.ts";
import type { Diagnostics } from "../errors.ts";
import { isAcademic } from "../folio/academic.ts";
import { ownFolder } from "../language-folders.ts";
import type { Config, Page, Paginator, Post, Site } from "../model.ts";
import { asCount, asData, usesPlugin } from "../settings.ts";
import { urlToFile } from "../urls.ts";
import { wordsIn } from "../words/words.ts";
import { autoPages } from "./autopages.ts";
import { generatedPage, takenFiles } from "./generated.ts";
import { type ListRules, legacyPermalink, listRules, postsOf } from "./pagination-rules.ts";
import { folderOf, gemPlaces, type ListPlace, ownPlaces } from "./pagination-urls.ts";

const BLOG_URL = "/blog/";

/**
 * `site.pages` with each page that lists posts replaced by its pages, one for every `per_page` posts. In `mode: octavo` the
 * pages of `/blog/` follow, where no page of the site lists posts and nothing of the site lies there, unless `_config.yml`
 * says `pagination: {enabled: false}`. Warns, as Jekyll does, where `paginate` finds no page to divide.
 */
export function paginatedPages(site: Site, diagnostics: Diagnostics): readonly Page[] {
  const legacy = legacyPage(site, diagnostics);
  if (site.config.mode === "jekyll") return asGems(site, legacy, diagnostics);
  const pages = site.pages.flatMap((page) => dividedPage(site, page, legacy));
  const listed = pages.some(({ listing }) => listing?.type === "blog");
  return listed || !wantsBlog(site.config) ? pages : [...pages, ...blogPages(site)];
}

/** A page's own pages, or the page itself where it lists no posts. */
function dividedPage(site: Site, page: Page, legacy: Page | undefined): readonly Page[] {
  if (page === legacy) return legacyPages(site, titledList(site.config, page));
  return wantsPosts(site.config, page) || isLeftEmpty(site.config, page)
    ? pagesOf(site, ownList(site.config, page), listRules(site.config, page))
    : [page];
}

/** al-folio's early `blog/index.html` has no title, and the navigation names it. */
function titledList(config: Config, page: Page): Page {
  if (config.mode === "jekyll" || page.title !== "" || page.url === "/" || !isAcademic(config)) return page;
  return { ...page, title: wordsIn(config, config.lang)("blog") };
}

/** jekyll-paginate adds its pages behind all others and leaves the first where it is; all of v2's stand there. */
function asGems(site: Site, legacy: Page | undefined, diagnostics: Diagnostics): readonly Page[] {
  const kept: Page[] = [];
  const added: Page[] = [];
  for (const page of [...site.pages, ...autoPages(site, diagnostics)]) {
    const [first = page, ...others] = dividedPage(site, page, legacy);
    const stays = page === legacy || first === page;
    (stays ? kept : added).push(first);
    added.push(...others);
  }
  return [...kept, ...added];
}

function wantsBlog({ mode, data }: Config): boolean {
  return mode === "octavo" && asData(data.pagination)?.enabled !== false;
}

function blogPages(site: Site): readonly Page[] {
  const blog = generatedPage(site.config, {
    url: ownFolder(site.config) + BLOG_URL,
    layout: "archive",
    title: wordsIn(site.config, site.config.lang)("blog"),
  });
  if (takenFiles(site).has(blog.file)) return [];
  const rules = listRules(site.config, blog);
  const perPage = asCount(site.config.data.paginate) ?? rules.perPage;
  const legacy = legacyPermalink(site.config);
  const permalink = legacy.startsWith(BLOG_URL) ? legacy.slice(BLOG_URL.length - 1) : rules.permalink;
  return pagesOf(site, blog, { ...rules, perPage, permalink });
}

/** jekyll-paginate-v2: a page asks by `pagination: {enabled: true}`, and `_config.yml` must not forbid it. */
function wantsPosts(config: Config, page: Page): boolean {
  if (asData(page.data.pagination)?.enabled !== true) return false;
  const enabled = asData(config.data.pagination)?.enabled;
  // The gem wants the key in _config.yml too; in `mode: octavo` the page's own word is enough.
  return usesPlugin(config, "jekyll-paginate-v2") && (config.mode === "octavo" ? enabled !== false : enabled === true);
}

/** Where a fork of al-folio's drew its list of posts by a layout that it left behind: the page has no text of its own. */
function isLeftEmpty(config: Config, { url, body }: Page): boolean {
  return url === BLOG_URL && body.trim() === "" && wantsBlog(config) && isAcademic(config);
}

/**
 * The page as it lists posts. A body that holds an old theme's list, written in Liquid around `paginator`, is left out: the
 * archive layout draws its own. al-folio's `blog.md` is drawn as it is written, for its names, its featured posts and its
 * chosen tags are the author's own; as HTML, for the gem's pages are no Markdown. A list has a title.
 */
function ownList(config: Config, page: Page): Page {
  if (config.mode === "jekyll") return page;
  const title = page.title || wordsIn(config, config.lang)("blog");
  const draws = /\{[{%][^}]*\bpaginator\b/.test(page.body);
  if (draws && isAcademic(config))
    return {
      ...page,
      title,
      markdown: false,
      layout: ["", "none", "default"].includes(page.layout) ? "page" : page.layout,
    };
  const body = draws || page.body.trim() === "" ? "" : page.body;
  const layout = ["", "none", "default", "page"].includes(page.layout) ? "archive" : page.layout;
  return { ...page, body, layout, title };
}

/** The pages of one list, the first of which stands for the page itself. */
function pagesOf(site: Site, page: Page, rules: ListRules): readonly Page[] {
  const { mode } = site.config;
  const posts = postsOf(site, rules);
  const whole = Math.max(1, Math.ceil(posts.length / rules.perPage));
  const totalPages = rules.limit > 0 ? Math.min(rules.limit, whole) : whole;
  const places =
    mode === "jekyll" ? gemPlaces(page, rules, totalPages) : ownPlaces(firstUrl(site, page), rules, totalPages);
  const titles = places.map((_, index) =>
    index === 0 ? ownTitle(site, page) : titleOf(site, page, rules, index + 1, totalPages),
  );
  const urls = places.map(({ link }) => link);
  return places.map(({ url, path }, index) => {
    const trail = trailOf(places, titles, index, rules);
    const paginator = { ...paginatorOf(urls, index, posts, rules.perPage), path, ...(trail && { trail }) };
    const listing = { type: "blog", posts: onPage(posts, paginator), terms: [], paginator } as const;
    const info = { curr_page: index + 1, total_pages: totalPages };
    const file = url === page.url ? page.file : urlToFile(url, mode === "jekyll" ? "" : ".html");
    // The gem's pages are no Markdown, whatever the page they stand for is written in.
    const markdown = page.markdown && mode === "octavo";
    // Of an autopage the layout alone is shown.
    const autopage = mode === "jekyll" ? page.data.autopage : undefined;
    const listed = { ...page, ...(autopage !== undefined && { body: "" }), url, file, markdown, listing };
    const isOwn = index === 0 && mode === "octavo";
    if (isOwn) return { ...listed, data: { ...page.data, pagination_info: info } };
    const title = titles[index] ?? "";
    const data = {
      ...page.data,
      ...(title !== "" && { title }),
      ...(page.data.permalink !== undefined && mode === "jekyll" && { permalink: path }),
      ...(autopage !== undefined && { autopages: autopage }),
      pagination_info: info,
      ...(index > 0 && { autogen: "jekyll-paginate-v2" }),
    };
    return { ...listed, title, data };
  });
}

/** The page's own URL; on al-folio's sites its folder, as in the gem. */
function firstUrl({ config }: Site, { url }: Page): string {
  return isAcademic(config) && !/\.[^./]+$/.test(url) ? folderOf(url) : url;
}

/** The site's where the page has none; to the gem an empty one is one. */
function ownTitle({ config }: Site, { title, data }: Page): string {
  return title === "" && !(config.mode === "jekyll" && data.title === "") ? config.title : title;
}

function titleOf(site: Site, page: Page, rules: ListRules, number: number, total: number): string {
  return rules.title
    .replace(":title", () => ownTitle(site, page))
    .replace(":num", String(number))
    .replace(":max", String(total));
}

/** The pages around one, as many before and after it as `trail` says, and at the ends as many in all. */
function trailOf(
  places: readonly ListPlace[],
  titles: readonly string[],
  index: number,
  { trail: { before, after } }: ListRules,
): Paginator["trail"] {
  if ((before < 1 && after < 1) || places.length < 2) return undefined;
  const size = Math.min(before + after + 1, places.length);
  const start = Math.max(0, Math.min(index - before, places.length - size));
  return places.slice(start, start + size).map(({ path }, step) => {
    const number = start + step + 1;
    return { number, path, title: titles[number - 1] ?? "" };
  });
}

function paginatorOf(urls: readonly string[], index: number, posts: readonly Post[], perPage: number): Paginator {
  const previousUrl = urls[index - 1];
  const nextUrl = urls[index + 1];
  return {
    page: index + 1,
    perPage,
    totalPages: urls.length,
    totalPosts: posts.length,
    ...(previousUrl !== undefined && { previousUrl }),
    ...(nextUrl !== undefined && { nextUrl }),
    urls,
  };
}

function onPage(posts: readonly Post[], { page, perPage }: Paginator): readonly Post[] {
  return posts.slice((page - 1) * perPage, page * perPage);
}

/**
 * jekyll-paginate: the page that `paginate` turns into several, an index.html in the folder of `paginate_path` or one above
 * it; of several the one with the longest path.
 */
function legacyPage(site: Site, diagnostics: Diagnostics): Page | undefined {
  const perPage = asCount(site.config.data.paginate);
  if (perPage === undefined || perPage < 1 || !usesPlugin(site.config, "jekyll-paginate")) return undefined;
  const folder = `/${legacyPermalink(site.config)}`.replace(/\/{2,}/g, "/").replace(/\/[^/]*\/?$/, "/");
  const [page] = site.pages
    .filter(
      ({ path }) => /(^|\/)index\.html$/.test(path) && folder.startsWith(`/${path.slice(0, -"index.html".length)}`),
    )
    .toSorted((a, b) => b.path.length - a.path.length || compare(a.path, b.path));
  if (page === undefined && site.config.mode === "jekyll")
    diagnostics.warn({
      problem: "`paginate` is set, but there is no index.html to list posts on",
      help: `Add an index.html with front matter in ${folder} or in a folder above it`,
    });
  return page;
}

function legacyPages(site: Site, page: Page): readonly Page[] {
  const perPage = asCount(site.config.data.paginate) ?? 1;
  const posts = site.posts.filter(({ data }) => (data.hidden ?? false) === false);
  // The gem divides no posts into no pages: `paginator` is nil (lib/jekyll-paginate/pagination.rb, `paginate`).
  if (posts.length === 0 && site.config.mode === "jekyll") return [page];
  const pattern = `/${legacyPermalink(site.config)}/`.replace(/\/{2,}/g, "/");
  const urls = Array.from({ length: Math.max(1, Math.ceil(posts.length / perPage)) }, (_, index) =>
    index === 0 ? page.url : pattern.replace(":num", String(index + 1)),
  );
  return urls.map((url, index) => {
    const paginator = paginatorOf(urls, index, posts, perPage);
    const listing = { type: "blog", posts: onPage(posts, paginator), terms: [], paginator } as const;
    // Where another page takes the place of the first one, only that one gives way.
    return { ...page, url, file: urlToFile(url, ".html"), listing, ...(index > 0 && { output: true }) };
  });
}
