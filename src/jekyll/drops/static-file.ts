/** Files that are copied (Jekyll 4.3, `StaticFileDrop`). */
import { basename, extname } from "node:path";
import type { StaticFile } from "../../model.ts";
import type { Hash, Ruby } from "../values.ts";
import { inZone } from "../zones.ts";
import { ObjectDrop } from "./object.ts";

/** One file: its own values, and those of `defaults`. */
export class StaticFileDrop extends ObjectDrop {
  protected readonly own: ReadonlyMap<string, () => Ruby>;
  protected readonly data: Hash;

  readonly #path: string;

  /** @param relativePath what Jekyll calls its path, where it lies in a collection: without the folder of the collections */
  constructor(file: StaticFile, relativePath: string, zone: string) {
    super();
    this.#path = file.collection === "" ? `/${file.path}` : relativePath;
    this.data = file.data;
    const extension = extname(file.path);
    this.own = new Map<string, () => Ruby>([
      ["name", () => basename(file.path)],
      ["modified_time", () => inZone(file.modified, zone)],
      ["collection", () => (file.collection === "" ? null : file.collection)],
      ["extname", () => extension],
      ["basename", () => basename(file.path, extension)],
      ["path", () => this.#path],
    ]);
  }

  text(): string {
    return "Jekyll::Drops::StaticFileDrop";
  }

  override inspect(): string {
    return `#<Jekyll::StaticFile @relative_path="${this.#path}">`;
  }
}
