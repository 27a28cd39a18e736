/** What is known of one page, in the words of the keys that al-folio and jekyll-seo-tag read: from content and settings alone. */
import { DateTime } from "luxon";
import { isDated } from "../documents.ts";
import type { Helpers, Identity } from "../layout.ts";
import type { Content, Data, Document, Site, Value } from "../model.ts";
import { spellMail } from "../page/mail.ts";
import { asCount, asData, asList, asText } from "../settings.ts";
import { decodePath, readableUrl } from "../urls.ts";
import { siteName } from "./identity.ts";
import { firstParagraph, shortened, textOf } from "./text.ts";

/** Longest description: about what a search engine shows. */
const DESCRIPTION_LENGTH = 160;

/** The picture beside a shared link. */
export interface Picture {
  /** Absolute. */
  readonly url: string;
  readonly alt: string;
  /** px; absent where nobody says. */
  readonly width?: number;
  readonly height?: number;
}

/** Who wrote something. */
export interface Person {
  readonly name: string;
  readonly url?: string;
  /** "@name" on Twitter, without the "@". */
  readonly twitter?: string;
}

/** The kinds of page that are told apart. */
type PageKind = "home" | "post" | "list" | "lost" | "page";

/** All that is told of a page, in whatever form. */
export interface Facts {
  readonly kind: PageKind;
  readonly site: Site;
  readonly page: Document;
  readonly content: Content;
  readonly identity: Identity;
  /** The site's name, and the page's; plain. */
  readonly siteName: string;
  readonly title: string;
  readonly description: string;
  /** Absolute; undefined where the site says no `url`, or the page is none to link to. */
  readonly url: string | undefined;
  /** A picture that the author chose. */
  readonly picture: Picture | undefined;
  readonly authors: readonly Person[];
  /** Of posts, and of items of a collection that say it. */
  readonly published: DateTime | undefined;
  readonly modified: DateTime | undefined;
}

/** Everything but what other pages decide. */
export function factsOf(
  site: Site,
  identity: Identity,
  helpers: Pick<Helpers, "absolute" | "words">,
  page: Document,
  content: Content,
): Facts {
  const { config } = site;
  const { data } = page;
  const name = siteName(config, identity);
  const kind = kindOf(page);
  const seo = asData(data.seo);
  const title = page.title.trim() || name || unnamed(page, content) || helpers.words(page.lang)("home");
  const canonical = asText(data.canonical_url) ?? helpers.absolute(page.url.replace(/\/index\.html$/, "/"));
  return {
    kind,
    site,
    page,
    content,
    identity,
    siteName: name,
    title,
    description: spellMail(descriptionOf(page, content, kind, config.description), config),
    url: kind === "lost" || !/^https?:\/\//.test(canonical) ? undefined : canonical,
    picture: pictureOf(data, config.data, title, helpers),
    authors: authorsOf(data, identity),
    published: isDated(page) ? page.date : undefined,
    modified: isDated(page) ? (momentOf(seo?.date_modified, page.date) ?? page.updated) : undefined,
  };
}

/** What to call a page that has no title, on a site that has none: by its first heading, else by the end of its address. */
function unnamed({ url }: Document, { headings }: Content): string {
  const [, end = ""] = /([^/]+?)(?:\.html)?\/?$/.exec(url) ?? [];
  return headings[0]?.text.trim() || decodePath(end).replace(/[-_]+/g, " ");
}

function kindOf(page: Document): PageKind {
  if (page.kind === "post") return page.collection === "posts" ? "post" : "page";
  if (page.file === "404.html") return "lost";
  if (page.url === "/" || page.url === "/index.html") return "home";
  return page.listing === undefined ? "page" : "list";
}

/** The author's own words, else how the text begins, else what the site says of itself. */
function descriptionOf(page: Document, content: Content, kind: PageKind, ofSite: string): string {
  const own = oneLine(page.description) || textOf(asText(page.data.excerpt) ?? "");
  if (own !== "") return shortened(own, 2 * DESCRIPTION_LENGTH);
  const begins = kind === "home" || kind === "list" ? "" : shortened(firstParagraph(content.html), DESCRIPTION_LENGTH);
  return begins || shortened(oneLine(ofSite), 2 * DESCRIPTION_LENGTH);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** `og_image` of al-folio, `image` of jekyll-seo-tag (a path, or a mapping with `path` and more), the page's before the site's. */
function pictureOf(
  data: Data,
  ofSite: Data,
  title: string,
  { absolute }: Pick<Helpers, "absolute">,
): Picture | undefined {
  for (const image of [data.og_image, data.image, ofSite.og_image, ofSite.image]) {
    const about = asData(image);
    const path = picturePath(image);
    if (path === undefined) continue;
    const url = encodeURI(
      readableUrl(/^(?:https?:)?\/\//.test(path) ? path : absolute(`/${path.replace(/^\/+/, "")}`)),
    );
    // A picture without a host is of no use to whom the page is shared with.
    if (!/^(?:https?:)?\/\//.test(url)) return undefined;
    const [width, height] = [asCount(about?.width), asCount(about?.height)];
    return { url, alt: asText(about?.alt) ?? title, ...(width && { width }), ...(height && { height }) };
  }
  return undefined;
}

/** Where a picture lies that a key such as `image` names, by itself or in a mapping. */
export function picturePath(image: Value | undefined): string | undefined {
  const about = asData(image);
  return [image, about?.path, about?.facebook, about?.twitter].map((value) => asText(value)?.trim()).find(Boolean);
}

/** `author` and `authors` of the page: names, keys of `_data/authors`, or mappings; the site's author where there are none. */
export function authorsOf(data: Data, identity: Identity): readonly Person[] {
  const written = [data.author, data.authors].flatMap((value) => asList(value) ?? (value === undefined ? [] : [value]));
  const people = written.map((value) => personOf(value, identity.authors)).filter((person) => person !== undefined);
  if (people.length > 0) return people;
  return identity.name === "" ? [] : [personOf(identity.name, identity.authors) ?? { name: identity.name }];
}

function personOf(value: Value, known: Data): Person | undefined {
  const key = asText(value);
  const about = asData(value) ?? (key !== undefined && Object.hasOwn(known, key) ? asData(known[key]) : undefined);
  const name = asText(about?.name) ?? key;
  if (name === undefined) return undefined;
  const [url, twitter] = [asText(about?.url) ?? asText(about?.uri), asText(about?.twitter)?.replace(/^@/, "")];
  return { name: textOf(name), ...(url && /^https?:\/\//.test(url) && { url }), ...(twitter && { twitter }) };
}

function momentOf(value: Value | undefined, { zone }: DateTime): DateTime | undefined {
  if (value === undefined) return undefined;
  if (value instanceof Date) return DateTime.fromJSDate(value, { zone });
  const about = asData(value);
  const text = about?.kind === "date" ? `${about.year}-${pad(about.month)}-${pad(about.day)}` : asText(value);
  const moment = DateTime.fromISO((text ?? "").replace(" ", "T"), { zone });
  return moment.isValid ? moment : undefined;
}

function pad(value: Value | undefined): string {
  return String(value).padStart(2, "0");
}
