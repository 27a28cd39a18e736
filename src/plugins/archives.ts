/**
 * jekyll-archives and jekyll-archives-v2: a page a tag, a category, a year (a month, a day) with its posts. Octavo adds two
 * pages that list all tags and all categories, and needs no configuration.
 */

import { compare } from "../compare.ts";
import type { Diagnostics, MessagePlace } from "../errors.ts";
import { addTo, grouped, type Some } from "../grouped.ts";
import type { Helpers } from "../layout.ts";
import type { Config, Data, Listing, Page, Post, Site, Term } from "../model.ts";
import { placeInFile } from "../read/reading.ts";
import { slugify } from "../slug.ts";
import { wordsIn } from "../words/words.ts";
import { type ArchiveRules, archiveRules, archiveUrl, type DateType, type TermType } from "./archive-rules.ts";
import { generatedPage, takenFiles } from "./generated.ts";

/**
 * Every archive page and, in `mode: octavo`, the two indexes. A file of the site's own at the same place wins in `mode: octavo`. Two names
 * with one slug share a page in `mode: octavo`; in Jekyll the page that is written last remains. Either way a warning
 * names both.
 */
export function archivePages(site: Site, diagnostics: Diagnostics): readonly Page[] {
  const taken = takenFiles(site);
  const pages = diagnostics.attempt(() =>
    archiveRules(site.config).flatMap((rules) => [
      ...termPages(site, rules, "tag", diagnostics),
      ...termPages(site, rules, "category", diagnostics),
      ...datePages(site, rules),
    ]),
  );
  // The gem looks for no other page, and writes after them.
  if (site.config.mode === "jekyll") return pages ?? [];
  return (pages ?? []).filter((page) => !taken.has(page.file));
}

/** Where the archive of a term or a year lies: the function behind `helpers.archive`. To be made once a build. */
export function archiveLinks(config: Config): Helpers["archive"] {
  const all = archiveRules(config);
  const known = new Map<string, string | undefined>();
  return (type, name, collection = "posts") => {
    const rules = all.find((one) => one.collection === collection);
    if (!rules?.enabled.has(type)) return undefined;
    const key = `${collection} ${type} ${name}`;
    if (!known.has(key)) known.set(key, linkTo(config, rules, type, name));
    return known.get(key);
  };
}

function linkTo(config: Config, rules: ArchiveRules, type: "tag" | "category" | "year", name: string) {
  if (type === "year") return archiveUrl(rules, type, { year: name }, config.mode);
  const slug = slugify(name, rules.slugMode);
  return slug === "" && config.mode === "octavo" ? undefined : archiveUrl(rules, type, { name: slug }, config.mode);
}

function documentsOf(site: Site, { collection }: ArchiveRules): readonly Post[] {
  return collection === "posts" ? site.posts : (site.collections.get(collection) ?? []).toSorted(newestFirst);
}

function newestFirst(a: Post, b: Post): number {
  return b.date.toMillis() - a.date.toMillis() || compare(b.path, a.path);
}

function termPages(site: Site, rules: ArchiveRules, type: TermType, diagnostics: Diagnostics): readonly Page[] {
  if (!rules.enabled.has(type)) return [];
  const terms = termsOf(site, rules, type, diagnostics);
  const pages = terms.map(({ name, url, posts }) =>
    archivePage(site, rules, { type, posts, terms: [] }, { url, title: name, data: { title: name } }),
  );
  const indexUrl = site.config.mode === "octavo" ? indexOf(rules, type) : undefined;
  if (indexUrl === undefined || terms.length === 0) return pages;
  const index = type === "tag" ? ("tags" as const) : ("categories" as const);
  const title = wordsIn(site.config, site.config.lang)(index);
  const listed = terms.toSorted((a, b) => compare(sortKey(a), sortKey(b)) || compare(a.name, b.name));
  const listing = { type: index, posts: [], terms: listed };
  return [...pages, generatedPage(site.config, { url: indexUrl, layout: "archive", title, listing })];
}

/** Letters without their accents: an order that a reader expects and that no machine's locale changes. */
function sortKey({ slug }: Term): string {
  return slug.normalize("NFD").replace(/\p{M}/gu, "");
}

/** The folder that the pages of all terms share: "/blog/tag/". None where they lie in the root or have no folder of their own. */
function indexOf(rules: ArchiveRules, type: TermType): string | undefined {
  const template = rules.permalinks[type];
  const folder = template.slice(0, template.lastIndexOf("/", template.indexOf(":name")) + 1);
  const inFolder = { ...rules, permalinks: { ...rules.permalinks, [type]: folder } };
  const url = template.includes(":name") ? archiveUrl(inFolder, type, {}, "octavo") : `${rules.folder}/`;
  return url === `${rules.folder}/` ? undefined : url;
}

function termsOf(site: Site, rules: ArchiveRules, type: TermType, diagnostics: Diagnostics): readonly Term[] {
  const bySlug = new Map<string, Term>();
  for (const [name, posts] of postsByName(site, rules, type)) {
    const slug = slugify(name, rules.slugMode);
    const [first] = posts;
    if (slug === "" && site.config.mode === "octavo") {
      diagnostics.warn({
        ...placeOfTerm(site, type, first),
        problem: `The ${type} "${name}" has no letter or digit, so it has no page of its own`,
        help: `Rename the ${type}, or leave it as a label without a link`,
      });
      continue;
    }
    const url = archiveUrl(rules, type, { name: slug }, site.config.mode);
    const other = bySlug.get(slug);
    if (other)
      diagnostics.warn({
        ...placeOfTerm(site, type, first),
        problem: `The ${type} "${name}" and the ${type} "${other.name}" share the page ${url}`,
        help: "Write both alike, or rename one of them",
      });
    bySlug.set(slug, other && site.config.mode === "octavo" ? merged(other, name, posts) : { name, slug, url, posts });
  }
  return [...bySlug.values()];
}

/** Where a post names its terms: by either key that Jekyll reads. */
function placeOfTerm({ config }: Site, type: TermType, post: Post | undefined): Partial<MessagePlace> {
  if (post === undefined) return {};
  const [many, one] = type === "tag" ? ["tags", "tag"] : ["categories", "category"];
  return placeInFile(post.path, Object.hasOwn(post.data, one) && post.data[one] !== null ? one : many, config);
}

/** One term of two: the name that more posts carry, and the posts of both, each once. */
function merged(term: Term, name: string, posts: readonly Post[]): Term {
  const all = [...new Set([...term.posts, ...posts])].sort(newestFirst);
  return { ...term, name: posts.length > term.posts.length ? name : term.name, posts: all };
}

/** Posts by the name of a tag or a category, newest first; the names in the order in which Jekyll meets them, oldest post first. */
function postsByName(site: Site, rules: ArchiveRules, type: TermType): ReadonlyMap<string, readonly Post[]> {
  const byName = new Map<string, Some<Post>>();
  for (const post of documentsOf(site, rules).toReversed()) {
    const names = type === "tag" ? post.tags : post.categories;
    // A tag that a post names twice lists it twice in Jekyll.
    for (const name of site.config.mode === "octavo" ? new Set(names) : names) addTo(byName, name, post);
  }
  for (const posts of byName.values()) posts.reverse();
  return byName;
}

/** How much of "2025-11-16" names a period: the key of its posts, and its title. */
const DATE_LENGTHS = { year: 4, month: 7, day: 10 } as const;

/** In the order in which the gem makes them: a year from the oldest on, and after each its months and their days from the newest on. */
function datePages(site: Site, rules: ArchiveRules): readonly Page[] {
  const page = (type: DateType, posts: Readonly<Some<Post>>) =>
    rules.enabled.has(type) ? [datePage(site, rules, type, posts)] : [];
  return [...postsByDate(documentsOf(site, rules), "year").values()]
    .reverse()
    .flatMap((year) => [
      ...page("year", year),
      ...[...postsByDate(year, "month").values()].flatMap((month) => [
        ...page("month", month),
        ...[...postsByDate(month, "day").values()].flatMap((day) => page("day", day)),
      ]),
    ]);
}

function postsByDate(posts: readonly Post[], type: DateType): ReadonlyMap<string, Some<Post>> {
  return grouped(posts, (post) => isoDay(post).slice(0, DATE_LENGTHS[type]));
}

function datePage(site: Site, rules: ArchiveRules, type: DateType, posts: Readonly<Some<Post>>): Page {
  const { date } = posts[0];
  const iso = isoDay(posts[0]);
  const [year = "", month = "", day = ""] = iso.split("-");
  // Jekyll gives these pages a date and no title.
  const title = site.config.mode === "octavo" ? iso.slice(0, DATE_LENGTHS[type]) : "";
  const url = archiveUrl(rules, type, { year, month, day }, site.config.mode);
  const from = {
    kind: "date",
    year: date.year,
    month: type === "year" ? 1 : date.month,
    day: type === "day" ? date.day : 1,
  };
  return archivePage(site, rules, { type, posts, terms: [] }, { url, title, data: { date: from } });
}

function isoDay({ date }: Post): string {
  return date.toISODate() ?? "";
}

function archivePage(
  site: Site,
  rules: ArchiveRules,
  listing: Listing & { readonly type: TermType | DateType },
  { url, title, data }: { readonly url: string; readonly title: string; readonly data: Data },
): Page {
  const layout = rules.layouts[listing.type];
  const page = generatedPage(site.config, { url, layout, title, listing });
  return { ...page, data: { layout, type: rules.typeNames[listing.type], collection_name: rules.collection, ...data } };
}
