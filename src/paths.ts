/** Where the engine itself lies. Works from dist/ and from src/ alike, as both are folders of the package's root. */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

function findRoot(from: string): string {
  return existsSync(join(from, "package.json")) ? from : findRoot(dirname(from));
}

/** Absolute path of the package. */
export const packageRoot: string = findRoot(dirname(fileURLToPath(import.meta.url)));

/** Absolute path of the bundled engine, which is not there before it is made. */
export const dist: string = join(packageRoot, "dist");

/** Absolute path of the default theme's layouts. */
export const themeLayouts: string = join(packageRoot, "_layouts");

/** Absolute path of the files that the default theme brings. */
export const themePublic: string = join(packageRoot, "public");

declare const ENGINE_KEY: string | undefined;

/** Changes with every change of the engine or the theme: part of every cache key. Empty outside a bundle. */
export const engineKey: string = typeof ENGINE_KEY === "string" ? ENGINE_KEY : "";

/** Folder of the cache, relative to the source. */
export const CACHE_FOLDER = ".octavo-cache";
