/**
 * What one build keeps for the next, as files in one folder of the source. Whatever is missing, cut short, foreign or of
 * another engine counts as unknown: the build is slower then, never wrong.
 */
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fingerprint } from "../hash.ts";
import { replaceFile } from "./cache-files.ts";

/** One file of the cache: a map from a key to a value that JSON can hold. Read when it is first asked. */
export class CacheFile<Value> {
  readonly #folder: string;
  readonly #path: string;
  readonly #engine: string;
  #known: Map<string, Value> | undefined;
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
    return this.#known === undefined ? !existsSync(this.#path) : this.#known.size === 0;
  }

  get(key: string): Value | undefined {
    const value = this.#entries.get(key);
    if (value !== undefined) this.#used.add(key);
    return value;
  }

  set(key: string, value: Value): void {
    this.#entries.set(key, value);
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
    mkdirSync(this.#folder, { recursive: true });
    if (this.#lines === 0 || this.#lines + this.#changed.size > 2 * needed + 100) this.#rewrite();
    else this.#write(this.#path, "a", this.#changed);
    this.#lines += this.#changed.size;
    this.#changed.clear();
  }

  get #entries(): Map<string, Value> {
    this.#known ??= this.#load();
    return this.#known;
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
        const entry = JSON.stringify([key, this.#entries.get(key)]);
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

  #load(): Map<string, Value> {
    const entries = new Map<string, Value>();
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
      const [key, value] = JSON.parse(entry) as [string, Value];
      entries.set(key, value);
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
