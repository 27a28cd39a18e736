/**
 * Files made from something else: a card from a title, a small picture from a large one. While a page renders it says which
 * ones it wants; they are made when all pages are rendered, and kept in the cache by what they were made from.
 */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { type Diagnostics, SiteError } from "./errors.ts";
import { fingerprint } from "./hash.ts";
import type { Data, Derived } from "./model.ts";
import { CACHE_FOLDER } from "./paths.ts";

/**
 * Makes the bytes of a file. The same recipe gives the same bytes.
 * @param source absolute path of the site, from which paths of a recipe count
 * @throws SiteError
 */
type Make = (recipe: Data, source: string) => Uint8Array | Promise<Uint8Array>;

/** How one kind of file is made. */
export interface Maker {
  /** To be changed when the same recipe gives other bytes than before: what was kept is forgotten. */
  readonly version: string;
  /** Loads what makes the files: called only when one is missing. */
  readonly load: () => Promise<Make>;
}

/** A file that was made and lies in the cache. */
export interface Made {
  /** Absolute path in the cache. */
  readonly from: string;
  /** Relative to the destination. */
  readonly file: string;
  /** Changes with the file's bytes. */
  readonly hash: string;
}

/** Collects what the pages of one build want. */
export class Wants {
  readonly #all = new Map<string, Derived>();
  #heard = new Set<Derived>();

  /** Two pages may want the same file. */
  want(derived: Derived): void {
    this.#heard.add(derived);
    this.#all.set(derived.file, derived);
  }

  /** Runs `work` and gives what was wanted meanwhile, too, wanted before or not. */
  listen<Result>(work: () => Result): { readonly result: Result; readonly wanted: readonly Derived[] } {
    this.#heard = new Set();
    const result = work();
    const wanted = [...this.#heard];
    this.#heard = new Set();
    return { result, wanted };
  }

  get all(): readonly Derived[] {
    return [...this.#all.values()];
  }
}

/** The files that were made, in a folder of the cache. */
export class DerivedFiles {
  readonly #source: string;
  readonly #folder: string;
  readonly #makers: Readonly<Record<string, Maker>>;

  /**
   * @param source absolute path of the site, whose cache is used
   * @param makers by the names that stand in `Derived.maker`
   */
  constructor(source: string, makers: Readonly<Record<string, Maker>>) {
    this.#source = source;
    this.#folder = join(source, CACHE_FOLDER, "derived");
    this.#makers = makers;
  }

  /**
   * Makes what neither stands in the destination nor lies in the cache. What cannot be made is told and left out.
   * @param stands whether the destination holds the file as it was made once
   * @returns every wanted file that there is
   */
  async provide(
    wanted: readonly Derived[],
    stands: (made: Made) => boolean,
    diagnostics: Diagnostics,
  ): Promise<readonly Made[]> {
    const made = new Map(wanted.map((derived) => [derived, this.#place(derived)]));
    const missing = [...made].filter(([, place]) => !stands(place) && !existsSync(place.from));
    if (missing.length === 0) return [...made.values()];
    mkdirSync(this.#folder, { recursive: true });
    const queue = missing.values();
    const work = async (): Promise<void> => {
      for (const [derived, { from }] of queue) {
        const bytes = await this.#make(derived, diagnostics);
        if (bytes === undefined) made.delete(derived);
        else keep(from, bytes);
      }
    };
    await Promise.all(Array.from({ length: availableParallelism() }, work));
    this.#forget(new Set([...made.values()].map(({ hash }) => hash)));
    return [...made.values()];
  }

  #place({ file, maker, recipe }: Derived): Made {
    const hash = fingerprint(maker, this.#makers[maker]?.version ?? "", JSON.stringify(recipe));
    return { from: join(this.#folder, hash), file, hash };
  }

  async #make({ file, maker, recipe }: Derived, diagnostics: Diagnostics): Promise<Uint8Array | undefined> {
    try {
      const make = await this.#makers[maker]?.load();
      if (make === undefined) throw new Error(`nothing makes a ${maker}`);
      return await make(recipe, this.#source);
    } catch (error) {
      const problem = `${file} cannot be made: ${error instanceof Error ? error.message : String(error)}`;
      const help = "See that what it is made from can be read";
      diagnostics.add(error instanceof SiteError ? error.diagnostic : { level: "error", problem, help });
      return undefined;
    }
  }

  /** What no page wants any more goes when it is more than what they do want, as in the other files of the cache. */
  #forget(needed: ReadonlySet<string>): void {
    const names = readdirSync(this.#folder);
    if (names.length <= 2 * needed.size + 100) return;
    for (const name of names) if (!needed.has(name)) rmSync(join(this.#folder, name), { force: true });
  }
}

/** Written beside its final name: a build that is cut short leaves no half file behind. */
function keep(path: string, bytes: Uint8Array): void {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, bytes);
    renameSync(temporary, path);
  } finally {
    rmSync(temporary, { force: true });
  }
}
