/** What the configuration says of publications: jekyll-scholar's `scholar:` and al-folio's own keys. */
import type { Config, Data, Value } from "../model.ts";
import { textOf } from "../read/values.ts";
import { asCount, asData, asText } from "../settings.ts";
import { wordsOfLocale } from "./styles/words.ts";

/** The settings of a site, or of a page of it. */
export interface ScholarSettings {
  /** Folder of the .bib files, relative to the source. */
  readonly source: string;
  /** Names of the files that are the site's own list; a `*` stands for any letters. */
  readonly bibliography: readonly string[];
  readonly query: string;
  readonly sortBy: string;
  readonly order: string;
  readonly groupBy: string;
  /** Whether the site says itself how its lists are grouped. */
  readonly asksForGroups: boolean;
  readonly groupOrder: string;
  /** The order of groups that a tag asks for. */
  readonly askedGroupOrder: string;
  readonly typeOrder: readonly string[];
  readonly typeAliases: Readonly<Record<string, string>>;
  readonly typeNames: Readonly<Record<string, string>>;
  readonly style: string;
  readonly locale: string;
  /** The author's own names, as BibTeX has them. */
  readonly lastNames: readonly string[];
  readonly firstNames: readonly string[];
  /** Where the citations of every page lead instead of the page's own list. */
  readonly relative: string;
  /** `remove_duplicates`: the fields by which two entries are one. */
  readonly unique: readonly string[] | undefined;
  readonly missingReference: string;
  /**
   * A template of Liquid for each entry: then lists are references in a citation style, and not entries with links, badges and
   * details. "" where the site names none, or one of its layouts.
   */
  readonly template: string;
  /** Whether each work of a citation is a link by itself. */
  readonly separateLinks: boolean;
  /** Whether an entry's `language` goes before `locale`. */
  readonly ownLocales: boolean;
  /** Names of the months as headings; empty where the site has none of its own. */
  readonly monthNames: readonly string[];
  /** jekyll-scholar's places of the pages of papers; undefined where the site names none. */
  readonly detailsDir: string | undefined;
  readonly detailsPermalink: string | undefined;
  /** The text of a link to such a page; "" where there are none. */
  readonly detailsLink: string;
  /** Fields that the BibTeX shown leaves out. */
  readonly filteredKeywords: readonly string[];
  /** 0: all. */
  readonly maxAuthors: number;
  readonly thumbnails: boolean;
  /** Names of badges. */
  readonly badges: ReadonlySet<string>;
  readonly search: boolean;
}

/** jekyll-scholar's own defaults (lib/jekyll/scholar/defaults.rb), where they are heard here. */
const TYPE_NAMES: Readonly<Record<string, string>> = {
  article: "Journal Articles",
  book: "Books",
  incollection: "Book Chapters",
  inproceedings: "Conference Articles",
  thesis: "Theses",
  mastersthesis: "Master's Theses",
  phdthesis: "PhD Theses",
  manual: "Manuals",
  techreport: "Technical Reports",
  misc: "Miscellaneous",
  unpublished: "Unpublished",
};

/** What al-folio's filter hideCustomBibtex takes out where a site names nothing. */
const customFields =
  `abbr abstract additional_info altmetric annotation arxiv award award_name bibtex_show blog code dimensions
  google_scholar_id hal html inspirehep_id pdf pmid poster preview selected slides supp video website`.split(/\s+/);

/** The settings, with jekyll-scholar's and al-folio's defaults. */
export function scholarSettings({ data }: Pick<Config, "data">): ScholarSettings {
  const own = asData(data.scholar) ?? {};
  const list = (value: Value | undefined): readonly string[] =>
    (Array.isArray(value) ? value.map(textOf) : (asText(value)?.split(",") ?? []))
      .map((one) => one.trim())
      .filter(Boolean);
  const joined = (key: string, otherwise: string): string => list(own[key]).join(",") || otherwise;
  // Who says where the files are, or how they are sorted, has the gem's list.
  const isOwnList = own.source === undefined && own.bibliography === undefined && own.sort_by === undefined;
  const template = asText(own.bibliography_template) ?? "";
  const filtered = list(data.filtered_bibtex_keywords);
  return {
    source: (asText(own.source) ?? "_bibliography").replace(/^\.?\/+|\/+$/g, ""),
    bibliography: list(own.bibliography),
    query: asText(own.query) ?? "@*",
    sortBy: joined("sort_by", isOwnList ? "year,month" : "none"),
    order: joined("order", own.sort_by === undefined && own.source === undefined ? "descending" : "ascending"),
    groupBy: joined("group_by", isOwnList ? "year" : "none"),
    asksForGroups: own.group_by !== undefined,
    groupOrder: joined("group_order", own.group_by === undefined ? "descending" : "ascending"),
    askedGroupOrder: joined("group_order", "ascending"),
    typeOrder: list(own.type_order),
    typeAliases: { phdthesis: "thesis", mastersthesis: "thesis", ...texts(own.type_aliases) },
    typeNames: { ...TYPE_NAMES, ...texts(own.type_names) },
    style: asText(own.style) ?? "apa",
    locale: asText(own.locale) ?? languageOf(data),
    lastNames: namesOf(own.last_name, data.last_name),
    firstNames: namesOf(own.first_name, data.first_name),
    relative: asText(own.relative) ?? "",
    unique: own.remove_duplicates === true ? ["year", "title"] : undefined,
    missingReference: asText(own.missing_reference) ?? "(missing reference)",
    template: isTemplate(template) ? template : "",
    separateLinks: own.separate_links === true,
    ownLocales: own.allow_locale_overrides === true,
    monthNames: list(own.month_names),
    detailsDir: asText(own.details_dir),
    detailsPermalink: asText(own.details_permalink),
    detailsLink: own.details_link === false || own.details_link === "" ? "" : (asText(own.details_link) ?? "Details"),
    filteredKeywords: filtered.length > 0 ? filtered : customFields,
    maxAuthors: asCount(data.max_author_limit) ?? 0,
    thumbnails: data.enable_publication_thumbnails !== false,
    badges: badgesOf(data.enable_publication_badges),
    search: data.bib_search !== false,
  };
}

/** The site's own language, where references have words in it. */
function languageOf({ lang }: Data): string {
  const own = asText(lang) ?? "en";
  return wordsOfLocale(own) === undefined ? "en" : own;
}

/** Whether it is Liquid itself, and not the name of a layout. */
export function isTemplate(text: string): boolean {
  return text.includes("{{") || text.includes("{%");
}

function namesOf(own: Value | undefined, site: Value | undefined): readonly string[] {
  const names = Array.isArray(own) ? own : [own ?? site];
  return names.filter((name) => typeof name === "string" && name.trim() !== "").map((name) => String(name).trim());
}

function texts(value: Value | undefined): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(asData(value) ?? {})
      .map(([key, text]) => [key, textOf(text)] as const)
      .filter(([, text]) => text !== ""),
  );
}

/** al-folio: `true` for all, or a mapping of names. */
function badgesOf(value: Value | undefined): ReadonlySet<string> {
  const all = ["altmetric", "dimensions", "google_scholar", "inspirehep"];
  const own: Data | undefined = asData(value);
  return new Set(all.filter((name) => (own === undefined ? value === true : own[name] === true)));
}
