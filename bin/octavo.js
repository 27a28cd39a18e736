#!/usr/bin/env node
import { ensureBundle } from "./bundle.js";
import { startEarly } from "./early.js";
import { isNotKept, keepCompiled, loadEngine } from "./engine.js";

try {
  await ensureBundle();
} catch (error) {
  // A layout of the theme that does not compile is told by the build, with its place.
  if (error.name !== "SiteError") throw error;
}
const args = process.argv.slice(2);
const markdownThread = startEarly(args);
await loadEngine().main(args, markdownThread);
if (args[0] === "build" && process.exitCode === 0 && isNotKept()) keepCompiled();
