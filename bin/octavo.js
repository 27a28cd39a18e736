#!/usr/bin/env node
import { ensureBundle } from "./bundle.js";

await ensureBundle();
const { main } = await import("../dist/cli.js");
await main(process.argv.slice(2));
