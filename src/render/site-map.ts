/** The pages that other pages lead to. */
import { extname } from "node:path";
import { DateTime } from "luxon";
import { itemsOf } from "../documents.ts";
import { isAcademic, isAcademicTheme, isEarly } from "../folio/academic.ts";
import { withoutMarkup } from "../folio/markup.ts";
import { folderOf, languageFolders } from "../language-folders.ts";
import type { Link, SiteMap } from "../layout.ts";
import type { Page, Site } from "../model.ts";
import { Float } from "../read/scalar-values.ts";
import { publicationsPage } from "../scholar/pages.ts";
import { findSearchPage } from "../search/page.ts";
import { asList, asText } from "../settings.ts";
import { otherLanguageOfTitle, wordsIn } from "../words/words.ts";

/** Where things are in a site. */
export function drawSiteMap(site: Site): SiteMap {
  const folders = languageFolders(site.config);
  const find = (type: string, folder = ""): Page | undefined =>
    site.pages.find(
      ({ listing, url }) =>
        listing?.type === type && (listing.paginator?.page ?? 1) === 1 && folderOf(url, folders) === folder,
    );
  const blog = find("blog");
  return {
    nav: navigation(site, blog, ""),
    navBelow: Object.fromEntries(
      folders.map((folder) => [folder, navigation(site, find("blog", folder) ?? blog, folder)]),
    ),
    blog: linkTo(blog, site),
    tags: linkTo(find("tags"), site),
    categories: linkTo(find("categories"), site),
    search: linkTo(findSearchPage(site), site),
    publications: site.bibliography && linkTo(publicationsPage(site), site),
    impressum: impressum(site),
    lastUpdated: site.config.data.last_updated === true ? newestDay(site) : undefined,
  };
}

function linkTo(page: Page, site: Site): Link;
function linkTo(page: Page | undefined, site: Site): Link | undefined;
function linkTo(page: Page | undefined, { config }: Site): Link | undefined {
  if (page === undefined) return undefined;
  const lang = otherLanguageOfTitle(page, wordsIn(config, page.lang));
  return { text: page.title, url: page.url, ...(lang && { lang }) };
}

/** Named as its page is. */
function impressum({ config, pages }: Site): Link | undefined {
  const path = asText(config.data.impressum_path);
  if (path === undefined) return undefined;
  const url = `/${path.replace(/^\//, "")}`;
  const page = pages.find((other) => [url, `${url}/`].includes(other.url));
  return { text: page?.title || "Impressum", url: page?.url ?? url };
}

/** al-folio says the day of the build, which would change every page each day: what a reader wants to know is the content's. */
function newestDay(site: Site): DateTime | undefined {
  const dated = [...site.posts, ...itemsOf(site).filter(({ data }) => data.date !== undefined)];
  const days = dated.flatMap(({ date, updated }) => (updated === undefined ? [date] : [date, updated]));
  return days.length === 0 ? undefined : DateTime.max(...days);
}

/**
 * The pages with `nav: true` (on early sites all with a title), by `nav_order` and then by title, as al-folio has them; the blog,
 * where it is none of them, comes first. The home page is left out: the site's name leads there. A site that names a theme of
 * Jekyll's and no page so has what minima's header has. The homes of the other languages come last.
 * @param folder of the language whose pages have this menu: a page that is not translated to it stands in the main language
 */
function navigation(site: Site, blog: Page | undefined, folder: string): readonly Link[] {
  const folders = languageFolders(site.config);
  const urls = new Set(site.pages.map(({ url }) => url));
  const isMeant = ({ url }: Page): boolean => {
    const own = folderOf(url, folders);
    return own === folder || (own === "" && !urls.has(folder + url));
  };
  const isAsked = isEarly(site.config)
    ? ({ path, title }: Page) => path !== "" && title !== ""
    : ({ data }: Page) => data.nav === true;
  const named = site.pages.filter(
    (page) => isAsked(page) && isMeant(page) && (page.listing?.paginator?.page ?? 1) === 1,
  );
  const asked = named.toSorted((a, b) => order(a) - order(b) || (a.title < b.title ? -1 : 1));
  const first = blog !== undefined && site.posts.length > 0 && !asked.includes(blog) ? [blog] : [];
  const homes = ["", ...folders].map((other) => `${other}/`);
  const others = homes.filter((url) => url !== `${folder}/` && urls.has(url)).map((url) => linkToLanguage(url, site));
  return (
    [...first, ...(asked.length === 0 ? pagesOfHeader(site, blog) : asked)]
      .filter(({ url }) => !homes.includes(url))
      .flatMap((page) => (page.data.dropdown === true ? children(page, site) : [linkTo(page, site)]))
      .filter(({ text }) => text !== "")
      .concat(others)
      // A menu may name what stands beside it, too.
      .filter(({ url }, index, links) => links.findIndex((other) => other.url === url) === index)
  );
}

/** A language's home, by the language's own name for itself. */
function linkToLanguage(url: string, { config, pages }: Site): Link {
  const lang = pages.find((page) => page.url === url)?.lang ?? config.lang;
  return { text: new Intl.DisplayNames([lang], { type: "language" }).of(lang) ?? lang, url, lang, hreflang: lang };
}

/** How many pages a header lists that nobody has chosen. */
const HEADER_HOLDS = 8;

/** minima 2: the files that `header_pages` names, else every page with a title; these in an early site of al-folio's, too. */
function pagesOfHeader({ config, pages }: Site, blog: Page | undefined): readonly Page[] {
  const { theme, remote_theme, header_pages } = config.data;
  const name = asText(remote_theme) ?? asText(theme);
  const isOwners = isAcademic(config) && typeof config.data.name === "string";
  if (!isOwners && (name === undefined || isAcademicTheme(name))) return [];
  const chosen = asList(header_pages);
  if (chosen !== undefined) return chosen.flatMap((path) => pages.filter((page) => page.path === path));
  const titled = pages.filter(
    (page) =>
      page.path !== "" &&
      page.title !== "" &&
      page !== blog &&
      /^\.x?html?$/.test(extname(page.file)) &&
      page.file !== "404.html",
  );
  return titled.length > HEADER_HOLDS ? [] : titled;
}

/** Older sites of al-folio write `order`. */
function order({ data }: Page): number {
  const order = data.nav_order ?? data.order;
  return typeof order === "number" || order instanceof Float ? Number(order) : Number.POSITIVE_INFINITY;
}

/** al-folio's drop-down menu, flat: its entries without the lines between them. */
function children({ data }: Page, { config }: Site): readonly Link[] {
  const entries = Array.isArray(data.children) ? data.children : [];
  return entries
    .filter(({ title }) => typeof title === "string" && title !== "divider")
    .map(({ title, permalink }) => ({
      text: withoutMarkup(title, config),
      url: typeof permalink === "string" ? permalink : "",
    }));
}
