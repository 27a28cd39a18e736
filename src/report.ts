import type { Diagnostic } from "./errors.ts";
import type { Progress } from "./render/site.ts";
import type { Summary } from "./unwritten.ts";

/** Tells a person, or a machine that reads lines, how a build goes. */
export interface Reporter {
  readonly progress: Progress;
  /** Every message of one build, at its end. */
  readonly diagnostics: (messages: readonly Diagnostic[]) => void;
  /** The build is written; `errors` is more than 0 where it went on all the same. */
  readonly finished: (summary: Summary, errors: number, milliseconds: number) => void;
}
