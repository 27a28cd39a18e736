/** What goes into the head of a page beside its style: for search engines, social networks, feed readers, browsers. */
import type { HeadLink, HeadMeta, Helpers, Identity } from "../layout.ts";
import type { Data, Derived, Document, Site, Value } from "../model.ts";
import { type FeedPlan, plannedFeeds } from "../plugins/feed-plan.ts";
import { asData, asId, asList, asText } from "../settings.ts";
import { cardOf } from "./card/recipe.ts";
import { type Facts, factsOf, type Picture } from "./facts.ts";
import { inScript, jsonLd, pagesAbove, schemaTime } from "./json-ld.ts";
import { VERIFICATION_NAMES } from "./verification.ts";

/** px: what every network shows whole (Open Graph, `og:image`). */
const CARD = { width: 1200, height: 630 } as const;

/** The function behind `helpers.meta`, to be made once a build. */
export function pageMeta(site: Site, identity: Identity, helpers: MetaHelpers): Helpers["meta"] {
  const { config } = site;
  const speculation = speculationRules(config.baseurl);
  const verifications = verificationMetas(config.data);
  const termFeeds = helpers.feed === undefined ? [] : plannedFeeds(site).filter(({ of }) => of !== undefined);
  return (page, content) => {
    const facts = factsOf(site, identity, helpers, page, content);
    const hidden = robotsOf(page);
    for (const wanted of identity.wants) helpers.want(wanted);
    const picture = facts.picture ?? drawnCard(facts, hidden, helpers);
    const home = { text: helpers.words(page.lang)("home"), url: "/" };
    const above = pagesAbove(facts, home, helpers.map).map(({ text, url }) => ({ text, url: helpers.absolute(url) }));
    return {
      title: titleOf(facts),
      metas: [
        ...meta("description", facts.description),
        ...meta("keywords", keywordsOf(page.data.keywords ?? config.data.keywords)),
        ...meta("robots", hidden),
        // Whatever asks for a page that is not there gets this one: a copy of it may be kept, no search engine is to find it.
        ...(isNotFound(page) ? meta("archive.org_bot", "all") : []),
        ...(facts.kind === "home" ? verifications : []),
        ...(config.data.serve_og_meta === false || facts.kind === "lost" ? [] : socialMetas(facts, picture)),
        ...themeColours(helpers.sheets().colours.paper, config.data.enable_darkmode !== false),
      ],
      links: [
        ...link("canonical", facts.url),
        ...neighbours(page, helpers),
        ...feedLinks(helpers, facts, termFeeds),
        ...identity.icons,
        ...(facts.kind === "home" ? identity.profiles.map(({ url }): HeadLink => ({ rel: "me", href: url })) : []),
      ],
      jsonLd: config.data.serve_schema_org === false ? "" : jsonLd(facts, picture, above),
      speculation: facts.kind === "lost" ? "" : speculation,
    };
  };
}

/** What is needed of the other helpers. */
type MetaHelpers = Pick<Helpers, "absolute" | "href" | "map" | "feed" | "sheets" | "words" | "want">;

function titleOf({ kind, title, siteName }: Facts): string {
  return kind === "home" || title === siteName || siteName === "" ? siteName || title : `${title} | ${siteName}`;
}

/** Words between commas, or a list of them, as al-folio tells them: the page's own before the site's. */
function keywordsOf(value: Value | undefined): string | undefined {
  return asList(value)?.join(", ") ?? asText(value)?.trim();
}

function isNotFound({ file }: Document): boolean {
  return file === "404.html";
}

/** What search engines are told of a page that is not for them. */
function robotsOf(page: Document): string {
  const { robots, noindex } = page.data;
  if (isNotFound(page) || noindex === true || (page.kind === "post" && page.draft)) return "noindex";
  return asText(robots) ?? "";
}

/** The picture that is drawn where the author chose none. It needs an address of its own: without the site's `url` there is none. */
function drawnCard(facts: Facts, hidden: string, helpers: MetaHelpers): Picture | undefined {
  const { data, url } = facts.site.config;
  if (url === "" || facts.url === undefined || data.cards === false || hidden.includes("noindex")) return undefined;
  const wanted: Derived = cardOf(facts, helpers.sheets());
  if (helpers.want(wanted) !== undefined) return undefined;
  return { url: helpers.absolute(`/${wanted.file}`), alt: titleOf(facts), ...CARD };
}

/** Open Graph (ogp.me), and what X adds to it. */
function socialMetas(facts: Facts, picture: Picture | undefined): readonly HeadMeta[] {
  const { site, page, title, siteName, kind } = facts;
  const { data } = site.config;
  const type = facts.published ? "article" : kind === "home" && facts.identity.name !== "" ? "profile" : "website";
  const locale = (asText(page.data.locale) ?? asText(data.locale) ?? page.lang).replaceAll("-", "_");
  const twitter = asData(data.twitter);
  const username = asText(twitter?.username) ?? asText(data.twitter_username) ?? asText(data.x_username);
  const large = asText(asData(page.data.twitter)?.card) ?? asText(twitter?.card) ?? "summary_large_image";
  const creator = facts.authors[0]?.twitter;
  const facebook = asData(data.facebook);
  return [
    ...property("og:title", kind === "home" ? siteName || title : title),
    ...property("og:type", type),
    ...property("og:url", facts.url),
    ...property("og:site_name", siteName),
    // ogp.me: American English, where nothing is said.
    ...property("og:locale", /^en(?:_US)?$/.test(locale) ? undefined : locale),
    ...property("og:description", facts.description),
    ...property("og:image", picture?.url),
    ...property("og:image:width", picture?.width),
    ...property("og:image:height", picture?.height),
    ...property("og:image:alt", picture?.alt),
    ...property("article:published_time", facts.published && schemaTime(facts.published)),
    ...(type === "profile" ? property("profile:first_name", asText(data.first_name)) : []),
    ...(type === "profile" ? property("profile:last_name", asText(data.last_name)) : []),
    ...property("article:publisher", asText(facebook?.publisher)),
    ...property("fb:app_id", asId(facebook?.app_id)),
    ...property("fb:admins", asId(facebook?.admins)),
    ...meta("twitter:card", picture ? large : "summary"),
    ...meta("twitter:site", username && `@${username.replace(/^@/, "")}`),
    ...meta("twitter:creator", creator && `@${creator}`),
  ];
}

/**
 * The colour of the browser's own frame in each theme, in the light one where there is no other: of several metas the first counts
 * whose medium matches (HTML, 4.2.5.1).
 */
function themeColours(paper: readonly [string, string] | undefined, hasDark: boolean): readonly HeadMeta[] {
  if (paper === undefined) return [];
  const [light, dark] = paper;
  return [
    ...(hasDark ? [{ name: "theme-color", content: dark, media: "(prefers-color-scheme: dark)" }] : []),
    ...meta("theme-color", light),
  ];
}

/** Asked for on the home page alone. al-folio: `enable_google_verification: false` turns one off that is set. */
function verificationMetas(data: Data): readonly HeadMeta[] {
  const given = asData(data.webmaster_verifications);
  return Object.entries(VERIFICATION_NAMES).flatMap(([key, name]) => {
    const isOff = data[`enable_${key}_verification`] === false;
    return isOff ? [] : meta(name, asText(data[`${key}_site_verification`]) ?? asText(given?.[key]));
  });
}

function neighbours(page: Document, { href }: MetaHelpers): readonly HeadLink[] {
  const paginator = page.kind === "page" ? page.listing?.paginator : undefined;
  const { previousUrl, nextUrl } = paginator ?? {};
  return [...link("prev", previousUrl && href(previousUrl)), ...link("next", nextUrl && href(nextUrl))];
}

/** The feed of everything, and on the page of a category or a tag its own, where the configuration asks for one. */
function feedLinks(
  { feed, absolute }: MetaHelpers,
  { page, siteName, title }: Facts,
  termFeeds: readonly FeedPlan[],
): readonly HeadLink[] {
  if (feed === undefined) return [];
  const type = page.kind === "page" ? page.listing?.type : undefined;
  const own = termFeeds.find(({ of }) => of?.type === type && of?.name === title);
  const link = (url: string, parts: readonly string[]): HeadLink => {
    const name = parts.filter((part) => part !== "").join(" | ");
    return { rel: "alternate", type: "application/atom+xml", href: absolute(url), ...(name !== "" && { title: name }) };
  };
  return [...(own ? [link(own.url, [siteName, title])] : []), link(feed, [siteName])];
}

/**
 * Pages of this site are fetched when a visitor points at a link to them: they are small. Feeds and files are not
 * (developer.mozilla.org, Speculation Rules API; `*` crosses slashes).
 */
function speculationRules(baseurl: string): string {
  const base = baseurl.replace(/[:*?+(){}\\]/g, "\\$&");
  const pages = [`${base}/`, `${base}/*/`, `${base}/*.html`];
  return inScript({ prefetch: [{ where: { href_matches: pages }, eagerness: "moderate" }] });
}

function meta(name: string, content: string | undefined): readonly HeadMeta[] {
  return content ? [{ name, content }] : [];
}

function property(name: string, content: string | number | undefined): readonly HeadMeta[] {
  return content ? [{ property: name, content: String(content) }] : [];
}

function link(rel: string, href: string | undefined): readonly HeadLink[] {
  return href ? [{ rel, href }] : [];
}
