/**
 * One build: read → plan → render, as far as it differs from what the last build left. Nothing is written here; what has
 * changed is handed to Eleventy, and `finish` does what is left when the pages are on the disk.
 */
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { DateTime, Settings } from "luxon";
import { CacheFile } from "./cache.ts";
import { type BuildOptions, readConfig } from "./config.ts";
import { DerivedFiles, type Made, Wants } from "./derived.ts";
import { Destination, prepareDestination, type Written } from "./destination.ts";
import { type Drawn, Figures } from "./diagrams/draw.ts";
import { BuildError, Diagnostics, SiteError } from "./errors.ts";
import { fingerprint } from "./hash.ts";
import type { ImageFacts, ImageLibrary } from "./images/library.ts";
import { publishImages, wantMagickImages } from "./images/originals.ts";
import { isSass } from "./jekyll/sass.ts";
import { makers } from "./makers.ts";
import type { Config, Derived, Document, Mode, Output, Post, Site, StaticFile } from "./model.ts";
import { CACHE_FOLDER, engineKey, themeLayouts } from "./paths.ts";
import { claimFiles, completeSite, plan, targetsOf } from "./plan.ts";
import { ReadMemory } from "./read/memory.ts";
import { readSite } from "./read/site.ts";
import { MarkdownAhead } from "./render/ahead.ts";
import { ContentRenderer, isPlainMarkdown, type LiquidEngine, needsLiquid } from "./render/content.ts";
import { type DocumentPrints, InputRecorder } from "./render/inputs.ts";
import { type Layouts, loadLayouts } from "./render/layouts.ts";
import type { KeptContent } from "./render/markdown.ts";
import { pageRenderer } from "./render/page.ts";
import type { BibFile } from "./scholar/model.ts";
import { readBibliography } from "./scholar/read.ts";
import { searchablePages } from "./search/page.ts";
import { indexFiles, updateIndex } from "./search/site-index.ts";
import { withThemeFiles } from "./theme-files.ts";

type Note = Omit<Written, "size" | "changed">;

// Whoever formats a date names its language; luxon would ask the system for one, slowly, and machines would differ.
Settings.defaultLocale = "en-US";

/** A page that is to be written, rendered. A class, so that Eleventy hands it on as it is instead of copying it. */
export class RenderedOutput {
  readonly file: string;
  readonly text: string;
  /** What to know of it the next time. */
  readonly note: Note;

  constructor(file: string, text: string, note: Note) {
    this.file = file;
    this.text = text;
    this.note = note;
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
  /**
   * Brings the search index up to date: to be called after `finish`, and to be waited for or not. The signal ends it early.
   * @throws SiteError where there can be none
   */
  readonly index: (signal: AbortSignal) => Promise<void>;
}

export interface BuilderOptions extends BuildOptions {
  /** Write what can be written although the site has errors. */
  readonly keepGoing?: boolean;
  /** Run no code of the source: the theme's layouts alone. */
  readonly safe?: boolean;
}

/** Called as work goes on: how many of how many pages are rendered. */
export type Progress = (done: number, total: number) => void;

/** Builds one source again and again, and remembers between builds what has not changed. */
export class Builder {
  readonly #options: BuilderOptions;
  readonly #memory = new ReadMemory();
  readonly #prints: DocumentPrints = new WeakMap();
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
    this.#stopAtErrors(diagnostics);

    const ahead = new MarkdownAhead(config);
    try {
      return await this.#build(config, { started, diagnostics, ahead, outside, progress });
    } finally {
      ahead.close();
    }
  }

  /** Throws BuildError. */
  async #build(config: Config, circumstances: Beginnings): Promise<Build> {
    const { started, diagnostics, ahead, outside, progress } = circumstances;
    const contents = this.#cache<KeptContent>(config, "content");
    const isCold = contents.isNew;
    const read = await this.#read(config, diagnostics, (post) => {
      if (isCold && isPlainMarkdown(post)) ahead.offer(post.body);
    });
    const imageMemory = this.#cache<ImageFacts>(config, "images");
    const { site, images } = publishImages(read, imageMemory, diagnostics);
    // A site in mode jekyll has layouts in Liquid, or none.
    const layouts = config.mode === "jekyll" ? undefined : await this.#layouts(config, diagnostics);
    const liquid = needsLiquid(site) ? await loadLiquid(config.mode) : undefined;
    const written = this.#cache<Written>(config, "written");
    const destination = new Destination(config, written);
    const base = fingerprint(engineKey, layouts?.key ?? "", JSON.stringify(config), outside);
    const store = new DerivedFiles(config.source, makers, this.#cache<string>(config, "refused"));
    const rendered = renderSite(site, {
      layouts,
      usesLiquid: liquid !== undefined,
      base,
      outside,
      destination,
      diagnostics,
      progress,
      renderer: new ContentRenderer(
        site,
        contents,
        diagnostics,
        liquid,
        ahead,
        new Wants((want) => store.refusal(want)),
        images,
      ),
      prints: this.#prints,
      images,
    });
    this.#stopAtErrors(diagnostics);
    const stands = ({ file, hash }: Made): boolean => destination.standing(file)?.hash === hash;
    let derived = await store.provide(rendered.wanted, stands, diagnostics);
    const isRefused = (want: Derived): boolean => store.refusal(want) !== undefined;
    while (rendered.wanted.some(isRefused)) {
      rendered.renderAgain(isRefused);
      derived = await store.provide(rendered.wanted, stands, diagnostics);
    }
    this.#stopAtErrors(diagnostics);
    const { copies } = rendered;
    const figures = this.#cache<Drawn>(config, "figures");
    const changed = await drawFigures(rendered, new Figures(config.source, figures), diagnostics);
    const files = new Set([...rendered.files, ...derived.map(({ file }) => file)]);
    const findable = searchablePages(site);

    // What these functions name lives until the pages are written: of the site no more than the names of its files.
    return {
      config,
      changed,
      diagnostics,
      begin: () => destination.makeWay([...changed, ...copies, ...derived].map(({ file }) => file)),
      finish: () => {
        for (const { file, note } of changed) destination.record(file, note);
        const copied = [
          ...copies.filter((copy) => copyChanged(destination, copy, contentOf(copy))),
          ...derived.filter((made) => copyChanged(destination, made, made.hash)),
        ];
        const index = findable.length > 0 ? indexFiles(destination) : [];
        const removed = destination.removeStale(new Set([...files, ...index]), started);
        contents.save(files.size);
        figures.save(files.size);
        written.save(files.size);
        imageMemory.save(copies.length);
        return {
          files: [...changed, ...copied].map(({ file }) => file),
          unchanged: files.size - changed.length - copied.length,
          removed,
        };
      },
      index: async (signal) => {
        if (findable.length === 0) return;
        if (await updateIndex(findable, destination, config.destination, signal)) written.save(files.size);
      },
    };
  }

  #stopAtErrors(diagnostics: Diagnostics): void {
    if (diagnostics.errors.length > 0 && !this.#options.keepGoing) throw new BuildError(diagnostics.all);
  }

  async #read(config: Config, diagnostics: Diagnostics, onPost: (post: Post) => void): Promise<Site> {
    const time = DateTime.now().setZone(config.timezone);
    const read = readSite(config, time, diagnostics, this.#memory, onPost);
    const parsed = this.#cache<BibFile>(config, "bibliography");
    const bibliography = config.mode === "octavo" ? await readBibliography(config, parsed, diagnostics) : undefined;
    const whole = { ...read, staticFiles: withThemeFiles(read), ...(bibliography && { bibliography }) };
    return completeSite(whole, diagnostics);
  }

  /** Without layouts nothing can be rendered: throws BuildError with all that is known by then. */
  async #layouts(config: Config, diagnostics: Diagnostics): Promise<Layouts> {
    try {
      const folder = this.#options.safe === true ? themeLayouts : join(config.source, config.layoutsDir);
      return await loadLayouts(config.source, folder);
    } catch (error) {
      if (!(error instanceof SiteError)) throw error;
      diagnostics.add(error.diagnostic);
      throw new BuildError(diagnostics.all);
    }
  }

  /** A cache file of this source and destination, kept open between builds. */
  #cache<Value>(config: Config, name: string): CacheFile<Value> {
    const engine = `${engineKey} ${name === "written" ? config.destination : ""}`;
    const known = this.#caches.get(`${name} ${engine}`);
    if (known !== undefined) return known;
    const cache = new CacheFile<Value>(join(config.source, CACHE_FOLDER), name, engine);
    this.#caches.set(`${name} ${engine}`, cache as CacheFile<never>);
    return cache;
  }
}

/** The pages with their figures drawn; what is told of them is kept with what else was told. */
async function drawFigures(
  rendered: RenderedSite,
  figures: Figures,
  diagnostics: Diagnostics,
): Promise<readonly RenderedOutput[]> {
  const drawn: RenderedOutput[] = [];
  for (const output of rendered.changed) {
    if (!output.text.includes("<!--figure ")) {
      drawn.push(output);
      continue;
    }
    const { html, told } = await figures.draw(output.text, rendered.pageOf(output.file));
    for (const message of told) diagnostics.add(message);
    const all = [...(output.note.told ?? []), ...told];
    drawn.push(new RenderedOutput(output.file, html, { ...output.note, ...(all.length > 0 && { told: all }) }));
  }
  return drawn;
}

async function loadLiquid(mode: Mode): Promise<LiquidEngine> {
  const { createGemRenderer: create } = await import("./render/liquid.ts");
  return mode === "jekyll" ? { create } : { create, academic: (await import("./folio/liquid.ts")).academicLiquid };
}

/** What a build begins with, beside its configuration. */
interface Beginnings {
  /** ms since 1970. */
  readonly started: number;
  readonly diagnostics: Diagnostics;
  readonly ahead: MarkdownAhead;
  readonly outside: string;
  readonly progress: Progress;
}

interface Circumstances {
  /** Absent in mode jekyll. */
  readonly layouts: Layouts | undefined;
  /** Whether any document goes through Liquid. */
  readonly usesLiquid: boolean;
  /** What every page depends on. */
  readonly base: string;
  readonly outside: string;
  readonly destination: Destination;
  readonly diagnostics: Diagnostics;
  readonly progress: Progress;
  readonly renderer: ContentRenderer;
  readonly prints: DocumentPrints;
  readonly images: ImageLibrary;
}

interface RenderedSite {
  readonly changed: readonly RenderedOutput[];
  readonly copies: readonly StaticFile[];
  /** Every file that the site owns, relative to the destination. */
  readonly files: ReadonlySet<string>;
  /** The document that a file shows, where it shows one. */
  readonly pageOf: (file: string) => Document | undefined;
  /** Of what the site does not bring itself. */
  readonly wanted: readonly Derived[];
  /** Renders the pages that want such files once more, whatever stands. */
  readonly renderAgain: (isRefused: (derived: Derived) => boolean) => void;
}

/** What became of an output: rendered, where its file is to be written, and what it wants. */
interface Rendering {
  readonly changed?: RenderedOutput;
  readonly wanted: readonly Derived[];
}

/** Plans the site and renders what differs from the last build. */
function renderSite(site: Site, circumstances: Circumstances): RenderedSite {
  const { layouts, diagnostics, progress, renderer, prints, images } = circumstances;
  const { helpers, wants } = renderer;
  const base = layouts === undefined ? circumstances.base : fingerprint(circumstances.base, helpers.sheets().key);
  const recorder = new InputRecorder(site, helpers, base, prints);
  const renderPage =
    layouts === undefined
      ? (document: Document) => renderer.page(document)
      : pageRenderer(recorder.site, recorder.helpers, layouts, diagnostics);
  const planned = [...plan(site, helpers, renderPage), ...renderer.sourceMaps()];
  const { outputs, copies } = claimFiles(planned, site.staticFiles, site.config, diagnostics);
  renderer.targets = targetsOf(outputs, copies);
  const renderings = new Map<Output, Rendering>();
  const whileOpen = (work: () => void): void => {
    try {
      work();
    } finally {
      renderer.close();
    }
  };
  whileOpen(() => {
    outputs.forEach((output, index) => {
      progress(index, outputs.length);
      renderings.set(
        output,
        standingOutput(output, recorder, circumstances) ?? renderOutput(output, recorder, circumstances),
      );
    });
  });
  const files = new Set([...outputs, ...copies].map(({ file }) => file));
  // What no page asks for.
  const wantMore = (): readonly Derived[] =>
    wants.listen(() => wantMagickImages(site, images, (derived) => wants.want(derived), diagnostics)).wanted;
  let more = wantMore();
  return {
    copies,
    files,
    pageOf: (file) => outputs.find((output) => output.file === file)?.document,
    get changed() {
      return [...renderings.values()].flatMap(({ changed }) => changed ?? []);
    },
    get wanted() {
      const wanted = [...renderings.values()].flatMap((rendering) => rendering.wanted);
      const all = new Map([...more, ...wanted].map((one) => [one.file, one]));
      return [...all.values()].filter(({ file }) => !files.has(file));
    },
    renderAgain: (isRefused) =>
      whileOpen(() => {
        for (const [output, { wanted }] of renderings)
          if (wanted.some(isRefused)) renderings.set(output, renderOutput(output, recorder, circumstances));
        more = wantMore();
      }),
  };
}

/** What a template asks for, or a stylesheet imports, is not noted: what they make is rendered every time. */
function isNoted({ document }: Output, { usesLiquid, layouts }: Circumstances): boolean {
  return document === undefined ? !usesLiquid : layouts !== undefined && !isSass(document);
}

/** An output that need not be rendered, since everything that went into it is as it was; else undefined. */
function standingOutput(output: Output, recorder: InputRecorder, circumstances: Circumstances): Rendering | undefined {
  if (!isNoted(output, circumstances)) return undefined;
  const { destination, diagnostics } = circumstances;
  const { inputs, told, wanted } = destination.standing(output.file) ?? {};
  if (inputs === undefined || recorder.fingerprint(output.document, inputs.questions) !== inputs.fingerprint)
    return undefined;
  for (const message of told ?? []) diagnostics.add(message);
  return { wanted: wanted ?? [] };
}

/** The output rendered; nothing where an error was told. */
function renderOutput(output: Output, recorder: InputRecorder, circumstances: Circumstances): Rendering {
  const { file, document } = output;
  const { destination, diagnostics, outside, renderer } = circumstances;
  const render = () =>
    isNoted(output, circumstances) ? recorder.record(document, output.render) : { text: output.render() };
  const { result: heard, told } = diagnostics.listen(() => renderer.wants.listen(() => diagnostics.attempt(render)));
  const { result, wanted } = heard;
  if (result === undefined) return { wanted };
  const { text, ...inputs } = result;
  const note: Note = {
    hash: fingerprint(outside, text),
    ...inputs,
    ...(told.length > 0 && { told }),
    ...(wanted.length > 0 && { wanted }),
  };
  if (destination.standing(file)?.hash !== note.hash) return { changed: new RenderedOutput(file, text, note), wanted };
  destination.record(file, note);
  return { wanted };
}

/** Copies a file where it differs from what was copied last; says whether it did. */
function copyChanged(destination: Destination, copy: Pick<StaticFile, "from" | "file">, hash: string): boolean {
  if (destination.standing(copy.file)?.hash === hash) return false;
  destination.copy(copy);
  destination.record(copy.file, { hash });
  return true;
}

/** A name for what a static file holds, without reading it. */
function contentOf({ from }: StaticFile): string {
  const { size, ctimeMs, ino } = statSync(from);
  return fingerprint(from, `${size} ${ctimeMs} ${ino}`);
}
