/** jekyll-last-modified-at: `page.last_modified_at`, the moment of a file's last commit, or of its last change on the disk. */
import { statSync } from "node:fs";
import { join } from "node:path";
import { DateTime } from "luxon";
import { withPages, withPosts } from "../documents.ts";
import type { Document, Page, Post, Site } from "../model.ts";
import { listsPlugin } from "../settings.ts";

/** The site with `last_modified_at` for every document of a file. A post's own front matter wins; a page's does not. */
export function withLastModified(site: Site): Site {
  const { source, timezone } = site.config;
  if (!listsPlugin(site.config, "jekyll-last-modified-at")) return site;
  const commits = commitTimes(source);
  const timeOf = ({ path }: Document): Date | undefined => {
    if (path === "") return undefined;
    const seconds = commits.get(path);
    return seconds === undefined
      ? statSync(join(source, path), { throwIfNoEntry: false })?.mtime
      : new Date(seconds * 1000);
  };
  const datePage = (page: Page): Page => {
    const time = timeOf(page);
    return time === undefined ? page : { ...page, data: { ...page.data, last_modified_at: time } };
  };
  const datePost = (post: Post): Post => {
    const time = timeOf(post);
    if (time === undefined || (post.data.last_modified_at ?? null) !== null) return post;
    const updated = DateTime.fromJSDate(time, { zone: timezone });
    return { ...post, updated, data: { ...post.data, last_modified_at: time } };
  };
  return withPosts(withPages(site, datePage), datePost);
}

/** The last commit of every file below a folder, by its path from there, in seconds since 1970. Empty outside of git. */
function commitTimes(folder: string): ReadonlyMap<string, number> {
  const options = [
    "-c",
    "core.quotePath=false",
    "log",
    "--format=%x00%ct",
    "--name-only",
    "--relative",
    "--no-renames",
  ];
  // Most sites have no need of it, and it brings half of Node's network with it.
  const { spawnSync } = process.getBuiltinModule("node:child_process");
  const { status, stdout } = spawnSync("git", options, { cwd: folder, encoding: "utf8", maxBuffer: 1 << 30 });
  const times = new Map<string, number>();
  if (status !== 0) return times;
  for (const commit of stdout.split("\0").slice(1)) {
    const [seconds = "", ...paths] = commit.split("\n").filter((line) => line !== "");
    // The newest commit comes first.
    for (const path of paths) if (!times.has(path)) times.set(path, Number(seconds));
  }
  return times;
}
