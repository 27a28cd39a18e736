/**
 * The adapter to Eleventy, and nothing else: the planned outputs become one virtual template that Eleventy paginates,
 * transforms and writes.
 */
import { join, relative, resolve } from "node:path";
import { Builder, type BuilderOptions } from "./build.ts";
import { readConfig } from "./config/config.ts";
import { makeFolder } from "./disk/make-folder.ts";
import { configurationKey } from "./eleventy-config.ts";
import type { EleventyConfig, PageEntry } from "./eleventy-types.ts";
import { BuildError, Diagnostics, formatDiagnostic } from "./errors.ts";
import { withExcerpts } from "./excerpts.ts";
import type { OwnLiquid } from "./jekyll/own.ts";
import { CACHE_FOLDER } from "./paths.ts";
import type { RenderedOutput } from "./render/site.ts";
import type { Reporter } from "./report.ts";
import { Indexing } from "./search/indexing.ts";
import type { Build } from "./unwritten.ts";

export type { EleventyConfig } from "./eleventy-types.ts";
export { compileTheme } from "./render/layouts.ts";

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
const plainReporter = (source: string): Reporter => ({
  progress: () => {},
  diagnostics: (messages) => {
    for (const message of withExcerpts(messages, source)) console.error(formatDiagnostic(message));
  },
  finished: () => {},
});

/**
 * The plugin: `config.addPlugin(octavo, options)`.
 * @param options Jekyll's options by their names in the API (`source`, `destination`, `baseurl` …); the folder that Eleventy
 *   runs in is the source where none is given
 */
export default function octavo(config: EleventyConfig, options: Partial<BuilderOptions> = {}): void {
  const commandLine = commandLines.get(config);
  const all: BuilderOptions = { source: ".", ...options, ...commandLine?.options };
  const source = resolve(all.source);
  const { destination, baseurl } = chooseDestination(config, all);
  giveFolders(config, source, destination);
  watch(config, source, destination);
  config.setServerOptions({ pathPrefix: `${baseurl}/`, domDiff: false });

  const { reporter = plainReporter(source), isRead = true } = commandLine ?? {};
  const builds = new Builds({ ...all, source, destination }, reporter, isRead);
  config.on("eleventy.before", () => builds.begin(ownLiquid(config)));
  config.on("eleventy.after", ({ runMode }: { readonly runMode: string }) => builds.end(runMode));
  givePages(config, builds);
}

/** One virtual template, which Eleventy paginates over the pages of a build. */
function givePages(config: EleventyConfig, builds: Builds): void {
  config.addGlobalData("octavo", () => builds.changed);
  config.addTemplate(TEMPLATE, {
    data: {
      pagination: { data: "octavo", size: 1, alias: "output", addAllPagesToCollections: true },
      permalink: ({ output }: { readonly output: RenderedOutput }) => output.file,
      eleventyAllowMissingExtension: true,
    },
    render: ({ output }: { readonly output: RenderedOutput }) => builds.textOf(output),
  });
  config.addCollection("octavo", (api) => {
    builds.expect(api.getAll().filter((entry) => entry.inputPath.endsWith(TEMPLATE)));
    return [];
  });
  config.addTransform("octavo", async function (content) {
    await builds.awaitOthers(this.url);
    return builds.writtenFor(content);
  });
}

/** The builds of one source, one after another, at the steps at which Eleventy asks for them. */
class Builds {
  readonly #builder: Builder;
  readonly #options: BuilderOptions;
  readonly #reporter: Reporter;
  /** Whether anyone else may ask for the text of a page. */
  readonly #isRead: boolean;
  readonly #indexing: Indexing;
  #build: Build | undefined;
  /** What is to be written, by file; empty where the texts are read. */
  #pages: ReadonlyMap<string, RenderedOutput> = new Map();
  /** The pages that Eleventy has not written yet, until the first one comes to be written. */
  #entries: readonly PageEntry[] = [];
  /** When the current build began, in ms; the first one began with the process. */
  #started = 0;

  constructor(options: BuilderOptions, reporter: Reporter, isRead: boolean) {
    this.#builder = new Builder(options);
    this.#options = options;
    this.#reporter = reporter;
    this.#isRead = isRead;
    this.#indexing = new Indexing((message) => reporter.diagnostics([message]));
  }

  /** Reads, plans and renders. @throws BuildError, whose messages are told before */
  async begin(own: OwnLiquid): Promise<void> {
    const { source, safe } = this.#options;
    this.#indexing.stop();
    this.#build = undefined;
    if (Number.isNaN(this.#started)) this.#started = performance.now();
    try {
      const outside = safe === true ? "" : configurationKey(source);
      this.#build = await this.#builder.build(outside, this.#reporter.progress, own);
    } catch (error) {
      if (error instanceof BuildError) this.#reporter.diagnostics(error.diagnostics);
      throw error;
    }
    this.#reporter.diagnostics(this.#build.diagnostics.all);
    if (!this.#isRead) this.#pages = new Map(this.changed.map((output) => [output.file, output]));
  }

  get changed(): readonly RenderedOutput[] {
    return this.#build?.changed ?? [];
  }

  /** Eleventy keeps the text of every page to the end. Where nobody reads it, a page passes by its name until it is written. */
  textOf(output: RenderedOutput): string {
    return this.#isRead ? output.text : output.file;
  }

  /** What is to be written for a text that went through all transforms. */
  writtenFor(content: string): string | Buffer | undefined {
    return this.#isRead ? content : this.#pages.get(content)?.bytes;
  }

  expect(entries: readonly PageEntry[]): void {
    this.#entries = entries;
  }

  /**
   * Eleventy transforms and writes page by page. The first page waits here until every other one went through all transforms, so
   * that a transform that fails leaves the last good output as it was.
   * @param url of the page that is about to be written
   */
  async awaitOthers(url: string): Promise<void> {
    if (this.#entries.length === 0) return;
    const others = this.#entries.filter((entry) => entry.url !== url);
    this.#entries = [];
    for (const entry of others) await entry.template.renderPageEntry(entry);
    this.#build?.begin();
    if (!this.#isRead && this.#build !== undefined) this.#indexing.begin(this.#build.beginIndex);
  }

  /** What is left when the pages are on the disk. @param runMode Eleventy's: "build", "serve" or "watch" */
  async end(runMode: string): Promise<void> {
    if (this.#build === undefined) return;
    if (this.changed.length === 0) this.#build.begin();
    const { finish, index, diagnostics } = this.#build;
    const summary = await finish();
    if (runMode === "build") await this.#indexing.now(index);
    else this.#indexing.later(index);
    this.#reporter.finished(summary, diagnostics.errors.length, performance.now() - this.#started);
    this.#started = Number.NaN;
  }
}

/** Eleventy would read templates, data and scripts of its input folder by rules of its own: it is given an empty one. */
function giveFolders(config: EleventyConfig, source: string, destination: string): void {
  const empty = join(source, CACHE_FOLDER, "eleventy");
  makeFolder(empty);
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
