/**
 * One build: read → plan → render, then the comparison with what the last build left. Nothing is written here; what has
 * changed is handed to Eleventy, and `finish` does what is left when the pages are on the disk.
 */
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { DateTime } from "luxon";
import { CacheFile } from "./cache.ts";
import { type BuildOptions, readConfig } from "./config.ts";
import { Destination, prepareDestination, type Written } from "./destination.ts";
import { BuildError, Diagnostics, SiteError } from "./errors.ts";
import { fingerprint } from "./hash.ts";
import type { Config, Content, Output, StaticFile } from "./model.ts";
import { CACHE_FOLDER, engineKey } from "./paths.ts";
import { claimFiles, completeSite, plan } from "./plan.ts";
import { ReadMemory } from "./read/memory.ts";
import { readSite } from "./read/site.ts";
import { ContentRenderer } from "./render/content.ts";
import { createHelpers } from "./render/helpers.ts";
import { type Layouts, loadLayouts } from "./render/layouts.ts";
import { pageRenderer } from "./render/page.ts";
import { withThemeFiles } from "./theme-files.ts";

/** A page that is to be written, rendered. A class, so that Eleventy hands it on as it is instead of copying it. */
export class RenderedOutput {
  readonly file: string;
  readonly text: string;
  readonly hash: string;

  constructor(file: string, text: string, hash: string) {
    this.file = file;
    this.text = text;
    this.hash = hash;
  }
}

/** What a build did. */
export interface Summary {
  /** What was written, relative to the destination. */
  readonly files: readonly string[];
  /** How many files stayed as they were. */
  readonly unchanged: number;
  readonly removed: number;
}

/** A build whose pages are rendered and not yet written. */
export interface Build {
  readonly config: Config;
  /** Only what differs from the files of the last build. */
  readonly changed: readonly RenderedOutput[];
  readonly diagnostics: Diagnostics;
  /** Clears the way for `changed`: to be called when everything is rendered, before the first write. */
  readonly begin: () => void;
  /** Copies static files, removes what is old and keeps the account: to be called when `changed` is written. @throws SiteError */
  readonly finish: () => Summary;
}

export interface BuilderOptions extends BuildOptions {
  /** Write what can be written although the site has errors. */
  readonly keepGoing?: boolean;
}

/** Called as work goes on: how many of how many pages are rendered. */
export type Progress = (done: number, total: number) => void;

/** Builds one source again and again, and remembers between builds what has not changed. */
export class Builder {
  readonly #options: BuilderOptions;
  readonly #memory = new ReadMemory();
  readonly #caches = new Map<string, CacheFile<never>>();

  constructor(options: BuilderOptions) {
    this.#options = options;
  }

  /**
   * @param outside what else the written files depend on: the user's own configuration of Eleventy, hashed
   * @throws BuildError with every error of the site, unless `keepGoing`
   */
  async build(outside: string, progress: Progress = () => {}): Promise<Build> {
    const started = Date.now();
    const diagnostics = new Diagnostics();
    const config = diagnostics.attempt(() => readConfig(this.#options, diagnostics));
    if (config === undefined || !existsSync(config.source)) throw new BuildError(diagnostics.all);
    diagnostics.attempt(() => prepareDestination(config));
    if (diagnostics.errors.length > 0 && !this.#options.keepGoing) throw new BuildError(diagnostics.all);

    const time = DateTime.now().setZone(config.timezone);
    const read = readSite(config, time, diagnostics, this.#memory);
    const site = completeSite({ ...read, staticFiles: withThemeFiles(read) }, diagnostics);
    const layouts = await this.#layouts(config, diagnostics);
    const contents = this.#cache<Content & { readonly warnings: readonly never[] }>(config, "content");
    const renderer = new ContentRenderer(config, contents, diagnostics);
    const helpers = createHelpers(site, renderer);
    const planned = plan(site, helpers, pageRenderer(site, helpers, layouts, diagnostics));
    const { outputs, copies } = claimFiles(planned, site.staticFiles, config, diagnostics);

    const written = this.#cache<Written>(config, "written");
    const destination = new Destination(config, written);
    const changed: RenderedOutput[] = [];
    outputs.forEach((output, index) => {
      progress(index, outputs.length);
      const text = diagnostics.attempt(output.render);
      if (text === undefined) return;
      const hash = fingerprint(outside, text);
      if (!destination.isCurrent(output.file, hash)) changed.push(new RenderedOutput(output.file, text, hash));
    });
    if (diagnostics.errors.length > 0 && !this.#options.keepGoing) throw new BuildError(diagnostics.all);

    return {
      config,
      changed,
      diagnostics,
      begin: () => destination.makeWay([...changed, ...copies].map(({ file }) => file)),
      finish: () => {
        for (const { file, hash } of changed) destination.record(file, hash);
        const copied = copies.filter((copy) => copyChanged(destination, copy));
        const removed = destination.removeStale(ownedFiles(outputs, copies), started);
        contents.save();
        written.save();
        return {
          files: [...changed, ...copied].map(({ file }) => file),
          unchanged: outputs.length + copies.length - changed.length - copied.length,
          removed,
        };
      },
    };
  }

  /** Without layouts nothing can be rendered: throws BuildError with all that is known by then. */
  async #layouts(config: Config, diagnostics: Diagnostics): Promise<Layouts> {
    try {
      return await loadLayouts(config.source, join(config.source, config.layoutsDir));
    } catch (error) {
      if (!(error instanceof SiteError)) throw error;
      diagnostics.add(error.diagnostic);
      throw new BuildError(diagnostics.all);
    }
  }

  /** A cache file of this source and destination, loaded once. */
  #cache<Value>(config: Config, name: string): CacheFile<Value> {
    const engine = `${engineKey} ${name === "written" ? config.destination : ""}`;
    const known = this.#caches.get(`${name} ${engine}`);
    if (known !== undefined) return known;
    const cache = new CacheFile<Value>(join(config.source, CACHE_FOLDER), name, engine);
    this.#caches.set(`${name} ${engine}`, cache as CacheFile<never>);
    return cache;
  }
}

/** Copies a static file where it differs from what was copied last; says whether it did. */
function copyChanged(destination: Destination, copy: StaticFile): boolean {
  const { size, ctimeMs, ino } = statSync(copy.from);
  const hash = fingerprint(copy.from, `${size} ${ctimeMs} ${ino}`);
  if (destination.isCurrent(copy.file, hash)) return false;
  destination.copy(copy);
  destination.record(copy.file, hash);
  return true;
}

function ownedFiles(outputs: readonly Output[], copies: readonly StaticFile[]): ReadonlySet<string> {
  return new Set([...outputs, ...copies].map(({ file }) => file));
}
