/** Collections themselves, as `site.collections` lists them (Jekyll 4.3, `CollectionDrop`). */
import { join } from "node:path";
import type { CollectionConfig, Config } from "../../model.ts";
import { inspect } from "../text.ts";
import type { Hash, Ruby } from "../values.ts";
import { ObjectDrop } from "./object.ts";

/** One collection; printed, the list of its documents. */
export class CollectionDrop extends ObjectDrop {
  protected readonly own: ReadonlyMap<string, () => Ruby>;
  protected readonly data: Hash;
  readonly #docs: readonly Ruby[];
  readonly #zone: string;

  constructor(collection: CollectionConfig, config: Config, docs: readonly Ruby[], files: readonly Ruby[]) {
    super();
    this.#docs = docs;
    this.#zone = config.timezone;
    const folder = `_${collection.label}`;
    this.data = collection.metadata;
    this.own = new Map<string, () => Ruby>([
      ["label", () => collection.label],
      ["output", () => collection.output],
      ["files", () => files],
      ["relative_directory", () => folder],
      ["directory", () => join(config.source, config.collectionsDir, folder)],
      ["docs", () => docs],
    ]);
  }

  text(): string {
    return inspect(this.#docs, this.#zone);
  }
}
