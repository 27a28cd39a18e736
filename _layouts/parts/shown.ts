import type { Value } from "../../src/model.ts";
import { isDate } from "../../src/values.ts";

/** A value of front matter as a reader sees it: a text, a number, a list of them, or a day as it was written; "" for nothing. */
export function shown(value: Value | undefined): string {
  if (value === undefined || value === null || value === false) return "";
  if (Array.isArray(value)) return value.map((one: Value) => shown(one)).join(", ");
  if (isDate(value)) return [value.year, value.month, value.day].map((part) => String(part).padStart(2, "0")).join("-");
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
}
