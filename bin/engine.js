/** Loads the engine, the script of the first thread. */
import { setFlagsFromString } from "node:v8";
import { compileScript, keepCache, runScript } from "./script.js";

/** The scripts of the other threads, by their sources. */
export const threads = {
  "ahead-thread": "src/render/ahead-thread.ts",
  "sass-thread": "src/jekyll/sass-thread.ts",
  "copy-thread": "src/disk/copy-thread.ts",
};

// A build ends before most of what V8 would optimize has paid for it: only what is really hot is worth the other core's time
// (docs/performance.md). A cache counts for the flags that it was made with.
setFlagsFromString("--interrupt-budget=350000");
// So it is with regular expressions: V8 would turn each into machine code when it runs a second time, and a grammar of
// highlight.js has hundreds that a site's few blocks of code ask for a handful of times.
setFlagsFromString("--regexp-tier-up-ticks=10");

let loaded;

/** What the engine exports: `main`, the plugin as `default`, `compileTheme`. */
export function loadEngine() {
  loaded ??= runScript("engine");
  return loaded.exports;
}

/** Whether this process had no use of what an earlier one kept: its work is to be kept, then. */
export function isNotKept() {
  return loaded !== undefined && !loaded.isCached;
}

/**
 * Keeps what is compiled by now for the next process: of the engine what ran, of the other threads' scripts, which are small and
 * all needed, everything.
 */
export function keepCompiled() {
  keepCache(loaded);
  setFlagsFromString("--no-lazy");
  const compiled = Object.keys(threads).map(compileScript);
  setFlagsFromString("--lazy");
  for (const thread of compiled) keepCache(thread);
}
