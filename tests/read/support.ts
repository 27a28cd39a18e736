/** Small sites for the reader, written into a folder of their own. */
import { DateTime } from "luxon";
import { type BuildOptions, readConfig } from "../../src/config/config.ts";
import { type Diagnostic, Diagnostics } from "../../src/errors.ts";
import type { Config, Site } from "../../src/model.ts";
import { readSite } from "../../src/read/site.ts";
import { type Files, inFolder } from "../support/site.ts";

/** What was read, and what was told. */
export interface Read {
  readonly config: Config;
  readonly site: Site;
  readonly told: readonly Diagnostic[];
  readonly errors: readonly Diagnostic[];
}

/** The moment at which the sites of the tests are built. */
export const NOW = "2025-06-15T12:00:00";

/** Reads the files as a site; a `_config.yml` is added where there is none. */
export function readFiles(files: Files, options: Partial<BuildOptions> = {}): Read {
  return inFolder({ "_config.yml": "title: Test\n", ...files }, (folder) => {
    return readFolder(folder, options);
  });
}

export function readFolder(source: string, options: Partial<BuildOptions> = {}, time = NOW): Read {
  const diagnostics = new Diagnostics();
  const config = readConfig({ source, ...options }, diagnostics);
  const site = readSite(config, DateTime.fromISO(time, { zone: config.timezone }), diagnostics);
  return { config, site, told: diagnostics.all, errors: diagnostics.errors };
}

/** Every file that the site would write, sorted. */
export function filesOf({ posts, collections, pages, staticFiles }: Site): readonly string[] {
  const documents = [...posts, ...[...collections.values()].flat()].filter((post) => post.output);
  return [...documents, ...pages, ...staticFiles].map(({ file }) => file).sort();
}
