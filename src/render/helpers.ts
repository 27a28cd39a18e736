/** What layouts may ask for beyond the values: links, neighbours, related posts. Each is computed when it is first asked for. */
import { readFileSync, realpathSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import type { Wants } from "../derived.ts";
import { markFigures } from "../diagrams/mark.ts";
import type { Diagnostics } from "../errors.ts";
import { fingerprint } from "../hash.ts";
import type { ImageLibrary } from "../images/library.ts";
import { fullUrl } from "../jekyll/urls.ts";
import type { Helpers, Identity, Sheets } from "../layout.ts";
import { citationOf } from "../meta/citation.ts";
import { identityOf } from "../meta/identity.ts";
import { pageMeta } from "../meta/page-meta.ts";
import type { Post, Site } from "../model.ts";
import { themePublic } from "../paths.ts";
import { archiveLinks } from "../plugins/archives.ts";
import { feedUrl } from "../plugins/feed.ts";
import { withFewSpans } from "../prose/code-spans.ts";
import { dressProse } from "../prose/prose.ts";
import { foldLines } from "../prose/spaces.ts";
import { Library } from "../scholar/library.ts";
import { withBaseurl } from "../urls.ts";
import { directionOf, type Words, wordsIn } from "../words.ts";
import type { ContentRenderer } from "./content.ts";
import { relatedPosts } from "./related.ts";
import { readSheets } from "./sheets.ts";
import { drawSiteMap } from "./site-map.ts";

/**
 * The helpers of one build. What is wrong with the style sheets is told when they are first asked for.
 * @param wants learns of the files that are to be made for a page; `images` knows those that are images
 */
export function createHelpers(
  site: Site,
  renderer: ContentRenderer,
  { wants, images }: { readonly wants: Wants; readonly images: ImageLibrary },
  diagnostics: Diagnostics,
): Helpers {
  const { config } = site;
  const stamps = new Map<string, string>();
  const files = new Map(site.staticFiles.map((file) => [file.url, file]));
  const positions = new Map<Post, { readonly list: readonly Post[]; readonly index: number }>();
  for (const list of [site.posts, ...site.collections.values()])
    list.forEach((post, index) => {
      positions.set(post, { list, index });
    });
  const languages = new Map<string, Words>();
  const directions = new Map<string, "ltr" | "rtl">();
  const wordsFor = (lang: string): Words => {
    const words = languages.get(lang) ?? wordsIn(config, lang);
    languages.set(lang, words);
    return words;
  };
  // A style sheet of the site's may well colour what the theme's does not, and show where lines end (`white-space`).
  const hasOwnCss =
    site.pages.some(({ file }) => file.endsWith(".css")) ||
    site.staticFiles.some(({ file, from }) => file.endsWith(".css") && !from.startsWith(themePublic + sep));
  let sheets: Sheets | undefined;
  const related = relatedPosts(site.posts);
  const map = drawSiteMap(site);
  let identity: Identity | undefined;
  let meta: Helpers["meta"] | undefined;
  const href = (url: string): string => withBaseurl(config, url);
  const markdown = (text: string): string => renderer.markdown(text);
  let shelf: Library | undefined;
  const library = (): Library | undefined => {
    if (site.bibliography !== undefined) shelf ??= new Library(site, { href, markdown }, diagnostics);
    return shelf;
  };
  const helpers: Helpers = {
    map,
    href,
    absolute: (url) => fullUrl(config, url),
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
        const from = files.get(url)?.from;
        stamp =
          withBaseurl(config, url) + (from === undefined ? "" : `?v=${fingerprint(readFileSync(from)).slice(0, 8)}`);
        stamps.set(url, stamp);
      }
      return stamp;
    },
    file: (path) => sourceText(config.source, path),
    markdown,
    staticFile: (url) => files.get(url),
    target: (url) => renderer.targets?.(url),
    image: (url) => images.find(url),
    want: (...together) => wants.want(...together),
    library,
    paper: (publication) => library()?.show(publication),
    words: wordsFor,
    direction: (lang) => {
      const direction = directions.get(lang) ?? directionOf(lang);
      directions.set(lang, direction);
      return direction;
    },
    prose: (html, lang) => {
      const dressed = dressProse(markFigures(html, lang, helpers), wordsFor(lang));
      return hasOwnCss ? dressed : foldLines(withFewSpans(dressed));
    },
    sheets: () => {
      sheets ??= readSheets(site, (page) => renderer.content(page).html, diagnostics);
      return sheets;
    },
    get identity() {
      identity ??= identityOf(site);
      return identity;
    },
    citation: (page) => citationOf(site, helpers.identity, helpers, page),
    meta: (page, content) => {
      meta ??= pageMeta(site, helpers.identity, helpers);
      return meta(page, content);
    },
  };
  return helpers;
}

function sourceText(source: string, path: string): string | undefined {
  const file = join(source, path);
  if (!(statSync(file, { throwIfNoEntry: false })?.isFile() ?? false)) return undefined;
  return realpathSync(file).startsWith(realpathSync(source) + sep) ? readFileSync(file, "utf8") : undefined;
}
