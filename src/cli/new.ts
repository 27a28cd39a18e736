import { existsSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { DateTime } from "luxon";
import { readConfig } from "../config/config.ts";
import { makeFolder } from "../disk/make-folder.ts";
import { writeFailure } from "../disk/write-failure.ts";
import { Diagnostics, SiteError } from "../errors.ts";
import { ReadMemory } from "../read/memory.ts";
import { readSite } from "../read/site.ts";
import { slugify } from "../slug.ts";
import { withBaseurl } from "../urls.ts";

/** What `octavo new` was asked for. */
export interface NewOptions {
  readonly source: string;
  readonly kind: "post" | "page";
  readonly title: string;
  readonly tags: readonly string[];
  readonly categories: readonly string[];
  readonly draft: boolean;
}

/**
 * Writes a new post, draft or page, and prints its path and the URL that it will have.
 * @throws SiteError where the configuration cannot be read, the file is there already or cannot be written, or the title has
 * nothing to make a name of
 */
export function writeNew(options: NewOptions): void {
  const diagnostics = new Diagnostics();
  const config = readConfig({ source: options.source, drafts: true, future: true }, diagnostics);
  const [broken] = diagnostics.errors;
  if (broken !== undefined) throw new SiteError(broken);
  const now = DateTime.now().setZone(config.timezone);
  const slug = slugify(options.title);
  if (slug === "") {
    throw new SiteError({
      problem: `The title "${options.title}" has no letter or digit to name a file after`,
      help: "Give a title with letters, and change it in the front matter afterwards",
    });
  }
  const path = fileName(options, slug, now, config.collectionsDir);
  const full = join(options.source, path);
  if (existsSync(full)) {
    throw new SiteError({
      file: path,
      problem: "This file is there already",
      help: "Choose another title, or edit the file",
    });
  }
  try {
    makeFolder(dirname(full));
    // "wx" fails where a file appeared in between: nothing is ever written over.
    writeFileSync(full, frontMatter(options, slug, now), { flag: "wx" });
  } catch (error) {
    throw writeFailure(error, full);
  }
  const site = readSite(config, now.plus({ minutes: 1 }), diagnostics, new ReadMemory());
  const document = [...site.posts, ...site.pages].find((one) => one.path === path);
  console.log(path);
  if (document !== undefined) console.log(`${config.url}${withBaseurl(config, document.url)}`);
}

function fileName({ kind, draft }: NewOptions, slug: string, now: DateTime, collectionsDir: string): string {
  if (kind === "page") return `${slug}.md`;
  return join(collectionsDir, draft ? `_drafts/${slug}.md` : `_posts/${now.toFormat("yyyy-MM-dd")}-${slug}.md`);
}

function frontMatter({ kind, title, tags, categories, draft }: NewOptions, slug: string, now: DateTime): string {
  const list = (words: readonly string[]): string => `[${words.map((word) => JSON.stringify(word)).join(", ")}]`;
  const lines = [
    `layout: ${kind}`,
    `title: ${JSON.stringify(title)}`,
    ...(kind === "page" ? [`permalink: /${slug}/`] : []),
    ...(kind === "post" && !draft ? [`date: ${now.toFormat("yyyy-MM-dd HH:mm:ss ZZZ")}`] : []),
    ...(kind === "post" ? ['description: ""'] : []),
    ...(tags.length > 0 ? [`tags: ${list(tags)}`] : []),
    ...(categories.length > 0 ? [`categories: ${list(categories)}`] : []),
  ];
  return ["---", ...lines, "---", "", ""].join("\n");
}
