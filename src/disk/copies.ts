/** What a site has beside its pages: files that are copied, and files made from others. */
import { statSync } from "node:fs";
import type { Diagnostics } from "../errors.ts";
import { fingerprint } from "../hash.ts";
import type { Derived, StaticFile } from "../model.ts";
import type { RenderedSite } from "../render/site.ts";
import type { DerivedFiles, Made } from "./derived.ts";
import type { Destination } from "./destination.ts";

/**
 * Makes what the pages want. Pages that want what turns out not to be had are rendered again without it.
 * @returns every wanted file that there is
 * @throws SiteError where the cache cannot be written
 */
export async function provideFiles(
  rendered: RenderedSite,
  store: DerivedFiles,
  destination: Destination,
  diagnostics: Diagnostics,
): Promise<readonly Made[]> {
  const stands = ({ file, hash }: Made): boolean => destination.standing(file)?.hash === hash;
  const isRefused = (want: Derived): boolean => store.refusal(want) !== undefined;
  let made = await store.provide(rendered.wanted, stands, diagnostics);
  while (rendered.wanted.some(isRefused)) {
    rendered.renderAgain(isRefused);
    made = await store.provide(rendered.wanted, stands, diagnostics);
  }
  return made;
}

/** Files that are copied at a time: as many as Node has threads for. */
const LANES = 4;

/**
 * Copies what differs from what was copied last, beside what the first thread does.
 * @returns the files that were copied, relative to the destination
 * @throws SiteError where the destination cannot be written
 */
export async function copyFiles(
  destination: Destination,
  copies: readonly StaticFile[],
  made: readonly Made[],
): Promise<readonly string[]> {
  const all = [...copies.map((copy) => ({ ...copy, hash: contentOf(copy) })), ...made];
  const changed = all.filter(({ file, hash }) => destination.standing(file)?.hash !== hash);
  const waiting = changed.values();
  const lane = async (): Promise<void> => {
    for (const copy of waiting) {
      await destination.copy(copy);
      destination.record(copy.file, { hash: copy.hash });
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return changed.map(({ file }) => file);
}

/** A name for what a static file holds, without reading it. */
function contentOf({ from }: StaticFile): string {
  const { size, ctimeMs, ino } = statSync(from);
  return fingerprint(from, `${size} ${ctimeMs} ${ino}`);
}
