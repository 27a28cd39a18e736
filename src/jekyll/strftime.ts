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
  /** Whether the text has the case that it is to have. */
  readonly isCased: boolean;
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

const DIRECTIVE = /%([-0^#_]*)(\d*)(?:E(?=[cCxXyY])|O(?=[deHkIlmMSuUVwWy]))?(:{0,3}z|[A-Za-z%+])/g;

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
  let text = "";
  for (const piece of piecesOf(format)) text += typeof piece === "string" ? piece : formatPiece(clock, piece);
  return text;
}

function formatPiece(clock: Clock, { written, name, given }: Piece): string {
  if (name.endsWith("z")) return offset(clock, name.length - 1, given);
  if (name === "N" || name === "L") return fraction(clock.time, given.width ?? (name === "L" ? 3 : 9));
  const composite = COMPOSITES[name];
  if (composite !== undefined)
    return layOut(textPart(formatClock(clock, composite)), { ...given, flags: given.flags.replaceAll("#", "") });
  const part = directives[name]?.(clock, given.flags);
  return part === undefined ? written : layOut(part, given);
}

/** A directive of a format. */
interface Piece {
  readonly written: string;
  readonly name: string;
  readonly given: Flags;
}

/** The formats of a site are few, and its dates are many. */
const known = new Map<string, readonly (string | Piece)[]>();
const MOST_KNOWN = 200;

function piecesOf(format: string): readonly (string | Piece)[] {
  let pieces = known.get(format);
  if (pieces === undefined) {
    pieces = readPieces(format);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(format, pieces);
  }
  return pieces;
}

function readPieces(format: string): readonly (string | Piece)[] {
  if (/%[-0^#_]*\d*$/.test(format.replace(DIRECTIVE, ""))) {
    throw new LiquidFault(
      `The date format "${format}" ends inside a directive`,
      "Complete it, or write %% for a percent sign",
    );
  }
  const pieces: (string | Piece)[] = [];
  let end = 0;
  for (const match of format.matchAll(DIRECTIVE)) {
    const [written, flags = "", width = "", name = ""] = match;
    pieces.push(format.slice(end, match.index));
    pieces.push({ written, name, given: { flags, width: width === "" ? undefined : Number(width) } });
    end = match.index + written.length;
  }
  pieces.push(format.slice(end));
  return pieces;
}

const COMPOSITES: Readonly<Record<string, string>> = {
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

/** What a directive prints of a time; undefined where it is none of Ruby's for that class, and stands as it is written. */
type Directive = (clock: Clock, flags: string) => Part | undefined;

const directives: Readonly<Record<string, Directive>> = {
  Y: ({ time }) => numberPart(time.year, time.year < 0 ? 5 : 4),
  C: ({ time }) => numberPart(Math.floor(time.year / 100), 2),
  y: ({ time }) => numberPart(((time.year % 100) + 100) % 100, 2),
  G: ({ time }) => numberPart(time.weekYear, 4),
  g: ({ time }) => numberPart(time.weekYear % 100, 2),
  m: ({ time }) => numberPart(time.month, 2),
  d: ({ time }) => numberPart(time.day, 2),
  e: ({ time }) => numberPart(time.day, 2, " "),
  j: ({ time }) => numberPart(time.ordinal, 3),
  H: ({ time }) => numberPart(time.hour, 2),
  k: ({ time }) => numberPart(time.hour, 2, " "),
  I: ({ time }) => numberPart(twelveHour(time), 2),
  l: ({ time }) => numberPart(twelveHour(time), 2, " "),
  M: ({ time }) => numberPart(time.minute, 2),
  S: ({ time }) => numberPart(time.second, 2),
  s: ({ time }) => numberPart(Math.floor(time.toMillis() / 1000), 1),
  u: ({ time }) => numberPart(time.weekday, 1),
  w: ({ time }) => numberPart(time.weekday % 7, 1),
  V: ({ time }) => numberPart(time.weekNumber, 2),
  U: ({ time }) => numberPart(Math.floor((time.ordinal + 6 - (time.weekday % 7)) / 7), 2),
  W: ({ time }) => numberPart(Math.floor((time.ordinal + 6 - (time.weekday - 1)) / 7), 2),
  B: ({ time }) => textPart(monthOf(time)),
  b: ({ time }) => textPart(monthOf(time).slice(0, 3)),
  h: ({ time }) => textPart(monthOf(time).slice(0, 3)),
  A: ({ time }) => textPart(dayOf(time)),
  a: ({ time }) => textPart(dayOf(time).slice(0, 3)),
  p: ({ time }, flags) => swapped(half(time), flags),
  P: ({ time }) => textPart(half(time).toLowerCase()),
  Z: ({ time, isDate }, flags) => (isDate ? textPart("+00:00") : swapped(zoneAbbreviation(time), flags)),
  n: () => textPart("\n"),
  t: () => textPart("\t"),
  "%": () => textPart("%"),
  Q: ({ time, isDate }) => (isDate ? numberPart(time.toMillis(), 1) : undefined),
  "+": (clock) => (clock.isDate ? textPart(formatClock(clock, "%a %b %e %H:%M:%S %Z %Y")) : undefined),
};

function monthOf(time: DateTime): string {
  return months[time.month - 1] ?? "";
}

function dayOf(time: DateTime): string {
  return days[time.weekday - 1] ?? "";
}

/** 1 to 12. */
function twelveHour(time: DateTime): number {
  return time.hour % 12 === 0 ? 12 : time.hour % 12;
}

function half(time: DateTime): string {
  return time.hour < 12 ? "AM" : "PM";
}

/** `#` makes AM, PM and a zone's name small, and any other text large. */
function swapped(name: string, flags: string): Part {
  return textPart(flags.includes("#") ? name.toLowerCase() : name, flags.includes("#"));
}

function numberPart(value: number, width: number, pad: "0" | " " = "0"): Part {
  return { text: String(value), width, pad, isCased: true };
}

function textPart(text: string, isCased = false): Part {
  return { text, width: 0, pad: " ", isCased };
}

function layOut({ text, width, pad, isCased }: Part, { flags, width: wanted }: Flags): string {
  const cased = flags !== "" && !isCased && /[\^#]/.test(flags) ? text.toUpperCase() : text;
  if (flags.includes("-")) return cased;
  const padding = (flags === "" ? undefined : lastOf(flags, "0_")) ?? (pad === "0" ? "0" : "_");
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
