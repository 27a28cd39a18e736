/** What layouts may ask for beyond the values: links, neighbours, related posts. Each is computed when it is first asked for. */
import { readFileSync } from "node:fs";
import { fingerprint } from "../hash.ts";
import type { Helpers, Post, Site } from "../model.ts";
import { archiveLinks } from "../plugins/archives.ts";
import { feedUrl } from "../plugins/feed.ts";
import { absoluteUrl, withBaseurl } from "../urls.ts";
import type { ContentRenderer } from "./content.ts";

/** The helpers of one build. */
export function createHelpers(site: Site, renderer: ContentRenderer): Helpers {
  const { config } = site;
  const stamps = new Map<string, string>();
  const files = new Map(site.staticFiles.map((file) => [file.url, file.from]));
  const positions = new Map<Post, { readonly list: readonly Post[]; readonly index: number }>();
  for (const list of [site.posts, ...site.collections.values()])
    list.forEach((post, index) => {
      positions.set(post, { list, index });
    });
  const related = relatedPosts(site.posts);
  return {
    href: (url) => withBaseurl(config, url),
    absolute: (url) => absoluteUrl(config, url),
    content: (document) => renderer.content(document),
    excerpt: (post) => renderer.excerpt(post),
    neighbours: (post) => {
      const place = positions.get(post);
      if (place === undefined) return {};
      // Posts stand newest first, other collections in their own order.
      const step = post.collection === "posts" ? 1 : -1;
      const previous = place.list[place.index + step];
      const next = place.list[place.index - step];
      return { ...(previous && { previous }), ...(next && { next }) };
    },
    related,
    archive: archiveLinks(config),
    feed: feedUrl(config),
    asset: (url) => {
      let stamp = stamps.get(url);
      if (stamp === undefined) {
        const from = files.get(url);
        stamp =
          withBaseurl(config, url) + (from === undefined ? "" : `?v=${fingerprint(readFileSync(from)).slice(0, 8)}`);
        stamps.set(url, stamp);
      }
      return stamp;
    },
  };
}

/** Posts by the number of tags they share, newest first among equals. `posts` stand newest first. */
function relatedPosts(posts: readonly Post[]): Helpers["related"] {
  const byTag = new Map<string, number[]>();
  posts.forEach((post, index) => {
    for (const tag of new Set(post.tags)) {
      const list = byTag.get(tag);
      if (list === undefined) byTag.set(tag, [index]);
      else list.push(index);
    }
  });
  return (post, count) => {
    const shared = new Map<number, number>();
    for (const tag of new Set(post.tags))
      for (const index of byTag.get(tag) ?? []) shared.set(index, (shared.get(index) ?? 0) + 1);
    // A tag shared by thousands makes a long list of candidates: keep the best few, do not sort them all.
    const best: { readonly index: number; readonly shares: number }[] = [];
    for (const [index, shares] of shared) {
      if (posts[index] === post) continue;
      const last = best.at(-1);
      if (
        best.length === count &&
        last !== undefined &&
        (last.shares > shares || (last.shares === shares && last.index < index))
      )
        continue;
      const place = best.findIndex(
        (other) => other.shares < shares || (other.shares === shares && other.index > index),
      );
      best.splice(place < 0 ? best.length : place, 0, { index, shares });
      if (best.length > count) best.pop();
    }
    return best.map(({ index }) => posts[index]).filter((found) => found !== undefined);
  };
}
