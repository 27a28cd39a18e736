/** Names of time zones as the system's zone database abbreviates them, which JavaScript knows only by country. */
import { DateTime, FixedOffsetZone, Zone } from "luxon";

/** An offset that was written by its name: "EST" is five hours west of UTC in summer too. */
class NamedOffset extends Zone {
  readonly abbreviation: string;
  readonly #minutes: number;

  constructor(abbreviation: string, hours: number) {
    super();
    this.abbreviation = abbreviation;
    this.#minutes = hours * 60;
  }

  override get type(): string {
    return "named offset";
  }

  override get name(): string {
    return this.abbreviation;
  }

  override get isUniversal(): boolean {
    return true;
  }

  override get isValid(): boolean {
    return true;
  }

  override offset(): number {
    return this.#minutes;
  }

  override offsetName(): string {
    return this.abbreviation;
  }

  override formatOffset(milliseconds: number, format: "short" | "narrow" | "techie"): string {
    return FixedOffsetZone.instance(this.#minutes).formatOffset(milliseconds, format);
  }

  override equals(other: Zone): boolean {
    return other instanceof NamedOffset && other.abbreviation === this.abbreviation;
  }
}

/** English locales of the regions whose abbreviations differ; each knows its own. */
const locales = ["en-US", "en-GB", "en-AU", "en-CA", "en-IN", "en-NZ", "en-ZA", "en-HK"] as const;

/** Zones that no English locale abbreviates: standard time, then summer time. */
const names: Readonly<Record<string, readonly [string, string?]>> = {
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
  if (time.zone instanceof NamedOffset) return time.zone.abbreviation;
  if (time.zone instanceof FixedOffsetZone) return zone === "UTC" ? "UTC" : "";
  const [standard, summer] = names[zone] ?? [];
  if (standard !== undefined) return time.isInDST ? (summer ?? standard) : standard;
  for (const locale of locales) {
    const name = time.zone.offsetName(time.toMillis(), { format: "short", locale }) ?? "";
    if (/^[A-Z]+$/.test(name)) return name;
  }
  const minutes = Math.abs(time.offset);
  const hours = String(Math.floor(minutes / 60)).padStart(2, "0");
  return `${time.offset < 0 ? "-" : "+"}${hours}${minutes % 60 === 0 ? "" : String(minutes % 60).padStart(2, "0")}`;
}

const hoursOf: Readonly<Record<string, number>> = {
  EST: -5,
  EDT: -4,
  CST: -6,
  CDT: -5,
  MST: -7,
  MDT: -6,
  PST: -8,
  PDT: -7,
};

/** The zone that a date written as text names at its end, as Ruby's `Time.parse` keeps it; undefined where it names none, or no time of day. */
export function writtenZone(text: string): Zone | undefined {
  const named = /(?:[:t]\d+(?:[.,]\d+)?|[ap]\.?m\.?)\s*(Z|UTC|UT|GMT|[ECMP][SD]T)\s*$/i.exec(text)?.[1]?.toUpperCase();
  if (named !== undefined) {
    const hours = hoursOf[named];
    return hours === undefined ? FixedOffsetZone.utcInstance : new NamedOffset(named, hours);
  }
  const offset = /[:t]\d+(?:[.,]\d+)?\s*([-+])(\d\d):?(\d\d)?\s*$/i.exec(text);
  if (offset === null) return undefined;
  const minutes = Number(offset[2]) * 60 + Number(offset[3] ?? 0);
  return FixedOffsetZone.instance(offset[1] === "-" ? -minutes : minutes);
}

/** A moment in the zone of the site. */
export function inZone(milliseconds: number, zone: string): DateTime {
  return DateTime.fromMillis(milliseconds, { zone });
}
