/** `_config.yml` → Config: the files merged over Jekyll's defaults, checked here and nowhere else. */
import { readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { readCollections, readDefaults } from "./config-collections.ts";
import {
  excludedAlways,
  excludedTools,
  githubPagesDefaults,
  githubPagesOverrides,
  includedAlways,
  jekyllDefaults,
  octavoPermalink,
} from "./config-defaults.ts";
import { readConfigFiles } from "./config-files.ts";
import { type ConfigFile, ConfigValues } from "./config-values.ts";
import type { Diagnostics } from "./errors.ts";
import { isAcademicTheme, ownerOf } from "./folio/academic.ts";
import { withoutMarkup } from "./folio/markup.ts";
import { languageIn } from "./language.ts";
import type { Config, Data, Mode, Value } from "./model.ts";
import { warnOfConsent } from "./page/analytics.ts";
import { warnOfGems } from "./plugins/gems.ts";
import { withGithubMetadata } from "./plugins/github-metadata.ts";
import { mergeData } from "./read/merge.ts";
import { warnOfMisspeltConfig } from "./read/spelling.ts";
import { findTheme, gemsOfTheme, themeConfig, type WantedTheme } from "./read/theme.ts";
import { listsPlugin } from "./settings.ts";
import { isData } from "./values.ts";
import { warnOfUnknownWords } from "./words.ts";

/** The command line's options. Paths are relative to the working folder. */
export interface BuildOptions {
  source: string;
  /** Default: the configuration's `destination`, else `_site` in the working folder, as in Jekyll. */
  destination?: string;
  /** Configuration files, relative to the working folder; each is merged over those before it. */
  config?: readonly string[];
  drafts?: boolean;
  future?: boolean;
  unpublished?: boolean;
  limitPosts?: number;
  baseurl?: string;
  strictFrontMatter?: boolean;
  mode?: Mode;
}

/**
 * The configuration of a site. What cannot be used is told to `diagnostics` and the default taken in its place, so that the
 * errors of the content are told in the same run.
 */
export function readConfig(options: BuildOptions, diagnostics: Diagnostics): Config {
  const source = resolve(options.source);
  if (!statSync(source, { throwIfNoEntry: false })?.isDirectory()) {
    diagnostics.error({
      problem: `There is no folder ${options.source}`,
      help: "Name the site's folder with --source",
    });
  }
  const named = (options.config ?? []).filter((path) => path !== "");
  const files = readConfigFiles(source, named, diagnostics);
  const written = files.reduce<Data>((merged, file) => mergeData(merged, file.data), {});
  const theme = findTheme(source, written);
  const pages = written.github_pages === true ? mergeData(jekyllDefaults, githubPagesDefaults()) : jekyllDefaults;
  const below = mergeData(pages, settingsOf(theme, written, diagnostics));
  const forced = written.github_pages === true ? mergeData(written, githubPagesOverrides) : written;
  const defaulted = mergeData(mergeData(below, forced), optionsAsKeys(options));
  const mode = findMode(options, written, defaulted, source, theme);
  const data = octavoDefaults(defaulted, written, mode);
  const values = new ConfigValues(data, files, mode, diagnostics);
  if (mode === "octavo") {
    warnOfMisspeltConfig(written, values);
    warnOfUnknownWords(written, values);
  }
  warnOfUnknownMode(written.mode, mode, values);
  checkPaginate(values);
  warnOfMissingTheme(theme, mode, values);
  warnOfGems(mode, data, values);
  warnOfConsent(mode, data, values);
  return withGithubMetadata(assemble(source, options, mode, data, values, files, theme?.folder ?? ""));
}

/** What a theme's own `_config.yml` says, but for the keys that Jekyll has defaults for (Jekyll's `load_theme_configuration`). */
function settingsOf(theme: WantedTheme | undefined, written: Data, diagnostics: Diagnostics): Data {
  if (theme?.folder === undefined || theme.key === "remote_theme" || written.ignore_theme_config === true) return {};
  const { folder } = theme;
  const settings = diagnostics.attempt(() => themeConfig(folder)) ?? {};
  return Object.fromEntries(Object.entries(settings).filter(([key]) => !Object.hasOwn(jekyllDefaults, key)));
}

/** `mode:` may also be a key of some theme's: it ends no build. */
function warnOfUnknownMode(written: Value | undefined, mode: Mode, values: ConfigValues): void {
  if (written === undefined || written === null || written === "jekyll" || written === "octavo") return;
  values.warn(
    ["mode"],
    `\`mode\` is jekyll or octavo; the site is built in mode ${mode}`,
    "Write one of them, or leave it out",
  );
}

/** Ruby reads the digits that a text begins with. */
function checkPaginate(values: ConfigValues): void {
  const value = values.get("paginate");
  if (value === null || value === false || /^\s*\d/.test(String(value))) return;
  values.tolerated(["paginate"], "`paginate` must be a whole number", "Write how many posts a page of the list has");
}

function warnOfMissingTheme(theme: WantedTheme | undefined, mode: Mode, values: ConfigValues): void {
  if (theme === undefined || theme.folder !== undefined || (mode === "octavo" && isAcademicTheme(theme.name))) return;
  const lack =
    mode === "octavo" ? "Octavo's own layouts are used" : "what the site's own layouts do not draw is missing";
  const help =
    theme.key === "theme_dir"
      ? "Name a folder of the site that holds _layouts, _includes, _sass, assets or _data"
      : 'Put it into a folder of the site and name that as "theme_dir:", or install it as an npm package';
  values.warn([theme.key], `The theme ${theme.name} is not here: ${lack}`, help);
}

function assemble(
  source: string,
  options: BuildOptions,
  mode: Mode,
  data: Data,
  values: ConfigValues,
  files: readonly ConfigFile[],
  theme: string,
): Config {
  const permalink = values.string("permalink", permalinkWhereNone(data, mode));
  const exclude = [
    ...new Set([...values.strings("exclude"), ...excludedAlways, ...(mode === "octavo" ? excludedTools : [])]),
  ];
  const include = values.strings("include");
  const collections = readCollections(values, permalink);
  const author = data.author;
  return {
    mode,
    source,
    destination: resolve(options.destination ?? values.string("destination", "_site")),
    files: files.map((file) => file.path),
    // al-folio: a title that is left blank is the owner's name.
    title: withoutMarkup(
      mode === "octavo" && ["", "blank"].includes(values.text("title")) ? ownerOf(data) : values.text("title"),
      { mode, data },
    ),
    description: withoutMarkup(values.text("description"), { mode, data }),
    url: values.text("url").replace(/\/+$/, ""),
    baseurl: slashed(values.text("baseurl")),
    lang: languageIn(values.text("lang") || values.text("locale"), "en"),
    author: isData(author)
      ? String(author.name ?? "")
      : values.text("author") || (mode === "octavo" ? ownerOf(data) : ""),
    timezone: values.zone("timezone", "UTC"),
    permalink,
    future: values.flag("future"),
    unpublished: values.flag("unpublished"),
    showDrafts: values.flag("show_drafts"),
    limitPosts: values.count("limit_posts"),
    include: mode === "octavo" ? [...new Set([...include, ...includedAlways])] : include,
    exclude,
    keepFiles: values.strings("keep_files"),
    markdownExt: values
      .string("markdown_ext", "md")
      .toLowerCase()
      .split(",")
      .map((extension) => extension.trim()),
    excerptSeparator: values.text("excerpt_separator"),
    strictFrontMatter: values.flag("strict_front_matter"),
    collectionsDir: values.string("collections_dir", "").replace(/^\/+|\/+$/g, ""),
    layoutsDir: values.string("layouts_dir", "_layouts"),
    dataDir: values.string("data_dir", "_data"),
    includesDir: values.string("includes_dir", "_includes"),
    theme,
    themeGems: theme === "" ? [] : gemsOfTheme(theme),
    defaults: readDefaults(values),
    collections,
    search: mode === "octavo" && data.search !== false && data.search_enabled !== false,
    data: {
      ...data,
      exclude,
      collections: Object.fromEntries(collections.map(({ label, metadata }) => [label, metadata])),
    },
  };
}

/** "" or "/repo". */
function slashed(baseurl: string): string {
  const inner = baseurl.replace(/^\/+|\/+$/g, "");
  return inner === "" ? "" : `/${inner}`;
}

function optionsAsKeys(options: BuildOptions): Data {
  const given: Record<string, Value | undefined> = {
    show_drafts: options.drafts,
    future: options.future,
    unpublished: options.unpublished,
    limit_posts: options.limitPosts,
    baseurl: options.baseurl,
    strict_front_matter: options.strictFrontMatter,
  };
  return Object.fromEntries(Object.entries(given).filter((entry): entry is [string, Value] => entry[1] !== undefined));
}

/** --mode, else `mode:`, else what the site brings: Liquid layouts of its own or of a theme's folder make it Jekyll's. */
function findMode(
  options: BuildOptions,
  written: Data,
  data: Data,
  source: string,
  theme: WantedTheme | undefined,
): Mode {
  if (options.mode !== undefined) return options.mode;
  const mode = written.mode;
  if (mode === "jekyll" || mode === "octavo") return mode;
  const layouts = typeof data.layouts_dir === "string" ? data.layouts_dir : "_layouts";
  const folders = [join(source, layouts), ...(theme?.folder === undefined ? [] : [join(theme.folder, "_layouts")])];
  return folders.some(hasLiquidLayout) ? "jekyll" : "octavo";
}

function hasLiquidLayout(folder: string): boolean {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return false;
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).some((name) => /\.(?:html|liquid)$/i.test(name));
}

function octavoDefaults(data: Data, written: Data, mode: Mode): Data {
  if (mode === "jekyll" || (written.permalink ?? null) !== null) return data;
  return { ...data, permalink: permalinkWhereNone(data, mode) };
}

/** Where posts lie in a site that does not say it. One that names jekyll-scholar was built by Jekyll, and keeps its addresses. */
function permalinkWhereNone(data: Data, mode: Mode): string {
  return mode === "jekyll" || listsPlugin({ data }, "jekyll-scholar", "jekyll/scholar") ? "date" : octavoPermalink;
}
