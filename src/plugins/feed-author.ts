/** Who wrote what a feed holds: Atom's `<author>` elements. */
import { inspect, toText } from "../jekyll/text.ts";
import type { Config, Data, Site, Value } from "../model.ts";
import { asData, asList, asText } from "../settings.ts";
import { escapeXml } from "./xml.ts";

/** The elements of the site's `author`; undefined where it names none. */
export function siteAuthors({ mode, timezone, data: { author } }: Config): string | undefined {
  if (author === undefined || author === null || author === false) return undefined;
  return mode === "jekyll" ? person(author, timezone) : persons(author, timezone);
}

/**
 * The post's author, else the first of its authors, else the site's; `_data/authors` may hold more about one.
 * @returns Atom's elements (RFC 4287, section 4.2.1), as XML
 */
export function entryAuthors({ config, data: siteData }: Site, data: Data): string {
  const { mode, title, timezone } = config;
  const found = [data.author, asList(data.authors)?.[0], config.data.author].find(isGiven);
  const known = typeof found === "string" ? asData(siteData.authors)?.[found] : undefined;
  const author = isGiven(known) ? known : found;
  // Atom wants a name: that of the site will do. jekyll-feed leaves it empty.
  if (author === undefined) return person(mode === "octavo" ? title : "", timezone);
  return mode === "jekyll" ? person(author, timezone) : persons(author, timezone);
}

/** What Liquid's filter `default` takes for a value. */
function isGiven(value: Value | undefined): value is Value {
  if (value === undefined || value === null || value === false || value === "") return false;
  return asList(value)?.length !== 0 && Object.keys(asData(value) ?? { some: true }).length > 0;
}

/** A list of authors is as many persons; to the gem it is one, with the list's text for a name. */
function persons(author: Value, zone: string): string {
  return (asList(author) ?? [author]).map((one) => person(one, zone)).join("");
}

/** An Atom person of a name, or of a mapping with `name`, `email` and `uri`; a mapping without a name is shown as Ruby prints it. */
function person(author: Value, zone: string): string {
  const about = asData(author);
  const name = isGiven(about?.name) ? about.name : author;
  const text = asData(name) || asList(name) ? inspect(name, zone) : toText(name, zone);
  const more = (["email", "uri"] as const).map((key) => {
    const value = asText(about?.[key]);
    return value === undefined ? "" : `<${key}>${escapeXml(value)}</${key}>`;
  });
  return `<author><name>${escapeXml(text)}</name>${more.join("")}</author>`;
}
