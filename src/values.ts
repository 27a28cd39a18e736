/** Which of the kinds of values that YAML knows one is. */
import type { Data, PlainDate, Value } from "./model.ts";
import { Float, LargeInteger } from "./read/scalar-values.ts";

/** Whether a value is a mapping. */
export function isData(value: Value | undefined): value is Data {
  if (typeof value !== "object" || value === null || Array.isArray(value) || isDate(value)) return false;
  return !(value instanceof Date || value instanceof Float || value instanceof LargeInteger);
}

/** Whether a value is a calendar date without a time. */
export function isDate(value: Value | undefined): value is PlainDate {
  return (
    typeof value === "object" &&
    value !== null &&
    "kind" in value &&
    value.kind === "date" &&
    typeof value.day === "number" &&
    Object.keys(value).length === 4
  );
}
