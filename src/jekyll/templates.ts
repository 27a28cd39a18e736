/** Files with Liquid in them, read and parsed once each. */
import { readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { isFile, liesIn } from "../file-kinds.ts";
import { namesBelow } from "../files-below.ts";
import { nearest } from "../nearest.ts";
import type { Body } from "./body.ts";
import { LiquidFault } from "./errors.ts";

/** Parses a file's text; `file` is its path as messages name it. */
export type ParseFile = (text: string, file: string) => Body;

/** The includes of a site. No name and no symbolic link leads out of the folder that it is asked for in. */
export class Includes {
  readonly #source: string;
  readonly #folders: readonly string[];
  readonly #parse: ParseFile;
  readonly #parsed = new Map<string, Body>();

  /**
   * @param source absolute path of the site
   * @param folders absolute paths of the includes folders: the site's own, then the theme's
   */
  constructor(source: string, folders: readonly string[], parse: ParseFile) {
    this.#source = source;
    this.#folders = folders;
    this.#parse = parse;
  }

  /** An include by its name; undefined where no folder has it. Throws SiteError where it cannot be parsed. */
  find(name: string): Body | undefined {
    const known = this.#parsed.get(name);
    if (known !== undefined) return known;
    for (const folder of this.#folders) {
      const path = join(folder, name);
      if (!isFile(path)) continue;
      // The source itself is the limit for the site's own folder: links between its folders are the author's own.
      const root = folder.startsWith(this.#source + sep) ? this.#source : folder;
      const body = this.#read(path, root, name);
      this.#parsed.set(name, body);
      return body;
    }
    return undefined;
  }

  /** What to say of an include that no folder has. */
  missing(name: string): LiquidFault {
    const folders = this.#folders.map((folder) => relative(this.#source, folder) || folder).join(" or ");
    const guess = nearest(name, this.#folders.flatMap(namesBelow));
    return new LiquidFault(
      `There is no include ${name} in ${folders}`,
      guess === undefined ? "Correct the name, or add the file" : `Did you mean ${guess}?`,
    );
  }

  /** A file by its path from the folder of a document (relative to the source). */
  findBeside(document: string, name: string): Body {
    const path = join(this.#source, dirname(document), name);
    const key = `/${path}`;
    const known = this.#parsed.get(key);
    if (known !== undefined) return known;
    if (!isFile(path)) {
      throw new LiquidFault(`There is no file ${name} beside ${document}`, "Give its path from the page's own folder");
    }
    const body = this.#read(path, this.#source, name);
    this.#parsed.set(key, body);
    return body;
  }

  #read(path: string, root: string, name: string): Body {
    if (!liesIn(path, root)) {
      throw new LiquidFault(
        `The include ${name} is a link that leaves the site's folder`,
        "Put the file itself into the site",
      );
    }
    return this.#parse(readFileSync(path, "utf8"), relative(this.#source, path));
  }
}
