import { DateTime } from "luxon";
import { readConfig } from "../../src/config/config.ts";
import { Diagnostics } from "../../src/errors.ts";
import { fullUrl } from "../../src/jekyll/urls.ts";
import type { Helpers } from "../../src/layout.ts";
import { citationOf } from "../../src/meta/citation.ts";
import { identityOf } from "../../src/meta/identity.ts";
import { pageMeta } from "../../src/meta/page-meta.ts";
import type { Content, Document, Mode, Site } from "../../src/model.ts";
import { archiveLinks } from "../../src/plugins/archives.ts";
import { feedUrl } from "../../src/plugins/feed.ts";
import { readSite } from "../../src/read/site.ts";
import { drawSiteMap } from "../../src/render/site-map.ts";
import { withBaseurl } from "../../src/urls.ts";
import { directionOf, wordsIn } from "../../src/words/words.ts";
import { type Files, inFolder } from "../support/site.ts";

/** The moment of every build in these tests. */
const now = DateTime.fromISO("2026-01-02T03:04:05Z", { zone: "utc" });

/** A site read from files, and what the author was told. */
export function read(files: Files, mode: Mode = "octavo"): { readonly site: Site; readonly diagnostics: Diagnostics } {
  return withSite(files, mode, (site, diagnostics) => ({ site, diagnostics }));
}

/** Works on a site while its files are there. */
export function withSite<Result>(
  files: Files,
  mode: Mode,
  work: (site: Site, diagnostics: Diagnostics, folder: string) => Result,
): Result {
  return inFolder({ "_config.yml": "{}\n", ...files }, (folder) => {
    const diagnostics = new Diagnostics();
    const config = readConfig({ source: folder, mode }, diagnostics);
    return work(readSite(config, now.setZone(config.timezone), diagnostics), diagnostics, folder);
  });
}

/** A post's file: its front matter, and one paragraph. */
export function post(frontMatter = "", body = "Text."): string {
  return `---\n${frontMatter}\n---\n${body}\n`;
}

/** Helpers without Markdown: a body is HTML already. */
export function helpersFor(site: Site): Helpers {
  const { config } = site;
  const helpers: Helpers = {
    map: drawSiteMap(site),
    href: (url) => withBaseurl(config, url),
    absolute: (url) => fullUrl(config, url),
    content: asItIs,
    excerpt: ({ excerpt }) => excerpt,
    neighbours: (of) => {
      const [next, previous] = [-1, 1].map((step) => site.posts[site.posts.indexOf(of) + step]);
      return { ...(previous && { previous }), ...(next && { next }) };
    },
    related: (to, count) =>
      site.posts.filter((other) => other !== to && other.tags.some((tag) => to.tags.includes(tag))).slice(0, count),
    archive: archiveLinks(config),
    feed: feedUrl(config),
    library: () => undefined,
    paper: () => undefined,
    asset: (url) => `${withBaseurl(config, url)}?v=1`,
    words: (lang) => wordsIn(config, lang),
    direction: directionOf,
    prose: (html) => html,
    sheets: () => ({ key: "", colours: { paper: ["#ffffff", "#000000"] }, cssFor: () => "" }),
    file: () => undefined,
    markdown: (text) => text,
    target: (url) =>
      [...site.posts, ...site.pages].find((document) => document.url === url) ??
      (site.staticFiles.some(({ path }) => `/${path}` === url) ? "file" : undefined),
    staticFile: (url) => site.staticFiles.find((file) => file.url === url),
    image: () => ({ kind: "other" }),
    want: () => undefined,
    identity: identityOf(site),
    citation: (page) => citationOf(site, helpers.identity, helpers, page),
    meta: (page, content) => pageMeta(site, helpers.identity, helpers)(page, content),
  };
  return helpers;
}

function asItIs({ body }: Document): Content {
  const headings = [...body.matchAll(/<h(\d) id="([^"]*)">([^<]*)/g)].map(([, level, id = "", text = ""]) => ({
    level: Number(level),
    id,
    text,
  }));
  return { html: body, headings, words: body.split(/\s+/).length };
}
