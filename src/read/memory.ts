/** What was read of each file, kept between the rebuilds of one process, so that an unchanged file costs a look at its stamp. */
import { statSync } from "node:fs";
import { type Diagnostic, Diagnostics } from "../errors.ts";

/** What was made of a file, and of which: milliseconds since 1970, bytes. `keep` is false where it hangs on more than the file. */
export interface Remembered<Value> {
  readonly value: Value;
  readonly modified: number;
  readonly size: number;
  readonly keep: boolean;
}

interface Entry extends Remembered<unknown> {
  readonly told: readonly Diagnostic[];
  round: number;
}

/** One for each process; holds what the last reading used, and nothing else. */
export class ReadMemory {
  readonly #entries = new Map<string, Entry>();
  readonly #faulty: "read on" | "left out";
  #circumstances = "";
  #round = 0;

  /**
   * @param faulty what becomes of a file with an error: left out of the site, or read on without what is wrong in it, so that its other
   * mistakes are found, too
   */
  constructor(faulty: "read on" | "left out" = "left out") {
    this.#faulty = faulty;
  }

  /** Begins a reading. Whatever was read under other circumstances (another configuration) is forgotten. */
  begin(circumstances: string): void {
    if (circumstances !== this.#circumstances) this.#entries.clear();
    this.#circumstances = circumstances;
    this.#round++;
  }

  /**
   * The value that `read` made of a file the last time, if its time of change and its size are still the same, else what it
   * makes now; undefined where it throws a SiteError, which is told. What was told the last time is told again.
   */
  recall<Value>(
    key: string,
    absolute: string,
    diagnostics: Diagnostics,
    read: (diagnostics: Diagnostics) => Remembered<Value>,
  ): Value | undefined {
    const known = this.#entries.get(key);
    if (known !== undefined && isUnchanged(known, absolute)) {
      known.round = this.#round;
      for (const message of known.told) diagnostics.add(message);
      // Stored under this key by the same reader.
      return known.value as Value | undefined;
    }
    const told = new Diagnostics();
    const result = told.attempt(() => read(told));
    const messages = told.all;
    for (const message of messages) diagnostics.add(message);
    if (result === undefined || (this.#faulty === "left out" && told.errors.length > 0)) return undefined;
    if (result.keep) this.#entries.set(key, { ...result, told: messages, round: this.#round });
    return result.value;
  }

  /** Ends a reading: files that it did not ask for are forgotten. */
  end(): void {
    for (const [key, entry] of this.#entries) if (entry.round !== this.#round) this.#entries.delete(key);
  }
}

function isUnchanged(entry: Entry, absolute: string): boolean {
  const stat = statSync(absolute, { throwIfNoEntry: false });
  return stat !== undefined && stat.mtimeMs === entry.modified && stat.size === entry.size;
}
