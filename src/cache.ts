/**
 * What one build keeps for the next, as files in one folder of the source. A file that is missing, cut short, foreign or
 * of another engine counts as empty: the build is slower then, never wrong.
 */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fingerprint } from "./hash.ts";

/** One file of the cache: a map from a key to a value that JSON can hold. */
export class CacheFile<Value> {
  readonly #path: string;
  readonly #folder: string;
  readonly #engine: string;
  #kept: Map<string, Value>;
  /** What this build asked for or set: all that `save` writes, so that the file does not grow for ever. */
  #used = new Map<string, Value>();
  #changed = false;

  /**
   * @param folder absolute path; made when something is saved
   * @param name file name without its extension
   * @param engine what the values depend on beside their keys; a file with another is not used
   */
  constructor(folder: string, name: string, engine: string) {
    this.#folder = folder;
    this.#path = join(folder, `${name}.json`);
    this.#engine = engine;
    this.#kept = this.#load();
  }

  get(key: string): Value | undefined {
    const value = this.#used.get(key) ?? this.#kept.get(key);
    if (value !== undefined) this.#used.set(key, value);
    return value;
  }

  set(key: string, value: Value): void {
    this.#used.set(key, value);
    this.#changed = true;
  }

  entries(): IterableIterator<[string, Value]> {
    return this.#kept.entries();
  }

  /** Writes what this build used, and starts the next build's account. Throws what the file system throws. */
  save(): void {
    if (this.#changed || this.#used.size !== this.#kept.size) {
      mkdirSync(this.#folder, { recursive: true });
      const body = JSON.stringify([...this.#used]);
      const temporary = `${this.#path}.${process.pid}.tmp`;
      try {
        // The first line seals the second: a file that was cut short or edited does not match.
        writeFileSync(temporary, `${fingerprint(this.#engine, body)}\n${body}`);
        renameSync(temporary, this.#path);
      } finally {
        rmSync(temporary, { force: true });
      }
    }
    this.#kept = this.#used;
    this.#used = new Map();
    this.#changed = false;
  }

  #load(): Map<string, Value> {
    try {
      const text = readFileSync(this.#path, "utf8");
      const end = text.indexOf("\n");
      const body = text.slice(end + 1);
      if (text.slice(0, end) !== fingerprint(this.#engine, body)) return new Map();
      return new Map(JSON.parse(body) as [string, Value][]);
    } catch {
      return new Map();
    }
  }
}
