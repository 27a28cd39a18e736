/** Pagefind, which makes the index: a program beside Node, asked through its own package (pagefind.app/docs/node-api). */
import type { SearchRecord } from "./record.ts";

/** A file of the index: its path below the index's folder, and its bytes. */
export interface IndexFile {
  readonly path: string;
  readonly content: Uint8Array;
}

/** What of Pagefind a search needs that has a page of its own and runs on the page's thread. */
const NEEDED = /^(?:pagefind\.js|pagefind-entry\.json|.*\.(?:pf_\w+|pagefind))$/;

/** Lists of other pages: what they show is found where it stands. The title is found as such, and is no part of the text. */
const EXCLUDED = [".posts", ".latest", ".facts", ".kind", ".page-header h1"];

/**
 * Characters of text in a file of excerpts, about: Pagefind makes a file a page, which for hundreds of papers with a short
 * abstract each takes longer than finding their words. A post fills one alone; a reader who finds a paper gets its neighbours, too.
 */
const FRAGMENT = 6000;

/**
 * Makes the index of some pages. The same pages in the same order give the same files.
 * @throws Error where Pagefind's program is not there, or fails
 */
export async function makeIndex(records: readonly SearchRecord[]): Promise<readonly IndexFile[]> {
  const { close, createIndex } = await import("pagefind");
  try {
    const { index } = await createIndex({ excludeSelectors: EXCLUDED, maxFragments: fragments(records) });
    if (index === undefined) throw new Error("Pagefind gave no index");
    // Sent at once: the program reads one while the next is on its way.
    const added = records.map(async (record) => {
      const { errors } = await index.addHTMLFile(record);
      if (errors.length > 0) throw new Error(`${record.url}: ${errors.join("; ")}`);
    });
    await Promise.all(added);
    const { errors, files } = await index.getFiles();
    if (errors.length > 0) throw new Error(errors.join("; "));
    return files.filter(({ path }) => NEEDED.test(path));
  } finally {
    await close();
  }
}

function fragments(records: readonly SearchRecord[]): number {
  const characters = records.reduce((sum, { content }) => sum + content.replace(/<[^>]*>/g, "").length, 0);
  return Math.max(1, Math.ceil(characters / FRAGMENT));
}
