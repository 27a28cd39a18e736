/** What was read of each file, kept between the rebuilds of one process, so that an unchanged file costs a look at its stamp. */
import { statSync } from "node:fs";
import { type Diagnostic, Diagnostics } from "../errors.ts";

interface Entry {
  readonly modified: number;
  readonly size: number;
  readonly value: unknown;
  readonly told: readonly Diagnostic[];
  round: number;
}

/** One for each process; holds what the last reading used, and nothing else. */
export class ReadMemory {
  readonly #entries = new Map<string, Entry>();
  #circumstances = "";
  #round = 0;

  /** Begins a reading. Whatever was read under other circumstances (another configuration) is forgotten. */
  begin(circumstances: string): void {
    if (circumstances !== this.#circumstances) this.#entries.clear();
    this.#circumstances = circumstances;
    this.#round++;
  }

  /**
   * The value that `read` made of a file the last time, if time of change and size are still the same, else what it makes now;
   * undefined where it throws a SiteError. What it told is told again. `keep` says whether the value hangs on the file alone.
   */
  recall<Value>(
    key: string,
    absolute: string,
    diagnostics: Diagnostics,
    read: (diagnostics: Diagnostics) => { readonly value: Value; readonly keep: boolean },
  ): Value | undefined {
    const stat = statSync(absolute, { throwIfNoEntry: false });
    const known = this.#entries.get(key);
    if (stat !== undefined && known !== undefined && known.modified === stat.mtimeMs && known.size === stat.size) {
      known.round = this.#round;
      for (const message of known.told) diagnostics.add(message);
      // Stored under this key by the same reader.
      return known.value as Value | undefined;
    }
    const told = new Diagnostics();
    const result = told.attempt(() => read(told));
    for (const message of told.all) diagnostics.add(message);
    if (stat !== undefined && result?.keep !== false) {
      const entry = {
        modified: stat.mtimeMs,
        size: stat.size,
        value: result?.value,
        told: told.all,
        round: this.#round,
      };
      this.#entries.set(key, entry);
    }
    return result?.value;
  }

  /** Ends a reading: files that it did not ask for are forgotten. */
  end(): void {
    for (const [key, entry] of this.#entries) if (entry.round !== this.#round) this.#entries.delete(key);
  }
}
