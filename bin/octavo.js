#!/usr/bin/env node
import { ensureBundle } from "./bundle.js";

try {
  await ensureBundle();
} catch (error) {
  // A layout of the theme that does not compile is told by the build, with its place.
  if (error.name !== "SiteError") throw error;
}
const { main } = await import("../dist/cli.js");
await main(process.argv.slice(2));
