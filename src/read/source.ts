/** The files of a site: which are read at all (Jekyll's `EntryFilter`), in an order that hangs on names alone. */
import { type Dirent, lstatSync, readdirSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { compare } from "../compare.ts";
import type { Diagnostics } from "../errors.ts";
import { isFile } from "../file-kinds.ts";
import type { Config } from "../model.ts";
import { isSystemError } from "../system-error.ts";
import { fnmatch } from "./globs.ts";
import { kindOfLink, linkFault, targetOf } from "./links.ts";

/** A folder that is read: its own files, and where posts and drafts may lie in it. Paths are relative to the source. */
export interface Folder {
  /** "" for the source itself. */
  readonly path: string;
  readonly files: readonly string[];
}

/** Finds the folders and files of a site. A link that leaves the source is told and not followed. */
export class SourceReader {
  readonly #config: Config;
  readonly #diagnostics: Diagnostics;
  readonly #root: string;
  readonly #excluded: (path: string, isFolder: boolean) => boolean;
  readonly #included: (path: string, isFolder: boolean) => boolean;
  #folders: readonly Folder[] | undefined;

  constructor(config: Config, diagnostics: Diagnostics) {
    this.#config = config;
    this.#diagnostics = diagnostics;
    this.#root = realpathSync(config.source);
    this.#excluded = matcher(config.exclude.filter((pattern) => !config.include.includes(pattern)));
    this.#included = matcher(config.include);
  }

  /** Every folder that pages and static files are looked for in, each after those that lie in it, as Jekyll reads them. */
  folders(): readonly Folder[] {
    if (this.#folders === undefined) {
      const found: Folder[] = [];
      this.#visit("", [this.#root], found);
      this.#folders = found;
    }
    return this.#folders;
  }

  /** The names of folders at the root that begin with `_`, which are read only where something asks for them. */
  underscored(): readonly string[] {
    const folders = this.#list("").filter((entry) => entry.isDirectory() && entry.name.startsWith("_"));
    return folders.map(({ name }) => name).filter((name) => !this.#excluded(name, true));
  }

  /** The files of these folders, and those that `include` names wherever they lie. */
  pageFiles(): readonly string[] {
    const files = this.folders().flatMap((folder) => folder.files);
    const named = this.#config.include.filter((path) => !path.startsWith("/") && !path.split("/").includes(".."));
    return [...new Set([...files, ...named.filter((path) => isFile(this.absolute(path)))])];
  }

  /**
   * The files below a folder such as `_posts` that pass the filter, relative to the source, sorted. As in Jekyll the filter looks
   * at a whole path and at its last part only, so `_posts/a/_b/x.md` is read. `dotFiles`: those of collections are seen.
   */
  below(folder: string, dots: "dot files" | "no dot files"): readonly string[] {
    return this.#found(folder, dots, folder);
  }

  /** The layouts below a folder, which Jekyll filters as if they lay in the source itself: `exclude: [docs]` leaves out `docs.html`. */
  layouts(folder: string): readonly string[] {
    return this.#found(folder, "no dot files", "");
  }

  #found(folder: string, dots: "dot files" | "no dot files", filteredIn: string): readonly string[] {
    const paths: string[] = [];
    if (this.#isInside(folder)) this.#collect(folder, "", dots, paths);
    return paths.filter((path) => this.#passes(path, filteredIn, false)).map((path) => `${folder}/${path}`);
  }

  /** Every file below a folder, whatever its name, relative to the source, sorted: what is copied as it lies. */
  all(folder: string): readonly string[] {
    const paths: string[] = [];
    if (this.#isInside(folder)) this.#collect(folder, "", "dot files", paths);
    return paths.map((path) => `${folder}/${path}`).filter((path) => !this.#excluded(path, false));
  }

  absolute(path: string): string {
    return join(this.#config.source, path);
  }

  #visit(path: string, ancestors: readonly string[], found: Folder[]): void {
    const files: string[] = [];
    const folders: string[] = [];
    for (const entry of this.#list(path)) {
      const below = path === "" ? entry.name : `${path}/${entry.name}`;
      const kind = this.#kind(below, entry);
      if (kind === undefined || !this.#passes(entry.name, path, kind === "folder")) continue;
      if (kind === "file") files.push(below);
      else folders.push(below);
    }
    for (const folder of folders) {
      const absolute = this.absolute(folder);
      if (absolute === this.#config.destination || this.#isForeign(folder)) continue;
      const real = realpathSync(absolute);
      if (ancestors.includes(real))
        this.#diagnostics.error(linkFault(folder, "leads back to a folder that it lies in"));
      else this.#visit(folder, [...ancestors, real], found);
    }
    found.push({ path, files });
  }

  /** In mode octavo no `node_modules` is read wherever it lies, and `public` is not a folder of pages. */
  #isForeign(folder: string): boolean {
    return this.#config.mode === "octavo" && (folder === "public" || /(?:^|\/)node_modules$/.test(folder));
  }

  #collect(folder: string, prefix: string, dots: "dot files" | "no dot files", paths: string[]): void {
    for (const entry of this.#list(prefix === "" ? folder : `${folder}/${prefix}`)) {
      if (dots === "no dot files" && entry.name.startsWith(".")) continue;
      const path = prefix === "" ? entry.name : `${prefix}/${entry.name}`;
      const kind = this.#kind(`${folder}/${path}`, entry);
      if (kind === "file") paths.push(path);
      // Ruby's `**` does not enter linked folders.
      else if (kind === "folder" && !entry.isSymbolicLink()) this.#collect(folder, path, dots, paths);
    }
  }

  #list(folder: string): readonly Dirent[] {
    try {
      const entries = readdirSync(this.absolute(folder), { withFileTypes: true });
      return entries.sort((a, b) => compare(a.name, b.name));
    } catch (error) {
      if (!isSystemError(error) || error.code === "ENOENT" || error.code === "ENOTDIR") return [];
      const problem = `The folder ${folder || "."} cannot be read (${error.code})`;
      this.#diagnostics.error({ file: folder, problem, help: "Check its permissions" });
      return [];
    }
  }

  /** What an entry is, a link followed; undefined for what is neither file nor folder. */
  #kind(path: string, entry: Dirent): "file" | "folder" | undefined {
    if (!entry.isSymbolicLink()) return entry.isFile() ? "file" : entry.isDirectory() ? "folder" : undefined;
    const parts = path.split("/");
    if (!this.#passes(parts.at(-1) ?? "", parts.slice(0, -1).join("/"), false)) return undefined;
    const link = { absolute: this.absolute(path), path, root: this.#root };
    return kindOfLink(link, this.#config.mode, this.#diagnostics);
  }

  /** False, and told, where a folder is a link that leaves the source. */
  #isInside(folder: string): boolean {
    const exists = lstatSync(this.absolute(folder), { throwIfNoEntry: false }) !== undefined;
    return exists && this.#diagnostics.attempt(() => this.#target(folder)) !== undefined;
  }

  /** Where a path really is. Throws SiteError for a link that leads nowhere or leaves the source. */
  #target(path: string): string {
    return targetOf(this.absolute(path), path, this.#root);
  }

  /** Jekyll's filter of an entry of a folder. `include` beats `exclude`, and special names need it. */
  #passes(entry: string, folder: string, isFolder: boolean): boolean {
    if (entry.endsWith(".")) return false;
    const name = entry.slice(entry.lastIndexOf("/") + 1);
    const included = this.#included(entry, isFolder) || (name !== entry && this.#included(name, isFolder));
    if (included) return true;
    if (this.#excluded(folder === "" ? entry : `${folder}/${entry}`, isFolder)) return false;
    return !/^[._#~]/.test(entry) && !/^[._#~]/.test(name) && !entry.endsWith("~");
  }
}

/** Whether the configuration's `include` names a file. */
export function isIncluded(path: string, config: Config): boolean {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const included = matcher(config.include);
  return included(path, false) || included(name, false);
}

/** Jekyll matches a pattern as a glob, as the beginning of a path, and, with a slash at its end, as a folder. */
function matcher(patterns: readonly string[]): (path: string, isFolder: boolean) => boolean {
  const cleaned = patterns.map((pattern) => pattern.replace(/^\/+/, ""));
  return (path, isFolder) =>
    cleaned.some(
      (pattern) => path.startsWith(pattern) || (isFolder && pattern === `${path}/`) || fnmatch(pattern, path),
    );
}
