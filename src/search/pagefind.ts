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
 * Makes the index of some pages. The same pages in the same order give the same files.
 * @param signal ends the work early: the promise rejects
 * @throws Error where Pagefind's program is not there, or fails
 */
export async function makeIndex(
  records: AsyncIterable<SearchRecord>,
  signal: AbortSignal,
): Promise<readonly IndexFile[]> {
  const { close, createIndex } = await import("pagefind");
  const stopped = stopWith(signal);
  const work = async (): Promise<readonly IndexFile[]> => {
    const { index } = await createIndex({ excludeSelectors: EXCLUDED });
    if (index === undefined) throw new Error("Pagefind gave no index");
    for await (const record of records) {
      const { errors } = await index.addHTMLFile(record);
      if (errors.length > 0) throw new Error(`${record.url}: ${errors.join("; ")}`);
    }
    const { errors, files } = await index.getFiles();
    if (errors.length > 0) throw new Error(errors.join("; "));
    return files.filter(({ path }) => NEEDED.test(path));
  };
  try {
    return await Promise.race([work(), stopped.promise]);
  } finally {
    stopped.forget();
    await close();
  }
}

/** Rejects when the signal is given, and when nothing is left to wait for: a program that died answers no more. */
function stopWith(signal: AbortSignal): { readonly promise: Promise<never>; readonly forget: () => void } {
  let forget = (): void => {};
  const promise = new Promise<never>((_, reject) => {
    const stop = (): void => reject(new Error("Stopped"));
    const end = (): void => reject(new Error("Pagefind ended before it was done"));
    signal.addEventListener("abort", stop);
    process.once("beforeExit", end);
    forget = () => {
      signal.removeEventListener("abort", stop);
      process.off("beforeExit", end);
    };
  });
  return { promise, forget };
}
