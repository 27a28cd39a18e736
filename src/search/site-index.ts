/** The index of a site, below its destination: made anew when a page that can be found has changed, and not before. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { compare } from "../compare.ts";
import type { Destination } from "../disk/destination.ts";
import { messageOf, SiteError } from "../errors.ts";
import { fingerprint } from "../hash.ts";
import { engineKey, packageRoot } from "../paths.ts";
import { INDEX_FOLDER, type SearchablePage } from "./page.ts";
import type { IndexFile } from "./pagefind.ts";
import { type SearchRecord, searchRecord } from "./record.ts";

/** Written last: where it stands, the files that it leads to stand, too. */
const ENTRY = `${INDEX_FOLDER}/pagefind-entry.json`;

/** Files whose names bear a hash of their content: most of them are as they were when one page has changed. */
const NAMED_BY_CONTENT = /\.pf_\w+$/;

/** The files of the index that stand in the destination, relative to it. They are the site's own while it has a search. */
export function indexFiles(destination: Destination): readonly string[] {
  return destination.list(INDEX_FOLDER).map((file) => `${INDEX_FOLDER}/${file}`);
}

/** A page that is not written yet. */
interface PageInHand {
  /** UTF-8. */
  readonly bytes: Buffer;
  /** As the destination is going to know it. */
  readonly note: { readonly hash: string };
}

/** An index that was made and is not written yet. */
export interface MadeIndex {
  /** Of what is in it. */
  readonly contents: string;
  readonly files: readonly IndexFile[];
}

/**
 * Makes the index of some pages, on a thread of its own.
 * @param folder absolute path of the destination
 * @param inHand pages that are not written yet, by their files; any other is read
 * @param signal ends the work early, with the old index in its place
 * @returns undefined where the index is as it should be, or the work was ended
 * @throws SiteError where the index cannot be made
 */
export async function indexOf(
  pages: readonly SearchablePage[],
  destination: Destination,
  folder: string,
  inHand: ReadonlyMap<string, PageInHand>,
  signal: AbortSignal,
): Promise<MadeIndex | undefined> {
  const hashes = pages.map(({ file }) => (inHand.get(file)?.note ?? destination.standing(file))?.hash ?? "");
  const contents = fingerprint(engineKey, JSON.stringify(pages), ...hashes);
  if (destination.standing(ENTRY)?.hash === seal(contents, indexFiles(destination))) return undefined;
  const records = pages.flatMap((page) => {
    const html = inHand.get(page.file)?.bytes.toString() ?? readPage(join(folder, page.file));
    return (html === "" ? undefined : searchRecord(page, html)) ?? [];
  });
  const files = await makeBeside(records, signal).catch((error: unknown) => {
    if (signal.aborted) return undefined;
    throw indexFailure(error);
  });
  return files && { contents, files };
}

/** Puts an index that was made in the place of the old one. */
export function writeIndex({ contents, files: made }: MadeIndex, destination: Destination): void {
  const files = made.map(({ path, content }) => ({ file: `${INDEX_FOLDER}/${path}`, content }));
  const last = files.filter(({ file }) => file === ENTRY);
  const names = files.map(({ file }) => file);
  const standing = indexFiles(destination);
  destination.makeWay(names);
  // Nothing waits from here on: a build that begins meanwhile finds the old index or the new one.
  for (const { file, content } of [...files.filter(({ file }) => file !== ENTRY), ...last])
    if (!NAMED_BY_CONTENT.test(file) || destination.size(file) !== content.length) destination.write(file, content);
  destination.remove(standing.filter((file) => !names.includes(file)));
  destination.record(ENTRY, { hash: seal(contents, names) });
}

/** The index, made while the first thread goes on: it has pages to write, and does so without a pause. */
function makeBeside(records: readonly SearchRecord[], signal: AbortSignal): Promise<readonly IndexFile[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(join(packageRoot, "dist/index-thread.js"), { workerData: records, execArgv: [] });
    const stop = (): void => void worker.terminate();
    signal.addEventListener("abort", stop);
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", () => {
      signal.removeEventListener("abort", stop);
      // A program that died answers no more, and nothing is left to wait for.
      reject(new Error("Pagefind ended before it was done"));
    });
  });
}

/** "" for a page that a transform of the author's has kept from being written. */
function readPage(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

/** Of what is in the index, and of the names of its files, which most bear a hash of their content. */
function seal(contents: string, files: readonly string[]): string {
  return fingerprint(contents, ...[...files].sort(compare));
}

function indexFailure(error: unknown): SiteError {
  const [reason = ""] = messageOf(error).split("\n");
  return new SiteError(
    {
      problem: `The search index cannot be made: ${reason}`,
      help: "See that npm installed the package @pagefind/… of this system, or write `search: false` in _config.yml; everything else is written",
    },
    { cause: error },
  );
}
