import type { Page, Site } from "../../src/model.ts";

/** A link of the header. The URL is site-relative, or leads elsewhere. */
export interface NavLink {
  readonly text: string;
  readonly url: string;
}

/** The pages that other pages lead to. */
export interface SiteMap {
  readonly nav: readonly NavLink[];
  /** First page of the list of all posts. */
  readonly blog: Page | undefined;
  /** The pages that list every tag and every category. */
  readonly tags: Page | undefined;
  readonly categories: Page | undefined;
}

/** One for each site, since every page asks; forgotten with the site. */
const maps = new WeakMap<Site, SiteMap>();

/** Where things are in a site. */
export function siteMap(site: Site): SiteMap {
  let map = maps.get(site);
  if (map === undefined) {
    map = drawMap(site);
    maps.set(site, map);
  }
  return map;
}

function drawMap(site: Site): SiteMap {
  const blog = site.pages.find(({ listing }) => listing?.type === "blog" && (listing.paginator?.page ?? 1) === 1);
  return {
    nav: navLinks(site, blog),
    blog,
    tags: site.pages.find(({ listing }) => listing?.type === "tags"),
    categories: site.pages.find(({ listing }) => listing?.type === "categories"),
  };
}

/**
 * The pages with `nav: true`, by `nav_order` and then by title, as al-folio has them; the blog, where it is none of them, comes
 * first. The home page is left out: the site's name leads there.
 */
function navLinks(site: Site, blog: Page | undefined): readonly NavLink[] {
  const asked = site.pages.filter(({ data, listing }) => data.nav === true && (listing?.paginator?.page ?? 1) === 1);
  const blogLink = blog !== undefined && site.posts.length > 0 && !asked.includes(blog) ? [blog] : [];
  return [...blogLink, ...asked.toSorted((a, b) => order(a) - order(b) || (a.title < b.title ? -1 : 1))]
    .filter(({ url }) => url !== "/")
    .flatMap((page) => (page.data.dropdown === true ? children(page) : [{ text: page.title, url: page.url }]))
    .filter(({ text }) => text !== "");
}

function order({ data }: Page): number {
  return typeof data.nav_order === "number" ? data.nav_order : Number.POSITIVE_INFINITY;
}

/** al-folio's drop-down menu, flat: its entries without the lines between them. */
function children({ data }: Page): readonly NavLink[] {
  const entries = Array.isArray(data.children) ? data.children : [];
  return entries
    .filter(({ title }) => typeof title === "string" && title !== "divider")
    .map(({ title, permalink }) => ({ text: title, url: typeof permalink === "string" ? permalink : "" }));
}
