/** What a scalar of YAML is to Ruby and could not be told from another one in JavaScript's own types. */
import type { Value } from "../model.ts";

/** A Float that is a whole number: `3.0`. In JSON it is the number. */
export class Float {
  readonly value: number;

  constructor(value: number) {
    this.value = value;
  }

  toJSON(): number {
    return this.value;
  }

  /** As Ruby prints it, up to the size at which it turns to powers of ten. */
  toString(): string {
    return `${this.value}.0`;
  }
}

/** An Integer that a JavaScript number cannot hold to the last digit: `12345678901234567890`. In JSON it is its digits. */
export class LargeInteger {
  readonly value: bigint;

  constructor(value: bigint) {
    this.value = value;
  }

  toJSON(): string {
    return this.toString();
  }

  toString(): string {
    return this.value.toString();
  }
}

/** A time that was written with its zone, in which it prints: minutes east of UTC, or "UTC" where it was written as `Z`. */
export class ZonedTime extends Date {
  readonly offset: number | "UTC";

  constructor(milliseconds: number, offset: number | "UTC") {
    super(milliseconds);
    this.offset = offset;
  }
}

/** What a mapping is to Ruby beyond its texts and values. Kept beside the mapping, since few mappings need it. */
interface Keys {
  /** In the order they were written, where JavaScript would list them in another one: whole numbers first. */
  readonly order?: readonly string[];
  /** Those that are no texts, by the text that they print as: `2020`, `true`, nil. */
  readonly values?: ReadonlyMap<string, Value>;
}

const known = new WeakMap<object, Keys>();

/**
 * Notes what JavaScript's own object does not say of the keys of a mapping.
 * @param order the keys' texts, in the order they were written
 * @param values the keys that are no texts, by their texts
 */
export function keepKeys(mapping: object, order: readonly string[], values: ReadonlyMap<string, Value>): void {
  const isOther = order.some((key) => /^\d+$/.test(key)) && order.join("\n") !== Object.keys(mapping).join("\n");
  if (isOther || values.size > 0)
    known.set(mapping, { ...(isOther ? { order } : {}), ...(values.size > 0 ? { values } : {}) });
}

/** The keys of a mapping in the order they were written. */
export function keysInOrder(mapping: object): readonly string[] {
  return known.get(mapping)?.order ?? Object.keys(mapping);
}

/** The keys of a mapping that are no texts, by their texts; undefined where all are. */
export function keyValues(mapping: object): ReadonlyMap<string, Value> | undefined {
  return known.get(mapping)?.values;
}
