/** Filters of lists. None changes the list it is given. */
import { LiquidFault } from "../errors.ts";
import { firstOf, isEmpty, lastOf, member, order } from "../lookup.ts";
import { strictInteger } from "../numbers.ts";
import { Parts } from "../parts.ts";
import type { Scope } from "../scope.ts";
import { inspect, joinList } from "../text.ts";
import {
  Drop,
  hashKeys,
  hashPairs,
  isHash,
  isInteger,
  isList,
  isTruthy,
  Range,
  type Ruby,
  rangeItems,
} from "../values.ts";
import { type FilterTable, filter, plain, unsuited } from "./define.ts";
import { propertyOf } from "./properties.ts";

/** What a filter of lists works on (Liquid's `InputIterator`): lists flat, a hash as one item, nil as none. */
function itemsOf(input: Ruby): readonly Ruby[] {
  if (isList(input)) return input.some(isList) ? flatten(input) : input;
  if (input === null) return [];
  if (input instanceof Range) return rangeItems(input);
  if (isHash(input)) return [input];
  return input instanceof Drop ? hashKeys(input) : [input];
}

function flatten(list: readonly Ruby[], into: Ruby[] = [], parts = new Parts()): readonly Ruby[] {
  parts.count(list.length);
  for (const item of list) {
    if (isList(item)) flatten(item, into, parts);
    else into.push(item);
  }
  return into;
}

/** Items with the values that a key has in them; the items themselves without a key. Undefined where one cannot be asked. */
function keyed(input: Ruby, key: Ruby): readonly { readonly item: Ruby; readonly key: Ruby }[] | undefined {
  const found: { item: Ruby; key: Ruby }[] = [];
  for (const item of itemsOf(input)) {
    const value = key === null ? item : member(item, key);
    if (value === undefined) return undefined;
    found.push({ item, key: value });
  }
  return found;
}

/** A name for a value: the same for two values where Ruby's `eql?` says that they are equal. */
export function identity(value: Ruby, zone: string): unknown {
  return value instanceof Drop ? value : `${typeof value}${inspect(value, zone)}`;
}

/** Order without regard to the case of ASCII letters (Ruby's `casecmp`). */
function orderNaturally(left: Ruby, right: Ruby, scope: Scope): number {
  const fold = (value: Ruby) => scope.text(value).replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  return order(fold(left), fold(right)) ?? 0;
}

/** Jekyll's `sort`: by a key, numbers in texts as numbers, nil first or last; without a key by the items themselves. */
function sort(scope: Scope, input: Ruby, property: Ruby, nils: Ruby): Ruby {
  const items = isHash(input) ? hashPairs(input) : input instanceof Range ? rangeItems(input) : input;
  if (!isList(items)) throw unsuited("sort", "a list");
  if (property === null) return [...items].sort(orderItems);
  if (nils !== "first" && nils !== "last") {
    throw new LiquidFault(`"${scope.text(nils)}" says not where nil stands`, 'Write "first" or "last"');
  }
  const sign = nils === "first" ? -1 : 1;
  return items
    .map((item) => ({ item, key: propertyOf(item, property, scope) }))
    .sort((left, right) => {
      if (left.key === null || right.key === null) {
        return left.key === right.key ? 0 : left.key === null ? sign : -sign;
      }
      return order(left.key, right.key) ?? order(scope.text(left.key), scope.text(right.key)) ?? 0;
    })
    .map(({ item }) => item);
}

function orderItems(left: Ruby, right: Ruby): number {
  const sign = order(left, right);
  if (sign === undefined)
    throw new LiquidFault("The list holds values of different kinds, which have no order", "Sort by a key");
  return sign;
}

function withoutEnds(name: string, cut: (list: readonly Ruby[], count: number) => readonly Ruby[]) {
  return filter(0, 1, (_scope, input, count = 1) => {
    if (!isList(input)) return input;
    const wanted = strictInteger(count);
    if (wanted < 0) throw new LiquidFault(`${name} is given a number below 0`, "Give how many items to take away");
    return cut(input, wanted);
  });
}

function sample(list: readonly Ruby[], count: number): Ruby {
  const rest = [...list];
  const taken = Array.from({ length: Math.min(count, rest.length) }, () => {
    const at = Math.floor(Math.random() * rest.length);
    return rest.splice(at, 1)[0] ?? null;
  });
  return count === 1 ? (taken[0] ?? null) : taken;
}

/** By their names in Liquid. */
export const listFilters: FilterTable = {
  join: filter(0, 1, (scope, input, glue = " ") => joinList(itemsOf(input), scope.text(glue), scope.zone)),
  first: plain((input) => firstOf(input) ?? null),
  last: plain((input) => lastOf(input) ?? null),
  reverse: plain((input) => [...itemsOf(input)].reverse()),
  map: filter(1, 1, (_scope, input, key = null) =>
    itemsOf(input).map((item) => (key === "to_liquid" ? item : (member(item, key) ?? null))),
  ),
  uniq: filter(0, 1, (scope, input, key = null) => {
    const seen = new Set<unknown>();
    const isNew = (value: unknown) => !seen.has(value) && seen.add(value);
    const kept = keyed(input, key)?.filter((entry) => isNew(identity(entry.key, scope.zone)));
    return kept?.map(({ item }) => item) ?? null;
  }),
  compact: filter(0, 1, (_scope, input, key = null) => {
    const kept = keyed(input, key)?.filter((entry) => entry.key !== null);
    return kept?.map(({ item }) => item) ?? null;
  }),
  concat: filter(1, 1, (_scope, input, list = null) => {
    if (!isList(list)) throw unsuited("concat", "a list to add");
    return [...itemsOf(input), ...list];
  }),
  sort: filter(0, 2, (scope, input, property = null, nils = "first") => sort(scope, input, property, nils)),
  sort_natural: filter(0, 1, (scope, input, key = null) => {
    const items = keyed(input, key);
    if (items === undefined) return null;
    const known = items.filter((entry) => entry.key !== null);
    known.sort((left, right) => orderNaturally(left.key, right.key, scope));
    // Liquid calls the first of two nils the greater one: what has none stands last, and backwards.
    const rest = items.filter((entry) => entry.key === null).reverse();
    return [...known, ...rest].map(({ item }) => item);
  }),
  push: filter(1, 1, (_scope, input, item = null) => (isList(input) ? [...input, item] : input)),
  unshift: filter(1, 1, (_scope, input, item = null) => (isList(input) ? [item, ...input] : input)),
  pop: withoutEnds("pop", (list, count) => list.slice(0, Math.max(0, list.length - count))),
  shift: withoutEnds("shift", (list, count) => list.slice(count)),
  sample: filter(0, 1, (_scope, input, count = 1) =>
    isList(input) ? sample(input, isInteger(count) ? Number(count) : 1) : input,
  ),
  default: filter(0, 2, (_scope, input, otherwise = "", options = null) => {
    const allowsFalse = isHash(options) && !(options instanceof Drop) && isTruthy(optionOf(options, "allow_false"));
    const isMissing = allowsFalse ? input === null : !isTruthy(input);
    return isMissing || isEmpty(input) === true ? otherwise : input;
  }),
};

function optionOf(options: Parameters<typeof hashPairs>[0], key: string): Ruby {
  return hashPairs(options).find(([name]) => name === key)?.[1] ?? null;
}
