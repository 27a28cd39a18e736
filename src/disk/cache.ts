/**
 * What one build keeps for the next, as files in one folder of the source. Whatever is missing, cut short, foreign or of
 * another engine counts as unknown: the build is slower then, never wrong.
 */
import { hash } from "node:crypto";
import { closeSync, existsSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { replaceFile } from "./cache-files.ts";
import { makeFolder } from "./make-folder.ts";
import { writeFailure } from "./write-failure.ts";

/** One file of the cache: a map from a key to a value that JSON can hold. Read when it is first asked, each value by itself. */
export class CacheFile<Value> {
  readonly #folder: string;
  readonly #path: string;
  readonly #engine: string;
  /** The values as JSON in UTF-8, as they stand in the file: to make texts of all would take longer than all the rest. */
  #written: Map<string, Buffer> | undefined;
  /** Those that were set or asked for. */
  readonly #values = new Map<string, Value>();
  /** What was asked for or set since the file was read. */
  readonly #used = new Set<string>();
  readonly #changed = new Set<string>();
  /** Lines of the file; one that was replaced by a later one still counts. Infinite where the file is damaged. */
  #lines = 0;

  /**
   * @param folder absolute path; made when something is saved
   * @param name file name without its extension
   * @param engine what the values depend on beside their keys; those saved under another are unknown
   */
  constructor(folder: string, name: string, engine: string) {
    this.#folder = folder;
    this.#path = join(folder, `${name}.jsonl`);
    this.#engine = engine;
  }

  /** Whether nothing is kept yet. Costs no reading. */
  get isNew(): boolean {
    if (this.#values.size > 0) return false;
    return this.#written === undefined ? !existsSync(this.#path) : this.#written.size === 0;
  }

  /** Whether there is a value, which is then kept for the next build, too. Costs no parsing. */
  has(key: string): boolean {
    const isThere = this.#values.has(key) || this.#entries.has(key);
    if (isThere) this.#used.add(key);
    return isThere;
  }

  get(key: string): Value | undefined {
    if (!this.has(key)) return undefined;
    let value = this.#values.get(key);
    if (value === undefined) {
      // Sealed: it is what was written.
      value = JSON.parse(this.#entries.get(key)!.toString()) as Value;
      this.#values.set(key, value);
    }
    return value;
  }

  set(key: string, value: Value): void {
    this.#values.set(key, value);
    this.#used.add(key);
    this.#changed.add(key);
  }

  /**
   * Adds what is new to the file. A file that has grown to more than twice what is needed is written anew with what was
   * used alone.
   * @param needed how many entries a site of this size needs
   * @throws SiteError
   */
  save(needed: number): void {
    if (this.#changed.size === 0) return;
    // Where nothing was asked of the file it was not read yet, and #lines is none of its own.
    this.#written ??= this.#load();
    try {
      makeFolder(this.#folder);
      if (this.#lines === 0 || this.#lines + this.#changed.size > 2 * needed + 100) this.#rewrite();
      else this.#write(this.#path, "a", this.#changed);
    } catch (error) {
      throw writeFailure(error, this.#path);
    }
    this.#lines += this.#changed.size;
    this.#changed.clear();
  }

  get #entries(): Map<string, Buffer> {
    this.#written ??= this.#load();
    return this.#written;
  }

  #rewrite(): void {
    replaceFile(this.#path, (temporary) => this.#write(temporary, "w", this.#used));
    this.#lines = this.#used.size - this.#changed.size;
  }

  /**
   * The engine, then a line an entry, sealed by a fingerprint: a line that was cut short or edited is told by it. Written in pieces,
   * since the whole would double the memory that a large site needs.
   */
  #write(path: string, flags: "a" | "w", keys: Iterable<string>): void {
    const file = openSync(path, flags);
    try {
      let piece = flags === "w" ? this.#head : "";
      for (const key of keys) {
        const value = this.#values.has(key)
          ? JSON.stringify(this.#values.get(key))
          : this.#entries.get(key)?.toString();
        const entry = `${JSON.stringify(key)}\t${value}`;
        piece += `${sealOf(entry)} ${entry}\n`;
        if (piece.length < 100_000) continue;
        writeFileSync(file, piece);
        piece = "";
      }
      writeFileSync(file, piece);
    } finally {
      closeSync(file);
    }
  }

  get #head(): string {
    return `${JSON.stringify(this.#engine)}\n`;
  }

  #load(): Map<string, Buffer> {
    const entries = new Map<string, Buffer>();
    const bytes = readBytes(this.#path);
    const head = Buffer.from(this.#head);
    let at = head.length;
    let isWhole = head.equals(bytes.subarray(0, at));
    if (isWhole) {
      for (let end = bytes.indexOf("\n", at); end >= 0; at = end + 1, end = bytes.indexOf("\n", at)) {
        this.#lines++;
        const entry = bytes.subarray(at + SEAL + 1, end);
        if (bytes.toString("latin1", at, at + SEAL) !== sealOf(entry)) {
          isWhole = false;
          continue;
        }
        // No JSON of a text has a tab in it.
        const tab = entry.indexOf("\t");
        entries.set(JSON.parse(entry.toString("utf8", 0, tab)), entry.subarray(tab + 1));
      }
    }
    // A whole file ends with a line break.
    if (bytes.length > 0 && !(isWhole && at === bytes.length)) this.#lines = Number.POSITIVE_INFINITY;
    return entries;
  }
}

/** Letters of a seal. */
const SEAL = 27;

function sealOf(entry: string | Buffer): string {
  return hash("sha1", entry, "base64url");
}

function readBytes(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    return Buffer.alloc(0);
  }
}
