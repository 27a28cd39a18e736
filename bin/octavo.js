#!/usr/bin/env node
import { setFlagsFromString } from "node:v8";
import { ensureBundle } from "./bundle.js";
import { keepCompiled, loadEngine } from "./engine.js";

// A build ends before most of what V8 would optimize has paid for it: only what is really hot is worth the other core's time
// (docs/performance.md).
setFlagsFromString("--interrupt-budget=600000");

try {
  await ensureBundle();
} catch (error) {
  // A layout of the theme that does not compile is told by the build, with its place.
  if (error.name !== "SiteError") throw error;
}
const args = process.argv.slice(2);
await loadEngine().main(args);
if (args[0] === "build" && process.exitCode === 0) keepCompiled();
