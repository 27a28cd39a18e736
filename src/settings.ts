/** Settings of `_config.yml` and front matter, which may hold anything, read as what is expected there. */
import type { Config, Data, Value } from "./model.ts";
import { Float } from "./read/scalar-values.ts";
import { isData } from "./values.ts";

/** The value where it is a mapping, else undefined. */
export function asData(value: Value | undefined): Data | undefined {
  return isData(value) ? value : undefined;
}

/** The value where it is a list, else undefined. */
export function asList(value: Value | undefined): readonly Value[] | undefined {
  return isList(value) ? value : undefined;
}

/** The mappings of a list; what else stands in it is passed over. */
export function mappingsOf(value: Value | undefined): readonly Data[] {
  return asList(value)?.filter(isData) ?? [];
}

/** The value where it is a text that is not empty, else undefined. */
export function asText(value: Value | undefined): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** An identifier, which YAML may have read as a number; undefined where it is none. */
export function asId(value: Value | undefined): string | undefined {
  return typeof value === "number" ? String(value) : asText(value);
}

/** A whole number, also where it is written as a text of digits (Ruby's `to_i`); else undefined. */
export function asCount(value: Value | undefined): number | undefined {
  const isText = typeof value === "string" && /^\s*\d+/.test(value);
  const count = isText || value instanceof Float ? Number.parseInt(String(value), 10) : value;
  return typeof count === "number" && Number.isFinite(count) ? Math.trunc(count) : undefined;
}

/** Texts of a list, or the parts of one text between commas, semicolons and white space. What is no text, a list or a mapping, is none. */
export function asNames(value: Value | undefined): readonly string[] {
  const parts = isList(value) ? value : asText(value)?.split(/[;,\s]/);
  return (parts ?? []).filter((part) => part !== null && part !== "" && !isData(part) && !isList(part)).map(String);
}

/**
 * What GitHub Pages turns on by itself, as far as it is known here: pages-gem's `GitHubPages::Plugins::DEFAULT_PLUGINS`, and
 * jekyll-seo-tag, which every theme of its own asks for, jekyll-theme-primer among them, the theme of a site that names none.
 */
const GITHUB_PAGES_DEFAULTS: readonly string[] = [
  "jekyll-default-layout",
  "jekyll-gist",
  "jekyll-github-metadata",
  "jekyll-optional-front-matter",
  "jekyll-paginate",
  "jekyll-readme-index",
  "jekyll-relative-links",
  "jekyll-seo-tag",
  "jekyll-titles-from-headings",
];

/** What of a configuration says which gems are on. */
type Gems = Pick<Config, "data"> & Partial<Pick<Config, "themeGems">>;

/** The gems that a site names, in `plugins` or, as older sites write it, in `gems`; and those that come with its theme. */
export function namedGems({ data, themeGems = [] }: Gems): readonly string[] {
  return [...new Set([...asNames(data.plugins), ...asNames(data.gems), ...themeGems])];
}

/** Whether the site itself turns one of these gems on: by its name, or by `github_pages: true`. */
export function listsPlugin(config: Gems, ...gems: readonly string[]): boolean {
  const named = namedGems(config);
  const pages = config.data.github_pages === true || named.includes("github-pages");
  return gems.some((gem) => named.includes(gem) || (pages && GITHUB_PAGES_DEFAULTS.includes(gem)));
}

/** Whether the site uses a feature that is a gem in Jekyll. In `mode: octavo` every such feature is there. */
export function usesPlugin(config: Config, ...gems: readonly string[]): boolean {
  return config.mode === "octavo" || listsPlugin(config, ...gems);
}

function isList(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value);
}
