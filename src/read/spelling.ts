/** Keys that look like misspelt ones: an author who writes `catagories:` is told, since nobody else would tell him. */
import type { ConfigValues } from "../config/values.ts";
import type { Diagnostics } from "../errors.ts";
import type { Config, Data, Value } from "../model.ts";
import { nearest } from "../nearest.ts";
import { isData } from "../values.ts";

const FRONT_MATTER_KEYS: readonly string[] = [
  ...[
    "layout",
    "title",
    "date",
    "description",
    "tags",
    "tag",
    "categories",
    "category",
    "permalink",
    "slug",
    "published",
  ],
  ...["excerpt", "excerpt_separator", "author", "authors", "image", "images", "lang", "locale", "draft", "drafts"],
  ...["last_modified_at", "last_updated", "updated", "render_with_liquid", "redirect_from", "redirect_to", "sitemap"],
  ...[
    "comments",
    "comment",
    "subtitle",
    "related_posts",
    "thumbnail",
    "pagination",
    "toc",
    "math",
    "featured",
    "search",
  ],
];

const CONFIG_KEYS: readonly string[] = [
  ...[
    "title",
    "description",
    "url",
    "baseurl",
    "timezone",
    "permalink",
    "lang",
    "locale",
    "author",
    "authors",
    "email",
  ],
  ...[
    "future",
    "unpublished",
    "show_drafts",
    "limit_posts",
    "include",
    "includes",
    "exclude",
    "keep_files",
    "defaults",
  ],
  ...["collections", "collections_dir", "layouts_dir", "data_dir", "includes_dir", "plugins_dir", "plugins", "source"],
  ...["destination", "markdown", "markdown_ext", "excerpt_separator", "strict_front_matter", "paginate", "pagination"],
  ...["paginate_path", "highlighter", "kramdown", "liquid", "encoding", "theme", "themes", "remote_theme", "images"],
  ...["search", "search_enabled"],
];

const COLLECTION_KEYS: readonly string[] = ["output", "permalink", "sort_by", "order"];

/** jekyll-scholar's (lib/jekyll/scholar/defaults.rb and utilities.rb), those that have no effect here among them. */
const SCHOLAR_KEYS: readonly string[] = [
  ...["style", "locale", "sort_by", "order", "group_by", "group_order", "type_order", "type_names", "type_aliases"],
  ...["source", "bibliography", "bibliography_template", "bibliography_group_tag", "bibliography_list_tag"],
  ...["bibliography_item_tag", "bibliography_list_attributes", "bibliography_class", "reference_tagname", "cite_class"],
  ...["repository", "repository_file_delimiter", "bibtex_options", "bibtex_filters", "bibtex_skip_fields"],
  ...["raw_bibtex_filters", "replace_strings", "join_strings", "use_raw_bibtex_entry", "details_dir", "details_layout"],
  ...["details_link", "details_permalink", "missing_reference", "query", "relative", "month_names", "last_name"],
  ...["first_name", "remove_duplicates", "allow_locale_overrides", "separate_links"],
];

/** The known key that an unknown one was probably meant to be. Short keys are left alone: too many differ by a letter. */
function nearestKey(key: string, known: readonly string[]): string | undefined {
  return key.length < 5 || known.includes(key) ? undefined : nearest(key, known);
}

/**
 * Keys that stand twice at the left margin of a YAML text: the last one counts, as in Ruby, and nobody is told. Between the marks of a merge
 * they stand twice by nature.
 */
export function repeatedKeys(yaml: string): readonly string[] {
  if (yaml.includes("<<<<<<< ")) return [];
  const keys: readonly string[] = yaml.match(/^[\w-]+(?=:(?:\s|$))/gm) ?? [];
  return keys.length === new Set(keys).size ? [] : keys.filter((key, index) => keys.indexOf(key) < index);
}

/** Warns of each key of the configuration that is nearly one of Jekyll's. */
export function warnOfMisspeltConfig(written: Data, values: ConfigValues): void {
  const warn = (path: readonly string[], value: Value | undefined, known: readonly string[]): void => {
    for (const key of isData(value) ? Object.keys(value) : []) {
      const meant = nearestKey(key, known);
      if (meant === undefined || (isData(value) && Object.hasOwn(value, meant))) continue;
      values.warn([...path, key], `The key \`${key}\` is not one that is read`, `Did you mean \`${meant}\`?`);
    }
  };
  warn([], written, CONFIG_KEYS);
  warn(["scholar"], written.scholar, SCHOLAR_KEYS);
  for (const [label, settings] of Object.entries(isData(written.collections) ? written.collections : {}))
    warn(["collections", label], settings, COLLECTION_KEYS);
  const language = languageSlip(written.lang);
  if (language !== undefined) values.warn(["lang"], language.problem, language.help);
}

/** Jekyll's folders, and al-folio's, that a collection need not name. */
const FOLDERS: readonly string[] = [
  "posts",
  "drafts",
  "layouts",
  "includes",
  "data",
  "sass",
  "plugins",
  "bibliography",
];

/**
 * Warns of each folder at the root whose name is nearly one that is read: nothing of it becomes a page. One with a number or a word more
 * (`_posts-old`) is somebody's own.
 * @param names of the folders at the root that begin with `_`
 */
export function warnOfMisspeltFolders(names: readonly string[], config: Config, diagnostics: Diagnostics): void {
  const known = [...FOLDERS, ...config.collections.map(({ label }) => label)];
  for (const name of names) {
    if (config.include.includes(name)) continue;
    const meant = known.includes(name.slice(1)) ? undefined : nearest(name.slice(1), known);
    if (meant === undefined || new RegExp(`^_${meant}[\\d_-]`).test(name)) continue;
    diagnostics.warn({ file: name, problem: "This folder is not one that is read", help: `Did you mean _${meant}?` });
  }
}

/** What to tell of a language whose tag has more letters than any that is in use (BCP 47, section 2.2.1). */
function languageSlip(value: Value | undefined): { readonly problem: string; readonly help: string } | undefined {
  if (typeof value !== "string" || !/^[a-z]{4,}\b/i.test(value)) return undefined;
  return { problem: `"${value}" is not the tag of a language`, help: 'Write the tag, such as "en", "de" or "zh-CN"' };
}

/** A key of a front matter that has no effect, or another one than is meant. */
interface Slip {
  readonly key: string;
  /** Where the key's name says nothing of it. */
  readonly problem?: string;
  readonly help: string;
}

/** The keys of a front matter that have no effect, or another one, each with what was probably meant. */
export function misspeltKeys(data: Data): readonly Slip[] {
  const found = Object.keys(data).flatMap((key) => {
    const meant = nearestKey(key, FRONT_MATTER_KEYS);
    return meant === undefined || Object.hasOwn(data, meant) ? [] : [{ key, help: `Did you mean \`${meant}\`?` }];
  });
  const both = Object.hasOwn(data, "tag") && Object.hasOwn(data, "tags");
  const language = languageSlip(data.lang);
  return [
    ...found,
    ...(language === undefined ? [] : [{ key: "lang", ...language }]),
    ...(both ? [{ key: "tag", help: "Keep one of `tag` and `tags`: beside `tag`, `tags` is not read" }] : []),
    // Hugo's and others' word.
    ...(data.draft === true
      ? [{ key: "draft", help: "Write `published: false`, or move the file to _drafts: this one is published" }]
      : []),
    ...(typeof data.published === "string" && /^\s*(?:false|no|off)\s*$/i.test(data.published)
      ? [
          {
            key: "published",
            problem: `\`published\` is the text "${data.published}", which keeps nothing back`,
            help: "Write `published: false`, without quotes: this one is published",
          },
        ]
      : []),
    ...(Array.isArray(data.title) || isData(data.title)
      ? [
          {
            key: "title",
            problem: `\`title\` is a ${isData(data.title) ? "mapping" : "list"}, and no title`,
            help: "Put the title in quotes, so that its brackets are part of it",
          },
        ]
      : []),
  ];
}
