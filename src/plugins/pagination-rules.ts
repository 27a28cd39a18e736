/** What one list of posts shows: `pagination:` of the page over that of `_config.yml` over the defaults. */

import { itemsOf } from "../documents.ts";
import type { Config, Data, Page, Post, Site, Value } from "../model.ts";
import { asCount, asData, asNames, asText } from "../settings.ts";
import { isDate } from "../values.ts";
import { wordsIn } from "../words/words.ts";

/** How a list of posts is chosen, ordered and divided. */
export interface ListRules {
  /** Labels of collections; "all": every one but the posts. */
  readonly collections: readonly string[];
  /** A post is listed where it carries all of them, whatever the case of their letters. */
  readonly categories: readonly string[];
  readonly tags: readonly string[];
  readonly locales: readonly string[];
  readonly perPage: number;
  /** Most pages; 0: no limit. */
  readonly limit: number;
  /** So many posts are left out at the end that the sorting began with (jekyll-paginate-v2 sorts upwards, then drops the last). */
  readonly offset: number;
  /** A key of the front matter, or several with colons between them. */
  readonly sortField: string;
  readonly sortReverse: boolean;
  /** How many pages before and after a page its trail shows; none at all where both are 0. */
  readonly trail: { readonly before: number; readonly after: number };
  /** Joined to the first page's URL; with `:num`. */
  readonly permalink: string;
  /** Name of the file that a URL with a slash at its end leads to, without its extension; "" where the site names none. */
  readonly indexPage: string;
  /** With its point; "" where the site says `extension: null`. */
  readonly extension: string;
  /** Title of the second page and those after it; with `:title`, `:num` and `:max`. */
  readonly title: string;
}

/** A page's settings over the site's over the gem's (README-GENERATOR.md of jekyll-paginate-v2). */
export function listRules(config: Config, page: Page): ListRules {
  const own = asData(page.data.pagination);
  const settings: Data = { ...asData(config.data.pagination), ...own };
  const names = (key: string) => listed(settings[key]);
  return {
    collections: asNames(settings.collection ?? "posts").map((label) => label.toLowerCase()),
    // The gem puts every post into a category of this name, for settings written before its time.
    categories: names("category").filter((name) => name !== "posts"),
    tags: names("tag"),
    locales: names("locale"),
    perPage: Math.max(1, asCount(settings.per_page) ?? 10),
    limit: asCount(settings.limit) ?? 0,
    offset: Math.max(0, asCount(settings.offset) ?? 0),
    sortField: asText(settings.sort_field) ?? "date",
    // The gem begins with the oldest post unless told otherwise; a blog that nobody wrote begins with the newest.
    sortReverse: own === undefined ? settings.sort_reverse !== false : settings.sort_reverse === true,
    trail: {
      before: Math.max(0, asCount(asData(settings.trail)?.before) ?? 0),
      after: Math.max(0, asCount(asData(settings.trail)?.after) ?? 0),
    },
    permalink: asText(settings.permalink) ?? (own === undefined ? "/page/:num/" : "/page:num/"),
    indexPage: (asText(settings.indexpage) ?? "").replace(/\..*/s, ""),
    extension: settings.extension === null ? "" : (asText(settings.extension) ?? "html").replace(/^\.?/, "."),
    title:
      asText(settings.title) ??
      (own === undefined
        ? wordsIn(config, config.lang)("titleOfPage", { title: ":title", page: ":num" })
        : ":title - page :num"),
  };
}

/** Names between commas or semicolons, compared without regard to case. */
function listed(value: Value | undefined): readonly string[] {
  return typeof value === "string"
    ? separated(value)
    : asNames(value)
        .map((name) => name.toLowerCase().trim())
        .filter((name) => name !== "");
}

/** The gem's names in one text, in small letters: Jekyll leaves the commas of `tags: a, b` in its tags. */
function separated(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/[;,]/)
    .map((name) => name.trim())
    .filter((name) => name !== "");
}

/** jekyll-paginate's pattern for the second page and those after it; `/page:num` where the site says nothing. */
export function legacyPermalink({ data }: Config): string {
  return asText(data.paginate_path) ?? "/page:num";
}

/** The posts of a list in its order. `hidden: true` in a post's front matter keeps it out. */
export function postsOf(site: Site, rules: ListRules): readonly Post[] {
  const has = (wanted: readonly string[], given: readonly string[]) =>
    wanted.every((name) => given.some((other) => separated(other).includes(name)));
  const posts = rules.collections
    .flatMap((label) => documents(site, label))
    .filter(({ data }) => (data.hidden ?? false) === false && data.pagination === undefined)
    .filter(({ tags, categories }) => has(rules.tags, tags) && has(rules.categories, categories))
    .filter(({ data }) => has(rules.locales, asNames(data.locale)));
  const sorted = posts.map((post) => ({ post, key: sortKey(post, rules.sortField) }));
  sorted.sort((a, b) => order(a.key, b.key));
  const kept = sorted.slice(0, Math.max(0, sorted.length - rules.offset)).map(({ post }) => post);
  return rules.sortReverse ? kept.reverse() : kept;
}

/** In the order of the gem, which a stable sort leaves to equals: posts from the oldest on, others in their collection's. */
function documents(site: Site, label: string): readonly Post[] {
  if (label === "posts") return site.posts.toReversed();
  if (label === "all") return itemsOf(site);
  return site.collections.get(label) ?? [];
}

type Key = string | number | undefined;

function sortKey(post: Post, field: string): Key {
  if (field === "date") return post.date.toMillis();
  const keys = field.split(":").map((key) => key.trim().toLowerCase());
  const value = keys.reduce<Value | undefined>((at, key) => asData(at)?.[key], post.data);
  if (typeof value === "string") return value.toLowerCase();
  if (typeof value === "number") return value;
  if (value instanceof Date) return value.getTime();
  return isDate(value) ? Date.UTC(value.year, value.month - 1, value.day) : undefined;
}

/** Without a value first; numbers and texts each among themselves. */
function order(a: Key, b: Key): number {
  if (a === undefined || b === undefined) return Number(b === undefined) - Number(a === undefined);
  return a < b ? -1 : a > b ? 1 : 0;
}
