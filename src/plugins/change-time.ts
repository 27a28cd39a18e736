import type { DateTime } from "luxon";
import type { Config, Post } from "../model.ts";

/** When a post last changed. jekyll-feed and jekyll-sitemap know `last_modified_at` alone, Octavo al-folio's keys too. */
export function changeTime({ mode }: Config, { data, date, updated }: Post): DateTime {
  const known = mode === "octavo" || data.last_modified_at !== undefined;
  return known && updated !== undefined ? updated : date;
}
