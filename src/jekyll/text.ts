/** Values as text: Ruby's `to_s`, `inspect` and `to_json`. */
import { DateTime } from "luxon";
import type { PlainDate } from "../model.ts";
import { ZonedTime } from "../read/scalar-values.ts";
import { formatFloat } from "./numbers.ts";
import { Parts } from "./parts.ts";
import { formatTime } from "./strftime.ts";
import {
  Drop,
  hashKeys,
  hashPairs,
  hashValue,
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
} from "./values.ts";

/** Ruby's `to_s`. A YAML time prints in its own zone: the reader gives it as an instant, which is shown in `zone`. */
export function toText(value: Ruby, zone: string): string {
  if (typeof value === "string") return value;
  if (value === null) return "";
  if (typeof value === "boolean") return String(value);
  if (isNumeric(value)) return isInteger(value) ? String(value) : formatFloat(numeric(value));
  if (value instanceof Literal) return "";
  if (value instanceof Range) return `${value.first}..${value.last}`;
  if (value instanceof Drop && !value.isHash) return value.text();
  if (isTime(value)) return timeText(value, zone);
  return inspect(value, zone);
}

/** What `{{ value }}` prints: lists run together. */
export function toOutput(value: Ruby, zone: string): string {
  return isList(value) ? joinList(value, "", zone) : toText(value, zone);
}

/** Ruby's `Array#join`, which goes into lists of lists. */
export function joinList(list: readonly Ruby[], glue: string, zone: string, parts = new Parts()): string {
  parts.count(list.length);
  return list.map((item) => (isList(item) ? joinList(item, glue, zone, parts) : toText(item, zone))).join(glue);
}

function timeText(value: Date | DateTime | PlainDate, zone: string): string {
  if (isPlainDate(value)) return formatTime(value, "%Y-%m-%d", zone);
  const inUtc =
    value instanceof DateTime
      ? value.zoneName === "UTC" && zone !== "UTC"
      : value instanceof ZonedTime && value.offset === "UTC";
  return formatTime(value, inUtc ? "%Y-%m-%d %H:%M:%S UTC" : "%Y-%m-%d %H:%M:%S %z", zone);
}

/** Ruby's `inspect`. */
export function inspect(value: Ruby, zone: string, parts = new Parts()): string {
  if (value === null) return "nil";
  if (typeof value === "string") return inspectString(value);
  if (isList(value)) {
    parts.count(value.length);
    return `[${value.map((item) => inspectItem(item, zone, parts)).join(", ")}]`;
  }
  if (value instanceof Drop && !value.isHash) return inspectDrop(value, zone, parts);
  if (isHash(value)) {
    const pairs = hashPairs(value).map(
      ([key, item]) => `${inspectItem(key, zone, parts)}=>${inspectItem(item, zone, parts)}`,
    );
    parts.count(pairs.length);
    return `{${pairs.join(", ")}}`;
  }
  if (isPlainDate(value)) return `#<Date: ${timeText(value, zone)} ((${julianDay(value)}j,0s,0n),+0s,2299161j)>`;
  return value instanceof Literal ? '""' : toText(value, zone);
}

/** Days since November 24 of the year -4713, as Ruby counts them. */
function julianDay({ year, month, day }: PlainDate): number {
  return Date.UTC(year, month - 1, day) / 86_400_000 + 2_440_588;
}

function inspectItem(value: Ruby, zone: string, parts: Parts): string {
  return value instanceof Drop ? (value.inspect() ?? inspectDrop(value, zone, parts)) : inspect(value, zone, parts);
}

function inspectDrop(drop: Drop, zone: string, parts: Parts): string {
  return drop.isInspected ? prettyJson(drop, zone, 0, parts) : drop.text();
}

const ESCAPES: Readonly<Record<string, string>> = {
  ...{ "\n": "\\n", "\t": "\\t", "\r": "\\r", "\u001b": "\\e", "\u0007": "\\a", "\b": "\\b", "\f": "\\f", "\v": "\\v" },
  ...{ '"': '\\"', "\\": "\\\\" },
};

/** What Ruby shows by its number: control and unassigned characters, and the two that separate lines. */
const UNPRINTABLE = /["\\]|(?!\u0085)[\p{Cc}\p{Cn}\p{Cs}\p{Zl}\p{Zp}]|#(?=[{$@])/gu;

function inspectString(text: string): string {
  const escaped = text.replace(UNPRINTABLE, (character) => {
    if (character === "#") return "\\#";
    const code = character.codePointAt(0) ?? 0;
    const hex = code.toString(16).toUpperCase();
    return ESCAPES[character] ?? (code > 0xffff ? `\\u{${hex}}` : `\\u${hex.padStart(4, "0")}`);
  });
  return `"${escaped}"`;
}

/** Left out of a document that stands deep inside another one's JSON, so that neighbours do not list each other for ever. */
const COLLAPSED = ["content", "output", "excerpt", "next", "previous"];

/** Ruby's `to_json`; `depth` counts the lists and hashes around the value. */
export function toJson(value: Ruby, zone: string, depth = 0, parts = new Parts()): string {
  const scalar = jsonScalar(value, zone);
  if (scalar !== undefined) return scalar;
  parts.count(1);
  if (isList(value)) {
    parts.count(value.length);
    return `[${value.map((item) => toJson(item, zone, depth + 1, parts)).join(",")}]`;
  }
  const members = jsonMembers(value, depth).map(
    ([key, item]) => `${JSON.stringify(key)}:${toJson(item, zone, depth + 1, parts)}`,
  );
  return `{${members.join(",")}}`;
}

/** Ruby's `JSON.pretty_generate`. */
function prettyJson(value: Ruby, zone: string, depth: number, parts: Parts): string {
  const scalar = jsonScalar(value, zone);
  if (scalar !== undefined) return scalar;
  parts.count(1);
  const [outer, inner] = ["  ".repeat(depth), "  ".repeat(depth + 1)];
  if (isList(value)) {
    parts.count(value.length);
    const items = value.map((item) => inner + prettyJson(item, zone, depth + 1, parts)).join(",\n");
    return `[\n${items}\n${outer}]`;
  }
  const members = jsonMembers(value, depth).map(
    ([key, item]) => `${inner}${JSON.stringify(key)}: ${prettyJson(item, zone, depth + 1, parts)}`,
  );
  return members.length === 0 ? "{}" : `{\n${members.join(",\n")}\n${outer}}`;
}

function jsonScalar(value: Ruby, zone: string): string | undefined {
  if (value === null || typeof value === "boolean") return String(value);
  if (isNumeric(value)) return toText(value, zone);
  if (isHash(value) || isList(value) || (value instanceof Drop && value.hasJson)) return undefined;
  return JSON.stringify(toText(value, zone));
}

function jsonMembers(value: Ruby, depth: number): readonly (readonly [string, Ruby])[] {
  if (!isHash(value) && !(value instanceof Drop)) return [];
  const pairs = hashKeys(value).map((key) => [key, hashValue(value, key)] as const);
  if (isHash(value) || depth < 2) return pairs;
  return pairs.map(([key, item]) => {
    const isNeighbour = (key === "next" || key === "previous") && item instanceof Drop;
    return isNeighbour
      ? ([key, new Map(jsonMembers(item, 0).filter(([name]) => !COLLAPSED.includes(name)))] as const)
      : [key, item];
  });
}
