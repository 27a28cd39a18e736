/**
 * The parts of a date in a text that a person wrote, found as Ruby's `Date._parse` (date 3.2) finds them: the name of a day is passed
 * over, a time of day is taken out, and the first kind of date that occurs in what is left tells the rest.
 */

/** What a text says; a part that it leaves out is absent. Numbers are as written: nobody has asked yet whether there is such a day. */
export interface DateParts {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  /** Counted from the first of January. */
  readonly dayOfYear?: number;
  readonly hour?: number;
  readonly minute?: number;
  readonly second?: number;
  /** As written: "+0900", "EST". */
  readonly zone?: string;
}

/** Longer texts are none to Ruby. */
const MAX_LENGTH = 128;

/** The parts of the date in a text; none where it holds nothing of the kind. */
export function datePartsIn(text: string): DateParts {
  if (text.length > MAX_LENGTH) return {};
  const words = text.replace(NOT_IN_DATES, " ").replace(DAY_NAME, " ");
  const clock = TIME_OF_DAY.exec(words);
  const rest = clock === null ? words : without(words, clock);
  const time = clock === null ? {} : timeOf(clock[1] ?? "", clock[2]);
  for (const [pattern, partsOf] of kinds) {
    const match = pattern.exec(rest);
    if (match !== null) return withNumber({ ...time, ...partsOf(match) }, without(rest, match));
  }
  return withNumber(time, rest);
}

const NOT_IN_DATES = /[^-+',./:@\p{Alphabetic}\p{Nd}[\]]+/gu;
const DAY_NAME = /\b(?:sun|mon|tue|wed|thu|fri|sat)[^-/\d\s]*/i;
const TIME_OF_DAY =
  /((?:\d+\s*:\s*\d+(?:\s*:\s*\d+(?:[,.]\d*)?)?|\d+\s*h(?:\s*\d+m?(?:\s*\d+s?)?)?)(?:\s*[ap](?:m\b|\.m\.))?|\d+\s*[ap](?:m\b|\.m\.))(?:\s*((?:gmt|utc?)?[-+]\d+(?:[,.:]\d+(?::\d+)?)?|[\p{Alphabetic}.\s]+(?:standard|daylight)\stime\b|\p{Alphabetic}+(?:\sdst)?\b))?/iu;

function without(text: string, { 0: found, index }: RegExpExecArray): string {
  return `${text.slice(0, index)} ${text.slice(index + found.length)}`;
}

function timeOf(text: string, zone: string | undefined): DateParts {
  const match = /^(\d+)h?(?:\s*:?\s*(\d+)m?(?:\s*:?\s*(\d+)(?:[,.](\d+))?s?)?)?(?:\s*([ap])(?:m\b|\.m\.))?/i.exec(text);
  const [, hour = "", minute, second, , half] = match ?? [];
  const isAfternoon = half?.toLowerCase() === "p";
  return {
    hour: half === undefined ? Number(hour) : (Number(hour) % 12) + (isAfternoon ? 12 : 0),
    ...(minute === undefined ? {} : { minute: Number(minute) }),
    ...(second === undefined ? {} : { second: Number(second) }),
    ...(zone === undefined ? {} : { zone }),
  };
}

/** A lone number beside a time is the day, beside a day the hour. */
function withNumber(parts: DateParts, rest: string): DateParts {
  const number = /^\s*(\d{1,2})\s*$/.exec(rest);
  if (number === null) return parts;
  const value = Number(number[1]);
  if (parts.hour !== undefined && parts.day === undefined && value >= 1 && value <= 31) return { ...parts, day: value };
  const isHour = parts.day !== undefined && parts.hour === undefined && value <= 24;
  return isHour ? { ...parts, hour: value } : parts;
}

type Match = readonly (string | undefined)[];
type Kind = readonly [pattern: RegExp, partsOf: (match: Match) => DateParts];

const MONTH = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)";
const ERA = "(?:c(?:e|\\.e\\.)|b(?:ce|\\.c\\.e\\.)|a(?:d|\\.d\\.)|b(?:c|\\.c\\.))?";

/** In Ruby's order; the names are those of its parser. */
const kinds: readonly Kind[] = [
  // eu: 3 February 2020
  [
    new RegExp(`('?\\d+)[^-\\d\\s]*\\s*${MONTH}[^-\\d\\s']*(?:\\s*${ERA}\\s*('?-?\\d+(?:(?:st|nd|rd|th)\\b)?))?`, "i"),
    ([, day, month, year]) => threeParts(year, monthNumber(month), day),
  ],
  // us: February 3, 2020
  [
    new RegExp(`\\b${MONTH}[^-\\d\\s']*\\s*('?\\d+)[^-\\d\\s']*(?:\\s*,?\\s*${ERA}\\s*('?-?\\d+))?`, "i"),
    ([, month, day, year]) => threeParts(year, monthNumber(month), day),
  ],
  // iso: 2020-02-03
  [/('?[-+]?\d+)-(\d+)-('?-?\d+)/, ([, year, month, day]) => threeParts(year, month, day)],
  // jis: H31.04.30, the years of an emperor
  [/\b([mtshr])(\d+)\.(\d+)\.(\d+)/i, ([, era = "", year, month, day]) => japanese(era, year, month, day)],
  // vms: 3-Feb-2020, Feb-3-2020
  [
    new RegExp(`('?-?\\d+)-${MONTH}[^-/.]*-('?-?\\d+)`, "i"),
    ([, day, month, year]) => threeParts(year, monthNumber(month), day),
  ],
  [
    new RegExp(`\\b${MONTH}[^-/.]*-('?-?\\d+)(?:-('?-?\\d+))?`, "i"),
    ([, month, day, year]) => threeParts(year, monthNumber(month), day),
  ],
  // sla and dot: 2020/02/03, 3.2.2020
  [/('?-?\d+)\/\s*('?\d+)(?:\D\s*('?-?\d+))?/, ([, year, month, day]) => threeParts(year, month, day)],
  [/('?-?\d+)\.\s*('?\d+)\.\s*('?-?\d+)/, ([, year, month, day]) => threeParts(year, month, day)],
  // iso2: weeks, which no Time is made of, and days of a year
  [/\b(?:\d{2}|\d{4})?-?w\d{2}(?:-?\d)?\b|-w-\d\b/i, () => ({})],
  [/--(\d{2})?-(\d{2})\b/, ([, month, day]) => numbered({ month, day })],
  [/--(\d{2})(\d{2})?\b/, ([, month, day]) => numbered({ month, day })],
  [
    /^(?!.*[,.](?:\d{2}|\d{4})-\d{3}\b).*?\b(\d{2}|\d{4})-(\d{3})\b/,
    ([, year, dayOfYear]) => withCentury(numbered({ year, dayOfYear })),
  ],
  [/^(?!.*\d-\d{3}\b).*?\b-(\d{3})\b/, ([, dayOfYear]) => numbered({ dayOfYear })],
  // year, mon, mday: '20, February, 3rd
  [/'(\d+)\b/, ([, year]) => withCentury(numbered({ year }))],
  [new RegExp(`\\b${MONTH}\\S*`, "i"), ([, month]) => numbered({ month: monthNumber(month) })],
  [/(\d+)(?:st|nd|rd|th)\b/i, ([, day]) => numbered({ day })],
  // ddd: 20200203T040506
  [
    /([-+]?)(\d{2,14})(?:\s*t?\s*(\d{2,6})?(?:[,.](\d*))?)?(?:\s*(z\b|[-+]\d{1,4}\b|\[[-+]?\d[^\]]*\]))?/i,
    digitsInARow,
  ],
];

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

function monthNumber(name = ""): string {
  return String(MONTHS.indexOf(name.toLowerCase()) + 1);
}

function numbered(texts: Readonly<Record<string, string | undefined>>): DateParts {
  const given = Object.entries(texts).filter(([, text]) => text !== undefined);
  return Object.fromEntries(given.map(([name, text]) => [name, Number(text)]));
}

/** A year of two digits is one from 1969 to 2068. */
function withCentury({ year, ...parts }: DateParts): DateParts {
  if (year === undefined) return parts;
  if (year < 0 || year > 99) return { year, ...parts };
  return { year: year + (year >= 69 ? 1900 : 2000), ...parts };
}

/**
 * Three numbers in the order that their kind has them. What has an apostrophe or more than two digits is the year, wherever it
 * stands (`s3e`).
 */
function threeParts(first: string | undefined, second: string | undefined, third: string | undefined): DateParts {
  let [year, month, day] = [first, second, third];
  if (year !== undefined && month !== undefined && day === undefined) [year, month, day] = [undefined, year, month];
  if (year === undefined && day !== undefined && isYear(day)) [year, day] = [day, undefined];
  // "3rd" is none.
  const [, number = "", rest = ""] = /([-+]?\d*)(.*)$/.exec(year?.replace(/^[^-+\d]+/, "") ?? "") ?? [];
  if (number !== "" && rest !== "") [year, day] = [day, number];
  if (month !== undefined && isYear(month)) [year, month, day] = [month, day, year];
  if (day !== undefined && isYear(day)) [year, day] = [day, year];
  const digits = /[-+]?\d+/.exec(year ?? "")?.[0];
  const parts = numbered({ year: digits, month: /\d+/.exec(month ?? "")?.[0], day: /\d+/.exec(day ?? "")?.[0] });
  return digits !== undefined && digits.length <= 2 && /^\d/.test(digits) ? withCentury(parts) : parts;
}

function isYear(text: string): boolean {
  return text.startsWith("'") || text.length > 2;
}

function japanese(era: string, year = "", month = "", day = ""): DateParts {
  const before = { m: 1867, t: 1911, s: 1925, h: 1988, r: 2018 }[era.toLowerCase()] ?? 0;
  return { year: before + Number(year), month: Number(month), day: Number(day) };
}

/** How many digits the parts have, in their order, by the number of all digits: year, month, day or day of year (j), time. */
const DATE_FIRST: Readonly<Record<number, string>> = {
  ...{ 2: "d2", 4: "m2d2", 6: "y2m2d2", 8: "y4m2d2", 10: "y4m2d2h2", 12: "y4m2d2h2i2", 14: "y4m2d2h2i2s2" },
  ...{ 3: "j3", 5: "y2j3", 7: "y4j3" },
};
const TIME_LAST: Readonly<Record<number, string>> = {
  ...{ 2: "s2", 4: "i2s2", 6: "h2i2s2", 8: "d2h2i2s2", 10: "m2d2h2i2s2", 12: "y2m2d2h2i2s2", 14: "y4m2d2h2i2s2" },
  ...{ 3: "i1s2", 5: "h1i2s2", 7: "d1h2i2s2" },
};
const TIME_FIRST: Readonly<Record<number, string>> = { 2: "h2", 4: "h2i2", 6: "h2i2s2" };

const PART_OF: Readonly<Record<string, Exclude<keyof DateParts, "zone">>> = {
  ...{ y: "year", m: "month", d: "day", j: "dayOfYear", h: "hour", i: "minute", s: "second" },
};

/** A fraction behind digits says that they end with seconds. */
function digitsInARow([, sign, digits = "", time = "", fraction, zone]: Match): DateParts {
  const endsWithTime = time === "" && fraction !== undefined;
  const layout = (endsWithTime ? TIME_LAST : DATE_FIRST)[digits.length] ?? "";
  const { year, ...date } = cut(digits, layout);
  const signed = year === undefined ? {} : { year: sign === "-" ? -year : year };
  return {
    ...(layout.startsWith("y4") ? signed : withCentury(signed)),
    ...date,
    ...cut(time, (fraction === undefined ? TIME_FIRST : TIME_LAST)[time.length] ?? ""),
    ...(zone === undefined ? {} : { zone: zone.replace(/^\[|\]$/g, "") }),
  };
}

function cut(digits: string, layout: string): DateParts {
  const parts: { [part in (typeof PART_OF)[string]]?: number } = {};
  let at = 0;
  for (const [, letter = "", size = ""] of layout.matchAll(/([a-z])(\d)/g)) {
    const part = PART_OF[letter];
    if (part !== undefined) parts[part] = Number(digits.slice(at, at + Number(size)));
    at += Number(size);
  }
  return parts;
}
