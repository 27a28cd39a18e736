/**
 * One build: read → plan → render, as far as it differs from what the last build left. Nothing is written here; what has
 * changed is handed to Eleventy, and `finish` does what is left when the pages are on the disk.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { DateTime, Settings } from "luxon";
import type { StartedThread } from "../bin/start-thread.js";
import { type BuildOptions, readConfig } from "./config/config.ts";
import { Figures } from "./diagrams/draw.ts";
import { drawFigures } from "./diagrams/pages.ts";
import type { CacheFile } from "./disk/cache.ts";
import { type Caches, openCaches } from "./disk/caches.ts";
import { Copies, provideFiles } from "./disk/copies.ts";
import { DerivedFiles, Wants } from "./disk/derived.ts";
import { Destination } from "./disk/destination.ts";
import { makers } from "./disk/makers.ts";
import { prepareDestination } from "./disk/safe-destination.ts";
import { BuildError, type Diagnostic, Diagnostics, SiteError } from "./errors.ts";
import { fingerprint } from "./hash.ts";
import type { ImageLibrary } from "./images/library.ts";
import { publishImages } from "./images/originals.ts";
import type { OwnLiquid } from "./jekyll/own.ts";
import { isSass } from "./jekyll/sass.ts";
import { SassThread } from "./jekyll/sass-tasks.ts";
import type { Config, Site } from "./model.ts";
import { engineKey, themeLayouts } from "./paths.ts";
import { completeSite } from "./plan.ts";
import { parseDate } from "./read/dates.ts";
import { ReadMemory } from "./read/memory.ts";
import { readSite } from "./read/site.ts";
import { MarkdownAhead } from "./render/ahead.ts";
import { ContentRenderer, type LiquidEngine } from "./render/content.ts";
import type { DocumentPrints } from "./render/document-prints.ts";
import { type Layouts, loadLayouts, standInLayouts } from "./render/layouts.ts";
import type { KeptContent } from "./render/markdown.ts";
import { type Progress, type RenderedSite, renderSite } from "./render/site.ts";
import { isPlainMarkdown, needsLiquid } from "./render/templates.ts";
import { readBibliography } from "./scholar/read.ts";
import { searchablePages } from "./search/page.ts";
import { withThemeFiles } from "./theme-files.ts";
import { type Build, unwrittenBuild } from "./unwritten.ts";

// Whoever formats a date names its language; luxon would ask the system for one, slowly, and machines would differ.
Settings.defaultLocale = "en-US";

/** What a build may be asked for beside what `_config.yml` can say. */
export interface BuilderOptions extends BuildOptions {
  /** Write what can be written although the site has errors. */
  readonly keepGoing?: boolean;
  /** Run no code of the source: the theme's layouts alone. */
  readonly safe?: boolean;
  /** The thread for Markdown, started by a launcher that took the site for one with much of it. */
  readonly markdownThread?: StartedThread;
}

const NOTHING_OWN: OwnLiquid = { filters: {}, shortcodes: {}, pairedShortcodes: {} };

/** Builds one source again and again, and remembers between builds what has not changed. */
export class Builder {
  readonly #options: BuilderOptions;
  /** For the first build alone, which ends it. */
  #markdownThread: StartedThread | undefined;
  readonly #memory: ReadMemory;
  readonly #prints: DocumentPrints = new WeakMap();
  #caches: Caches | undefined;

  constructor(options: BuilderOptions) {
    this.#options = options;
    // A site that is written in spite of errors has no page of a file with one.
    this.#memory = new ReadMemory(options.keepGoing === true ? "left out" : "read on");
    this.#markdownThread = options.markdownThread;
  }

  /**
   * @param outside what else the written files depend on: the user's own configuration of Eleventy, hashed
   * @param own what that configuration adds to Liquid
   * @param known what is wrong already; with an error the build ends as one does that finds it, when all the others are found
   * @throws BuildError with every error of the site, unless `keepGoing`
   */
  async build(
    outside: string,
    progress: Progress = () => {},
    own: OwnLiquid = NOTHING_OWN,
    known: readonly Diagnostic[] = [],
  ): Promise<Build> {
    const started = Date.now();
    const diagnostics = new Diagnostics();
    for (const diagnostic of known) diagnostics.add(diagnostic);
    const config = diagnostics.attempt(() => readConfig(this.#options, diagnostics));
    if (config === undefined || !existsSync(config.source)) throw new BuildError(diagnostics.all);
    // Without any of its settings a site would look wrong everywhere.
    if (config.files.length === 0) this.#stopAtErrors(diagnostics);
    try {
      prepareDestination(config);
    } catch (error) {
      if (!(error instanceof SiteError)) throw error;
      // Nothing else is looked at: what is read hangs on what is written.
      diagnostics.add(error.diagnostic);
      throw new BuildError(diagnostics.all);
    }

    const caches = this.#cachesOf(config);
    const destination = new Destination(config, caches);
    const copies = new Copies(destination);
    const ahead = new MarkdownAhead(config, this.#markdownThread);
    this.#markdownThread = undefined;
    const sass = new SassThread();
    try {
      const beginnings = { started, diagnostics, destination, copies, ahead, sass, outside, own, progress };
      return await this.#build(config, caches, beginnings);
    } catch (error) {
      await copies.undo();
      throw error;
    } finally {
      ahead.close();
      sass.close();
    }
  }

  /** Throws BuildError. */
  async #build(config: Config, caches: Caches, beginnings: Beginnings): Promise<Build> {
    const { started, diagnostics, destination, copies } = beginnings;
    const read = await this.#read(config, caches, beginnings);
    const { site, images } = publishImages(read, caches.images, diagnostics);
    const store = new DerivedFiles(config.source, makers, caches.refused);
    const rendered = await this.#render(site, { images, store, contents: caches.contents }, beginnings);
    this.#stopAtErrors(diagnostics);
    const derived = await provideFiles(rendered, store, destination, diagnostics);
    this.#stopAtErrors(diagnostics);
    const changed = await drawFigures(rendered, new Figures(config.source, caches.figures), diagnostics);
    const { copies: staticFiles } = rendered;
    const files = new Set([...rendered.files, ...derived.map(({ file }) => file)]);
    return unwrittenBuild({
      config,
      diagnostics,
      destination,
      changed,
      copies,
      staticFiles,
      derived,
      files,
      findable: searchablePages(site),
      started,
      saveContents: () => {
        for (const cache of [caches.contents, caches.figures]) cache.save(files.size);
        caches.images.save(staticFiles.length);
      },
      saveWritten: () => caches.written.save(files.size),
    });
  }

  #stopAtErrors(diagnostics: Diagnostics): void {
    if (diagnostics.errors.length > 0 && !this.#options.keepGoing) throw new BuildError(diagnostics.all);
  }

  async #read(config: Config, caches: Caches, { diagnostics, ahead, sass }: Beginnings): Promise<Site> {
    const time = buildTime(config);
    const isCold = caches.contents.isNew;
    const read = readSite(config, time, diagnostics, this.#memory, (document) => {
      if (isCold && document.output !== false && isPlainMarkdown(document)) ahead.offer(document.body);
    });
    const bibliography =
      config.mode === "octavo" ? await readBibliography(config, caches.bibliography, diagnostics) : undefined;
    const whole = { ...read, staticFiles: withThemeFiles(read), ...(bibliography && { bibliography }) };
    const site = completeSite(whole, diagnostics);
    // Beside what is left to prepare: it takes longer to start than to compile.
    if (site.pages.some((page) => page.output !== false && isSass(page))) sass.start();
    return site;
  }

  /** Throws BuildError where the layouts cannot be loaded; what else is wrong is told to the diagnostics. */
  async #render(site: Site, means: Means, beginnings: Beginnings): Promise<RenderedSite> {
    const { config } = site;
    const { images, store, contents } = means;
    const { diagnostics, destination, copies, ahead, sass, outside, own, progress } = beginnings;
    // A site in mode jekyll has layouts in Liquid, or none.
    const { layouts, isTheirs } =
      config.mode === "jekyll" ? { layouts: undefined, isTheirs: true } : await this.#layouts(config, diagnostics);
    const usesLiquid = needsLiquid(site);
    const wants = new Wants((want) => store.refusal(want));
    const renderer = new ContentRenderer(site, { cache: contents, diagnostics, ahead, sass, wants, images });
    const rendered = await renderSite(site, {
      layouts,
      usesLiquid,
      base: fingerprint(engineKey, layouts?.key ?? "", JSON.stringify(config), outside),
      outside,
      destination,
      diagnostics,
      progress,
      // A transform or a plugin of the user's own may still fail when all is rendered.
      onCopies: (files) => outside === "" && copies.beginAhead(files),
      renderer,
      loadLiquid: async () => {
        if (usesLiquid) renderer.engine ??= await loadLiquid(site, own);
      },
      prints: this.#prints,
      images,
    });
    if (!isTheirs) throw new BuildError(diagnostics.all);
    return rendered;
  }

  /** The layouts of a site; where they cannot be loaded, which is told, what stands in for them, and nothing can be written. */
  async #layouts(config: Config, diagnostics: Diagnostics): Promise<{ layouts: Layouts; isTheirs: boolean }> {
    const folder = this.#options.safe === true ? themeLayouts : join(config.source, config.layoutsDir);
    try {
      return { layouts: await loadLayouts(config.source, folder), isTheirs: true };
    } catch (error) {
      if (!(error instanceof BuildError)) throw error;
      for (const diagnostic of error.diagnostics) diagnostics.add(diagnostic);
      return { layouts: await standInLayouts(config.source, folder), isTheirs: false };
    }
  }

  /** Kept open between builds, as long as these write to one folder. */
  #cachesOf(config: Config): Caches {
    if (this.#caches?.destination !== config.destination) this.#caches = openCaches(config);
    return this.#caches;
  }
}

/** What pages are rendered with. */
interface Means {
  readonly images: ImageLibrary;
  readonly store: DerivedFiles;
  readonly contents: CacheFile<KeptContent>;
}

/** The moment of a build: `time:` of the configuration, else now. */
function buildTime({ data, timezone }: Config): DateTime {
  const { time } = data;
  const named = time === undefined || time === null ? undefined : parseDate(time, timezone);
  return named?.time ?? DateTime.now().setZone(timezone);
}

async function loadLiquid(site: Site, own: OwnLiquid): Promise<LiquidEngine> {
  const { createGemRenderer } = await import("./render/liquid.ts");
  const create: LiquidEngine["create"] = (site, context) => createGemRenderer(site, context, own);
  if (site.config.mode === "jekyll") return { create };
  const { academicLiquid, prepareLiquid } = await import("./folio/liquid.ts");
  await prepareLiquid(site);
  return { create, academic: academicLiquid };
}

/** What a build begins with, beside its configuration. */
interface Beginnings {
  /** ms since 1970. */
  readonly started: number;
  readonly diagnostics: Diagnostics;
  readonly destination: Destination;
  readonly copies: Copies;
  readonly ahead: MarkdownAhead;
  readonly sass: SassThread;
  readonly outside: string;
  readonly own: OwnLiquid;
  readonly progress: Progress;
}
