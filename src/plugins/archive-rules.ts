/** Which archives a site has and where they lie: the key `jekyll-archives` of `_config.yml`, in the forms of both gems. */
import { SiteError } from "../errors.ts";
import { ownFolder } from "../language-folders.ts";
import type { Config, Data, Mode } from "../model.ts";
import { asData, asList, asText, usesPlugin } from "../settings.ts";
import { type SlugMode, slugModeOf } from "../slug.ts";
import { PermalinkError, pageUrl } from "../urls.ts";

/** Archives of the words that posts carry. */
export type TermType = "tag" | "category";
/** Archives of the times that posts are from. */
export type DateType = "year" | "month" | "day";
/** Every kind of archive. */
export type ArchiveType = TermType | DateType;

/** The archives of one collection. */
export interface ArchiveRules {
  /** "posts", or a collection's label (jekyll-archives-v2). */
  readonly collection: string;
  /** Of the language whose archives these are, as URLs begin: "/de", or "" for the main one. */
  readonly folder: string;
  readonly enabled: ReadonlySet<ArchiveType>;
  /** Templates with `:name`, or `:year`, `:month`, `:day`; in jekyll-archives-v2 `:collection` and `:type` too. */
  readonly permalinks: Readonly<Record<ArchiveType, string>>;
  readonly layouts: Readonly<Record<ArchiveType, string>>;
  /** What a layout sees as `page.type`. */
  readonly typeNames: Readonly<Record<ArchiveType, string>>;
  /** A mode of Jekyll's `slugify`; absent: the default one. */
  readonly slugMode?: SlugMode;
}

const TYPES = ["tag", "category", "year", "month", "day"] as const;

const SINGULAR = { tag: "tag", category: "category", year: "year", month: "month", day: "day" };

/** jekyll-archives-v2 calls an archive by the front matter's key. */
const PLURAL = { ...SINGULAR, tag: "tags", category: "categories" };

/** jekyll-archives 2.2, `DEFAULTS`. */
const GEM_PERMALINKS = {
  tag: "/tag/:name/",
  category: "/category/:name/",
  year: "/:year/",
  month: "/:year/:month/",
  day: "/:year/:month/:day/",
};

/** jekyll-archives-v2: the defaults of a collection. */
const GEM_PERMALINKS_V2 = {
  tag: "/:collection/:type/:name/",
  category: "/:collection/:type/:name/",
  year: "/:collection/:year/",
  month: "/:collection/:year/:month/",
  day: "/:collection/:year/:month/:day/",
};

/** al-folio's URLs: what a site gets that says nothing. */
const OCTAVO_RULES: ArchiveRules = {
  collection: "posts",
  folder: "",
  enabled: new Set(["tag", "category", "year"]),
  permalinks: {
    tag: "/blog/tag/:name/",
    category: "/blog/category/:name/",
    year: "/blog/:year/",
    month: "/blog/:year/:month/",
    day: "/blog/:year/:month/:day/",
  },
  layouts: { tag: "archive", category: "archive", year: "archive", month: "archive", day: "archive" },
  typeNames: SINGULAR,
};

/**
 * The archives that the site asks for, by collection. The key `jekyll-archives` replaces Octavo's own rules altogether:
 * what it leaves out has the gem's default, so nothing is enabled that it does not name.
 */
export function archiveRules(config: Config): readonly ArchiveRules[] {
  const folder = ownFolder(config);
  return folder === "" ? writtenRules(config) : writtenRules(config).map((rules) => ({ ...rules, folder }));
}

function writtenRules(config: Config): readonly ArchiveRules[] {
  if (!usesPlugin(config, "jekyll-archives", "jekyll-archives-v2")) return [];
  const written = config.data["jekyll-archives"];
  if (written === undefined) return config.mode === "octavo" ? [OCTAVO_RULES] : [];
  const settings = asData(written) ?? {};
  const labels = config.collections.map(({ label }) => label).filter((label) => asData(settings[label]) !== undefined);
  if (labels.length === 0) return [rulesOf("posts", settings, GEM_PERMALINKS, SINGULAR)];
  return labels.map((label) => rulesOf(label, asData(settings[label]) ?? {}, GEM_PERMALINKS_V2, PLURAL));
}

function rulesOf(
  collection: string,
  settings: Data,
  defaults: ArchiveRules["permalinks"],
  typeNames: ArchiveRules["typeNames"],
): ArchiveRules {
  const layout = asText(settings.layout) ?? "archive";
  const slugMode = asText(settings.slug_mode);
  return {
    collection,
    folder: "",
    enabled: enabledTypes(settings),
    permalinks: byType(settings.permalinks, (type) => defaults[type]),
    layouts: byType(settings.layouts, () => layout),
    typeNames,
    ...(slugMode !== undefined && { slugMode: slugModeOf(slugMode) }),
  };
}

/** `enabled: all`, `enabled: true`, or a list in which terms stand in the plural and dates in the singular. */
function enabledTypes({ enabled }: Data): ReadonlySet<ArchiveType> {
  if (enabled === true || enabled === "all") return new Set(TYPES);
  const named = asList(enabled) ?? [];
  return new Set(TYPES.filter((type) => named.includes(PLURAL[type])));
}

/** A text for each type out of a mapping by the types' names, singular (jekyll-archives) or plural (v2). */
function byType(
  written: Data[string] | undefined,
  fallback: (type: ArchiveType) => string,
): Record<ArchiveType, string> {
  const texts = asData(written) ?? {};
  const text = (type: ArchiveType) => asText(texts[PLURAL[type]]) ?? asText(texts[SINGULAR[type]]) ?? fallback(type);
  return { tag: text("tag"), category: text("category"), year: text("year"), month: text("month"), day: text("day") };
}

/**
 * Site-relative URL of an archive, percent-encoded: the template with its placeholders filled. Throws SiteError for a
 * template that leaves the destination.
 */
export function archiveUrl(
  { collection, folder, permalinks }: ArchiveRules,
  type: ArchiveType,
  placeholders: Readonly<Record<string, string>>,
  mode: Mode,
): string {
  const template = permalinks[type];
  try {
    return folder + pageUrl(template, { collection, type: SINGULAR[type], ...placeholders }, mode);
  } catch (error) {
    if (!(error instanceof PermalinkError)) throw error;
    const problem = `\`jekyll-archives\` has the permalink "${template}" for ${PLURAL[type]}, which cannot be one`;
    throw new SiteError({ problem, help: 'Write one inside the site, such as "/blog/tag/:name/"' }, { cause: error });
  }
}
