/** Dates as references write them, in the language of a style's words. */
import type { StyleWords } from "./words.ts";

/** "December", "Dec." as American styles shorten it; in other languages as their readers do. "" where the month is not known. */
export function monthName({ locale }: StyleWords, month: number | undefined, length: "long" | "short"): string {
  if (month === undefined) return "";
  const name = new Intl.DateTimeFormat(locale, { month: length, timeZone: "UTC" }).format(Date.UTC(2000, month - 1, 1));
  return length === "short" && locale === "en-US" && name !== "May" ? `${name}.` : name;
}

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
