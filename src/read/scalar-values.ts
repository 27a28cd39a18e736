/** What a scalar of YAML is to Ruby and could not be told from another one in JavaScript's own types. */

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

/**
 * The keys of a mapping in the order they were written, where JavaScript would list them in another one: whole numbers first.
 * Kept beside the mapping, since few mappings need it.
 */
const orders = new WeakMap<object, readonly string[]>();

/** Notes the order of the keys of a mapping, where it is not JavaScript's own. */
export function keepOrder(mapping: object, keys: readonly string[]): void {
  if (keys.some((key) => /^\d+$/.test(key)) && keys.join("\n") !== Object.keys(mapping).join("\n"))
    orders.set(mapping, keys);
}

/** The keys of a mapping in the order they were written. */
export function keysInOrder(mapping: object): readonly string[] {
  return orders.get(mapping) ?? Object.keys(mapping);
}
