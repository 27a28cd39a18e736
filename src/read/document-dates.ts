/** When a document is from: front matter, else its name, else (a draft) its file, else the build itself. */
import { type DateTime, DateTime as Luxon } from "luxon";
import { SiteError } from "../errors.ts";
import type { Data } from "../model.ts";
import { type Moment, parseDate, parseNameDate } from "./dates.ts";
import { type Origin, placeOf, type Reading } from "./reading.ts";
import { textOf } from "./values.ts";

interface Dated {
  readonly origin: Origin;
  readonly data: Data;
  readonly own: Data;
  /** The date of the file's name, as it stands there. */
  readonly nameDate: string | undefined;
  readonly draft: boolean;
  /** When the file was changed, milliseconds since 1970. */
  readonly modified: number;
}

/**
 * The date of a document in the site's zone, and whether one was given.
 * Throws SiteError for a date that cannot be one; in mode octavo also for a day that its month does not have.
 */
export function documentDate(dated: Dated, reading: Reading): { readonly time: DateTime; readonly given: boolean } {
  const { origin, data, own, nameDate, draft, modified } = dated;
  const { config } = reading;
  if (data.date !== undefined) {
    const moment = possible(parseDate(data.date, config.timezone), config.mode === "octavo");
    if (moment === undefined) {
      const help = 'Write it as "2020-12-31" or "2020-12-31 18:30:00 +0100"';
      const written = textOf(data.date) || "(nothing)";
      throw new SiteError({ ...placeOf(origin, "date", own), problem: `There is no such date: ${written}`, help });
    }
    warnOfShiftedDay(origin, own, moment.time, reading);
    return { time: moment.time, given: true };
  }
  if (nameDate !== undefined) {
    const moment = possible(parseNameDate(nameDate, config.timezone), config.mode === "octavo");
    if (moment !== undefined) return { time: moment.time, given: true };
    const help = "Name the file YEAR-MONTH-DAY-title, with a day that exists";
    throw new SiteError({ ...placeOf(origin, "", {}), problem: `There is no such date: ${nameDate}`, help });
  }
  if (draft)
    return { time: Luxon.fromMillis(Math.floor(modified / 1000) * 1000, { zone: config.timezone }), given: true };
  return { time: reading.time, given: false };
}

/** `last_modified_at`, `last_updated` or `updated`, whichever comes first. Throws SiteError in mode octavo where it is no date. */
export function updatedDate(origin: Origin, own: Data, data: Data, { config }: Reading): DateTime | undefined {
  const key = ["last_modified_at", "last_updated", "updated"].find((name) => (data[name] ?? null) !== null);
  if (key === undefined) return undefined;
  const moment = possible(parseDate(data[key] ?? null, config.timezone), config.mode === "octavo");
  if (moment !== undefined || config.mode === "jekyll") return moment?.time;
  const problem = `There is no such date: ${textOf(data[key])}`;
  throw new SiteError({
    ...placeOf(origin, key, own),
    problem,
    help: 'Write it as "2020-12-31" or "2020-12-31 18:30:00 +0100"',
  });
}

function possible(moment: Moment | undefined, strict: boolean): Moment | undefined {
  return strict && moment?.exists === false ? undefined : moment;
}

/** A YAML time without a zone is UTC to Jekyll, so in the site's zone it may be the day before or after the one written. */
function warnOfShiftedDay(origin: Origin, own: Data, time: DateTime, { config, diagnostics }: Reading): void {
  if (config.mode === "jekyll" || config.timezone === "UTC" || !(own.date instanceof Date)) return;
  const written = /^date[ \t]*:[ \t]*(\d{4})-(\d{1,2})-(\d{1,2})[Tt\s]+[\d:.]+[ \t]*(\S?)/m.exec(
    origin.front?.yaml ?? "",
  );
  if (written === null || (written[4] !== "" && written[4] !== "#")) return;
  const [year, month, day] = written.slice(1, 4).map(Number);
  if (time.year === year && time.month === month && time.day === day) return;
  diagnostics.warn({
    ...placeOf(origin, "date", own),
    problem: `The date names no zone and is read as UTC: in ${config.timezone} it is ${time.toFormat("yyyy-MM-dd HH:mm")}`,
    help: `Add the zone, such as ${time.toFormat("ZZZ")}, if the day written is the one that is meant`,
  });
}
