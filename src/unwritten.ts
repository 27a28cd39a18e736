/** What is left of a build when its pages are rendered: clearing the way for them, copies, what is old, the search index. */
import type { Copies } from "./disk/copies.ts";
import type { Made } from "./disk/derived.ts";
import type { Destination } from "./disk/destination.ts";
import type { Diagnostics } from "./errors.ts";
import type { Config, StaticFile } from "./model.ts";
import type { RenderedOutput } from "./render/site.ts";
import type { SearchablePage } from "./search/page.ts";
import { indexFiles, indexOf, type MadeIndex, writeIndex } from "./search/site-index.ts";

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
  /** Clears the way for `changed` and begins to copy what is not copied yet: to be called when everything is rendered, before the first write. */
  readonly begin: () => void;
  /** Waits for the copies, removes what is old and keeps the account: to be called when `changed` is written. @throws SiteError */
  readonly finish: () => Promise<Summary>;
  /** Begins with the search index while the pages are written: for whom nothing changes them between `changed` and the disk. */
  readonly beginIndex: (signal: AbortSignal) => void;
  /**
   * Brings the search index up to date: to be called after `finish`, and to be waited for or not. The signal ends it early.
   * @throws SiteError where there can be none
   */
  readonly index: (signal: AbortSignal) => Promise<void>;
}

/** What the rest of a build needs. It lives until the pages are written: of the site no more than the names of its files. */
interface Rendered extends Pick<Build, "config" | "diagnostics" | "changed"> {
  readonly destination: Destination;
  readonly copies: Copies;
  readonly staticFiles: readonly StaticFile[];
  readonly derived: readonly Made[];
  /** Every file that the site owns, relative to the destination. */
  readonly files: ReadonlySet<string>;
  /** What the search index is made of; empty where there is none. */
  readonly findable: readonly SearchablePage[];
  /** When the build began, in ms since 1970. */
  readonly started: number;
  /** Keeps for the next build what was rendered. */
  readonly saveContents: () => void;
  /** Keeps for the next build what lies in the destination. */
  readonly saveWritten: () => void;
}

/** A build that is rendered: what is still to be done, and when. */
export function unwrittenBuild(rendered: Rendered): Build {
  const { config, diagnostics, destination, changed, copies, staticFiles, derived, files, findable, started } =
    rendered;
  const makeIndex = async (inHand: readonly RenderedOutput[], signal: AbortSignal): Promise<MadeIndex | undefined> => {
    if (findable.length === 0) return undefined;
    const pages = new Map(inHand.map((output) => [output.file, output]));
    return indexOf(findable, destination, config.destination, pages, signal);
  };
  let copying: Promise<readonly string[]> = Promise.resolve([]);
  let begun: Promise<MadeIndex | undefined> | undefined;
  return {
    config,
    changed,
    diagnostics,
    begin: () => {
      destination.makeWay([...changed, ...staticFiles, ...derived].map(({ file }) => file));
      copying = copies.finish(staticFiles, derived);
      // A failure is met by who finishes.
      copying.catch(() => {});
    },
    finish: async () => {
      for (const { file, note } of changed) destination.record(file, note);
      // Other threads copy meanwhile.
      rendered.saveContents();
      const copied = await copying;
      const index = findable.length > 0 ? indexFiles(destination) : [];
      const removed = destination.removeStale(new Set([...files, ...index]), started);
      rendered.saveWritten();
      return {
        files: [...changed.map(({ file }) => file), ...copied],
        unchanged: files.size - changed.length - copied.length,
        removed,
      };
    },
    beginIndex: (signal) => {
      begun = makeIndex(changed, signal);
      // A failure is met by who asks for the index.
      begun.catch(() => {});
    },
    index: async (signal) => {
      const index = await (begun ?? makeIndex([], signal));
      if (index === undefined) return;
      writeIndex(index, destination);
      rendered.saveWritten();
    },
  };
}
