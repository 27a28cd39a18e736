/** `jekyll`: what Jekyll would say of itself. */
import type { Hash, Ruby } from "../values.ts";
import { ObjectDrop } from "./object.ts";

/** The Jekyll whose results we give. */
const VERSION = "4.3.1";

/** Its version and its environment. */
export class JekyllDrop extends ObjectDrop {
  protected readonly own: ReadonlyMap<string, () => Ruby>;
  protected readonly data: Hash = {};

  /** @param environment "development" or "production" */
  constructor(environment: string) {
    super();
    this.own = new Map<string, () => Ruby>([
      ["version", () => VERSION],
      ["environment", () => environment],
    ]);
  }

  /** It has Jekyll's `to_json`, and Liquid's `inspect`. */
  override get isInspected(): boolean {
    return false;
  }

  override get isEnumerable(): boolean {
    return false;
  }

  text(): string {
    return "Jekyll::Drops::JekyllDrop";
  }
}
