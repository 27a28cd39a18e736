/** The pages of a site, rendered as far as they differ from what the last build left. Nothing is written here. */

import { claimFiles } from "../claims.ts";
import type { Destination, Written } from "../disk/destination.ts";
import type { Diagnostics } from "../errors.ts";
import { fingerprint } from "../hash.ts";
import type { ImageLibrary } from "../images/library.ts";
import { wantMagickImages } from "../images/originals.ts";
import { isSass } from "../jekyll/sass.ts";
import type { Derived, Document, Output, Site, StaticFile } from "../model.ts";
import { plan, targetsOf } from "../plan.ts";
import type { ContentRenderer } from "./content.ts";
import type { DocumentPrints } from "./document-prints.ts";
import { InputRecorder } from "./inputs.ts";
import type { Layouts } from "./layouts.ts";
import { pageRenderer } from "./page.ts";
import { isTemplate } from "./templates.ts";

/** What is kept of a page that was rendered. */
type Note = Omit<Written, "size" | "changed">;

/** A page that is to be written, rendered. A class, so that Eleventy hands it on as it is instead of copying it. */
export class RenderedOutput {
  readonly file: string;
  /** What to know of it the next time. */
  readonly note: Note;
  /** Of a large site all pages are held at a time: each as bytes, which are half of a text with typographic quotes, or as text. */
  #content: Buffer | string;

  constructor(file: string, bytes: Buffer, note: Note) {
    this.file = file;
    this.note = note;
    this.#content = bytes;
  }

  /** UTF-8. */
  get bytes(): Buffer {
    return Buffer.isBuffer(this.#content) ? this.#content : Buffer.from(this.#content);
  }

  get text(): string {
    this.#content = this.#content.toString();
    return this.#content;
  }
}

/** Called as work goes on: how many of how many pages are rendered. */
export type Progress = (done: number, total: number) => void;

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
  /** Called with what is to be copied, when it is known that nothing else wants to be these files. */
  readonly onCopies: (copies: readonly StaticFile[]) => void;
  readonly renderer: ContentRenderer;
  /** Gives the renderer the engine for Liquid, where the site needs it: to be waited for before anything is rendered. */
  readonly loadLiquid: () => Promise<void>;
  readonly prints: DocumentPrints;
  readonly images: ImageLibrary;
}

/** A site whose pages are rendered. */
export interface RenderedSite {
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
export async function renderSite(site: Site, circumstances: Circumstances): Promise<RenderedSite> {
  const { layouts, diagnostics, progress, renderer, prints, images, loadLiquid } = circumstances;
  const { helpers, wants } = renderer;
  // A style sheet may be a template, too, and is read before any page.
  if (layouts === undefined || site.pages.some((page) => page.file.endsWith(".css") && isTemplate(page)))
    await loadLiquid();
  const base = layouts === undefined ? circumstances.base : fingerprint(circumstances.base, helpers.sheets().key);
  const recorder = new InputRecorder(site, helpers, base, prints);
  const renderPage =
    layouts === undefined
      ? (document: Document) => renderer.page(document)
      : pageRenderer(site.config, recorder.siteOf, recorder.helpers, layouts, diagnostics);
  const planned = [...plan(site, helpers, renderPage), ...renderer.sourceMaps()];
  const { outputs, copies } = claimFiles(planned, site.staticFiles, site.config, diagnostics);
  renderer.targets = targetsOf(outputs, copies);
  circumstances.onCopies(copies);
  const standing = outputs.map((output) => standingOutput(output, recorder, circumstances));
  if (standing.includes(undefined)) await loadLiquid();
  const renderings = new Map<Output, Rendering>();
  renderer.begin();
  outputs.forEach((output, index) => {
    progress(index, outputs.length);
    const written = standing[index];
    for (const message of written?.told ?? []) diagnostics.add(message);
    renderings.set(output, written ? { wanted: written.wanted ?? [] } : renderOutput(output, recorder, circumstances));
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
    renderAgain: (isRefused) => {
      for (const [output, { wanted }] of renderings)
        if (wanted.some(isRefused)) renderings.set(output, renderOutput(output, recorder, circumstances));
      more = wantMore();
    },
  };
}

/** What a template asks for, or a stylesheet imports, is not noted: what they make is rendered every time. */
function isNoted({ document, isPlain }: Output, { usesLiquid, layouts }: Circumstances): boolean {
  return document === undefined ? isPlain === true || !usesLiquid : layouts !== undefined && !isSass(document);
}

/** What is known of an output that need not be rendered, since everything that went into it is as it was; else undefined. */
function standingOutput(output: Output, recorder: InputRecorder, circumstances: Circumstances): Written | undefined {
  if (!isNoted(output, circumstances)) return undefined;
  const written = circumstances.destination.standing(output.file);
  const inputs = written?.inputs;
  const isSame = inputs && recorder.fingerprint(output.document, inputs.questions) === inputs.fingerprint;
  return isSame === true ? written : undefined;
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
  const bytes = Buffer.from(text);
  const note: Note = {
    hash: fingerprint(outside, bytes),
    ...inputs,
    ...(told.length > 0 && { told }),
    ...(wanted.length > 0 && { wanted }),
  };
  if (destination.standing(file)?.hash !== note.hash) return { changed: new RenderedOutput(file, bytes, note), wanted };
  destination.record(file, note);
  return { wanted };
}
