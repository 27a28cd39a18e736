/** When something appeared, from the fields that say so. */

import { texToText } from "./tex.ts";

/** When a work appeared. */
export interface Issued {
  /** "2024", "in press" or "". */
  readonly year: string;
  /** 1 to 12. */
  readonly month: number | undefined;
  readonly day: number | undefined;
}

/** BibTeX's own names of the months. */
export const MONTHS: readonly string[] = [
  "jan",
  "feb",
  "mar",
  "apr",
  "may",
  "jun",
  "jul",
  "aug",
  "sep",
  "oct",
  "nov",
  "dec",
];

/** BibTeX's `year` and `month` ("jul", "July", "7", "10~jul", "July 10--12"), biblatex's `date` ("2023-05-06", "2023/2024"). */
export function issuedOf(fields: Readonly<Record<string, string>>): Issued {
  const [, dateYear, dateMonth, dateDay] = /^(-?\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(fields.date ?? "") ?? [];
  const year = texToText(fields.year ?? "") || dateYear || texToText(fields.date ?? "");
  const { month, day } = monthOf(texToText(fields.month ?? ""));
  return {
    year,
    month: month ?? number(dateMonth, 12),
    day: number(fields.day ?? "", 31) ?? day ?? number(dateDay, 31),
  };
}

/** A month in words or digits, with a day where one stands beside it. */
function monthOf(text: string): Pick<Issued, "month" | "day"> {
  const name = /[a-z]{3}/i.exec(text)?.[0].toLowerCase() ?? "";
  const named = MONTHS.indexOf(name) + 1;
  const numbers = [...text.matchAll(/\d+/g)].map(([digits]) => digits);
  if (named > 0) return { month: named, day: number(numbers[0], 31) };
  // The parser writes "jul" as "07": next to a day the nought tells which is the month.
  const month = numbers.length > 1 ? (numbers.find((digits) => /^0\d$/.test(digits)) ?? numbers[0]) : numbers[0];
  const day = numbers.find((digits) => digits !== month);
  return { month: number(month, 12), day: number(day, 31) };
}

function number(digits: string | undefined, most: number): number | undefined {
  const value = Number.parseInt(digits ?? "", 10);
  return value >= 1 && value <= most ? value : undefined;
}
