/** What a loop runs over (Liquid 5.4, `Utils.slice_collection`). */
import type { Scope } from "./scope.ts";
import { Drop, hashKeys, hashPairs, isHash, isList, Range, type Ruby, rangeItems } from "./values.ts";

/** The items from `from` up to, not including, `to`. A text is its own only item; what is no list has none. */
export function sliceItems(list: Ruby, from: number, to: number | undefined, scope: Scope): readonly Ruby[] {
  if (typeof list === "string") return list === "" ? [] : [list];
  if (list instanceof Range) return sliceRange(list, from, to, scope);
  const items = itemsOf(list);
  return from === 0 && to === undefined
    ? items
    : items.slice(Math.max(0, from), to === undefined ? undefined : Math.max(0, to));
}

function itemsOf(list: Ruby): readonly Ruby[] {
  if (isList(list)) return list;
  if (isHash(list)) return hashPairs(list);
  return list instanceof Drop && list.isEnumerable ? hashKeys(list) : [];
}

function sliceRange(range: Range, from: number, to: number | undefined, scope: Scope): readonly Ruby[] {
  const begin = Math.max(0, from);
  const length = Math.max(0, Math.min(range.size, to ?? range.size) - begin);
  const items = rangeItems(range, begin, length);
  scope.charge(items);
  return items;
}
