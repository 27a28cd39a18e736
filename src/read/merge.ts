import type { Data, Value } from "../model.ts";
import { isData } from "../values.ts";
import { keepKeys, keysInOrder, keyValues } from "./scalar-values.ts";

/**
 * `over` laid on `base` as Jekyll merges front matter over defaults and one configuration over another: mappings merge
 * deeply, lists are replaced, an empty value overrides nothing.
 */
export function mergeData(base: Data, over: Data): Data {
  const merged: Record<string, Value> = { ...base };
  for (const key of Object.keys(over)) {
    const value = over[key] ?? null;
    const below = Object.hasOwn(merged, key) ? merged[key] : undefined;
    if (value === null && below !== undefined) continue;
    merged[key] = isData(value) && isData(below) ? mergeData(below, value) : value;
  }
  const values = new Map([...(keyValues(base) ?? []), ...(keyValues(over) ?? [])]);
  keepKeys(merged, [...new Set([...keysInOrder(base), ...keysInOrder(over)])], values);
  return merged;
}
