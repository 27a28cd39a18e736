/**
 * What lies in the destination and belongs to nobody any more. A folder that has not changed since the last build left it with
 * nothing but files of the site is not read again: a look at it costs a fifth of that, and a site has one for each page.
 */
import { lstatSync, readdirSync, rmdirSync, rmSync } from "node:fs";
import type { CacheFile } from "./cache.ts";

/** A folder in which nothing lay but what the site owns. */
export interface KnownFolder {
  /** Last change of the inode in ms since 1970: of a folder that is when a name in it came or went. */
  readonly changed: number;
  readonly names: string;
}

/** In what steps a file system counts, in ms: of FAT it is two seconds, of the others no more than a kernel's tick. */
const STEP = { whole: 2000, fine: 20 };

interface Place {
  /** Absolute path of the destination, which is there. */
  readonly root: string;
  /** `keep_files`. */
  readonly isKept: (file: string) => boolean;
  readonly folders: CacheFile<KnownFolder>;
}

/**
 * Removes what a build does not own (Jekyll's Cleaner), `keep_files` and what was made since `started` excepted: that is what the
 * user's own plugins write. A folder that becomes empty goes too. Links are removed, never followed.
 * @param owned files relative to the destination
 * @param started ms since 1970
 * @returns how many files were removed
 */
export function removeStale(place: Place, owned: ReadonlySet<string>, started: number): number {
  const { root, isKept, folders } = place;
  const ownedNames = namesByFolder(owned);
  let removed = 0;
  /** Whether nothing is left in the folder. */
  const visit = (folder: string): boolean => {
    const names = ownedNames.get(folder);
    const path = `${root}/${folder}`;
    const known = names && folders.get(folder);
    if (known !== undefined && known.names === names?.join("/") && changeOf(path) === known.changed) {
      for (const name of names) if (ownedNames.has(below(folder, name))) visit(below(folder, name));
      return false;
    }
    let left = 0;
    let isOurs = names !== undefined;
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      const file = below(folder, entry.name);
      if (isKept(file)) {
        isOurs = false;
      } else if (entry.isDirectory()) {
        if (visit(file)) {
          rmdirSync(`${root}/${file}`);
          continue;
        }
        isOurs &&= ownedNames.has(file);
      } else if (!owned.has(file)) {
        if (changeOf(`${root}/${file}`) < started) {
          rmSync(`${root}/${file}`);
          removed += 1;
          continue;
        }
        isOurs = false;
      }
      left += 1;
    }
    if (isOurs && names !== undefined && left === names.length) know(folder, names);
    return left === 0;
  };
  const know = (folder: string, names: readonly string[]): void => {
    const changed = changeOf(`${root}/${folder}`);
    // Another change within the same step would not be seen.
    const step = changed % 1000 === 0 ? STEP.whole : STEP.fine;
    if (changed < Date.now() - step) folders.set(folder, { changed, names: names.join("/") });
  };
  visit("");
  folders.save(ownedNames.size);
  return removed;
}

function changeOf(path: string): number {
  return lstatSync(path).ctimeMs;
}

function below(folder: string, name: string): string {
  return folder === "" ? name : `${folder}/${name}`;
}

/** The names of files and folders that the site owns, in order, by the folder that they lie in. */
function namesByFolder(files: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>([["", []]]);
  const add = (path: string): void => {
    const slash = path.lastIndexOf("/");
    const folder = path.slice(0, Math.max(slash, 0));
    const known = names.get(folder);
    if (known !== undefined) known.push(path.slice(slash + 1));
    else {
      names.set(folder, [path.slice(slash + 1)]);
      add(folder);
    }
  };
  for (const file of files) add(file);
  return names;
}
