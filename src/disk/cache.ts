/**
 * What one build keeps for the next, as files in one folder of the source. Whatever is missing, cut short, foreign or of
 * another engine counts as unknown: the build is slower then, never wrong.
 */
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fingerprint } from "../hash.ts";
import { replaceFile } from "./cache-files.ts";

/** One file of the cache: a map from a key to a value that JSON can hold. Read when it is first asked, each value by itself. */
export class CacheFile<Value> {
  readonly #folder: string;
  readonly #path: string;
  readonly #engine: string;
  /** The values as JSON, as they stand in the file. */
  #written: Map<string, string> | undefined;
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
      value = JSON.parse(this.#entries.get(key)!) as Value;
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
   * @throws what the file system throws
   */
  save(needed: number): void {
    if (this.#changed.size === 0) return;
    // Where nothing was asked of the file it was not read yet, and #lines is none of its own.
    this.#written ??= this.#load();
    mkdirSync(this.#folder, { recursive: true });
    if (this.#lines === 0 || this.#lines + this.#changed.size > 2 * needed + 100) this.#rewrite();
    else this.#write(this.#path, "a", this.#changed);
    this.#lines += this.#changed.size;
    this.#changed.clear();
  }

  get #entries(): Map<string, string> {
    this.#written ??= this.#load();
    return this.#written;
  }

  #rewrite(): void {
    replaceFile(this.#path, (temporary) => this.#write(temporary, "w", this.#used));
    this.#lines = this.#used.size - this.#changed.size;
  }

  /**
   * A line an entry, sealed by a fingerprint: a line that was cut short or edited is told by it. Written in pieces, since the
   * whole would double the memory that a large site needs.
   */
  #write(path: string, flags: "a" | "w", keys: Iterable<string>): void {
    const file = openSync(path, flags);
    try {
      let piece = "";
      for (const key of keys) {
        const value = this.#values.has(key) ? JSON.stringify(this.#values.get(key)) : this.#entries.get(key);
        const entry = `${JSON.stringify(key)}\t${value}`;
        piece += `${fingerprint(this.#engine, entry)} ${entry}\n`;
        if (piece.length < 100_000) continue;
        writeFileSync(file, piece);
        piece = "";
      }
      writeFileSync(file, piece);
    } finally {
      closeSync(file);
    }
  }

  #load(): Map<string, string> {
    const entries = new Map<string, string>();
    const lines = readLines(this.#path);
    // A whole file ends with a line break.
    const last = lines.pop() ?? "";
    this.#lines = last === "" ? lines.length : Number.POSITIVE_INFINITY;
    for (const line of lines) {
      const end = line.indexOf(" ");
      const entry = line.slice(end + 1);
      if (line.slice(0, end) !== fingerprint(this.#engine, entry)) {
        this.#lines = Number.POSITIVE_INFINITY;
        continue;
      }
      // No JSON of a text has a tab in it.
      const tab = entry.indexOf("\t");
      entries.set(JSON.parse(entry.slice(0, tab)), entry.slice(tab + 1));
    }
    return entries;
  }
}

function readLines(path: string): string[] {
  try {
    return readFileSync(path, "utf8").split("\n");
  } catch {
    return [];
  }
}
