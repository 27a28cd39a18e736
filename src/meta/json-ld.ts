/** schema.org's description of a page, as JSON-LD (json-ld.org, version 1.1): what is known, and nothing that is not. */
import type { DateTime } from "luxon";
import { portraitUrl } from "../folio/portrait.ts";
import type { Link, SiteMap } from "../layout.ts";
import { xmlTime } from "../plugins/xml.ts";
import { asData, asList, asText } from "../settings.ts";
import type { Facts, Person, Picture } from "./facts.ts";

type Json = string | number | undefined | readonly Json[] | JsonObject;

interface JsonObject {
  readonly [key: string]: Json;
}

/**
 * @param picture the author's, or the card
 * @param above the pages above this one, outermost first; absolute URLs
 * @returns JSON that is safe inside a script element; "" where there is nothing to say
 */
export function jsonLd(facts: Facts, picture: Picture | undefined, above: readonly Link[]): string {
  const nodes = [...mainNodes(facts, picture), breadcrumbs(facts, above)].filter((node) => node !== undefined);
  if (nodes.length === 0) return "";
  const context = "https://schema.org";
  const [first] = nodes;
  const json =
    nodes.length === 1 && first ? { "@context": context, ...first } : { "@context": context, "@graph": nodes };
  return inScript(json);
}

/** JSON in which no text ends a script element or opens a comment there (HTML, section 4.12.1.3). */
export function inScript(json: unknown): string {
  return JSON.stringify(json).replace(
    /[<\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** A day where nobody said an hour: midnight. */
export function schemaTime(moment: DateTime): string {
  return moment.equals(moment.startOf("day")) ? (moment.toISODate() ?? "") : xmlTime(moment);
}

/**
 * The pages above a page: the list or the index that leads to it, and home where there is none. (Google, "Breadcrumb structured data":
 * two items at least; the top of the site need not be among them.)
 */
export function pagesAbove({ kind, page }: Facts, home: Link, map: SiteMap): readonly Link[] {
  if (kind === "home" || kind === "lost") return [];
  const type = page.kind === "page" ? page.listing?.type : undefined;
  const inBlog = kind === "post" || (type !== undefined && type !== "blog");
  const index = type === "tag" ? map.tags : type === "category" ? map.categories : undefined;
  const firstOfBlog = type === "blog" && map.blog?.url !== page.url;
  const lists = [inBlog || firstOfBlog ? map.blog : undefined, index];
  const above = lists.filter((link) => link !== undefined).filter(({ text, url }) => url !== page.url && text !== "");
  return above.length > 0 ? above : [home];
}

function mainNodes(facts: Facts, picture: Picture | undefined): readonly JsonObject[] {
  const { kind, page, title, identity, siteName, url } = facts;
  const common = { url, description: text(facts.description), image: picture?.url };
  const seo = asData(page.data.seo);
  const type = asText(seo?.type);
  if (kind === "lost") return [];
  if (kind === "home" || page.layout === "about") {
    const person = identity.name === "" ? undefined : author(facts);
    const website = { "@type": type ?? "WebSite", name: text(siteName), ...common, image: undefined };
    const profile =
      person === undefined
        ? undefined
        : {
            "@type": "ProfilePage",
            url,
            name: text(title),
            mainEntity: person,
          };
    return [kind === "home" ? website : undefined, profile].filter((node) => node !== undefined);
  }
  if (facts.published === undefined) {
    const links = asList(seo?.links)?.map((link) => asText(link));
    const isList = kind === "list" ? "CollectionPage" : "WebPage";
    return [{ "@type": type ?? isList, name: asText(seo?.name) ?? title, ...common, sameAs: links }];
  }
  return [
    {
      "@type": type ?? (kind === "post" ? "BlogPosting" : "Article"),
      headline: title,
      ...common,
      datePublished: schemaTime(facts.published),
      dateModified: facts.modified && schemaTime(facts.modified),
      author: oneOrMore(facts.authors.map(person)),
      publisher: publisher(facts),
    },
  ];
}

/** The site's author, with what the home page and the settings say; the address is left to the page, which hides it from harvesters. */
function author({ identity, page, site, url }: Facts): JsonObject {
  const profile = asData(page.data.profile);
  const image = asText(profile?.image);
  const links = identity.profiles.map((link) => link.url);
  const home = site.config.url === "" ? undefined : `${site.config.url}${site.config.baseurl}/`;
  return {
    "@type": "Person",
    name: identity.name,
    url: url === undefined ? undefined : home,
    description: text(site.config.description),
    image: image && home ? new URL(portraitUrl(image).replace(/^\/(?!\/)/, ""), home).href : undefined,
    sameAs: links.length > 0 ? links : undefined,
  };
}

function person({ name, url }: Person): Json {
  return { "@type": "Person", name, url };
}

/** jekyll-seo-tag: with `logo:` the site's author publishes. */
function publisher({ site, siteName }: Facts): Json {
  const logo = asText(site.config.data.logo);
  if (logo === undefined || site.config.url === "") return undefined;
  const url = /^https?:\/\//.test(logo) ? logo : `${site.config.url}${site.config.baseurl}/${logo.replace(/^\//, "")}`;
  return { "@type": "Organization", name: text(siteName), logo: { "@type": "ImageObject", url: encodeURI(url) } };
}

/** Google, "Breadcrumb structured data": every item but the last has an address. */
function breadcrumbs({ title, url }: Facts, above: readonly Link[]): JsonObject | undefined {
  if (above.length === 0 || url === undefined) return undefined;
  const items: readonly Partial<Link>[] = [...above, { text: title }];
  return {
    "@type": "BreadcrumbList",
    itemListElement: items.map((link, index) => ({
      "@type": "ListItem",
      position: index + 1,
      name: link.text,
      item: link.url,
    })),
  };
}

function oneOrMore(values: readonly Json[]): Json {
  return values.length < 2 ? values[0] : values;
}

function text(value: string): string | undefined {
  return value === "" ? undefined : value;
}
