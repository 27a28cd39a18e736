/** The folder that is written: what is in it, what of it is old, and the safety of writing there. */
import {
  accessSync,
  constants,
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  rmdirSync,
  rmSync,
  type Stats,
  writeFileSync,
} from "node:fs";
import { homedir } from "node:os";
import { dirname, join, parse, relative, resolve, sep } from "node:path";
import type { CacheFile } from "./cache.ts";
import { type Diagnostic, SiteError } from "./errors.ts";
import type { Config, Derived, StaticFile } from "./model.ts";
import { CACHE_FOLDER } from "./paths.ts";
import type { Inputs } from "./render/inputs.ts";

/** What the last build knew of a file that it wrote. */
export interface Written {
  /** Of what was rendered. */
  readonly hash: string;
  /** Bytes. */
  readonly size: number;
  /** Last change of the inode in ms since 1970, which no program can set back. */
  readonly changed: number;
  /** What a page was rendered from, and what was told of it: absent for what is made from the whole site. */
  readonly inputs?: Inputs;
  readonly told?: readonly Diagnostic[];
  /** What files made from others the page wants. */
  readonly wanted?: readonly Derived[];
}

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

/** Whether files of the author lie in a folder by its name. `inside` is relative to the source. */
function isRead(inside: string, { layoutsDir, includesDir, dataDir, collectionsDir, collections }: Config): boolean {
  const [first = "", second = ""] = inside.split(sep);
  const labels = collections.map(({ label }) => `_${label}`);
  return (
    [layoutsDir, includesDir, dataDir, "_sass", "_drafts", "public", ".git", CACHE_FOLDER, ...labels].includes(first) ||
    (collectionsDir !== "" && first === collectionsDir && ["", "_drafts", ...labels].includes(second))
  );
}

/**
 * Makes the folder, once it is known to be a safe one.
 * @throws SiteError as `refuseDestination`, and where the folder cannot be written
 */
export function prepareDestination(config: Config): void {
  refuseDestination(config);
  const { destination } = config;
  try {
    mkdirSync(destination, { recursive: true });
    accessSync(destination, constants.W_OK);
  } catch (error) {
    throw writeFailure(error, destination);
  }
}

/** What to tell when the file system refuses a write. `path` is used where the error names none. */
export function writeFailure(error: unknown, path: string): SiteError {
  const { code, path: named } = error as NodeJS.ErrnoException;
  const reasons: Readonly<Record<string, readonly [string, string]>> = {
    ENOSPC: ["the disk is full", "Free some space and build again"],
    EDQUOT: ["the disk quota is used up", "Free some space and build again"],
    EFBIG: ["the file is larger than the system allows", "Raise the limit (ulimit -f) and build again"],
    EROFS: ["the file system is read-only", "Name another folder with --destination"],
    EACCES: ["permission is denied", "Make the folder writable, or name another with --destination"],
    EPERM: ["permission is denied", "Make the folder writable, or name another with --destination"],
    ENOTDIR: [
      "a file stands where a folder is needed",
      "Move that file away, or name another folder with --destination",
    ],
    EEXIST: [
      "a file stands where a folder is needed",
      "Move that file away, or name another folder with --destination",
    ],
    ENAMETOOLONG: ["the name is too long for the file system", "Give the page a shorter permalink or title"],
  };
  const [reason, help] = reasons[code ?? ""] ?? [String(error), "See that the destination can be written"];
  return new SiteError({ problem: `${named ?? path} cannot be written: ${reason}`, help }, { cause: error });
}

/** The path without symbolic links, as far as it exists. */
function realPath(path: string): string {
  const full = resolve(path);
  if (existsSync(full)) return realpathSync(full);
  const parent = dirname(full);
  return parent === full ? full : join(realPath(parent), full.slice(parent.length + (parent.endsWith(sep) ? 0 : 1)));
}

function isEmptyFolder(path: string): boolean {
  try {
    return readdirSync(path).length === 0;
  } catch {
    return false;
  }
}

/** The destination's files, as far as a build needs to know them. */
export class Destination {
  readonly #folder: string;
  readonly #keep: readonly string[];
  readonly #written: CacheFile<Written>;
  /** Nothing is in the way, then, and nothing stale: whatever lies there at the end was made by this build. */
  readonly #wasEmpty: boolean;
  /** Folders that are known to be there. */
  readonly #made = new Set<string>();

  constructor(config: Config, written: CacheFile<Written>) {
    this.#folder = config.destination;
    this.#keep = config.keepFiles;
    this.#written = written;
    this.#wasEmpty = isEmptyFolder(config.destination);
  }

  /** What is known of a file that still stands as the last build wrote it. */
  standing(file: string): Written | undefined {
    const known = this.#written.get(file);
    if (known === undefined) return undefined;
    const stats = this.#stat(file);
    return stats?.isFile() && stats.size === known.size && stats.ctimeMs === known.changed ? known : undefined;
  }

  /** Remembers a file that stands now. */
  record(file: string, known: Omit<Written, "size" | "changed">): void {
    const stats = this.#stat(file);
    if (stats !== undefined) this.#written.set(file, { ...known, size: stats.size, changed: stats.ctimeMs });
  }

  /** Copies a file, byte for byte. @throws SiteError */
  copy(file: Pick<StaticFile, "from" | "file">): void {
    const target = join(this.#folder, file.file);
    try {
      this.#makeFolder(dirname(target));
      copyFileSync(file.from, target);
    } catch (error) {
      throw writeFailure(error, target);
    }
  }

  /** Writes a file. @throws SiteError */
  write(file: string, content: Uint8Array): void {
    const target = join(this.#folder, file);
    try {
      this.#makeFolder(dirname(target));
      writeFileSync(target, content);
    } catch (error) {
      throw writeFailure(error, target);
    }
  }

  /** Every file below a folder, relative to that folder; links are not followed. Empty where it is not there. */
  list(folder: string): readonly string[] {
    if (this.#stat(folder)?.isDirectory() !== true) return [];
    return readdirSync(join(this.#folder, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map((entry) => relative(join(this.#folder, folder), join(entry.parentPath, entry.name)).split(sep).join("/"));
  }

  /** Bytes of a file; undefined where it is not there. */
  size(file: string): number | undefined {
    return this.#stat(file)?.size;
  }

  /** Removes files. */
  remove(files: readonly string[]): void {
    for (const file of files) rmSync(join(this.#folder, file), { force: true });
  }

  /**
   * Clears the way: a file of an earlier build where a folder is needed now, or the other way round, and links, through
   * which a build would write outside the destination.
   */
  makeWay(files: readonly string[]): void {
    if (this.#wasEmpty) return;
    const folders = new Set<string>();
    for (const file of files)
      for (let folder = dirname(file); folder !== "." && !folders.has(folder); folder = dirname(folder))
        folders.add(folder);
    // The outer folders first: behind a link nothing may be looked at, let alone removed.
    for (const folder of [...folders].sort((a, b) => a.length - b.length)) {
      const stats = this.#stat(folder);
      if (stats !== undefined && !stats.isDirectory()) rmSync(join(this.#folder, folder));
    }
    for (const file of files) {
      const stats = this.#stat(file);
      if (stats !== undefined && !stats.isFile()) rmSync(join(this.#folder, file), { recursive: true });
    }
  }

  /**
   * Removes what this build does not own (Jekyll's Cleaner), `keep_files` and what was made since `started` excepted: that is
   * what the user's own plugins write. A folder that becomes empty goes too. Links are removed, never followed.
   * @param started ms since 1970
   * @returns how many files were removed
   */
  removeStale(owned: ReadonlySet<string>, started: number): number {
    if (this.#wasEmpty) return 0;
    let removed = 0;
    const visit = (folder: string): boolean => {
      let empty = true;
      for (const entry of readdirSync(join(this.#folder, folder), { withFileTypes: true })) {
        const file = folder === "" ? entry.name : `${folder}/${entry.name}`;
        const path = join(this.#folder, file);
        if (this.#isKept(file)) {
          empty = false;
        } else if (entry.isDirectory()) {
          if (visit(file)) rmdirSync(path);
          else empty = false;
        } else if (owned.has(file) || lstatSync(path).ctimeMs >= started) {
          empty = false;
        } else {
          rmSync(path);
          removed += 1;
        }
      }
      return empty;
    };
    if (existsSync(this.#folder)) visit("");
    return removed;
  }

  /** `keep_files` holds beginnings of paths, relative to the destination: `keep` keeps keep.txt, too (Jekyll's Cleaner). */
  #isKept(file: string): boolean {
    return this.#keep.some((kept) => file.startsWith(kept));
  }

  #makeFolder(folder: string): void {
    if (this.#made.has(folder)) return;
    mkdirSync(folder, { recursive: true });
    this.#made.add(folder);
  }

  #stat(file: string): Stats | undefined {
    try {
      return lstatSync(join(this.#folder, file), { throwIfNoEntry: false });
    } catch (error) {
      // A file stands where the path has a folder: what is asked for is not there.
      if ((error as NodeJS.ErrnoException).code === "ENOTDIR") return undefined;
      throw error;
    }
  }
}
