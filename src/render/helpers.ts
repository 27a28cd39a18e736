/** What layouts may ask for beyond the values: links, neighbours, related posts. Each is computed when it is first asked for. */
import { readFileSync } from "node:fs";
import { sep } from "node:path";
import { markFigures } from "../diagrams/mark.ts";
import type { Wants } from "../disk/derived.ts";
import type { Diagnostics } from "../errors.ts";
import { sourceText } from "../file-kinds.ts";
import { fingerprint } from "../hash.ts";
import type { ImageLibrary } from "../images/library.ts";
import { fullUrl } from "../jekyll/urls.ts";
import { folderOf, languageFolders, siteInLanguage } from "../language-folders.ts";
import type { Helpers } from "../layout.ts";
import { once, remembered } from "../memo.ts";
import { citationOf } from "../meta/citation.ts";
import { identityOf } from "../meta/identity.ts";
import { pageMeta } from "../meta/page-meta.ts";
import type { Post, Site, StaticFile } from "../model.ts";
import { themePublic } from "../paths.ts";
import { archiveLinks } from "../plugins/archives.ts";
import { feedUrl } from "../plugins/feed.ts";
import { withFewSpans } from "../prose/code-spans.ts";
import { dressProse } from "../prose/prose.ts";
import { foldLines } from "../prose/spaces.ts";
import { Library } from "../scholar/library.ts";
import { withBaseurl } from "../urls.ts";
import { directionOf, type Words, wordsIn } from "../words/words.ts";
import { relatedPosts } from "./related.ts";
import { readSheets } from "./sheets.ts";
import { drawSiteMap } from "./site-map.ts";

/** The rendered bodies of a site's documents, as far as layouts ask for them. */
interface Bodies extends Pick<Helpers, "content" | "excerpt" | "markdown"> {
  /** What is served at a URL; absent until the site is planned. */
  readonly targets: Helpers["target"] | undefined;
}

/**
 * The helpers of one build. What is wrong with the style sheets is told when they are first asked for.
 * @param wants learns of the files that are to be made for a page; `images` knows those that are images
 */
export function createHelpers(
  site: Site,
  bodies: Bodies,
  { wants, images }: { readonly wants: Wants; readonly images: ImageLibrary },
  diagnostics: Diagnostics,
): Helpers {
  const { config } = site;
  const files = new Map(site.staticFiles.map((file) => [file.url, file]));
  const href = (url: string): string => withBaseurl(config, url);
  const markdown = (text: string): string => bodies.markdown(text);
  const words = remembered((lang: string) => wordsIn(config, lang));
  const dress = proseDresser(site);
  const identity = once(() => identityOf(site));
  const meta = once(() => pageMeta(site, identity(), helpers));
  const library = once(() => site.bibliography && new Library(site, { href, markdown }, diagnostics));
  const folders = languageFolders(config);
  const languages = remembered((folder) => {
    const own = siteInLanguage(site, folder);
    return { neighbours: neighboursIn(own), related: relatedPosts(own.posts) };
  });
  const inLanguageOf = ({ url }: Post) => languages(folderOf(url, folders));
  const helpers: Helpers = {
    map: drawSiteMap(site),
    href,
    absolute: (url) => fullUrl(config, url),
    content: (document) => bodies.content(document),
    excerpt: (post) => bodies.excerpt(post),
    neighbours: (post) => inLanguageOf(post).neighbours(post),
    related: (post, count) => inLanguageOf(post).related(post, count),
    archive: archiveLinks(config),
    feed: feedUrl(config),
    asset: remembered((url: string) => href(url) + stampOf(files.get(url))),
    file: (path) => sourceText(config.source, path),
    markdown,
    staticFile: (url) => files.get(url),
    target: (url) => bodies.targets?.(url),
    image: (url) => images.find(url),
    want: (...together) => wants.want(...together),
    library,
    paper: (publication) => library()?.show(publication),
    words,
    direction: remembered(directionOf),
    prose: (html, lang) => dress(markFigures(html, lang, helpers), words(lang)),
    sheets: once(() => readSheets(site, (page) => bodies.content(page).html, diagnostics)),
    get identity() {
      return identity();
    },
    citation: (page) => citationOf(site, identity(), helpers, page),
    meta: (page, content) => meta()(page, content),
  };
  return helpers;
}

function neighboursIn(site: Site): Helpers["neighbours"] {
  const places = new Map<Post, { readonly list: readonly Post[]; readonly index: number }>();
  // An inline item of al-folio's news is read in the list, and has no title to be led to by.
  const lists = [...site.collections.values()].map((list) => list.filter(({ data }) => data.inline !== true));
  for (const list of [site.posts, ...lists])
    for (const [index, post] of list.entries()) places.set(post, { list, index });
  return (post) => {
    const place = places.get(post);
    if (place === undefined) return {};
    // Posts stand newest first, other collections in their own order.
    const step = post.collection === "posts" ? 1 : -1;
    const previous = place.list[place.index + step];
    const next = place.list[place.index - step];
    return { ...(previous && { previous }), ...(next && { next }) };
  };
}

/** What stands behind the URL of a file, so that a browser never shows an old one. */
function stampOf(file: StaticFile | undefined): string {
  return file === undefined ? "" : `?v=${fingerprint(readFileSync(file.from)).slice(0, 8)}`;
}

/** Dresses bodies, and folds what nobody sees in them. */
function proseDresser({ pages, staticFiles }: Site): (html: string, words: Words) => string {
  // A style sheet of the site's may well colour what the theme's does not, and show where lines end (`white-space`).
  const hasOwnCss =
    pages.some(({ file }) => file.endsWith(".css")) ||
    staticFiles.some(({ file, from }) => file.endsWith(".css") && !from.startsWith(themePublic + sep));
  return (html, words) => {
    const dressed = dressProse(html, words);
    return hasOwnCss ? dressed : foldLines(withFewSpans(dressed));
  };
}
