/** Links that leave the site. */
import type { Config, Value } from "../model.ts";
import { asData, asList, asText } from "../settings.ts";
import type { Rule } from "./rule.ts";
import { isBelow, readUrl } from "./urls.ts";

/**
 * `rel="noopener"` for links to other hosts, beside what the author wrote. al-folio's `external_links` (jekyll-link-attributes): `rel`
 * and `target` for those that have none, `exclude` names hosts or beginnings of URLs, `enabled: false` leaves all links alone.
 */
export function externalLinks({ url: siteUrl, data }: Config): Rule {
  const settings = asData(data.external_links);
  const isOn = settings?.enabled !== false;
  const rel = words(settings?.enabled === true ? settings.rel : undefined);
  const target = settings?.enabled === true ? asText(settings.target) : undefined;
  const excluded = texts(settings?.exclude);
  const own = readUrl(siteUrl)?.host;
  return {
    name: "external links",
    elements: isOn ? ["a", "area"] : [],
    edit: (link) => {
      if (!link.tag.includes("//")) return;
      const href = (link.get("href") ?? "").trim();
      if (isBelow(href, siteUrl)) return;
      const url = /^(?:https?:)?\/\//i.test(href) ? readUrl(href) : undefined;
      if (url === undefined || url.host === own || excluded.some((mark) => isMeant(mark, url))) return;
      const given = words(link.get("rel"));
      link.set("rel", [...new Set([...given, ...(given.length > 0 ? [] : rel), "noopener"])].join(" "));
      if (target !== undefined && link.get("target") === undefined) link.set("target", target);
    },
  };
}

/** Whether `exclude` means this URL: by its host, also that of a domain above it, or by its beginning. */
function isMeant(mark: string, { host, href }: URL): boolean {
  if (/^https?:/i.test(mark)) return href.startsWith(mark);
  return host === mark || host.endsWith(`.${mark}`);
}

function words(value: Value | undefined): readonly string[] {
  const list = asList(value);
  return (list === undefined ? (asText(value) ?? "") : list.join(" ")).split(/\s+/).filter((word) => word !== "");
}

function texts(value: Value | undefined): readonly string[] {
  return (asList(value) ?? [asText(value) ?? ""]).map(String).filter((text) => text !== "");
}
