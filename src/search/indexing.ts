/** When the index is made: as the last step of a build, or in a quiet moment while the site is served. */
import { type Diagnostic, SiteError } from "../errors.ts";

/** Brings an index up to date; throws SiteError where it cannot. */
type MakeIndex = (signal: AbortSignal) => Promise<void>;

/** How long after a save the next one is waited for, ms: an index that is made between two saves is made in vain. */
const QUIET = 1000;

/** One index at a time. */
export class Indexing {
  readonly #tell: (message: Diagnostic) => void;
  #stopping = new AbortController();
  #last: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;

  /** @param tell is given the warning where there can be no index: a site without one is a site all the same */
  constructor(tell: (message: Diagnostic) => void) {
    this.#tell = tell;
  }

  /** Lets somebody begin with what `now` is going to ask for. */
  begin(start: (signal: AbortSignal) => void): void {
    start(this.#stopping.signal);
  }

  /** Makes the index; resolves when it stands, or cannot. */
  now(make: MakeIndex): Promise<void> {
    const { signal } = this.#stopping;
    this.#last = this.#last.then(() => (signal.aborted ? undefined : this.#make(make, signal)));
    return this.#last;
  }

  /** Makes the index when nothing has been built for a while. */
  later(make: MakeIndex): void {
    this.stop();
    this.#timer = setTimeout(() => void this.now(make), QUIET);
  }

  /** Ends what is under way, and forgets what was to come. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#stopping.abort();
    this.#stopping = new AbortController();
  }

  async #make(make: MakeIndex, signal: AbortSignal): Promise<void> {
    try {
      await make(signal);
    } catch (error) {
      if (!(error instanceof SiteError)) throw error;
      this.#tell({ ...error.diagnostic, level: "warning" });
    }
  }
}
