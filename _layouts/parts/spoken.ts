import type { Helpers } from "../../src/layout.ts";

/** The language of a text, and its direction, where they are not the page's. */
export function spoken(lang: string, pageLang: string, { direction }: Helpers): { lang?: string; dir?: "ltr" | "rtl" } {
  if (lang === pageLang) return {};
  return { lang, ...(direction(lang) !== direction(pageLang) && { dir: direction(lang) }) };
}
