/** Which pages have a card, and what stands on it. */
import { fingerprint } from "../../hash.ts";
import { isLanguage } from "../../language.ts";
import type { Sheets } from "../../layout.ts";
import type { Derived } from "../../model.ts";
import type { Facts } from "../facts.ts";

/** The card of a page. Pages that list share the site's: a site has hundreds of them, and nobody shares them by their names. */
export function cardOf({ kind, page, title, siteName, site, published }: Facts, { colours }: Sheets): Derived {
  const isOwn = kind !== "home" && page.path !== "";
  const recipe = {
    title: isOwn ? title : siteName,
    site: siteName,
    date: isOwn && published ? dayOf(published.toJSDate(), page.lang, published.zoneName ?? "UTC") : "",
    host: URL.canParse(site.config.url) ? new URL(site.config.url).host.replace(/^www\./, "") : "",
    colours: ["paper", "text", "muted", "accent"].map((name) => colours[name]?.[0] ?? ""),
  };
  return { file: `assets/cards/${fingerprint(JSON.stringify(recipe)).slice(0, 12)}.png`, maker: "card", recipe };
}

/** One for each language and zone that a site's posts have: a handful. */
const formats = new Map<string, Intl.DateTimeFormat>();

function dayOf(date: Date, lang: string, timeZone: string): string {
  const key = `${lang} ${timeZone}`;
  let format = formats.get(key);
  if (format === undefined) {
    const form = { year: "numeric", month: "long", day: "numeric", timeZone } as const;
    format = new Intl.DateTimeFormat(isLanguage(lang) ? lang : "en", form);
    formats.set(key, format);
  }
  return format.format(date);
}
