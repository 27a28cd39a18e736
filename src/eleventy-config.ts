/** The user's own configuration of Eleventy: where it lies, and what the written files depend on in it. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { isFile } from "./file-kinds.ts";
import { fingerprint } from "./hash.ts";

const NAMES = ["ts", "mts", "js", "mjs", "cjs"].map((extension) => `eleventy.config.${extension}`);
const LOCAL_IMPORT = /(?:from|import|require)\s*\(?\s*["'](\.{1,2}\/[^"']+)["']/g;

/** Absolute path of `eleventy.config.ts` (or .js) in the source, where there is one. */
export function findConfiguration(source: string): string | undefined {
  return NAMES.map((name) => join(source, name)).find((path) => existsSync(path));
}

/**
 * Changes when the user's transforms and plugins may: with the configuration file, whatever it imports from the same folder
 * tree, and the versions of the packages. Pages that were written under another key are written again.
 */
export function configurationKey(source: string): string {
  const start = findConfiguration(source);
  if (start === undefined) return "";
  const seen = new Map<string, string>();
  const visit = (path: string): void => {
    if (seen.has(path)) return;
    const text = readFileSync(path, "utf8");
    seen.set(path, text);
    for (const [, target = ""] of text.matchAll(LOCAL_IMPORT)) {
      const full = resolve(dirname(path), target);
      const found = [full, `${full}.ts`, `${full}.js`].find(isFile);
      if (found !== undefined) visit(found);
    }
  };
  visit(start);
  for (const lock of ["package.json", "package-lock.json"].map((name) => join(source, name)))
    if (existsSync(lock)) seen.set(lock, readFileSync(lock, "utf8"));
  return fingerprint(...seen.values());
}
