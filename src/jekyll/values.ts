/**
 * The values of a template as Ruby knows them, on JavaScript's own types: nil is `null`, an Integer a whole number (a bigint
 * where it is too large), a Float a number with a fraction or a `Float`, a Hash a mapping of YAML or a Map, a Time a `Date` or
 * a luxon `DateTime`, a Date a `PlainDate`.
 */
import { DateTime } from "luxon";
import type { PlainDate, Value } from "../model.ts";
import { Float, keysInOrder, keyValues, LargeInteger } from "../read/scalar-values.ts";
import { isDate } from "../values.ts";
import { LimitFault } from "./errors.ts";

/** Any value that a template can see. */
export type Ruby =
  | string
  | number
  | bigint
  | boolean
  | null
  | Float
  | LargeInteger
  | Range
  | Literal
  | Drop
  | Date
  | DateTime
  | PlainDate
  | readonly Ruby[]
  | Hash;

/** A Hash: string keys in the order they were written. */
export type Hash = { readonly [key: string]: Ruby } | ReadonlyMap<string, Ruby>;

/** `(first..last)`, both included. */
export class Range {
  readonly first: number;
  readonly last: number;

  constructor(first: number, last: number) {
    this.first = first;
    this.last = last;
  }

  get size(): number {
    return Math.max(0, this.last - this.first + 1);
  }
}

/** The words `empty` and `blank`, which a comparison turns into a question. */
export class Literal {
  readonly word: "empty" | "blank";

  constructor(word: "empty" | "blank") {
    this.word = word;
  }
}

/** An object that a template may ask by key, and whose answers are computed when they are asked for. */
export abstract class Drop {
  /** Whether Ruby would hold a Hash here: it compares, prints and iterates as one. */
  readonly isHash: boolean = false;

  /** Whether JSON shows its keys, as Jekyll's drops do; Liquid's own (`forloop`) are their text there. */
  readonly hasJson: boolean = true;

  /** The value of a key; nil where there is none. */
  abstract get(key: string): Ruby;
  abstract has(key: string): boolean;
  abstract keys(): readonly string[];
  /** Ruby's `to_s`. */
  abstract text(): string;

  /** Ruby's `inspect` of the object that a list holds, where that is not the drop itself. */
  inspect(): string | undefined {
    return undefined;
  }

  /** Whether Ruby's `inspect` of the drop itself shows its keys: of Liquid's own, and of `jekyll`, it is their text. */
  get isInspected(): boolean {
    return this.hasJson;
  }

  /** Whether a key is a method of the object, which Ruby can call where the key itself is missing. */
  get isEnumerable(): boolean {
    return true;
  }
}

/** A computed Float. */
export function float(value: number): number | Float {
  return Number.isInteger(value) ? new Float(value) : value;
}

/** An Integer or a Float. */
export function isNumeric(value: Ruby): value is number | bigint | Float | LargeInteger {
  return (
    typeof value === "number" || typeof value === "bigint" || value instanceof Float || value instanceof LargeInteger
  );
}

/** An Integer. */
export function isInteger(value: Ruby): value is number | bigint | LargeInteger {
  return typeof value === "bigint" || value instanceof LargeInteger || Number.isInteger(value);
}

/** The number that a numeric value stands for. */
export function numeric(value: number | bigint | Float | LargeInteger): number {
  return value instanceof Float ? value.value : Number(value);
}

/** An Array. */
export function isList(value: Ruby): value is readonly Ruby[] {
  return Array.isArray(value);
}

/** A Date, without a time of day. */
export function isPlainDate(value: Ruby): value is PlainDate {
  return typeof value === "object" && value !== null && "kind" in value && isDate(value as Value);
}

/** A Time or a Date: what `strftime` works on. */
export function isTime(value: Ruby): value is Date | DateTime | PlainDate {
  return value instanceof DateTime || value instanceof Date || isPlainDate(value);
}

/** A Hash, also where a drop stands for one. */
export function isHash(value: Ruby): value is Hash | Drop {
  if (value instanceof Drop) return value.isHash;
  if (typeof value !== "object" || value === null || isList(value)) return false;
  if (value instanceof Map) return true;
  return !(isNumeric(value) || value instanceof Range || value instanceof Literal || isTime(value));
}

/** The keys of a hash or a drop, in their order. */
export function hashKeys(hash: Hash | Drop): readonly string[] {
  if (hash instanceof Drop) return hash.keys();
  return hash instanceof Map ? [...hash.keys()] : keysInOrder(hash);
}

/** Whether a hash or a drop itself has a key. */
export function hasKey(hash: Hash | Drop, key: string): boolean {
  if (hash instanceof Drop || hash instanceof Map) return hash.has(key);
  return Object.hasOwn(hash, key);
}

/** The value of a key of a hash or a drop; nil where there is none. Only what the hash itself holds is ever seen. */
export function hashValue(hash: Hash | Drop, key: string): Ruby {
  if (hash instanceof Drop) return hash.get(key);
  if (hash instanceof Map) return hash.get(key) ?? null;
  return Object.hasOwn(hash, key) ? ((hash as { readonly [key: string]: Ruby })[key] ?? null) : null;
}

/** The values of a hash or a drop, in the order of its keys. */
export function hashValues(hash: Hash | Drop): readonly Ruby[] {
  return hashKeys(hash).map((key) => hashValue(hash, key));
}

/** The key that prints as this text: as YAML wrote it, which may be a number or a date. */
export function rubyKey(hash: Hash | Drop, text: string): Ruby {
  const value = hash instanceof Drop ? undefined : keyValues(hash)?.get(text);
  return value === undefined ? text : value;
}

/** `[key, value]` for every key. */
export function hashPairs(hash: Hash | Drop): readonly (readonly [Ruby, Ruby])[] {
  return hashKeys(hash).map((key) => [rubyKey(hash, key), hashValue(hash, key)]);
}

/** Whether Ruby holds a value for true: all but nil and false. */
export function isTruthy(value: Ruby): boolean {
  return value !== null && value !== false;
}

/** No range becomes a longer list: the limit of time would end it, but not before it filled the memory. */
const MAX_ITEMS = 10_000_000;

/** The whole numbers of a range, `length` of them behind the first `from`. @throws LimitFault for more than a template may have */
export function rangeItems(range: Range, from = 0, length = range.size): number[] {
  if (length > MAX_ITEMS) throw new LimitFault(`A range has ${length} numbers`, "Take fewer of them");
  return Array.from({ length }, (_, index) => range.first + from + index);
}
