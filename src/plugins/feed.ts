/** jekyll-feed: Atom feeds of the posts, of collections, categories and tags, with the gem's elements in the gem's order. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { DateTime } from "luxon";
import type { Helpers } from "../layout.ts";
import type { Config, Output, Post, Site, Value } from "../model.ts";
import { referMail } from "../page/mail.ts";
import { hasExcerpt } from "../read/excerpt.ts";
import { textOf } from "../read/values.ts";
import { isTemplate } from "../render/templates.ts";
import { asCount, asData, asText, usesPlugin } from "../settings.ts";
import { urlToFile } from "../urls.ts";
import { wordsIn } from "../words/words.ts";
import { changeTime } from "./change-time.ts";
import { entryAuthors, siteAuthors } from "./feed-author.ts";
import { feedContent } from "./feed-content.ts";
import { type FeedPlan, plannedFeeds, postsFeedUrl } from "./feed-plan.ts";
import { takenFiles } from "./generated.ts";
import { redirectOf } from "./redirect-from.ts";
import { siteSmartify } from "./smartify.ts";
import { cdata, escapeXml, plainText, xmlTime } from "./xml.ts";

/** URL of the posts' feed, site-relative: the value of `helpers.feed`. */
export function feedUrl(config: Config): string | undefined {
  return usesPlugin(config, "jekyll-feed") ? postsFeedUrl(config) : undefined;
}

/** Every feed of the site. */
export function feedOutputs(site: Site, helpers: Helpers): readonly Output[] {
  return feedFiles(site).map(({ feed, url, file }) => ({
    url,
    file,
    source: "jekyll-feed",
    isPlain: site.config.mode === "octavo" && !listedPosts(site, feed).some((post) => isTemplate(post)),
    render: () => feedXml(site, helpers, feed),
  }));
}

/** What feeds there will be; a file of the site's own at the same place wins. */
export function feedFiles(
  site: Site,
): readonly { readonly url: string; readonly file: string; readonly feed: FeedPlan }[] {
  if (!usesPlugin(site.config, "jekyll-feed") || isDisabled(site.config)) return [];
  const taken = takenFiles(site);
  // The gem looks for a file of the source alone, not for a page with that permalink.
  const isTaken = (file: string): boolean =>
    site.config.mode === "jekyll" ? existsSync(join(site.config.source, file)) : taken.has(file);
  return plannedFeeds(site)
    .map((feed) => ({ feed, url: feed.url, file: urlToFile(feed.url, "") }))
    .filter(({ file }) => !isTaken(file));
}

/** `feed: {disable_in_development: true}` keeps the feeds out of the builds that are for oneself. */
function isDisabled({ data }: Config): boolean {
  return (
    Boolean(asData(data.feed)?.disable_in_development) && (process.env.JEKYLL_ENV || "development") === "development"
  );
}

function feedXml(site: Site, helpers: Helpers, feed: FeedPlan): string {
  const { config } = site;
  const lang = config.mode === "octavo" ? config.lang : asText(config.data.lang);
  const posts = listedPosts(site, feed);
  const title = [config.title || asText(config.data.name) || nameless(config), ...feed.titleParts]
    .filter((part) => part !== "")
    .join(" | ");
  const description = config.description || textOf(config.data.description);
  const self = helpers.absolute(feed.url);
  const stylesheet = helpers.absolute("/feed.xslt.xml");
  const smartify = siteSmartify(config);
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    site.staticFiles.some(({ url }) => url === "/feed.xslt.xml") &&
      `<?xml-stylesheet type="text/xml" href="${escapeXml(stylesheet)}"?>`,
    `<feed xmlns="http://www.w3.org/2005/Atom"${lang ? ` xml:lang="${escapeXml(lang)}"` : ""}>`,
    "<generator>Octavo</generator>",
    `<link href="${escapeXml(self)}" rel="self" type="application/atom+xml" />`,
    `<link href="${escapeXml(helpers.absolute("/"))}" rel="alternate" type="text/html" ${lang ? `hreflang="${escapeXml(lang)}" ` : ""}/>`,
    `<updated>${feedTime(site, posts)}</updated>`,
    `<id>${escapeXml(self)}</id>`,
    title !== "" && `<title type="html">${escapeXml(smartify(title))}</title>`,
    description !== "" && `<subtitle>${escapeXml(description)}</subtitle>`,
    siteAuthors(config),
    ...posts.map((post) => entry(site, helpers, post, smartify)),
    "</feed>",
  ]
    .filter((part) => part !== false && part !== undefined && part !== null)
    .join("")
    .replace(/(?<=<email>)[^<&]+/g, (address) => (config.mode === "octavo" ? referMail(address, config) : address));
}

/** Atom wants a title (RFC 4287, 4.1.1). Jekyll's feed of a site without a name has none. */
function nameless({ mode, author, lang, ...config }: Config): string {
  return mode === "octavo" ? author || wordsIn({ lang, ...config }, lang)("home") : "";
}

/** Newest first, and of one time the other way round than in the site, as the gem does; drafts only where the site shows them. */
function listedPosts({ config }: Site, { posts }: FeedPlan): readonly Post[] {
  return posts
    .filter(({ draft }) => config.showDrafts || !draft)
    .toReversed()
    .toSorted((a, b) => b.date.toMillis() - a.date.toMillis())
    .slice(0, asCount(asData(config.data.feed)?.posts_limit) ?? 10);
}

/**
 * The last change of what the feed holds. Jekyll writes the time of the build, by which no two builds are alike; where nothing
 * has a time, that is 1970.
 */
function feedTime(site: Site, posts: readonly Post[]): string {
  const times = posts.map((post) => changeTime(site, post)).filter((time) => time !== undefined);
  return xmlTime(DateTime.max(...times) ?? never());
}

/** What Atom asks for where there is no time to tell. A function: a date at load time would ask the system for its language first. */
const never = (): DateTime => DateTime.fromMillis(0, { zone: "utc" });

function entry(site: Site, helpers: Helpers, post: Post, smartify: (text: string) => string): string {
  const { config } = site;
  const { data } = post;
  const url = escapeXml(helpers.absolute(post.url));
  // An empty title is none to Octavo, which takes the file's name.
  const named = config.mode === "jekyll" && typeof data.title === "string" ? data.title : post.title;
  const title = escapeXml(plainText(smartify(named)));
  const lang = asText(data.lang);
  const changed = changeTime(site, post);
  const excerptOnly = asData(data.feed)?.excerpt_only ?? asData(config.data.feed)?.excerpt_only;
  const summary = plainText(textOf(data.description) || helpers.excerpt(post));
  // The gem asks for an excerpt before it takes the markup out of it: that of a picture alone is empty.
  const hasSummary = summary !== "" || (config.mode === "jekyll" && hasExcerpt(data, config));
  const shown = (html: string): string =>
    config.mode === "octavo" ? feedContent(html, helpers.absolute(post.url), config) : html;
  const category = asText(data.category);
  const terms = [...(category === undefined ? post.categories : [category]), ...post.tags];
  return [
    `<entry${lang ? ` xml:lang="${escapeXml(lang)}"` : ""}>`,
    `<title type="html">${title}</title>`,
    `<link href="${url}" rel="alternate" type="text/html" title="${title}" />`,
    changed && `<published>${xmlTime(post.date)}</published>`,
    `<updated>${xmlTime(changed ?? never())}</updated>`,
    `<id>${escapeXml(helpers.absolute(post.id))}</id>`,
    excerptOnly
      ? ""
      : `<content type="html" xml:base="${url}">${cdata(redirectOf(post) === undefined ? shown(helpers.content(post).html.trim()) : "")}</content>`,
    entryAuthors(site, data),
    ...terms.map((term) => `<category term="${escapeXml(term)}" />`),
    hasSummary ? `<summary type="html">${cdata(shown(summary))}</summary>` : "",
    image(helpers, data.image),
    "</entry>",
  ].join("");
}

function image(helpers: Helpers, image: Value | undefined): string {
  const path = asText(asData(image)?.path) ?? asText(image);
  if (path === undefined) return "";
  const encoded = path.replace(/[^\x21-\x7e]+/gu, encodeURIComponent);
  const url = escapeXml(path.includes("://") ? encoded : helpers.absolute(encoded.replace(/^\/?/, "/")));
  const media = 'xmlns:media="http://search.yahoo.com/mrss/"';
  return `<media:thumbnail ${media} url="${url}" /><media:content medium="image" url="${url}" ${media} />`;
}
