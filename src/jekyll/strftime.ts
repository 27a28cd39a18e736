/** Ruby's `Time#strftime` (ruby-doc.org, `strftime_formatting`): every directive, flag and width. */
import { DateTime, FixedOffsetZone, type Zone } from "luxon";
import type { PlainDate } from "../model.ts";
import { ZonedTime } from "../read/scalar-values.ts";
import { LiquidFault } from "./errors.ts";
import { zoneAbbreviation } from "./zones.ts";

/** How a directive's value is laid out. */
interface Part {
  readonly text: string;
  /** Width where the format gives none. */
  readonly width: number;
  readonly pad: "0" | " ";
  readonly kind: "number" | "text";
}

interface Flags {
  readonly flags: string;
  readonly width: number | undefined;
}

/** A time, and whether it is a Ruby Date, which has directives and a zone of its own. */
interface Clock {
  readonly time: DateTime;
  readonly isDate: boolean;
}

const directive = /%([-0^#_]*)(\d*)(?:E(?=[cCxXyY])|O(?=[deHkIlmMSuUVwWy]))?(:{0,3}z|[A-Za-z%+])/g;

/**
 * @param value a time, or a date, which stands for its midnight
 * @param zone IANA name in which a JavaScript `Date` is shown
 * @throws LiquidFault where the format ends inside a directive
 */
export function formatTime(value: Date | DateTime | PlainDate, format: string, zone: string): string {
  return formatClock(clockOf(value, zone), format);
}

function clockOf(value: Date | DateTime | PlainDate, zone: string): Clock {
  if (value instanceof DateTime) return { time: value, isDate: false };
  if (value instanceof Date) return { time: DateTime.fromJSDate(value, { zone: zoneOf(value, zone) }), isDate: false };
  return { time: DateTime.utc(value.year, value.month, value.day), isDate: true };
}

/** The zone that a time was written with, else that of the site. */
function zoneOf(time: Date, zone: string): Zone | string {
  if (!(time instanceof ZonedTime)) return zone;
  return time.offset === "UTC" ? "UTC" : FixedOffsetZone.instance(time.offset);
}

function formatClock(clock: Clock, format: string): string {
  if (/%[-0^#_]*\d*$/.test(format.replace(directive, ""))) {
    throw new LiquidFault(
      `The date format "${format}" ends inside a directive`,
      "Complete it, or write %% for a percent sign",
    );
  }
  return format.replace(directive, (written: string, flags: string, width: string, name: string) => {
    const given: Flags = { flags, width: width === "" ? undefined : Number(width) };
    if (name.endsWith("z")) return offset(clock, name.length - 1, given);
    if (name === "N" || name === "L") return fraction(clock.time, given.width ?? (name === "L" ? 3 : 9));
    const composite = composites[name];
    if (composite !== undefined)
      return layOut(textPart(formatClock(clock, composite)), { ...given, flags: flags.replaceAll("#", "") });
    const part = partOf(clock, name, flags);
    return part === undefined ? written : layOut(part, given);
  });
}

const composites: Readonly<Record<string, string>> = {
  c: "%a %b %e %H:%M:%S %Y",
  D: "%m/%d/%y",
  F: "%Y-%m-%d",
  v: "%e-%^b-%Y",
  x: "%m/%d/%y",
  X: "%H:%M:%S",
  r: "%I:%M:%S %p",
  R: "%H:%M",
  T: "%H:%M:%S",
};

const months = "January February March April May June July August September October November December".split(" ");
const days = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" ");

function partOf({ time, isDate }: Clock, name: string, flags: string): Part | undefined {
  const twelve = time.hour % 12 === 0 ? 12 : time.hour % 12;
  const month = months[time.month - 1] ?? "";
  const day = days[time.weekday - 1] ?? "";
  switch (name) {
    case "Y":
      return numberPart(time.year, time.year < 0 ? 5 : 4);
    case "C":
      return numberPart(Math.floor(time.year / 100), 2);
    case "y":
      return numberPart(((time.year % 100) + 100) % 100, 2);
    case "G":
      return numberPart(time.weekYear, 4);
    case "g":
      return numberPart(time.weekYear % 100, 2);
    case "m":
      return numberPart(time.month, 2);
    case "d":
      return numberPart(time.day, 2);
    case "e":
      return numberPart(time.day, 2, " ");
    case "j":
      return numberPart(time.ordinal, 3);
    case "H":
      return numberPart(time.hour, 2);
    case "k":
      return numberPart(time.hour, 2, " ");
    case "I":
      return numberPart(twelve, 2);
    case "l":
      return numberPart(twelve, 2, " ");
    case "M":
      return numberPart(time.minute, 2);
    case "S":
      return numberPart(time.second, 2);
    case "s":
      return numberPart(Math.floor(time.toMillis() / 1000), 1);
    case "u":
      return numberPart(time.weekday, 1);
    case "w":
      return numberPart(time.weekday % 7, 1);
    case "V":
      return numberPart(time.weekNumber, 2);
    case "U":
      return numberPart(Math.floor((time.ordinal + 6 - (time.weekday % 7)) / 7), 2);
    case "W":
      return numberPart(Math.floor((time.ordinal + 6 - (time.weekday - 1)) / 7), 2);
    case "B":
      return textPart(month);
    case "b":
    case "h":
      return textPart(month.slice(0, 3));
    case "A":
      return textPart(day);
    case "a":
      return textPart(day.slice(0, 3));
    case "p":
      return textPart(flags.includes("#") ? half(time).toLowerCase() : half(time), flags.includes("#"));
    case "P":
      return textPart(half(time).toLowerCase());
    case "Z":
      return isDate ? textPart("+00:00") : swapped(zoneAbbreviation(time), flags);
    case "n":
      return textPart("\n");
    case "t":
      return textPart("\t");
    case "%":
      return textPart("%");
    case "Q":
      return isDate ? numberPart(time.toMillis(), 1) : undefined;
    case "+":
      return isDate ? textPart(formatClock({ time, isDate }, "%a %b %e %H:%M:%S %Z %Y")) : undefined;
    default:
      return undefined;
  }
}

function half(time: DateTime): string {
  return time.hour < 12 ? "AM" : "PM";
}

/** A zone's name is the one text, besides AM and PM, that `#` makes small. */
function swapped(name: string, flags: string): Part {
  return textPart(flags.includes("#") ? name.toLowerCase() : name, flags.includes("#"));
}

function numberPart(value: number, width: number, pad: "0" | " " = "0"): Part {
  return { text: String(value), width, pad, kind: "number" };
}

/** `isCased`: the text is not to be made large any more. */
function textPart(text: string, isCased = false): Part {
  return { text, width: 0, pad: " ", kind: isCased ? "number" : "text" };
}

function layOut({ text, width, pad, kind }: Part, { flags, width: wanted }: Flags): string {
  const cased = kind === "text" && /[\^#]/.test(flags) ? text.toUpperCase() : text;
  if (flags.includes("-")) return cased;
  const padding = lastOf(flags, "0_") ?? (pad === "0" ? "0" : "_");
  const size = wanted ?? width;
  if (padding === "_") return cased.padStart(size, " ");
  return cased.startsWith("-") ? `-${cased.slice(1).padStart(size - 1, "0")}` : cased.padStart(size, "0");
}

function lastOf(flags: string, wanted: string): string | undefined {
  return [...flags].filter((flag) => wanted.includes(flag)).at(-1);
}

/** Digits of the second's fraction; a time is known to the millisecond. */
function fraction(time: DateTime, digits: number): string {
  return String(time.millisecond).padStart(3, "0").padEnd(digits, "0").slice(0, digits);
}

/** `%z` with up to three colons. */
function offset({ time }: Clock, colons: number, { flags, width }: Flags): string {
  const minutes = Math.trunc(Math.abs(time.offset));
  const isUtc = time.zoneName === "UTC";
  const sign = time.offset < 0 || (isUtc && flags.includes("-")) ? "-" : "+";
  const rest = String(minutes % 60).padStart(2, "0");
  const hours = Math.floor(minutes / 60);
  const tail = [rest, `:${rest}`, `:${rest}:00`, minutes % 60 === 0 ? "" : `:${rest}`][colons] ?? "";
  if (flags.includes("_")) return `${sign}${hours}${tail}`.padStart(width ?? tail.length + 3, " ");
  return sign + String(hours).padStart(Math.max(2, (width ?? 0) - tail.length - 1), "0") + tail;
}
