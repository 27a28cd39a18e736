/** `object.key` and `object[key]` by Liquid's rules, and the comparisons of Ruby. */
import { DateTime } from "luxon";
import { LiquidFault } from "./errors.ts";
import { Parts } from "./parts.ts";
import {
  Drop,
  type Hash,
  hashKeys,
  hashValue,
  hasKey,
  isHash,
  isInteger,
  isList,
  isNumeric,
  isPlainDate,
  isTime,
  Literal,
  numeric,
  Range,
  type Ruby,
  rubyKey,
} from "./values.ts";

/**
 * The value of a key as a variable's path reads it; undefined where the object has none. `isCommand`: the key stands as the
 * plain word size, first or last, which Liquid may call.
 */
export function lookUp(object: Ruby, key: Ruby, isCommand: boolean): Ruby | undefined {
  if (isList(object)) {
    if (isInteger(key)) return object.at(Number(key)) ?? null;
    return isCommand ? command(object, String(key)) : undefined;
  }
  if (isHash(object) || object instanceof Drop) {
    const name = keyText(object, key);
    if (name !== undefined && hasKey(object, name)) return hashValue(object, name);
    if (isCommand) return command(object, String(key));
    return isInteger(key) ? null : undefined;
  }
  return isCommand ? command(object, String(key)) : undefined;
}

/** Whether a text may be that of a key which is none: of a number, a date, a boolean or nil. Asked at every step of a path. */
function mayBeOther(text: string): boolean {
  const isWord = text.charCodeAt(0) >= 65;
  return !isWord || text === "true" || text === "false";
}

/**
 * Keys are held as texts; a key that YAML wrote as a number is found by a number alone, and no other by one. (Of drops it is not
 * known how their keys were written.)
 */
function keyText(object: Hash | Drop, key: Ruby): string | undefined {
  if (typeof key === "string") return mayBeOther(key) && rubyKey(object, key) !== key ? undefined : key;
  if (!isInteger(key) && typeof key !== "boolean") return undefined;
  const text = String(key);
  return object instanceof Drop || rubyKey(object, text) !== text ? text : undefined;
}

/** The methods size, first and last, where Ruby's object has them. */
function command(object: Ruby, name: string): Ruby | undefined {
  if (name === "size") return sizeOf(object);
  return name === "first" ? firstOf(object) : lastOf(object);
}

/** Ruby's `size`; undefined where the object has none. */
export function sizeOf(object: Ruby): number | undefined {
  if (typeof object === "string") return countCharacters(object);
  if (isList(object)) return object.length;
  if (isHash(object)) return hashKeys(object).length;
  if (object instanceof Range) return object.size;
  // The bytes of Ruby's machine word.
  return isInteger(object) ? 8 : undefined;
}

/** Characters as Ruby counts them: code points. */
export function countCharacters(text: string): number {
  if (!/[\ud800-\udbff]/.test(text)) return text.length;
  return text.length - (text.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0);
}

/** Ruby's `first`; undefined where the object has no such method. */
export function firstOf(object: Ruby): Ruby | undefined {
  if (isList(object)) return object[0] ?? null;
  if (object instanceof Range) return object.first;
  if (object instanceof Drop && !object.isEnumerable) return undefined;
  if (isHash(object) || object instanceof Drop) return firstPair(object);
  return undefined;
}

function firstPair(object: Parameters<typeof hashKeys>[0]): Ruby {
  const [key] = hashKeys(object);
  return key === undefined ? null : [rubyKey(object, key), hashValue(object, key)];
}

/** Ruby's `last`; undefined where the object has no such method. */
export function lastOf(object: Ruby): Ruby | undefined {
  if (isList(object)) return object.at(-1) ?? null;
  return object instanceof Range ? object.last : undefined;
}

/**
 * Ruby's `object[key]` as filters such as `map` call it; undefined where the object cannot be asked so.
 * @throws LiquidFault where a list or a number is asked for a key that is no number
 */
export function member(object: Ruby, key: Ruby): Ruby | undefined {
  if (isHash(object) || object instanceof Drop) {
    const name = keyText(object, key);
    return name === undefined ? null : hashValue(object, name);
  }
  if (typeof object === "string") return typeof key === "string" && object.includes(key) ? key : null;
  if (isList(object) && isInteger(key)) return object.at(Number(key)) ?? null;
  if (isList(object) || isInteger(object)) {
    const help = "Make sure that every item of the list has keys";
    throw new LiquidFault(`"${String(key)}" is asked of a value that has no keys`, help);
  }
  return undefined;
}

/** Ruby's `==`. */
export function isEqual(left: Ruby, right: Ruby, parts?: Parts): boolean {
  if (left === right) return true;
  if (isNumeric(left) && isNumeric(right)) return numeric(left) === numeric(right);
  if (left === null || right === null || typeof left !== "object" || typeof right !== "object") return false;
  if (isTime(left) && isTime(right))
    return isPlainDate(left) === isPlainDate(right) && millisecondsOf(left) === millisecondsOf(right);
  const counted = parts ?? new Parts();
  counted.count(1);
  if (isList(left))
    return (
      isList(right) &&
      left.length === right.length &&
      left.every((item, index) => isEqual(item, right[index] ?? null, counted))
    );
  if (left instanceof Range) return right instanceof Range && left.first === right.first && left.last === right.last;
  if (left instanceof Drop || right instanceof Drop || !isHash(left) || !isHash(right)) return false;
  const keys = hashKeys(left);
  return (
    keys.length === hashKeys(right).length &&
    keys.every(
      (key) =>
        hasKey(right, key) &&
        isEqual(rubyKey(left, key), rubyKey(right, key)) &&
        isEqual(hashValue(left, key), hashValue(right, key), counted),
    )
  );
}

/** Ruby's `<=>`: negative, zero or positive; undefined where the two cannot be compared. */
export function order(left: Ruby, right: Ruby, parts?: Parts): number | undefined {
  if (isNumeric(left) && isNumeric(right)) return Math.sign(numeric(left) - numeric(right));
  if (typeof left === "string" && typeof right === "string") return orderText(left, right);
  if (isTime(left) && isTime(right) && isPlainDate(left) === isPlainDate(right)) {
    return Math.sign(millisecondsOf(left) - millisecondsOf(right));
  }
  if (isList(left) && isList(right)) {
    const counted = parts ?? new Parts();
    counted.count(1);
    for (const [index, item] of left.entries()) {
      const other = right[index];
      if (other === undefined) return 1;
      const sign = order(item, other, counted);
      if (sign !== 0) return sign;
    }
    return left.length - right.length;
  }
  if (left instanceof Drop && right instanceof Drop) return orderDrops(left, right);
  return isEqual(left, right) ? 0 : undefined;
}

/** Documents stand by date, then by path. */
function orderDrops(left: Drop, right: Drop): number | undefined {
  if (left === right) return 0;
  const byDate = order(left.get("date"), right.get("date"));
  if (byDate !== undefined && byDate !== 0) return byDate;
  return order(left.get("path"), right.get("path"));
}

/** Order by code point, which is that of Ruby's bytes. */
function orderText(left: string, right: string): number {
  if (left === right) return 0;
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index++) {
    const [a, b] = [left.charCodeAt(index), right.charCodeAt(index)];
    if (a === b) continue;
    // A surrogate stands for a code point above all others.
    const isAbove = (code: number) => code >= 0xd800 && code < 0xe000;
    if (isAbove(a) !== isAbove(b)) return isAbove(a) ? 1 : -1;
    return a < b ? -1 : 1;
  }
  return left.length < right.length ? -1 : 1;
}

function millisecondsOf(value: Date | DateTime | { year: number; month: number; day: number }): number {
  if (value instanceof DateTime) return value.toMillis();
  return value instanceof Date ? value.getTime() : Date.UTC(value.year, value.month - 1, value.day);
}

/** Ruby's `empty?`; undefined where the object has no such method. */
export function isEmpty(value: Ruby): boolean | undefined {
  if (typeof value === "string" || isList(value)) return value.length === 0;
  return isHash(value) ? hashKeys(value).length === 0 : undefined;
}

/** Liquid's `contains`. */
export function contains(left: Ruby, right: Ruby, textOf: (value: Ruby) => string): boolean {
  if (right === null || right === false) return false;
  if (typeof left === "string") return left.includes(textOf(right));
  if (isList(left)) return left.some((item) => isEqual(item, right));
  if (left instanceof Range) return isNumeric(right) && numeric(right) >= left.first && numeric(right) <= left.last;
  if (!isHash(left) && !(left instanceof Drop)) return false;
  const name = keyText(left, right);
  return name !== undefined && hasKey(left, name);
}

/** Ruby's `<`, `>`, `<=` and `>=` as Liquid asks for them: false for what has no order. Throws LiquidFault for a number and a text. */
export function compareWith(operator: string, left: Ruby, right: Ruby): boolean {
  if (!hasOrder(left) || !hasOrder(right)) return false;
  const sign = order(left, right);
  if (sign === undefined) {
    const problem = `${kindOf(left)} and ${kindOf(right)} are compared with ${operator}`;
    throw new LiquidFault(problem, 'Turn a text into a number with "plus: 0" first, or compare values of one kind');
  }
  if (operator === "<") return sign < 0;
  if (operator === ">") return sign > 0;
  return operator === "<=" ? sign <= 0 : sign >= 0;
}

function hasOrder(value: Ruby): boolean {
  return isNumeric(value) || typeof value === "string" || isTime(value);
}

function kindOf(value: Ruby): string {
  if (isNumeric(value)) return "A number";
  return typeof value === "string" ? "A text" : "A date";
}

/** What a value is where it is handed on: the word `empty` has done its work then. */
export function settled(value: Ruby): Ruby {
  return value instanceof Literal ? "" : value;
}
