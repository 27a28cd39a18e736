/** What a loop runs over (Liquid 5.4, `Utils.slice_collection`). */
import { LiquidFault } from "./errors.ts";
import type { Scope } from "./scope.ts";
import { Drop, hashKeys, hashPairs, isHash, isList, Range, type Ruby } from "./values.ts";

/** No loop is longer: the limit of time would end it, but not before its list filled the memory. */
const MAX_ITEMS = 10_000_000;

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

function sliceRange({ first, size }: Range, from: number, to: number | undefined, scope: Scope): readonly Ruby[] {
  const begin = Math.max(0, from);
  const length = Math.max(0, Math.min(size, to ?? size) - begin);
  if (length > MAX_ITEMS) throw new LiquidFault(`A range has ${length} numbers`, "Loop over fewer, with limit");
  scope.memoryLimit.use(length);
  return Array.from({ length }, (_, index) => first + begin + index);
}
