/** A limit for values that hold each other. */
import { LimitFault } from "./errors.ts";

/** No value has more parts, one inside the other counted: a few lists that hold each other twice would have no end. */
const MAX_PARTS = 10_000_000;

/** Counts the parts of a value while something goes through all of them. */
export class Parts {
  #left = MAX_PARTS;

  /** Throws LimitFault where there are too many. */
  count(parts: number): void {
    this.#left -= parts;
    if (this.#left < 0)
      throw new LimitFault(
        "A value has too many parts, one inside the other",
        "See what lists and hashes hold each other",
      );
  }
}
