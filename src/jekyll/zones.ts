/** Names of time zones as the system's zone database abbreviates them, which JavaScript knows only by country. */
import { DateTime, FixedOffsetZone } from "luxon";
import type { NamedZone } from "../read/dates.ts";

/** English locales of the regions whose abbreviations differ; each knows its own. */
const LOCALES = ["en-US", "en-GB", "en-AU", "en-CA", "en-IN", "en-NZ", "en-ZA", "en-HK"] as const;

/** Zones that no English locale abbreviates: standard time, then summer time. */
const NAMES: Readonly<Record<string, readonly [string, string?]>> = {
  "Africa/Cairo": ["EET", "EEST"],
  "Africa/Lagos": ["WAT"],
  "Africa/Nairobi": ["EAT"],
  "Asia/Jakarta": ["WIB"],
  "Asia/Jerusalem": ["IST", "IDT"],
  "Asia/Karachi": ["PKT"],
  "Asia/Manila": ["PST"],
  "Asia/Seoul": ["KST"],
  "Asia/Shanghai": ["CST"],
  "Asia/Taipei": ["CST"],
  "Asia/Tokyo": ["JST"],
  "Europe/Minsk": ["+03"],
  "Europe/Moscow": ["MSK"],
};

/** Ruby's `Time#zone`: "EST"; "+03" for a zone without letters; "" for a time that only knows its offset. */
export function zoneAbbreviation(time: DateTime): string {
  const zone = time.zoneName ?? "";
  if (time.zone instanceof FixedOffsetZone) return zone === "UTC" ? "UTC" : "";
  const [standard, summer] = NAMES[zone] ?? [];
  if (standard !== undefined) return time.isInDST ? (summer ?? standard) : standard;
  for (const locale of LOCALES) {
    const name = time.zone.offsetName(time.toMillis(), { format: "short", locale }) ?? "";
    if (/^[A-Z]+$/.test(name)) return name;
  }
  const minutes = Math.abs(time.offset);
  const hours = String(Math.floor(minutes / 60)).padStart(2, "0");
  return `${time.offset < 0 ? "-" : "+"}${hours}${minutes % 60 === 0 ? "" : String(minutes % 60).padStart(2, "0")}`;
}

/** A moment in the zone that its text named (Ruby's `Time.parse`): UTC by that name, else the site's own where that has the same offset then. */
export function inNamedZone(time: DateTime, { name, minutes }: NamedZone): DateTime {
  if (/^(?:UTC|UT|Z|-00(?::?00)?)$/i.test(name)) return time.toUTC();
  return time.offset === minutes ? time : time.setZone(FixedOffsetZone.instance(minutes));
}

/** A moment in the zone of the site. */
export function inZone(milliseconds: number, zone: string): DateTime {
  return DateTime.fromMillis(milliseconds, { zone });
}
