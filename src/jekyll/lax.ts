/** Where Jekyll is lax: markup that Liquid's strict grammar refuses is read by the lax one, and the author is told once. */
import { LiquidFault } from "./errors.ts";

/** `liquid: {error_mode: …}` of the configuration. */
export type ErrorMode = "strict" | "warn" | "lax";

/** How markup is read at one place of one file. */
export class Leniency {
  readonly #mode: ErrorMode;
  readonly #warn: (problem: string, help: string) => void;

  constructor(mode: ErrorMode, warn: (problem: string, help: string) => void) {
    this.#mode = mode;
    this.#warn = warn;
  }

  /**
   * What the strict reading gives, or, where that throws LiquidFault and the site allows it, the lax reading.
   * Throws LiquidFault where neither can read the markup.
   */
  parse<Result>(markup: string, strict: () => Result, lax: () => Result): Result {
    if (this.#mode === "lax") return lax();
    try {
      return strict();
    } catch (fault) {
      if (!(fault instanceof LiquidFault)) throw fault;
      const problem = `The Liquid "${markup.trim()}" ${fault.message}`;
      if (this.#mode === "strict") throw new LiquidFault(problem, fault.help);
      const result = lax();
      this.#warn(problem, `${fault.help}; what cannot be understood is passed over`);
      return result;
    }
  }
}
