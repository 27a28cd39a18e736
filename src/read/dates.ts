/**
 * Dates as Jekyll understands them: whatever stands in the front matter becomes text and is read again the way Ruby's
 * `Time.parse` reads it, in the site's zone. So a YAML time (which is UTC where it names no zone) is shifted into the site's
 * zone, a calendar date is its midnight there, and a string is local unless it names a zone.
 */
import { DateTime } from "luxon";
import type { Value } from "../model.ts";
import { isDate } from "../values.ts";

/** What a date is made of; a part that is not given is absent. `offset` is in seconds east of UTC. */
interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour?: number;
  readonly minute?: number;
  readonly second?: number;
  readonly offset?: number | undefined;
}

/** A moment, and whether its calendar day exists: Ruby takes the 30th of February for the 1st of March. */
export interface Moment {
  readonly time: DateTime;
  readonly exists: boolean;
}

/**
 * The moment that a front matter value names, to the second, in `zone` (an IANA name); undefined where it names none.
 */
export function parseDate(value: Value, zone: string): Moment | undefined {
  if (value instanceof Date) {
    const time = DateTime.fromMillis(Math.floor(value.getTime() / 1000) * 1000, { zone });
    return { time, exists: true };
  }
  if (isDate(value)) return moment(value, zone);
  const parts = parseText(String(value ?? ""));
  return parts === undefined ? undefined : moment(parts, zone);
}

/** The moment of a file's name: `2020-1-2`, also with a year of two digits. */
export function parseNameDate(text: string, zone: string): Moment | undefined {
  const parts = dashed.exec(text);
  return parts === null ? undefined : moment(dateOf(parts[1], parts[2], parts[3]), zone);
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

const dashed = /^(\d{2,4})-(\d{1,2})-(\d{1,2})$/;
const common =
  /^\s*(\d{4})-(\d{1,2})-(\d{1,2})(?:(?:[Tt]|\s+)(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:[.,]\d*)?)?\s*(.*?))?\s*$/;

/** The shape that nearly every post has is tried first; the others are looked for part by part. */
function parseText(text: string): Parts | undefined {
  const match = common.exec(text);
  if (match === null || (match[7] !== undefined && match[7] !== "" && zoneOf(match[7]) === undefined))
    return parseFree(text);
  const [, year, month, day, hour, minute, second, zone] = match;
  const date = { year: Number(year), month: Number(month), day: Number(day) };
  if (hour === undefined) return date;
  const time = { hour: Number(hour), minute: Number(minute), second: Number(second ?? 0) };
  return { ...date, ...time, offset: zone === undefined || zone === "" ? undefined : zoneOf(zone) };
}

const clockTime = /(\d{1,2})(?::(\d{1,2})(?::(\d{1,2})(?:[.,]\d+)?)?\s*([ap]\.?m\.?\b)?|\s*([ap]\.?m\.?\b))\s*(.*)$/i;

/** What follows a time of day: any word is a zone to Ruby, which then knows it or does not. */
const zoneWord = /^(?:(?:gmt|utc?)?[-+]\d+(?:[,.:]\d+)*|[a-z.\s]+(?:standard|daylight)\stime\b|[a-z]+(?:\sdst)?\b)/i;

/** A time of day anywhere in the text, then a date in what is left: Ruby's `Date._parse` for the forms that people write. */
function parseFree(text: string): Parts | undefined {
  const compact = /^\s*(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?)?\s*(Z|[-+]\d\d:?\d\d)?\s*$/i.exec(text);
  if (compact !== null) {
    const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = compact
      .slice(1, 7)
      .map((part) => Number(part ?? 0));
    return { year, month, day, hour, minute, second, offset: zoneOf(compact[7] ?? "") };
  }
  const time = clockTime.exec(text);
  const [zone = ""] = zoneWord.exec(time?.[6] ?? "") ?? [];
  const date = parseDay(time === null ? text : `${text.slice(0, time.index)} ${time[6]?.slice(zone.length) ?? ""}`);
  if (date === undefined || time === null) return date;
  const half = (time[4] ?? time[5] ?? "").toLowerCase();
  const hour = Number(time[1]);
  return {
    ...date,
    hour: half === "" ? hour : (hour % 12) + (half.startsWith("p") ? 12 : 0),
    minute: Number(time[2] ?? 0),
    second: Number(time[3] ?? 0),
    offset: zoneOf(zone),
  };
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const monthName = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?";

/** A date in the orders that Ruby knows. Day before month where the year comes last: `3/2/2020` is in February. */
function parseDay(text: string): Parts | undefined {
  const dayMonth = new RegExp(`(\\d{1,2})(?:st|nd|rd|th)?[-\\s]*${monthName}[-,\\s]*'?(\\d{4}|\\d\\d)?`, "i").exec(
    text,
  );
  const yearMonth = new RegExp(`(\\d{4})[-\\s]+${monthName}[-\\s]*(\\d{1,2})`, "i").exec(text);
  if (yearMonth !== null) return dateOf(yearMonth[1], monthNumber(yearMonth[2]), yearMonth[3]);
  if (dayMonth?.[3] !== undefined) return dateOf(dayMonth[3], monthNumber(dayMonth[2]), dayMonth[1]);
  const monthYear = new RegExp(`\\b${monthName}\\s*(\\d{4})\\b`, "i").exec(text);
  if (monthYear !== null) return dateOf(monthYear[2], monthNumber(monthYear[1]), "1");
  const monthDay = new RegExp(`\\b${monthName}\\s*(\\d{1,2})(?:st|nd|rd|th)?\\b[,\\s]*'?(\\d{4}|\\d\\d)`, "i").exec(
    text,
  );
  if (monthDay !== null) return dateOf(monthDay[3], monthNumber(monthDay[1]), monthDay[2]);
  const numbers = /(\d+)([-./])(\d+)\2(\d+)/.exec(text);
  if (numbers === null) return dayOfYear(text);
  const [, first = "", , second = "", third = ""] = numbers;
  return third.length > 2 ? dateOf(third, second, first) : dateOf(first, second, third);
}

function dayOfYear(text: string): Parts | undefined {
  const match = /\b(\d{4})-(\d{3})\b/.exec(text);
  if (match === null) return undefined;
  const day = new Date(Date.UTC(Number(match[1]), 0, Number(match[2])));
  return { year: day.getUTCFullYear(), month: day.getUTCMonth() + 1, day: day.getUTCDate() };
}

function monthNumber(name: string | undefined): string {
  return String(months.indexOf((name ?? "").slice(0, 3).toLowerCase()) + 1);
}

/** A year of two digits is one from 1969 to 2068. */
function dateOf(year = "", month = "", day = ""): Parts {
  const number = Number(year);
  const full = year.length > 2 ? number : number + (number < 69 ? 2000 : 1900);
  return { year: full, month: Number(month), day: Number(day) };
}

/** Hours east of UTC of the abbreviations that Ruby's `Time` knows; it takes any other for the local zone. */
const zones: Readonly<Record<string, number>> = {
  ...{ UTC: 0, UT: 0, GMT: 0, Z: 0, EST: -5, EDT: -4, CST: -6, CDT: -5, MST: -7, MDT: -6, PST: -8, PDT: -7 },
};

/** Seconds east of UTC; undefined where the text is no zone that Ruby's `Time` knows. */
function zoneOf(text: string): number | undefined {
  const hours = zones[text.toUpperCase()];
  if (hours !== undefined) return hours * 3600;
  const offset = /^([-+])(\d\d)(?::?(\d\d))?$/.exec(text);
  if (offset === null) return undefined;
  const seconds = Number(offset[2]) * 3600 + Number(offset[3] ?? 0) * 60;
  return offset[1] === "-" ? -seconds : seconds;
}
