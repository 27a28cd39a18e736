/** A layout that throws, told at its place. */
import { existsSync, readFileSync } from "node:fs";
import { SourceMap } from "node:module";
import { resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type MessagePlace, SiteError } from "../errors.ts";
import { dist, packageRoot } from "../paths.ts";
import { pathFrom } from "../slashes.ts";

/** A place in what was compiled of the site's layouts or its configuration. */
const COMPILED = /(file:\/\/[^()\s]*\/(?:layouts|eleventy)-[^/()\s]*\.mjs):(\d+):(\d+)/g;

/** What to do about a layout that throws. */
export const LAYOUT_HELP = 'Correct the layout; "octavo/layout" describes what it is given';

/**
 * What to tell an author when a layout throws: the innermost place of the stack trace that lies in one of the site's files.
 * @param source absolute path of the site
 * @param otherwise the place where the stack names none of them
 */
export function layoutFailure(
  error: unknown,
  source: string,
  problem: string,
  help: string,
  otherwise?: MessagePlace,
): SiteError {
  if (error instanceof SiteError) return error;
  const cause = error instanceof Error ? error : new Error(String(error));
  return new SiteError(
    { ...(placeOfThrow(cause, source) ?? otherwise), problem: `${problem}: ${cause.message}`, help },
    { cause },
  );
}

/**
 * Where in a file of the site a layout, or the configuration of Eleventy, threw: by the source map of each place of the stack, the
 * innermost first. Undefined where none is in a file of the site.
 */
export function placeOfThrow(thrown: unknown, source: string): MessagePlace | undefined {
  const stack = (thrown instanceof Error ? thrown.stack : undefined) ?? "";
  for (const [, url = "", line, column] of stack.matchAll(COMPILED)) {
    const map = sourceMapOf(fileURLToPath(url));
    const entry = map?.findEntry(Number(line) - 1, Number(column) - 1);
    if (entry === undefined || !("originalSource" in entry)) continue;
    const base = url.startsWith(pathToFileURL(dist).href) ? packageRoot : source;
    const file = pathFrom(source, resolve(base, entry.originalSource));
    if (!file.startsWith("../") && !file.includes("node_modules/"))
      return { file, line: entry.originalLine + 1, column: entry.originalColumn + 1 };
  }
  return undefined;
}

function sourceMapOf(path: string): SourceMap | undefined {
  return existsSync(`${path}.map`) ? new SourceMap(JSON.parse(readFileSync(`${path}.map`, "utf8"))) : undefined;
}
