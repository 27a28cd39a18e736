/** The folder that is written: what is in it, and what of it is old. */
import { existsSync, lstatSync, readdirSync, rmSync, type Stats, writeFileSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import type { Diagnostic } from "../errors.ts";
import type { Config, Derived } from "../model.ts";
import type { Inputs } from "../render/inputs.ts";
import { withSlashes } from "../slashes.ts";
import { isSystemError } from "../system-error.ts";
import type { CacheFile } from "./cache.ts";
import type { Caches } from "./caches.ts";
import { makeFolder } from "./make-folder.ts";
import { type KnownFolder, removeStale } from "./stale.ts";
import { writeFailure } from "./write-failure.ts";

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
  readonly #folders: CacheFile<KnownFolder>;
  /** Nothing is in the way, then, and nothing stale: whatever lies there at the end was made by this build. */
  readonly wasEmpty: boolean;
  /** Folders that are known to be there. */
  readonly #made = new Set<string>();
  /** Files that were looked at and stood: a page is asked for when it may be rendered and when it may be in the search index. */
  readonly #standing = new Map<string, Written>();

  constructor(config: Config, { written, folders }: Pick<Caches, "written" | "folders">) {
    this.#folder = config.destination;
    this.#keep = config.keepFiles;
    this.#written = written;
    this.#folders = folders;
    this.wasEmpty = isEmptyFolder(config.destination);
  }

  /** What is known of a file that still stands as the last build wrote it. */
  standing(file: string): Written | undefined {
    const seen = this.#standing.get(file);
    if (seen !== undefined) return seen;
    const known = this.#written.get(file);
    if (known === undefined) return undefined;
    const stats = this.#stat(file);
    if (!stats?.isFile() || stats.size !== known.size || stats.ctimeMs !== known.changed) return undefined;
    this.#standing.set(file, known);
    return known;
  }

  /** Remembers a file that stands now. */
  record(file: string, known: Omit<Written, "size" | "changed">): void {
    const stats = this.#stat(file);
    if (stats !== undefined) this.remember(file, { ...known, size: stats.size, changed: stats.ctimeMs });
  }

  /** Remembers a file as it stands now. */
  remember(file: string, written: Written): void {
    this.#written.set(file, written);
    this.#standing.set(file, written);
  }

  /** Where a file lies: an absolute path. */
  path(file: string): string {
    return join(this.#folder, file);
  }

  /** Writes a file. @throws SiteError */
  write(file: string, content: Uint8Array): void {
    this.#standing.delete(file);
    const target = this.path(file);
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
    const root = join(this.#folder, folder, sep);
    return readdirSync(join(this.#folder, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map(({ parentPath, name }) => withSlashes(`${parentPath}${sep}${name}`.slice(root.length)));
  }

  /** Bytes of a file; undefined where it is not there. */
  size(file: string): number | undefined {
    return this.#stat(file)?.size;
  }

  /** Removes files. */
  remove(files: readonly string[]): void {
    for (const file of files) {
      rmSync(join(this.#folder, file), { force: true });
      this.#standing.delete(file);
    }
  }

  /** Removes whatever lies in it. */
  empty(): void {
    for (const name of readdirSync(this.#folder)) rmSync(join(this.#folder, name), { recursive: true, force: true });
  }

  /**
   * Clears the way: a file of an earlier build where a folder is needed now, or the other way round, and links, through
   * which a build would write outside the destination.
   */
  makeWay(files: readonly string[]): void {
    if (this.wasEmpty) return;
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
   * Removes what this build does not own, as `removeStale` of src/disk/stale.ts.
   * @param started ms since 1970
   * @returns how many files were removed
   */
  removeStale(owned: ReadonlySet<string>, started: number): number {
    if (this.wasEmpty || !existsSync(this.#folder)) return 0;
    const isKept = (file: string): boolean => this.#isKept(file);
    return removeStale({ root: this.#folder, isKept, folders: this.#folders }, owned, started);
  }

  /** `keep_files` holds beginnings of paths, relative to the destination: `keep` keeps keep.txt, too (Jekyll's Cleaner). */
  #isKept(file: string): boolean {
    return this.#keep.some((kept) => file.startsWith(kept));
  }

  #makeFolder(folder: string): void {
    if (this.#made.has(folder)) return;
    makeFolder(folder);
    this.#made.add(folder);
  }

  #stat(file: string): Stats | undefined {
    try {
      // Asked for every file: `join` takes as long as the question.
      return lstatSync(`${this.#folder}/${file}`, { throwIfNoEntry: false });
    } catch (error) {
      // A file stands where the path has a folder: what is asked for is not there.
      if (isSystemError(error) && error.code === "ENOTDIR") return undefined;
      throw error;
    }
  }
}
