/**
 * Stylesheets in Sass (jekyll-sass-converter): text in, CSS and its source map out, through dart-sass.
 */
import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, extname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { type Diagnostic, type Diagnostics, SiteError } from "../errors.ts";
import type { Config, Document, Page } from "../model.ts";
import { matchesGlob } from "../read/globs.ts";
import type { Place } from "../read/position.ts";
import { asData, asList, asText } from "../settings.ts";
import { asWritten } from "./as-written.ts";
import { compactCss } from "./compact-css.ts";
import type { SassMap, SassOutcome, SassPlace, SassSyntax, SassTask, SassThread, SassWarning } from "./sass-tasks.ts";

/** A stylesheet, compiled. */
export interface Stylesheet {
  readonly css: string;
  /** JSON, where the site's settings ask for a map. */
  readonly map?: string;
}

/** Compiles the stylesheets of one site. */
export interface SassCompiler {
  /** Begins to compile a page's stylesheet, which is going to be asked for. @param text as in `page` */
  readonly begin: (page: Document, text: string) => void;
  /**
   * A page's stylesheet, with a comment that names its map where it has one.
   * @param text the page's body after Liquid
   * @throws SiteError with the place in the page or in the file that it imports
   */
  readonly page: (page: Document, text: string) => Stylesheet;
  /** CSS of a piece of text, which has no map: what the filters print. @throws SiteError */
  readonly text: (text: string, syntax: SassSyntax, place: Partial<Place>) => string;
}

/** Whether a document becomes a stylesheet by Sass. Such a document has no layout, whatever its front matter says. */
export function isSass({ path }: Document): boolean {
  return /\.s[ac]ss$/i.test(path);
}

/** The file and the URL of a page's source map: beside the stylesheet. */
export function sourceMapPlace(page: Page): { readonly file: string; readonly url: string } {
  return { file: `${page.file}.map`, url: `${page.url}.map` };
}

/**
 * Whether pages have source maps: `sass: {sourcemap: always | never | development}`, "always" where nothing is said.
 * @param environment `jekyll.environment`
 */
export function hasSourceMaps({ data }: Config, environment: string): boolean {
  const when = String(asData(data.sass)?.sourcemap ?? "always");
  return when !== "never" && !(when === "development" && environment !== "development");
}

/**
 * @param environment `jekyll.environment`
 * @param themeFolder absolute path of the theme's `_sass`, which stands behind the site's own folders
 */
export function createSass(
  config: Config,
  environment: string,
  diagnostics: Diagnostics,
  thread: SassThread,
  themeFolder?: string,
): SassCompiler {
  const settings = asData(config.data.sass) ?? {};
  // sassc's four styles are two here; Jekyll's are written with or without a colon.
  const style = /^:?compressed$/.test(String(settings.style)) ? "compressed" : "expanded";
  const theme = [themeFolder].filter((folder) => folder !== undefined).filter((folder) => existsSync(folder));
  // What sassc puts before letters outside ASCII; a compressed sheet has none.
  const withCharset = (css: string): string =>
    config.mode === "jekyll" && style === "expanded" && /[^\0-\x7f]/.test(css) ? `@charset "UTF-8";\n${css}` : css;
  const roots = [config.source, ...loadPaths(config), ...theme];
  const compile = (task: SassTask, place: Partial<Place>) => {
    const first = thread.take(task);
    const outcome = config.mode === "jekyll" && lacksModule(first) ? withoutModules(first, task, place) : first;
    for (const warning of outcome.warnings) diagnostics.warn(told(warning, config, place));
    if ("problem" in outcome) throw sassError(outcome, config, place);
    refuseForeign(outcome.loaded, [config.source, ...theme], place);
    return outcome;
  };
  const withoutModules = (refused: Refusal, task: SassTask, place: Partial<Place>): SassOutcome => {
    const outcome = thread.take({ ...task, text: task.text.replace(moduleRule[task.syntax], blanked) });
    if ("problem" in outcome) return refused;
    const problem = "The module of Sass that is used here is missing: the stylesheet is written without modules";
    const help = "Put the module into a folder of sass: load_paths";
    diagnostics.warn({ ...placeOf(refused.place, config, place), problem, help });
    return outcome;
  };
  /** Pages print the same text again and again. */
  const styled = new WeakMap<SassOutcome, string>();
  const plain = (text: string): string | undefined => {
    const outcome = thread.take({ text, syntax: "scss", style, folders: [], sourceMap: false });
    return "problem" in outcome ? undefined : outcome.css;
  };
  const taskOf = (page: Document, text: string): SassTask => ({
    text,
    syntax: extname(page.path).toLowerCase() === ".sass" ? "indented" : "scss",
    style,
    // sassc looks from the site's folder; the page's own is where dart-sass would look, and so the last resort.
    folders: [...roots, dirname(join(config.source, page.path))],
    sourceMap: page.kind === "page" && hasSourceMaps(config, environment),
  });
  return {
    begin: (page, text) => {
      thread.offer(taskOf(page, text));
    },
    page: (page, text) => {
      const { css: compiled, map } = compile(taskOf(page, text), { file: page.path, line: page.bodyLine });
      const css = withCharset(compiled);
      return map === undefined ? { css: withNewline(css) } : withMap(css, map, page, config);
    },
    text: (text, syntax, place) => {
      const outcome = compile({ text, syntax, style, folders: roots, sourceMap: false }, place);
      const known = styled.get(outcome);
      if (known !== undefined) return known;
      const css =
        config.mode === "jekyll" ? asWritten(outcome.css, style, sourcesOf(text, outcome), plain) : outcome.css;
      // sassc's own style, where the site names none that dart-sass has too.
      const own = /^:?(?:compressed|expanded)$/.test(String(settings.style)) ? withNewline(css) : compactCss(css);
      const whole = withCharset(own);
      styled.set(outcome, whole);
      return whole;
    },
  };
}

/** The texts that a stylesheet is made of. */
function sourcesOf(text: string, { loaded }: { readonly loaded: readonly string[] }): readonly string[] {
  return [text, ...loaded.map((url) => readFileSync(fileURLToPath(url), "utf8"))];
}

type Refusal = Extract<SassOutcome, { readonly problem: string }>;

/** Whether a stylesheet failed for a `@use` or `@forward` that leads nowhere. sassc knows neither and prints them as they are. */
function lacksModule(outcome: SassOutcome): outcome is Refusal {
  if (!("problem" in outcome) || !outcome.problem.startsWith("Can't find stylesheet")) return false;
  return /@(?:use|forward)\b/.test(outcome.place?.context ?? "");
}

const moduleRule = {
  scss: /^[ \t]*@(?:use|forward)\s[^;{}]*;?/gm,
  indented: /^@(?:use|forward)\s.*/gm,
} as const;

/** As many lines as there were: what is told of the others keeps its place. */
function blanked(rule: string): string {
  return rule.replace(/[^\n]/g, " ");
}

/** As sassc writes a map, and the comment that names it. */
function withMap(
  css: string,
  { sources, sourcesContent, mappings }: SassMap,
  page: Document,
  config: Config,
): Stylesheet {
  const file = `${basename(page.path, extname(page.path))}.css`;
  const named = sources.map((source) => sourceName(source, page, config));
  const map = { version: 3, file, sources: named, sourcesContent, names: [], mappings };
  return {
    css: `${css}${css === "" ? "" : "\n\n"}/*# sourceMappingURL=${encodeURI(`${file}.map`)} */`,
    map: JSON.stringify(map, undefined, "\t"),
  };
}

function withNewline(css: string): string {
  return css === "" ? "" : `${css}\n`;
}

/** The folder of the site's own partials, relative to the source: it has stylesheets where this exists. */
export function sassFolder({ data }: Pick<Config, "data">): string {
  return asText(asData(data.sass)?.sass_dir) ?? "_sass";
}

/** `load_paths`, which may be globs, and `sass_dir`: absolute paths of folders that exist. */
function loadPaths({ source, data }: Config): readonly string[] {
  const settings = asData(data.sass) ?? {};
  const paths = asList(settings.load_paths) ?? (settings.load_paths ? [settings.load_paths] : []);
  const all = [...paths.map(String), sassFolder({ data })];
  return [
    ...new Set(
      all.flatMap((path) =>
        foldersOf(
          source,
          path.split("/").filter((part) => part !== "."),
        ),
      ),
    ),
  ];
}

function foldersOf(base: string, [part, ...rest]: readonly string[]): readonly string[] {
  if (part === undefined) return [base];
  if (part === "") return foldersOf(base, rest);
  if (!/[*?[{]/.test(part)) {
    const path = join(base, part);
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() ? foldersOf(path, rest) : [];
  }
  const names = readdirSync(base, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith(".") && matchesGlob(part, entry.name))
    .map(({ name }) => name)
    .sort();
  const below = names.flatMap((name) => foldersOf(join(base, name), part === "**" ? [part, ...rest] : rest));
  return part === "**" ? [...foldersOf(base, rest), ...below] : below;
}

/** No path and no link leads out of the site and its theme. */
function refuseForeign(urls: readonly string[], roots: readonly string[], place: Partial<Place>): void {
  const limits = roots.map((root) => realpathSync(root) + sep);
  const foreign = urls
    .map((url) => fileURLToPath(url))
    .find((path) => !limits.some((limit) => realpathSync(path).startsWith(limit)));
  if (foreign === undefined) return;
  throw new SiteError({
    ...place,
    problem: `The stylesheet ${basename(foreign)} that is imported here lies outside the site's folder`,
    help: "Put the file itself into the site",
  });
}

/** What `@warn` said. */
function told({ message, stack }: SassWarning, config: Config, place: Partial<Place>): Omit<Diagnostic, "level"> {
  const problem = `Sass warns: ${message}`;
  return { ...placeOfCall(stack, config, place), problem, help: "See the stylesheet at this line" };
}

/** Where a `@warn` stands: the first line of its stack, "path line:column name", with "-" for the text that is compiled. */
function placeOfCall(stack: string | undefined, { source }: Config, place: Partial<Place>): Partial<Place> {
  const [, path = "-", line = "1"] = /^(.+?) (\d+):\d+ /.exec(stack ?? "") ?? [];
  if (path !== "-") return { file: nameIn(source, resolve(path)), line: Number(line) };
  return { ...place, ...(place.line === undefined ? {} : { line: place.line + Number(line) - 1 }) };
}

function sassError(
  { problem: given, place: span }: { readonly problem: string; readonly place?: SassPlace },
  config: Config,
  place: Partial<Place>,
): SiteError {
  const problem = `The stylesheet cannot be compiled: ${given.replace(/\.$/, "").replaceAll("\n", " ")}`;
  return new SiteError({ ...placeOf(span, config, place), problem, help: "Correct the stylesheet at this line" });
}

/** A span without a URL lies in the text that is compiled. */
function placeOf(span: SassPlace | undefined, { source }: Config, place: Partial<Place>) {
  if (span === undefined) return place;
  const { line, column, url, context } = span;
  const at = {
    column: column + 1,
    ...(context === undefined ? {} : { excerpt: context.split("\n")[0] ?? "" }),
  };
  if (url !== undefined) return { file: nameIn(source, fileURLToPath(url)), line: line + 1, ...at };
  return { ...place, ...(place.line === undefined ? {} : { line: place.line + line }), ...at };
}

function nameIn(source: string, path: string): string {
  return relative(source, path).split(sep).join("/");
}

function sourceName(source: string, page: Document, config: Config): string {
  return source.startsWith("file:") ? nameIn(config.source, fileURLToPath(source)) : basename(page.path);
}
