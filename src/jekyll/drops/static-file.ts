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

  constructor(file: StaticFile, zone: string) {
    super();
    this.data = file.data;
    const extension = extname(file.path);
    this.own = new Map<string, () => Ruby>([
      ["name", () => basename(file.path)],
      ["modified_time", () => inZone(file.modified, zone)],
      ["collection", () => (file.collection === "" ? null : file.collection)],
      ["extname", () => extension],
      ["basename", () => basename(file.path, extension)],
      ["path", () => (file.collection === "" ? `/${file.path}` : file.path)],
    ]);
  }

  text(): string {
    return "Jekyll::Drops::StaticFileDrop";
  }
}
