/**
 * The adapter to Eleventy, and nothing else: the planned outputs become one virtual template that Eleventy paginates,
 * transforms and writes.
 */
import { mkdirSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { Builder, type BuilderOptions } from "./build.ts";
import { readConfig } from "./config/config.ts";
import { configurationKey } from "./eleventy-config.ts";
import { BuildError, Diagnostics, formatDiagnostic } from "./errors.ts";
import { withExcerpts } from "./excerpts.ts";
import type { OwnLiquid } from "./jekyll/own.ts";
import { CACHE_FOLDER } from "./paths.ts";
import type { RenderedOutput } from "./render/site.ts";
import type { Reporter } from "./report.ts";
import { Indexing } from "./search/indexing.ts";
import type { Build } from "./unwritten.ts";

export { compileTheme } from "./render/layouts.ts";

/** The parts of Eleventy's configuration that the adapter uses (www.11ty.dev/docs/config). */
export interface EleventyConfig {
  readonly directories: { readonly output: string; setInput(path: string): void; setOutput(path: string): void };
  on(event: string, listener: (argument: never) => unknown): void;
  addPlugin(plugin: unknown, options?: object): void;
  addGlobalData(name: string, value: unknown): void;
  addTemplate(path: string, template: object): void;
  addCollection(name: string, collect: (api: { getAll(): readonly PageEntry[] }) => unknown): void;
  addTransform(name: string, transform: (this: { readonly url: string }, content: string) => unknown): void;
  addWatchTarget(target: string): void;
  setTemplateFormats(formats: readonly string[]): void;
  setWatchJavaScriptDependencies(watch: boolean): void;
  setChokidarConfig(options: object): void;
  setServerOptions(options: object): void;
  readonly watchIgnores: Set<string>;
  /** What was added for Liquid: by Eleventy itself, and by the user. */
  readonly liquid: OwnLiquid;
}

interface PageEntry {
  readonly inputPath: string;
  readonly url: string;
  readonly template: { renderPageEntry(entry: PageEntry): Promise<unknown> };
}

/** What a command line adds to the options of the configuration file. */
export interface CommandLine {
  readonly options: BuilderOptions;
  readonly reporter: Reporter;
  /** Whether anyone but Octavo may ask Eleventy for the text of a page. */
  readonly isRead: boolean;
}

/** Set by the command line before Eleventy reads a configuration, so that its options win over those written there. */
const commandLines = new WeakMap<object, CommandLine>();

/** Hands the options of a command line to the plugin that `config` is about to add. */
export function setCommandLine(config: EleventyConfig, commandLine: CommandLine): void {
  commandLines.set(config, commandLine);
}

const TEMPLATE = "octavo.11ty.js";

/** Prints plain lines: what Eleventy's own command shows of a build. */
const plainReporter: Reporter = {
  progress: () => {},
  diagnostics: (messages) => {
    for (const message of messages) console.error(formatDiagnostic(message));
  },
  finished: () => {},
};

/**
 * The plugin: `config.addPlugin(octavo, options)`.
 * @param options Jekyll's options by their names in the API (`source`, `destination`, `baseurl` …); the folder that Eleventy
 *   runs in is the source where none is given
 */
export default function octavo(config: EleventyConfig, options: Partial<BuilderOptions> = {}): void {
  const commandLine = commandLines.get(config);
  const all: BuilderOptions = { source: ".", ...options, ...commandLine?.options };
  const source = resolve(all.source);
  const reporter = commandLine?.reporter ?? plainReporter;
  const isRead = commandLine?.isRead ?? true;
  const { destination, baseurl } = chooseDestination(config, all);
  const builder = new Builder({ ...all, source, destination });
  let build: Build | undefined;
  let entries: readonly PageEntry[] = [];
  /** What is to be written, by file. */
  let pages: ReadonlyMap<string, RenderedOutput> = new Map();
  /** When the current build began, in ms; the first one began with the process. */
  let started = 0;

  giveFolders(config, source, destination);
  watch(config, source, destination);
  config.setServerOptions({ pathPrefix: `${baseurl}/`, domDiff: false });

  const indexing = new Indexing((message) => reporter.diagnostics([message]));
  config.on("eleventy.before", async () => {
    indexing.stop();
    build = undefined;
    if (Number.isNaN(started)) started = performance.now();
    try {
      build = await builder.build(
        all.safe === true ? "" : configurationKey(source),
        reporter.progress,
        ownLiquid(config),
      );
    } catch (error) {
      if (error instanceof BuildError) reporter.diagnostics(withExcerpts(error.diagnostics, source));
      throw error;
    }
    reporter.diagnostics(withExcerpts(build.diagnostics.all, source));
    if (!isRead) pages = new Map(build.changed.map((output) => [output.file, output]));
  });

  config.addGlobalData("octavo", () => build?.changed ?? []);
  config.addTemplate(TEMPLATE, {
    data: {
      pagination: { data: "octavo", size: 1, alias: "output", addAllPagesToCollections: true },
      permalink: ({ output }: { readonly output: RenderedOutput }) => output.file,
      eleventyAllowMissingExtension: true,
    },
    // Eleventy keeps the text of every page to the end. Where nobody reads it, a page passes by its name until it is written.
    render: ({ output }: { readonly output: RenderedOutput }) => (isRead ? output.text : output.file),
  });

  // Eleventy transforms and writes page by page. The first page waits here until every other one went through all
  // transforms, so that a transform that fails leaves the last good output as it was.
  config.addCollection("octavo", (api) => {
    entries = api.getAll().filter((entry) => entry.inputPath.endsWith(TEMPLATE));
    return [];
  });
  config.addTransform("octavo", async function (content) {
    if (entries.length > 0) {
      const others = entries.filter((entry) => entry.url !== this.url);
      entries = [];
      for (const entry of others) await entry.template.renderPageEntry(entry);
      build?.begin();
      if (!isRead && build !== undefined) indexing.begin(build.beginIndex);
    }
    return isRead ? content : pages.get(content)?.bytes;
  });

  config.on("eleventy.after", async ({ runMode }: { readonly runMode: string }) => {
    if (build === undefined) return;
    if (build.changed.length === 0) build.begin();
    const { finish, index, diagnostics } = build;
    const summary = await finish();
    if (runMode === "build") await indexing.now(index);
    else indexing.later(index);
    reporter.finished(summary, diagnostics.errors.length, performance.now() - started);
    started = Number.NaN;
  });
}

/** Eleventy would read templates, data and scripts of its input folder by rules of its own: it is given an empty one. */
function giveFolders(config: EleventyConfig, source: string, destination: string): void {
  const empty = join(source, CACHE_FOLDER, "eleventy");
  mkdirSync(empty, { recursive: true });
  config.directories.setInput(`${relative(".", empty)}/`);
  config.directories.setOutput(relative(".", destination) || ".");
  config.setTemplateFormats(["11ty.js"]);
}

/** Has Eleventy watch the whole source, but for what a build itself writes there. */
function watch(config: EleventyConfig, source: string, destination: string): void {
  config.addWatchTarget(`${relative(".", source) || "."}/**/*`);
  for (const ignored of [relative(".", destination) || ".", join(relative(".", source), CACHE_FOLDER), ".git"])
    config.watchIgnores.add(`${ignored}/**`);
  config.setWatchJavaScriptDependencies(false);
  // A save is seen when its size stood still for 20 ms, instead of Eleventy's 150.
  config.setChokidarConfig({ awaitWriteFinish: { stabilityThreshold: 20, pollInterval: 5 } });
}

/** Filters that Eleventy's own configuration adds: Jekyll's of these names stay Jekyll's. */
const ELEVENTYS: ReadonlySet<string> = new Set([
  "slug",
  "slugify",
  "url",
  "log",
  "renderTransforms",
  "getCollectionItem",
  "getCollectionItemIndex",
  "getPreviousCollectionItem",
  "getNextCollectionItem",
]);

/** What the user's configuration has added until now. */
function ownLiquid({ liquid: { filters, shortcodes, pairedShortcodes } }: EleventyConfig): OwnLiquid {
  const own = Object.entries(filters).filter(([name]) => !ELEVENTYS.has(name));
  return { filters: Object.fromEntries(own), shortcodes, pairedShortcodes };
}

/** Where to write: the options, then Eleventy's own `--output`, then `destination` of `_config.yml`. */
function chooseDestination(
  config: EleventyConfig,
  options: BuilderOptions,
): { readonly destination: string; readonly baseurl: string } {
  // A configuration that cannot be read is told by the build itself, with its place.
  const diagnostics = new Diagnostics();
  const planned = diagnostics.attempt(() => readConfig({ ...options, source: resolve(options.source) }, diagnostics));
  const eleventys = config.directories.output;
  const given = options.destination !== undefined || eleventys === "./_site/";
  return {
    destination: given ? (planned?.destination ?? resolve(options.source, "_site")) : resolve(eleventys),
    baseurl: planned?.baseurl ?? "",
  };
}
