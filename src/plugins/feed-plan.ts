/** Which feeds a site has and where they lie: the key `feed` of `_config.yml`. */
import type { Config, Data, Post, Site } from "../model.ts";
import { asData, asList, asText } from "../settings.ts";

/** One feed of a site. */
export interface FeedPlan {
  /** Site-relative. */
  readonly url: string;
  readonly posts: readonly Post[];
  /** What follows the site's title: the collection, the category. */
  readonly titleParts: readonly string[];
  /** The category or the tag of posts that it is of. */
  readonly of?: { readonly type: "category" | "tag"; readonly name: string };
}

/** URL of the feed of all posts: `feed.path`, or `/feed.xml`. */
export function postsFeedUrl(config: Config): string {
  const feed = asData(config.data.feed);
  const path = asText(asData(asData(feed?.collections)?.posts)?.path) ?? asText(feed?.path) ?? "/feed.xml";
  return path.startsWith("/") ? path : `/${path}`;
}

/**
 * The posts' feed, one for each of `feed.collections`, one for each of their `categories`, and with `feed.tags` one for each
 * tag of letters, digits and underscores (README of jekyll-feed, "Collections", "Categories", "Tags").
 */
export function plannedFeeds(site: Site): readonly FeedPlan[] {
  const feed = asData(site.config.data.feed) ?? {};
  const named = asList(feed.collections)?.map((label): readonly [string, Data] => [String(label), {}]);
  const mapped = Object.entries(asData(feed.collections) ?? {}).map(([label, meta]): readonly [string, Data] => [
    label,
    asData(meta) ?? {},
  ]);
  const collections = new Map([...(named ?? mapped)]);
  if (!collections.has("posts")) collections.set("posts", {});
  return [
    ...[...collections].flatMap(([label, meta]) => collectionFeeds(site, label, meta, feed)),
    ...tagFeeds(site, feed.tags),
  ];
}

function collectionFeeds(site: Site, label: string, meta: Data, feed: Data): readonly FeedPlan[] {
  const posts = label === "posts" ? site.posts : (site.collections.get(label) ?? []);
  const prefix = label === "posts" ? "/feed" : `/feed/${label}`;
  const path = asText(meta.path) ?? `${prefix}.xml`;
  const url = label === "posts" ? postsFeedUrl(site.config) : path.startsWith("/") ? path : `/${path}`;
  const titleParts = label === "posts" ? [] : [capitalized(label)];
  const categories = asList(meta.categories) ?? (label === "posts" ? asList(feed.categories) : undefined) ?? [];
  const ofCategories = [...new Set(categories.map(String))].map((category) => ({
    url: encodeURI(`${prefix}/${category}.xml`),
    posts: posts.filter((post) => post.categories.includes(category)),
    titleParts: [...titleParts, capitalized(category)],
    ...(label === "posts" && { of: { type: "category" as const, name: category } }),
  }));
  return [...ofCategories, { url, posts, titleParts }];
}

function tagFeeds(site: Site, tags: Data[string] | undefined): readonly FeedPlan[] {
  if (!tags || site.posts.every((post) => post.tags.length === 0)) return [];
  const settings = asData(tags) ?? {};
  const only = asList(settings.only)?.map(String) ?? [...new Set(site.posts.flatMap((post) => post.tags))];
  const except = asList(settings.except)?.map(String) ?? [];
  const folder = asText(settings.path) ?? "/feed/by_tag/";
  return [...new Set(only)]
    .filter((tag) => !except.includes(tag) && /^\w+$/.test(tag))
    .map((tag) => ({
      url: `${folder.startsWith("/") ? "" : "/"}${folder}${tag}.xml`,
      posts: site.posts.filter((post) => post.tags.includes(tag)),
      titleParts: [],
      of: { type: "tag" as const, name: tag },
    }));
}

/** Liquid's `capitalize`: the first letter large, the others small. */
function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1).toLowerCase();
}
