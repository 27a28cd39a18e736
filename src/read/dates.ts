/**
 * Dates as Jekyll understands them: whatever stands in the front matter becomes text and is read again the way Ruby's
 * `Time.parse` reads it, in the site's zone. So a YAML time (which is UTC where it names no zone) is shifted into the site's
 * zone, a calendar date is its midnight there, and a string is local unless it names a zone.
 */
import { DateTime, FixedOffsetZone } from "luxon";
import type { Value } from "../model.ts";
import { isDate } from "../values.ts";
import { type DateParts, datePartsIn } from "./date-text.ts";

/** What a date is made of; a part of the time of day that is not given is absent. `offset` is in seconds east of UTC. */
interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour?: number | undefined;
  readonly minute?: number | undefined;
  readonly second?: number | undefined;
  readonly offset?: number | undefined;
}

/** A moment, and whether its calendar day exists: Ruby takes the 30th of February for the 1st of March. */
export interface Moment {
  readonly time: DateTime;
  readonly exists: boolean;
  /** The zone that a text names, where it is one that Ruby knows. */
  readonly zone?: NamedZone;
}

/** A zone as a text names it, and its minutes east of UTC. */
export interface NamedZone {
  readonly name: string;
  readonly minutes: number;
}

/**
 * The moment that a front matter value names, to the second, in `zone` (an IANA name); undefined where it names none.
 * @param now what a text leaves out at its beginning is taken from: the day of "10:30". Without it, a text must name year and month.
 */
export function parseDate(value: Value, zone: string, now?: DateTime): Moment | undefined {
  if (value instanceof Date) {
    const time = DateTime.fromMillis(Math.floor(value.getTime() / 1000) * 1000, { zone });
    return { time, exists: true };
  }
  if (isDate(value)) return moment(value, zone);
  return parseText(String(value ?? ""), zone, now);
}

/** The moment of a file's name: `2020-1-2`, also with a year of two digits. */
export function parseNameDate(text: string, zone: string): Moment | undefined {
  if (!/^\d{2,4}-\d{1,2}-\d{1,2}$/.test(text)) return undefined;
  const { year, month, day } = datePartsIn(text);
  const isDay = year !== undefined && month !== undefined && day !== undefined;
  return isDay ? moment({ year, month, day }, zone) : undefined;
}

function moment(parts: Parts, zone: string): Moment | undefined {
  const { year, month, day, hour = 0, minute = 0, second = 0, offset } = parts;
  if (month < 1 || month > 12 || day < 1 || day > 31 || minute > 59 || second > 60) return undefined;
  if (hour > 24 || (hour === 24 && (minute > 0 || second > 0))) return undefined;
  // Counted in UTC first, where days and hours beyond the end roll over as they do in Ruby's Time.
  const clock = new Date(0);
  clock.setUTCFullYear(year, month - 1, day);
  const exists = clock.getUTCMonth() === month - 1;
  clock.setUTCHours(hour, minute, second);
  const utc = clock.getTime();
  if (offset !== undefined) return { time: DateTime.fromMillis(utc - offset * 1000, { zone }), exists };
  if (zone === "UTC") return { time: DateTime.fromMillis(utc, { zone }), exists };
  const local = DateTime.fromMillis(utc, { zone: "UTC" }).setZone(zone, { keepLocalTime: true });
  // Where clocks are put back an hour comes twice; Ruby takes the second one.
  const later = local.plus({ hours: 1 });
  return { time: later.hour === local.hour && later.minute === local.minute ? later : local, exists };
}

const COMMON =
  /^\s*(\d{4})-(\d{1,2})-(\d{1,2})(?:(?:[Tt]|\s+)(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:[.,]\d*)?)?\s*(.*?))?\s*$/;

/** The shape that nearly every post has is tried first; in others the parts are looked for. */
function parseText(text: string, zone: string, now: DateTime | undefined): Moment | undefined {
  const match = COMMON.exec(text);
  const [, year, month, day, hour, minute, second, written = ""] = match ?? [];
  const offset = zoneOf(written);
  if (match === null || (written !== "" && offset === undefined)) return complete(datePartsIn(text), zone, now);
  const date = { year: Number(year), month: Number(month), day: Number(day) };
  if (hour === undefined) return moment(date, zone);
  const time = { hour: Number(hour), minute: Number(minute), second: Number(second ?? 0) };
  return named(moment({ ...date, ...time, offset }, zone), written);
}

/** What a text leaves out before its first part is that of `now` in its zone, what it leaves out behind it the beginning (`Time.parse`). */
function complete(parts: DateParts, zone: string, now: DateTime | undefined): Moment | undefined {
  const { zone: written = "", ...given } = parts;
  if (Object.keys(given).length === 0) return undefined;
  const offset = zoneOf(written);
  const today = offset === undefined ? now?.setZone(zone) : now?.setZone(FixedOffsetZone.instance(offset / 60));
  const { year = today?.year, month, day, dayOfYear, hour, minute, second } = { ...leading(given, today), ...given };
  if (year === undefined || (now === undefined && (month ?? dayOfYear) === undefined)) return undefined;
  const clock = { hour, minute, second, offset };
  if (dayOfYear === undefined)
    return named(moment({ year, month: month ?? 1, day: day ?? 1, ...clock }, zone), written);
  const date = new Date(Date.UTC(year, 0, dayOfYear));
  if (dayOfYear < 1 || date.getUTCFullYear() !== year) return undefined;
  return named(moment({ year, month: date.getUTCMonth() + 1, day: date.getUTCDate(), ...clock }, zone), written);
}

const SIZES = ["year", "month", "day", "hour", "minute"] as const;

/** The parts of today that are larger than all that is given. */
function leading(given: DateParts, today: DateTime | undefined): DateParts {
  if (today === undefined || given.dayOfYear !== undefined) return {};
  const first = SIZES.findIndex((size) => given[size] !== undefined);
  return Object.fromEntries(SIZES.slice(0, first < 0 ? SIZES.length : first).map((size) => [size, today[size]]));
}

function named(found: Moment | undefined, name: string): Moment | undefined {
  const offset = zoneOf(name);
  return found === undefined || offset === undefined ? found : { ...found, zone: { name, minutes: offset / 60 } };
}

/** Hours east of UTC of the abbreviations and letters that Ruby's `Time` knows; it takes any other for the local zone. */
const ZONES: Readonly<Record<string, number>> = {
  ...{ A: 1, B: 2, C: 3, D: 4, E: 5, F: 6, G: 7, H: 8, I: 9, K: 10, L: 11, M: 12 },
  ...{ N: -1, O: -2, P: -3, Q: -4, R: -5, S: -6, T: -7, U: -8, V: -9, W: -10, X: -11, Y: -12 },
  ...{ UTC: 0, UT: 0, GMT: 0, Z: 0, EST: -5, EDT: -4, CST: -6, CDT: -5, MST: -7, MDT: -6, PST: -8, PDT: -7 },
};

/** Seconds east of UTC; undefined where the text is no zone that Ruby's `Time` knows. */
function zoneOf(text: string): number | undefined {
  const hours = ZONES[text.toUpperCase()];
  if (hours !== undefined) return hours * 3600;
  const offset = /^([-+])(\d\d)(?::?(\d\d))?$/.exec(text);
  if (offset === null) return undefined;
  const seconds = Number(offset[2]) * 3600 + Number(offset[3] ?? 0) * 60;
  return offset[1] === "-" ? -seconds : seconds;
}
