/** Dates as references write them, in the language of a style's words. */
import { remembered } from "../../memo.ts";
import type { StyleWords } from "./words.ts";

/** "December", "Dec." as American styles shorten it; in other languages as their readers do. "" where the month is not known. */
export function monthName(words: StyleWords, month: number | undefined, length: "long" | "short"): string {
  if (month === undefined) return "";
  const name = monthNames(words, length)[month - 1] ?? "";
  return length === "short" && words.locale === "en-US" && name !== "May" ? `${name}.` : name;
}

/** The twelve names, without the full stop of American styles. */
export function monthNames({ locale }: StyleWords, length: "long" | "short"): readonly string[] {
  return NAMES[length](locale);
}

const namesOf =
  (month: "long" | "short") =>
  (locale: string): readonly string[] => {
    const format = new Intl.DateTimeFormat(locale, { month, timeZone: "UTC" });
    return Array.from({ length: 12 }, (_, index) => format.format(Date.UTC(2000, index, 1)));
  };

/** Kept for each language of references, of which there are few: a format takes longer to make than a reference. */
const NAMES = { long: remembered(namesOf("long")), short: remembered(namesOf("short")) };

/** A day as far as it is known: "December 17, 2004", "17. Dezember 2004", "December 2004". */
export function dateText(
  { locale }: StyleWords,
  { year, month, day }: { readonly year: string; readonly month: number | undefined; readonly day: number | undefined },
): string {
  if (month === undefined || !/^\d{1,4}$/.test(year)) return year;
  const date = new Date(0);
  date.setUTCFullYear(Number(year), month - 1, day ?? 1);
  return new Intl.DateTimeFormat(locale, {
    year: "numeric",
    month: "long",
    ...(day !== undefined && { day: "numeric" }),
    timeZone: "UTC",
  }).format(date);
}

/** The same without its year: "December 17", "17. Dezember". */
export function dayText({ locale }: StyleWords, month: number, day: number | undefined): string {
  return new Intl.DateTimeFormat(locale, {
    month: "long",
    ...(day !== undefined && { day: "numeric" }),
    timeZone: "UTC",
  }).format(Date.UTC(2000, month - 1, day ?? 1));
}
