/** The Liquid tags and filters that the site's gems define. */
import type { Filters } from "../jekyll/services.ts";
import type { TagReader } from "../jekyll/tag.ts";
import type { Config } from "../model.ts";
import { usesPlugin } from "../settings.ts";
import { readAvatar } from "./avatar.ts";
import { readFeedMeta } from "./feed-meta.ts";
import { readGist } from "./gist.ts";
import { readGithubEditLink } from "./github-edit-link.ts";
import { readLastModifiedAt } from "./last-modified-at-tag.ts";
import { readSeo } from "./seo-tag.ts";
import { readToc, tocFilters } from "./toc.ts";

const tags: readonly (readonly [gem: string, name: string, reader: TagReader])[] = [
  ["jekyll-avatar", "avatar", readAvatar],
  ["jekyll-feed", "feed_meta", readFeedMeta],
  ["jekyll-gist", "gist", readGist],
  ["jekyll-github-metadata", "github_edit_link", readGithubEditLink],
  ["jekyll-last-modified-at", "last_modified_at", readLastModifiedAt],
  ["jekyll-seo-tag", "seo", readSeo],
  ["jekyll-toc", "toc", readToc],
];

/** The tags of the gems that are on, by name: what `createLiquid` is given as `tags`. */
export function gemTags(config: Config): ReadonlyMap<string, TagReader> {
  return new Map(tags.filter(([gem]) => usesPlugin(config, gem)).map(([, name, reader]) => [name, reader]));
}

/** The filters of the gems that are on, by name: what `createLiquid` is given as `filters`. */
export function gemFilters(config: Config): Filters {
  return usesPlugin(config, "jekyll-toc") ? tocFilters : new Map();
}
