/** `_config.yml` → Config: the files merged over Jekyll's defaults, checked here and nowhere else. */
import { resolve } from "node:path";
import type { Diagnostics } from "../errors.ts";
import { isFolder } from "../file-kinds.ts";
import { isAcademic, isAcademicTheme } from "../folio/academic.ts";
import { once } from "../memo.ts";
import type { Config, Data, Mode, Value } from "../model.ts";
import { warnOfConsent, warnOfUnknownCounter } from "../page/analytics.ts";
import { warnOfGems } from "../plugins/gems.ts";
import { withGithubMetadata } from "../plugins/github-metadata.ts";
import { mergeData } from "../read/merge.ts";
import { repeatedKeys, warnOfMisspeltConfig } from "../read/spelling.ts";
import { findTheme, themeConfig, type WantedTheme } from "../read/theme.ts";
import { warnOfUnknownWords } from "../words/words.ts";
import { warnOfAddress } from "./address.ts";
import { assembleConfig } from "./assemble.ts";
import { GITHUB_PAGES_OVERRIDES, githubPagesDefaults, JEKYLL_DEFAULTS } from "./defaults.ts";
import { readConfigFiles } from "./files.ts";
import { bringsLiquidLayouts, findMode, withPermalink } from "./mode.ts";
import { ConfigValues } from "./values.ts";

/** The command line's options. Paths are relative to the working folder. */
export interface BuildOptions {
  readonly source: string;
  /** Default: the configuration's `destination`, else `_site` in the working folder, as in Jekyll. */
  readonly destination?: string;
  /** Configuration files, relative to the working folder; each is merged over those before it. */
  readonly config?: readonly string[];
  readonly drafts?: boolean;
  readonly future?: boolean;
  readonly unpublished?: boolean;
  readonly limitPosts?: number;
  readonly baseurl?: string;
  readonly strictFrontMatter?: boolean;
  readonly mode?: Mode;
}

/**
 * The configuration of a site. What cannot be used is told to `diagnostics` and the default taken in its place, so that the
 * errors of the content are told in the same run.
 */
export function readConfig(options: BuildOptions, diagnostics: Diagnostics): Config {
  const source = resolve(options.source);
  if (!isFolder(source)) {
    diagnostics.error({
      problem: `There is no folder ${options.source}`,
      help: "Name the site's folder with --source",
    });
  }
  const named = (options.config ?? []).filter((path) => path !== "");
  const files = readConfigFiles(source, named, diagnostics);
  const written = files.reduce<Data>((merged, file) => mergeData(merged, file.data), {});
  const theme = findTheme(source, written);
  const defaulted = mergeData(withDefaults(written, settingsOf(theme, written, diagnostics)), optionsAsKeys(options));
  const bringsLayouts = once(() => bringsLiquidLayouts(defaulted, source, theme));
  const mode = options.mode ?? findMode(written, theme, bringsLayouts);
  const data = withPermalink(defaulted, written, mode, theme, bringsLayouts);
  const values = new ConfigValues(data, files, mode, diagnostics);
  if (mode === "octavo") {
    for (const key of files.flatMap(({ text }) => repeatedKeys(text)))
      values.warn([key], `The key \`${key}\` stands here twice: the last one counts`, "Take one of them out");
    warnOfMisspeltConfig(written, values);
    warnOfAddress(values);
    warnOfEncoding(values);
    warnOfUnknownCounter(data, values);
    warnOfUnknownWords(written, values);
  }
  warnOfUnknownMode(written.mode, mode, values);
  checkPaginate(values);
  warnOfMissingTheme(theme, mode, values);
  if ((options.mode ?? written.mode) !== mode && isAcademic({ data }) && bringsLayouts())
    warnOfAcademicLayouts(mode, theme?.key, values);
  warnOfGems(mode, data, values);
  warnOfConsent(mode, data, values);
  const { destination } = options;
  return withGithubMetadata(
    assembleConfig({ source, destination, mode, data, values, files, theme: theme?.folder ?? "" }),
  );
}

/** What the site says over its theme's settings, over Jekyll's defaults; with `github_pages: true` over those of GitHub Pages. */
function withDefaults(written: Data, themeSettings: Data): Data {
  const isPages = written.github_pages === true;
  const defaults = isPages ? mergeData(JEKYLL_DEFAULTS, githubPagesDefaults()) : JEKYLL_DEFAULTS;
  return mergeData(mergeData(defaults, themeSettings), isPages ? mergeData(written, GITHUB_PAGES_OVERRIDES) : written);
}

/**
 * What a theme's own `_config.yml` says, but for the keys that Jekyll has defaults for (Jekyll's `load_theme_configuration`).
 * jekyll-remote-theme puts its theme in after that file was looked for: a remote theme has no say, wherever its folder lies.
 */
function settingsOf(theme: WantedTheme | undefined, written: Data, diagnostics: Diagnostics): Data {
  const isRemote = typeof written.remote_theme === "string" && written.remote_theme !== "";
  if (theme?.folder === undefined || isRemote || written.ignore_theme_config === true) return {};
  const { folder } = theme;
  const settings = diagnostics.attempt(() => themeConfig(folder)) ?? {};
  return Object.fromEntries(Object.entries(settings).filter(([key]) => !Object.hasOwn(JEKYLL_DEFAULTS, key)));
}

function warnOfEncoding(values: ConfigValues): void {
  const encoding = values.get("encoding");
  if (encoding === null || /^(?:bom\|)?utf-?8$/i.test(String(encoding))) return;
  const problem = "`encoding` has no effect: every file is read as UTF-8";
  values.warn(["encoding"], problem, "Save the files with the encoding UTF-8, and take the key out");
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

/** A whole fork of al-folio, whose layouts are Liquid and stand on gems that nobody has here; or layouts beside al-folio's gem. */
function warnOfAcademicLayouts(mode: Mode, key: string | undefined, values: ConfigValues): void {
  const folder = String(values.get("layouts_dir") ?? "_layouts");
  if (mode === "octavo") {
    values.warn(
      key === undefined ? [] : [key],
      `The site's own ${folder} are not used: they stand on al-folio's gem, which is not here`,
      "Write the one that you need in TSX (_layouts/post.tsx), or write `mode: octavo`: then this is not told",
    );
  } else {
    values.warn(
      [],
      "This looks like a fork of al-folio, whose own layouts need gems that are not here",
      "Build it with --mode octavo, or leave its _layouts, _includes, _sass and _plugins behind: docs/al-folio.md",
    );
  }
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
