/**
 * Loads the engine: one script, with what V8 had compiled of it at the end of an earlier build. Compiling it anew is a quarter
 * of what a small build takes.
 */
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { setFlagsFromString } from "node:v8";
import { Script } from "node:vm";

export const dist = join(dirname(dirname(fileURLToPath(import.meta.url))), "dist");

/** The script's file. Its last line is a comment with the name of its cache: V8 itself compares no more than the length. */
export const engineFile = join(dist, "engine.cjs");

// A build ends before most of what V8 would optimize has paid for it: only what is really hot is worth the other core's time
// (docs/performance.md). A cache counts for the flags that it was made with.
setFlagsFromString("--interrupt-budget=350000");

let loaded;

/** What the engine exports: `main`, the plugin as `default`, `compileTheme`. */
export function loadEngine() {
  loaded ??= load();
  return loaded.exports;
}

function load() {
  const code = readFileSync(engineFile, "latin1");
  const name = code.slice(code.lastIndexOf("//") + 2).trim();
  const cacheFile = join(dist, `${name}-${process.version}-${process.arch}.cache`);
  const cachedData = readCache(cacheFile);
  const script = new Script(code, {
    filename: engineFile,
    ...(cachedData && { cachedData }),
  });
  const module = { exports: {} };
  const require = createRequire(engineFile);
  const url = pathToFileURL(engineFile).href;
  const resolveUrl = (name) => pathToFileURL(require.resolve(name)).href;
  const importModule = (name) => import(name.startsWith("./") ? new URL(name, url).href : name);
  script.runInThisContext()(module.exports, require, module, url, resolveUrl, importModule);
  return {
    exports: module.exports,
    script,
    cacheFile,
    isCached: cachedData !== undefined && !script.cachedDataRejected,
  };
}

function readCache(file) {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** Keeps what is compiled by now for the next process, where nothing is kept yet. A folder that is read-only stays as it is. */
export function keepCompiled() {
  if (loaded === undefined || loaded.isCached) return;
  const temporary = `${loaded.cacheFile}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, loaded.script.createCachedData());
    renameSync(temporary, loaded.cacheFile);
  } catch {
    rmSync(temporary, { force: true });
  }
}
