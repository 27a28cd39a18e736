import type { Page, Site } from "../model.ts";

/** The home page and the 404 page, where the site has none (`mode: octavo` only). */
export function standardPages(_site: Site): readonly Page[] {
  return [];
}
