/** The image files of a site: what lies at a URL, and what is in it. */
import { readFileSync, statSync } from "node:fs";
import type { CacheFile } from "../disk/cache.ts";
import { fingerprint } from "../hash.ts";
import type { Site, SiteImage, StaticFile } from "../model.ts";
import { isSystemError } from "../system-error.ts";
import { decodePath } from "../urls.ts";
import type { Header } from "./formats/header.ts";
import { EXTENSIONS, readHeader } from "./read-header.ts";

/** What is kept of image files between builds, by their absolute paths. */
export type ImageMemory = CacheFile<ImageFacts>;

/** What was read of a file, and of which. */
export interface ImageFacts {
  /** Changes whenever the file is written. */
  readonly stamp: string;
  /** Absent where the file is no image, or a damaged one. */
  readonly header?: Header;
  /** Why there is no header. */
  readonly why?: string;
  /** Of the file's bytes; absent where nobody asked for it. */
  readonly hash?: string;
  /** How long it is without metadata, bytes, where it was published so. */
  readonly strippedLength?: number;
}

/** Looks images up for one build. Headers and hashes are kept between builds, by the file's stamp. */
export class ImageLibrary {
  readonly #site: Site;
  readonly #memory: ImageMemory;
  readonly #files: ReadonlyMap<string, StaticFile>;
  readonly #pages: ReadonlySet<string>;
  readonly #found = new Map<string, SiteImage>();
  #spellings: ReadonlyMap<string, string> | undefined;

  constructor(site: Site, memory: ImageMemory) {
    this.#site = site;
    this.#memory = memory;
    this.#files = new Map(site.staticFiles.map((file) => [file.file, file]));
    this.#pages = new Set(site.pages.map(({ file }) => file));
  }

  /** Every static file whose name says that it is an image. */
  get all(): readonly StaticFile[] {
    return [...this.#files.values()].filter(({ file }) => EXTENSIONS[extensionOf(file)] !== undefined);
  }

  /** What lies at a site-relative URL. */
  find(url: string): SiteImage {
    let found = this.#found.get(url);
    if (found === undefined) {
      found = this.#look(decodePath(url).replace(/^\/+/, ""));
      this.#found.set(url, found);
    }
    return found;
  }

  /** The header of an image file; undefined where it has none. */
  header(file: StaticFile): Header | undefined {
    return this.#facts(file).header;
  }

  /** A name for the bytes of an image file. */
  hash(file: StaticFile): string {
    const facts = this.#facts(file);
    if (facts.hash !== undefined) return facts.hash;
    const hash = fingerprint(readFileSync(file.from));
    this.#memory.set(file.from, { ...facts, hash });
    return hash;
  }

  /** Whether an image without its metadata has the length, in bytes, that it had when it was made. */
  isWhole(file: StaticFile, length: number): boolean {
    return this.#facts(file).strippedLength === length;
  }

  keepLength(file: StaticFile, strippedLength: number): void {
    this.#memory.set(file.from, { ...this.#facts(file), strippedLength });
  }

  #look(path: string): SiteImage {
    const file = this.#files.get(path);
    if (file !== undefined) return EXTENSIONS[extensionOf(path)] === undefined ? { kind: "other" } : this.#image(file);
    if (this.#pages.has(path) || this.#site.config.keepFiles.some((kept) => path.startsWith(kept)))
      return { kind: "other" };
    this.#spellings ??= new Map([...this.#files.values()].map((known) => [spelling(known.file), known.url]));
    const like = this.#spellings.get(spelling(path));
    return like === undefined ? { kind: "missing" } : { kind: "misspelt", like };
  }

  #image(file: StaticFile): SiteImage {
    const { header, why = "" } = this.#facts(file);
    if (header === undefined) return { kind: "unreadable", file, why };
    return { kind: "image", file, header, hash: this.hash(file) };
  }

  #facts({ from }: StaticFile): ImageFacts {
    const { size, ctimeMs, ino } = statSync(from);
    const stamp = `${size} ${ctimeMs} ${ino}`;
    const known = this.#memory.get(from);
    if (known?.stamp === stamp) return known;
    const facts = { stamp, ...readFacts(from, size) };
    this.#memory.set(from, facts);
    return facts;
  }
}

function readFacts(path: string, size: number): Pick<ImageFacts, "header" | "why"> {
  try {
    const header = readHeader(path);
    const isUsable = header !== undefined && (header.format === "svg" || (header.width > 0 && header.height > 0));
    return isUsable ? { header } : { why: whatIsWrong(path, size) };
  } catch (error) {
    return { why: `it cannot be opened (${isSystemError(error) ? error.code : String(error)})` };
  }
}

function extensionOf(path: string): string {
  return /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? "";
}

/** Equal for names that only some file systems tell apart. */
function spelling(path: string): string {
  return path.normalize("NFC").toLowerCase();
}

/** What a file is that should be an image. */
function whatIsWrong(path: string, size: number): string {
  if (size === 0) return "it is empty";
  const start = readFileSync(path).subarray(0, 200).toString("latin1");
  if (start.startsWith("version https://git-lfs")) return "it is a pointer of Git LFS, and the image was not fetched";
  if (/^\s*<(?:!doctype html|html)/i.test(start)) return "it is a web page";
  return "it is damaged, or something else";
}
