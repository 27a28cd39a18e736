/** What the gems that work on reading are given and give back: the files of a site outside its collections. */
import type { Page, StaticFile } from "../model.ts";

/** Pages, and files that are copied. */
export interface Entries {
  readonly pages: readonly Page[];
  readonly files: readonly StaticFile[];
}

/** A page of a file that has no front matter; undefined where it is not published or cannot be read, which is told. */
export type ToPage = (file: StaticFile) => Page | undefined;
