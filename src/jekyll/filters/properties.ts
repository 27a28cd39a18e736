/** An item's property as Jekyll's filters read it (Jekyll 4.3, `item_property`). */
import { LiquidFault } from "../errors.ts";
import { member } from "../lookup.ts";
import { toFloat, toInteger } from "../numbers.ts";
import type { Scope } from "../scope.ts";
import { isList, type Ruby } from "../values.ts";

/** The value of a key, dots leading deeper; what looks like a number is one. Throws LiquidFault for an item without keys. */
export function propertyOf(item: Ruby, property: Ruby, scope: Scope): Ruby {
  const name = scope.text(property);
  const value = name.includes(".") ? deepValue(item, name) : member(item, name);
  if (value === undefined) {
    throw new LiquidFault(
      `"${name}" is asked of a value that has no keys`,
      "Make sure that every item of the list has keys",
    );
  }
  return likeNumber(value, scope);
}

function deepValue(item: Ruby, path: string): Ruby {
  return path.replace(/\.+$/, "").split(".").reduce<Ruby>(step, item);
}

/** One step of a path: false below what has no keys (`respond_to?(:[])`), and within a text the key where it occurs. */
function step(value: Ruby, key: string): Ruby {
  if (value === null || typeof value === "boolean") return false;
  if (typeof value === "string") return value.includes(key) ? key : null;
  return isList(value) ? null : (member(value, key) ?? null);
}

function likeNumber(value: Ruby, scope: Scope): Ruby {
  if (typeof value !== "string" && typeof value !== "number") return value;
  const text = scope.text(value);
  if (/^\s*-?\d+\s*$/.test(text)) return toInteger(text);
  return /^\s*-?(?:\d+\.?\d*|\.\d+)\s*$/.test(text) ? toFloat(text.replace(/^(\s*-?)\./, "$10.")) : value;
}
