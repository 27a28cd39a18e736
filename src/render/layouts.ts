/**
 * Layouts are TSX: a file of `_layouts` with a default export is one. The site's own win over the theme's, also where one
 * layout imports another. They are compiled once for each content (esbuild) into one module that brings its own preact.
 */
import { existsSync, readdirSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { compare } from "../compare.ts";
import { isWhole, replaceFile } from "../disk/cache-files.ts";
import { BuildError, Diagnostics } from "../errors.ts";
import { fingerprint } from "../hash.ts";
import type { LayoutProps } from "../layout.ts";
import { CACHE_FOLDER, dist, engineKey, packageRoot, themeLayouts } from "../paths.ts";
import { targetOf } from "../read/links.ts";
import { pathFrom, withSlashes } from "../slashes.ts";
import { compileLayouts, type LayoutFile } from "./layout-compiler.ts";
import { LAYOUT_HELP, layoutFailure } from "./layout-failure.ts";

/** The compiled layouts of a site. */
export interface Layouts {
  /** Names with "/" between folders, sorted. */
  readonly names: readonly string[];
  /** Files beside them whose default export is no function: the parts of layouts, and layouts that are not finished. */
  readonly unfinished: readonly string[];
  /** Changes when any layout does. */
  readonly key: string;
  /** A whole HTML document without its doctype. Throws whatever the layout throws. */
  readonly render: (name: string, props: LayoutProps) => string;
}

interface CompiledModule {
  readonly layouts: Readonly<Record<string, unknown>>;
  readonly renderToString: (node: unknown) => string;
  readonly h: (component: unknown, props: LayoutProps) => unknown;
}

const EXTENSION = /\.tsx$/;

/**
 * Loads the layouts of a site: the TSX files below `folder`, and the theme's for every name that it does not have.
 *
 * @param source absolute path of the site; its cache keeps what was compiled
 * @param folder absolute path of the site's layouts, which need not exist
 * @throws BuildError where layouts do not compile, import each other in a circle, or fail when they are loaded
 */
export async function loadLayouts(source: string, folder: string): Promise<Layouts> {
  const own = folder === themeLayouts ? [] : layoutFiles(folder);
  requireInside(own, source);
  const theme = layoutFiles(themeLayouts);
  const files = [...own, ...theme.filter((file) => !own.some((mine) => mine.name === file.name))];
  const written = fingerprint(engineKey, ...[...own, ...theme].flatMap((file) => [file.name, file.text]));
  const cache = own.length === 0 && existsSync(moduleOf(written, dist)) ? dist : join(source, CACHE_FOLDER);
  // The theme's own imports are part of the engine's key.
  const keyWith = (imported: readonly string[]): string =>
    own.length === 0 ? written : keyOf(written, imported, source);
  const imported = own.length === 0 ? [] : readImported(importedOf(written, cache));
  let key = keyWith(imported ?? []);
  if (imported === undefined || !(cache === dist || isWhole(moduleOf(key, cache)))) {
    const found = await compileLayouts(files, folder, source, (others) => moduleOf(keyWith(others), cache));
    if (own.length > 0)
      replaceFile(importedOf(written, cache), (temporary) => writeFileSync(temporary, JSON.stringify(found)));
    key = keyWith(found);
  }
  const target = moduleOf(key, cache);
  let module: CompiledModule;
  try {
    module = (await import(pathToFileURL(target).href)) as CompiledModule;
  } catch (error) {
    throw new BuildError([layoutFailure(error, source, "The layouts cannot be loaded", LAYOUT_HELP).diagnostic]);
  }
  const layouts = new Map(
    files
      .map((file) => [file.name, module.layouts[file.name]] as const)
      .filter(([, layout]) => typeof layout === "function"),
  );
  return {
    names: [...layouts.keys()].sort(compare),
    unfinished: files.filter(({ name }) => !layouts.has(name)).map(({ name }) => name),
    key,
    render: (name, props) => {
      const html = module.renderToString(module.h(layouts.get(name), props));
      if (html === "") throw new Error("it drew nothing; a layout returns its page at once, it cannot be asynchronous");
      return html;
    },
  };
}

/** Layouts run as code: neither a link nor `layouts_dir` brings any from elsewhere. Throws BuildError. */
function requireInside(files: readonly LayoutFile[], source: string): void {
  const root = realpathSync(source);
  const diagnostics = new Diagnostics();
  for (const { path } of files) diagnostics.attempt(() => targetOf(path, pathFrom(source, path), root));
  if (diagnostics.errors.length > 0) throw new BuildError(diagnostics.errors);
}

/**
 * The theme's layouts, under the names of the site's own, too: with them texts are rendered where the site's do not compile, so that
 * what is wrong in the texts is told in the same run.
 */
export async function standInLayouts(source: string, folder: string): Promise<Layouts> {
  const theme = await loadLayouts(source, themeLayouts);
  const own = layoutFiles(folder).map(({ name }) => name);
  return {
    ...theme,
    names: [...new Set([...theme.names, ...own])].sort(compare),
    render: (name, props) => theme.render(theme.names.includes(name) ? name : "page", props),
  };
}

/** Compiles the theme alone into dist/, so that a site without layouts of its own needs no compiler. */
export async function compileTheme(): Promise<void> {
  const files = layoutFiles(themeLayouts);
  const key = fingerprint(engineKey, ...files.flatMap((file) => [file.name, file.text]));
  await compileLayouts(files, themeLayouts, packageRoot, () => moduleOf(key, dist));
}

function moduleOf(key: string, folder: string): string {
  return join(folder, `layouts-${key}.mjs`);
}

/** Where it is kept what layouts of this content import beside each other. */
function importedOf(written: string, folder: string): string {
  return join(folder, `layouts-${written}.json`);
}

/** Paths, relative to the source; undefined where they are not known. */
function readImported(path: string): readonly string[] | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(path, "utf8"));
    return Array.isArray(value) && value.every((item) => typeof item === "string") ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Changes with the layouts and with what they import: modules without JSX, data, files elsewhere in the site. */
function keyOf(written: string, imported: readonly string[], source: string): string {
  if (imported.length === 0) return written;
  const contents = imported
    .map((path) => resolve(source, path))
    .map((path) => (existsSync(path) ? readFileSync(path) : ""));
  return fingerprint(written, ...contents);
}

function layoutFiles(folder: string): readonly LayoutFile[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => EXTENSION.test(name))
    .map((name) => ({
      name: withSlashes(name.replace(EXTENSION, "")),
      path: join(folder, name),
      text: readFileSync(join(folder, name), "utf8"),
    }))
    .sort((a, b) => compare(a.name, b.name));
}
