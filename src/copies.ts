/** What a site has beside its pages: files that are copied, and files made from others. */
import { statSync } from "node:fs";
import type { DerivedFiles, Made } from "./derived.ts";
import type { Destination } from "./destination.ts";
import type { Diagnostics } from "./errors.ts";
import { fingerprint } from "./hash.ts";
import type { Derived, StaticFile } from "./model.ts";
import type { RenderedSite } from "./render/site.ts";

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

/**
 * Copies what differs from what was copied last.
 * @returns the files that were copied, relative to the destination
 * @throws SiteError where the destination cannot be written
 */
export function copyFiles(
  destination: Destination,
  copies: readonly StaticFile[],
  made: readonly Made[],
): readonly string[] {
  return [
    ...copies.filter((copy) => copyChanged(destination, copy, contentOf(copy))),
    ...made.filter((one) => copyChanged(destination, one, one.hash)),
  ].map(({ file }) => file);
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
