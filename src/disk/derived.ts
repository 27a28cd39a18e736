/**
 * Files made from something else: a card from a title, a small picture from a large one. While a page renders it says which
 * ones it wants; they are made when all pages are rendered, and kept in the cache by what they were made from.
 */

import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { type Diagnostics, messageOf, SiteError } from "../errors.ts";
import { addTo, type Some } from "../grouped.ts";
import { fingerprint } from "../hash.ts";
import type { Data, Derived } from "../model.ts";
import { CACHE_FOLDER } from "../paths.ts";
import type { CacheFile } from "./cache.ts";
import { replaceFile } from "./cache-files.ts";
import { makeFolder } from "./make-folder.ts";
import { writeFailure } from "./write-failure.ts";

/**
 * Makes the bytes of a file. The same recipe gives the same bytes.
 * @param source absolute path of the site, from which paths of a recipe count
 * @throws SiteError, and Refused
 */
type Make = (recipe: Data, source: string) => Uint8Array | Promise<Uint8Array>;

/** How one kind of file is made. */
export interface Maker {
  /** To be changed when the same recipe gives other bytes than before: what was kept is forgotten. */
  readonly version: string;
  /** Loads what makes the files: called only when one is missing. */
  readonly load: () => Promise<Make>;
}

/** What a maker throws where no file is to be had of a recipe, now or ever: pages that want it are rendered without it. */
export class Refused extends Error {}

/** A file that was made and lies in the cache. */
export interface Made {
  /** Absolute path in the cache; "" where the destination holds the file and the cache does not. */
  readonly from: string;
  /** Relative to the destination. */
  readonly file: string;
  /** Changes with the file's bytes. */
  readonly hash: string;
}

/** Collects what the pages of one build want. */
export class Wants {
  readonly #refusal: (derived: Derived) => string | undefined;
  #heard = new Set<Derived>();

  /** @param refusal why a file is not to be had, where that is known */
  constructor(refusal: (derived: Derived) => string | undefined = () => undefined) {
    this.#refusal = refusal;
  }

  /**
   * Wants files that make sense together only; two pages may want the same ones.
   * @returns why one of them is not to be had, where it was refused before: then none is wanted
   */
  want(...together: readonly Derived[]): string | undefined {
    const refusal = together.map((derived) => this.#refusal(derived)).find((reason) => reason !== undefined);
    if (refusal === undefined) for (const derived of together) this.#heard.add(derived);
    return refusal;
  }

  /** Runs `work` and gives what was wanted meanwhile, too, wanted before or not. */
  listen<Result>(work: () => Result): { readonly result: Result; readonly wanted: readonly Derived[] } {
    this.#heard = new Set();
    const result = work();
    const wanted = [...this.#heard];
    this.#heard = new Set();
    return { result, wanted };
  }
}

/** The files that were made, in a folder of the cache. */
export class DerivedFiles {
  readonly #source: string;
  readonly #folder: string;
  readonly #makers: Readonly<Record<string, Maker>>;
  readonly #refusals: CacheFile<string>;

  /**
   * @param source absolute path of the site, whose cache is used
   * @param makers by the names that stand in `Derived.maker`
   * @param refusals why something cannot be made, by its recipe
   */
  constructor(source: string, makers: Readonly<Record<string, Maker>>, refusals: CacheFile<string>) {
    this.#source = source;
    this.#folder = join(source, CACHE_FOLDER, "derived");
    this.#makers = makers;
    this.#refusals = refusals;
  }

  /** Why a file is not to be had, where a maker has refused it once. */
  refusal(derived: Derived): string | undefined {
    return this.#refusals.get(this.#key(derived));
  }

  /**
   * Makes what neither stands in the destination nor lies in the cache. What cannot be made is told and left out; of what was
   * refused `refusal` tells.
   * @param stands whether the destination holds the file as it was made once
   * @returns every wanted file that there is
   * @throws SiteError where the cache cannot be written
   */
  async provide(
    wanted: readonly Derived[],
    stands: (made: Made) => boolean,
    diagnostics: Diagnostics,
  ): Promise<readonly Made[]> {
    const kept = this.#kept();
    const made = new Map<Derived, Made>();
    const missing = new Map<string, Some<Derived>>();
    for (const derived of wanted) {
      const hash = this.#key(derived);
      const standing = { from: "", file: derived.file, hash };
      const from = kept.get(hash);
      if (stands(standing)) made.set(derived, standing);
      else if (from !== undefined && isUndamaged(from)) made.set(derived, { ...standing, from });
      else addTo(missing, hash, derived);
    }
    if (missing.size > 0) {
      makeFolder(this.#folder);
      const queue = missing.entries();
      const work = async (): Promise<void> => {
        for (const [hash, all] of queue) {
          const bytes = await this.#make(all, hash, diagnostics);
          if (bytes === undefined) continue;
          const from = join(this.#folder, `${hash}.${fingerprint(bytes)}`);
          keep(from, bytes);
          for (const derived of all) made.set(derived, { from, file: derived.file, hash });
        }
      };
      await Promise.all(Array.from({ length: availableParallelism() }, work));
      this.#forget(new Set([...made.values()].map(({ hash }) => hash)));
      this.#refusals.save(wanted.length);
    }
    return wanted.flatMap((derived) => made.get(derived) ?? []);
  }

  /** Of a recipe all but `from`, which says where to find what the rest names by its content. */
  #key({ maker, recipe: { from: _, ...recipe } }: Derived): string {
    return fingerprint(maker, this.#makers[maker]?.version ?? "", JSON.stringify(recipe));
  }

  /** Paths of the files in the cache by their hashes. */
  #kept(): Map<string, string> {
    return new Map(this.#names().map((name) => [name.split(".")[0] ?? "", join(this.#folder, name)]));
  }

  #names(): readonly string[] {
    try {
      return readdirSync(this.#folder);
    } catch {
      return [];
    }
  }

  async #make([first]: readonly Derived[], hash: string, diagnostics: Diagnostics): Promise<Uint8Array | undefined> {
    if (first === undefined) return undefined;
    const { file, maker, recipe } = first;
    try {
      const make = await this.#makers[maker]?.load();
      if (make === undefined) throw new Error(`nothing makes a ${maker}`);
      return await make(recipe, this.#source);
    } catch (error) {
      if (error instanceof Refused) {
        this.#refusals.set(hash, error.message);
        return undefined;
      }
      const problem = `${file} cannot be made: ${messageOf(error)}`;
      const help = "See that what it is made from can be read";
      diagnostics.add(error instanceof SiteError ? error.diagnostic : { level: "error", problem, help });
      return undefined;
    }
  }

  /** What no page wants any more goes when it is more than what they do want, as in the other files of the cache. */
  #forget(needed: ReadonlySet<string>): void {
    const names = this.#names();
    if (names.length <= 2 * needed.size + 100) return;
    for (const name of names)
      if (!needed.has(name.split(".")[0] ?? "")) rmSync(join(this.#folder, name), { recursive: true, force: true });
  }
}

/** @throws SiteError */
function keep(path: string, bytes: Uint8Array): void {
  try {
    replaceFile(path, (temporary) => writeFileSync(temporary, bytes));
  } catch (error) {
    throw writeFailure(error, path);
  }
}

/** The name of a kept file ends with a fingerprint of its bytes. */
function isUndamaged(path: string): boolean {
  try {
    return path.endsWith(`.${fingerprint(readFileSync(path))}`);
  } catch {
    return false;
  }
}
