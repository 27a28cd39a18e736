import type { DateTime } from "luxon";
import type { Post, Site } from "../model.ts";

/**
 * When a post last changed. jekyll-feed and jekyll-sitemap know `last_modified_at` alone, Octavo al-folio's keys too. An item
 * of a collection without any date carries the time of the build; in `mode: octavo`, where two builds must be alike, that is
 * no time at all.
 */
export function changeTime({ config, time }: Site, { data, date, updated }: Post): DateTime | undefined {
  if (updated !== undefined && (config.mode === "octavo" || data.last_modified_at !== undefined)) return updated;
  return config.mode === "octavo" && date.toMillis() === time.toMillis() ? undefined : date;
}
