/** Where a build may write: whatever the site does not own is removed from its destination, so nothing else may lie there. */
import { accessSync, constants, existsSync, realpathSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join, parse, relative, resolve, sep } from "node:path";
import { SiteError } from "../errors.ts";
import { sassFolder } from "../jekyll/sass-folders.ts";
import type { Config } from "../model.ts";
import { CACHE_FOLDER } from "../paths.ts";
import { withSlashes } from "../slashes.ts";
import { makeFolder } from "./make-folder.ts";
import { writeFailure } from "./write-failure.ts";

/**
 * Refuses a destination that a build would destroy something in.
 * @throws SiteError for the file system's root, the home folder, a folder that holds the source, and one of those it is read from
 */
export function refuseDestination(config: Config): void {
  const { destination, source } = config;
  const real = realPath(destination);
  const holds = (folder: string): boolean =>
    (realPath(folder) + sep).startsWith(real.endsWith(sep) ? real : real + sep);
  const refused = [
    { bad: real === parse(real).root, what: "the root of the file system" },
    { bad: real === realPath(homedir()), what: "the home folder" },
    { bad: holds(source), what: "a folder that holds the source" },
    { bad: isRead(relative(realPath(source), real), config), what: "a folder of the source that is read" },
  ].find(({ bad }) => bad);
  if (refused !== undefined) {
    throw new SiteError({
      problem: `The destination ${destination} is ${refused.what}; a build would delete what lies there`,
      help: "Name a folder of its own with --destination or `destination:` in _config.yml",
    });
  }
}

/** Whether a folder is one that is read, by its name: it lies in one of those, or one of those lies in it. */
function isRead(inside: string, config: Config): boolean {
  const folder = withSlashes(inside);
  // Posts and drafts may lie in any folder of the source.
  if (/(?:^|\/)_(?:posts|drafts)(?:\/|$)/.test(folder)) return true;
  const { layoutsDir, includesDir, dataDir, collectionsDir, collections } = config;
  const collected = collections.map(({ label }) =>
    collectionsDir === "" ? `_${label}` : `${collectionsDir}/_${label}`,
  );
  const read = [layoutsDir, includesDir, dataDir, sassFolder(config), "public", ".git", CACHE_FOLDER, ...collected];
  return read
    .map((path) => path.replace(/^(?:\.?\/)+|\/+$/g, ""))
    .some((path) => `${folder}/`.startsWith(`${path}/`) || path.startsWith(`${folder}/`));
}

/**
 * Makes the folder, once it is known to be a safe one.
 * @throws SiteError as `refuseDestination`, and where the folder cannot be written
 */
export function prepareDestination(config: Config): void {
  refuseDestination(config);
  const { destination } = config;
  try {
    makeFolder(destination);
    accessSync(destination, constants.W_OK);
  } catch (error) {
    throw writeFailure(error, destination);
  }
}

/** The path without symbolic links, as far as it exists. */
function realPath(path: string): string {
  const full = resolve(path);
  if (existsSync(full)) return realpathSync(full);
  const parent = dirname(full);
  return parent === full ? full : join(realPath(parent), full.slice(parent.length + (parent.endsWith(sep) ? 0 : 1)));
}
