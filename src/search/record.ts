/** A written page as Pagefind is to read it: its main part alone, with what is known of it (pagefind.app/docs/metadata). */
import { DateTime } from "luxon";
import { escapeXml } from "../plugins/xml.ts";
import type { SearchablePage } from "./page.ts";

/** One page of the index. */
export interface SearchRecord {
  /** Site-relative, without baseurl. */
  readonly url: string;
  readonly content: string;
}

const NO_INDEX = /<meta\b(?=[^>]*\bname=["']?robots\b)(?=[^>]*\bnoindex\b)/i;

/** What to index of a page; undefined where it asks machines not to. */
export function searchRecord(page: SearchablePage, html: string): SearchRecord | undefined {
  const body = Math.max(0, html.search(/<body\b/i));
  if (NO_INDEX.test(html.slice(0, body))) return undefined;
  const { url, lang, title } = page;
  // An author who marks what is to be found is followed.
  const marked = html.includes("data-pagefind-body");
  const main = marked ? html.slice(body) : mainPart(html, body);
  const content = [
    // One index a language: en-US and en-GB are one, so that a search finds both.
    `<html lang="${escapeXml(lang.split(/[-_]/)[0]?.toLowerCase() ?? "")}">`,
    `<body${marked ? "" : " data-pagefind-body"}>`,
    ...metadata(page),
    ...(/<h1\b/i.test(main) ? [] : [`<p data-pagefind-meta="title">${escapeXml(title || url)}</p>`]),
    main.replace(/<\/?(?:body|html)\b[^>]*>/gi, ""),
    "</body></html>",
  ].join("\n");
  return { url, content };
}

/** What lies in `<main>`, where the page has one, else the whole body. */
function mainPart(html: string, body: number): string {
  const from = html.search(/<main\b/i);
  const to = html.lastIndexOf("</main>");
  return from < 0 || to < from ? html.slice(body) : html.slice(from, to);
}

function metadata({ day, lang, tags }: SearchablePage): readonly string[] {
  return [
    ...(day === undefined ? [] : [`<i data-pagefind-meta="date[title]" title="${escapeXml(dayText(day, lang))}"></i>`]),
    ...tags.map((tag) => `<i data-pagefind-filter="tag[title]" title="${escapeXml(tag)}"></i>`),
  ];
}

/** A day as a language writes it: "November 16, 2025". The first one loads what the system knows of languages, which takes 12 ms. */
function dayText(day: string, lang: string): string {
  return DateTime.fromISO(day, { zone: "utc" }).setLocale(lang).toLocaleString(DateTime.DATE_FULL);
}
