import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type BuildOptions, readConfig } from "../config/config.ts";
import { refuseDestination } from "../disk/safe-destination.ts";
import { Diagnostics } from "../errors.ts";
import { CACHE_FOLDER } from "../paths.ts";

/**
 * Removes the destination and the cache, and nothing else; prints what went.
 * @throws SiteError for a destination that holds more than a site
 */
export function clean(options: BuildOptions): void {
  const config = readConfig(options, new Diagnostics());
  refuseDestination(config);
  for (const folder of [config.destination, join(config.source, CACHE_FOLDER)]) {
    if (!existsSync(folder)) continue;
    rmSync(folder, { recursive: true, force: true });
    console.log(`Removed ${folder}`);
  }
}
