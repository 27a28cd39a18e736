/** Where a site's theme lies, and what it brings (Jekyll's `Theme` and `ThemeAssetsReader`). Nothing is fetched. */
import { existsSync, lstatSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { withoutMark } from "../byte-order-mark.ts";
import { compare } from "../compare.ts";
import type { Diagnostics } from "../errors.ts";
import { isFolder, liesIn } from "../file-kinds.ts";
import type { Data, Value } from "../model.ts";
import { pathFrom } from "../slashes.ts";
import { isData } from "../values.ts";
import { parseYaml } from "./yaml.ts";

/** What a theme is known by. */
const FOLDERS = ["_layouts", "_includes", "_sass", "assets", "_data"];

/** The theme that a site asks for. */
export interface WantedTheme {
  /** The key of `_config.yml` that names it. */
  readonly key: "theme" | "remote_theme" | "theme_dir";
  readonly name: string;
  /** Absolute path; undefined where it is not here. */
  readonly folder: string | undefined;
}

/**
 * The theme of a configuration: the folder `theme_dir` below the source, else the npm package that is called as `theme` or as
 * the repository of `remote_theme` (with or without its owner as a scope). Undefined where the site asks for none.
 */
export function findTheme(source: string, { theme_dir, theme, remote_theme }: Data): WantedTheme | undefined {
  if (isName(theme_dir)) return { key: "theme_dir", name: theme_dir, folder: folderInside(source, theme_dir) };
  // The repository goes before the gem, as it does in jekyll-remote-theme.
  if (isName(remote_theme)) {
    const [owner = "", repository = ""] = remote_theme.replace(/^https?:\/\/[^/]+\//, "").split(/[/@#]/);
    const packages = [`@${owner}/${repository}`, repository.replace(/\.git$/, "")].map((name) => name.toLowerCase());
    return { key: "remote_theme", name: remote_theme, folder: findPackage(source, packages) };
  }
  if (isName(theme)) return { key: "theme", name: theme, folder: findPackage(source, [theme.toLowerCase().trim()]) };
  return undefined;
}

function isName(value: Value | undefined): value is string {
  return typeof value === "string" && value !== "";
}

/** A folder of the source; a path or a link that leads out of it is none. */
function folderInside(source: string, path: string): string | undefined {
  const folder = resolve(source, path);
  if (!isTheme(folder)) return undefined;
  return liesIn(folder, source) ? folder : undefined;
}

/** The nearest package of one of these names that holds a theme's folders, from the source upwards as Node looks for it. */
function findPackage(source: string, names: readonly string[]): string | undefined {
  const valid = names.filter((name) => /^(?:@[a-z0-9-][a-z0-9._-]*\/)?[a-z0-9-][a-z0-9._-]*$/.test(name));
  for (let at = source; ; at = dirname(at)) {
    const found = valid.map((name) => join(at, "node_modules", name)).find(isTheme);
    if (found !== undefined) return found;
    if (at === dirname(at)) return undefined;
  }
}

function isTheme(folder: string): boolean {
  return FOLDERS.some((name) => isFolder(join(folder, name)));
}

/** `_config.yml` of a theme, which stands below the site's; `{}` where it has none. Throws SiteError where it is broken. */
export function themeConfig(folder: string): Data {
  const path = join(folder, "_config.yml");
  // Jekyll reads none through a link.
  if (!(lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? false)) return {};
  const value = parseYaml(withoutMark(readFileSync(path, "utf8")), { file: path, line: 1 });
  return isData(value) ? value : {};
}

/**
 * `spec.add_runtime_dependency "jekyll-feed", "~> 0.9"`: the line that jekyll-remote-theme looks for (`MockGemspec`); and
 * `s.add_runtime_dependency(%q<jekyll-feed>.freeze, …)`, as RubyGems writes it into the specification of an installed gem.
 */
const DEPENDENCY = /^\s*[a-z]+\.add_(?:runtime_)?dependency\(?\s*(?:["']|%q<)([\w-]+)["'>]/gm;

/** The gems that a theme depends on, by its gemspec: Jekyll loads them with it (`PluginManager#require_theme_deps`). */
export function gemsOfTheme(folder: string): readonly string[] {
  const specs = readdirSync(folder, { withFileTypes: true }).filter(
    (one) => one.isFile() && one.name.endsWith(".gemspec"),
  );
  return specs.flatMap(({ name }) =>
    [...readFileSync(join(folder, name), "utf8").matchAll(DEPENDENCY)].map(([, gem = ""]) => gem),
  );
}

/** The files below a theme's `assets`, relative to the theme, sorted. Links are left out, with a warning, as in Jekyll. */
export function themeAssets(theme: string, diagnostics: Diagnostics): readonly string[] {
  const root = join(theme, "assets");
  if (!existsSync(root)) return [];
  const entries = readdirSync(root, { recursive: true, withFileTypes: true });
  const paths = entries.flatMap((entry) => {
    const path = pathFrom(theme, join(entry.parentPath, entry.name));
    if (entry.isSymbolicLink()) {
      const problem = `The theme's file ${path} is a link: it is left out`;
      diagnostics.warn({ problem, help: "Put the file itself into the theme" });
    }
    return entry.isFile() ? [path] : [];
  });
  return paths.sort(compare);
}
