/** The index of a site, below its destination: made anew when a page that can be found has changed, and not before. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { compare } from "../compare.ts";
import type { Destination } from "../destination.ts";
import { SiteError } from "../errors.ts";
import { fingerprint } from "../hash.ts";
import { engineKey } from "../paths.ts";
import { INDEX_FOLDER, type SearchablePage } from "./page.ts";
import { type SearchRecord, searchRecord } from "./record.ts";

/** Written last: where it stands, the files that it leads to stand, too. */
const ENTRY = `${INDEX_FOLDER}/pagefind-entry.json`;

/** Files whose names bear a hash of their content: most of them are as they were when one page has changed. */
const NAMED_BY_CONTENT = /\.pf_\w+$/;

/** The files of the index that stand in the destination, relative to it. They are the site's own while it has a search. */
export function indexFiles(destination: Destination): readonly string[] {
  return destination.list(INDEX_FOLDER).map((file) => `${INDEX_FOLDER}/${file}`);
}

/**
 * Brings the index up to date with the pages, which are written and recorded.
 * @param folder absolute path of the destination
 * @param signal ends the work early, with the old index in its place
 * @returns whether anything was written
 * @throws SiteError where the index cannot be made
 */
export async function updateIndex(
  pages: readonly SearchablePage[],
  destination: Destination,
  folder: string,
  signal: AbortSignal,
): Promise<boolean> {
  const hashes = pages.map(({ file }) => destination.standing(file)?.hash ?? "");
  const contents = fingerprint(engineKey, JSON.stringify(pages), ...hashes);
  const standing = indexFiles(destination);
  if (destination.standing(ENTRY)?.hash === seal(contents, standing)) return false;

  const { makeIndex } = await import("./pagefind.ts");
  const made = await makeIndex(readPages(pages, folder), signal).catch((error: unknown) => {
    if (signal.aborted) return undefined;
    throw indexFailure(error);
  });
  if (made === undefined) return false;
  const files = made.map(({ path, content }) => ({ file: `${INDEX_FOLDER}/${path}`, content }));
  const last = files.filter(({ file }) => file === ENTRY);
  const names = files.map(({ file }) => file);
  destination.makeWay(names);
  // Nothing waits from here on: a build that begins meanwhile finds the old index or the new one.
  for (const { file, content } of [...files.filter(({ file }) => file !== ENTRY), ...last])
    if (!NAMED_BY_CONTENT.test(file) || destination.size(file) !== content.length) destination.write(file, content);
  destination.remove(standing.filter((file) => !names.includes(file)));
  destination.record(ENTRY, { hash: seal(contents, names) });
  return true;
}

/** Of what is in the index, and of the names of its files, which most bear a hash of their content. */
function seal(contents: string, files: readonly string[]): string {
  return fingerprint(contents, ...[...files].sort(compare));
}

async function* readPages(pages: readonly SearchablePage[], folder: string): AsyncGenerator<SearchRecord> {
  for (const page of pages) {
    // A transform of the author's may have kept a page from being written.
    const html = await readFile(join(folder, page.file), "utf8").catch(() => "");
    const record = html === "" ? undefined : searchRecord(page, html);
    if (record !== undefined) yield record;
  }
}

function indexFailure(error: unknown): SiteError {
  const [reason = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
  return new SiteError(
    {
      problem: `The search index cannot be made: ${reason}`,
      help: "See that npm installed the package @pagefind/… of this system, or write `search: false` in _config.yml; everything else is written",
    },
    { cause: error },
  );
}
