/** Filters of dates. Text that names no zone is a time of the site's zone. */
import { DateTime } from "luxon";
import { parseDate } from "../../read/dates.ts";
import { LiquidFault } from "../errors.ts";
import type { Scope } from "../scope.ts";
import { formatTime } from "../strftime.ts";
import { isInteger, isPlainDate, isTime, type Ruby } from "../values.ts";
import { inNamedZone, inZone } from "../zones.ts";
import { type FilterTable, filter } from "./define.ts";

/** The time that a value stands for, in the zone it names (Liquid's `Utils.to_date`); undefined where it names none. */
function toTime(value: Ruby, scope: Scope): Date | DateTime | Extract<Ruby, { kind: "date" }> | undefined {
  if (isTime(value)) return value;
  if (isInteger(value)) return fromEpoch(Number(value), scope);
  if (typeof value !== "string" || value === "") return undefined;
  const text = value.toLowerCase();
  if (text === "now" || text === "today") return scope.services.now;
  if (/^\d+$/.test(text)) return fromEpoch(Number(text), scope);
  const moment = parseDate(text, scope.zone, scope.services.now);
  return moment?.zone === undefined ? moment?.time : inNamedZone(moment.time, moment.zone);
}

/** Beyond the year 275760 there is no time. */
function fromEpoch(seconds: number, scope: Scope): DateTime | undefined {
  const time = inZone(seconds * 1000, scope.zone);
  return time.isValid ? time : undefined;
}

/** The same in the site's zone, as Jekyll's own filters have it. Throws LiquidFault for what is no date. */
function localTime(value: Ruby, scope: Scope): DateTime {
  const time = toTime(value, scope);
  if (time === undefined) {
    throw new LiquidFault(
      `"${scope.text(value)}" is no date`,
      "Write it as 2020-01-31, with a time of day where there is one",
    );
  }
  if (time instanceof Date) return DateTime.fromJSDate(time, { zone: scope.zone });
  if (!isPlainDate(time)) return time.setZone(scope.zone);
  return DateTime.fromObject({ year: time.year, month: time.month, day: time.day }, { zone: scope.zone });
}

/** Formats a date, in the site's zone; nil and an empty text stay what they are. */
function dateFilter(most: number, format: (time: DateTime, scope: Scope, given: readonly Ruby[]) => string) {
  return filter(0, most, (scope, input, ...given) =>
    !isTime(input) && scope.text(input) === "" ? input : format(localTime(input, scope), scope, given),
  );
}

function stringifier(month: string) {
  return dateFilter(2, (time, scope, [type, style]) => {
    const day = `${time.day}${ordinal(time.day)}`;
    const ordered = style === "US" ? `${month} ${day}, %Y` : `${day} ${month} %Y`;
    return formatTime(time, type === "ordinal" ? ordered : `%d ${month} %Y`, scope.zone);
  });
}

function ordinal(day: number): string {
  if (day >= 11 && day <= 13) return "th";
  return ["th", "st", "nd", "rd"][day % 10] ?? "th";
}

export const dateFilters: FilterTable = {
  date: filter(1, 1, (scope, input, format = null) => {
    const pattern = scope.text(format);
    const time = pattern === "" ? undefined : toTime(input, scope);
    return time === undefined ? input : formatTime(time, pattern, scope.zone);
  }),
  date_to_string: stringifier("%b"),
  date_to_long_string: stringifier("%B"),
  date_to_xmlschema: dateFilter(0, (time, scope) => formatTime(time, "%Y-%m-%dT%H:%M:%S%:z", scope.zone)),
  date_to_rfc822: dateFilter(0, (time, scope) => formatTime(time, "%a, %d %b %Y %H:%M:%S %z", scope.zone)),
};
