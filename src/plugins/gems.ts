/** The gems that a site may name: those that have a counterpart here, and what is missing without the others. */
import type { ConfigValues } from "../config/values.ts";
import type { Data, Mode } from "../model.ts";
import { asNames, namedGems } from "../settings.ts";

/** Their work is done here. */
const supported: ReadonlySet<string> = new Set([
  "github-pages",
  "jekyll-archives",
  "jekyll-archives-v2",
  "jekyll-avatar",
  "jekyll-commonmark",
  "jekyll-commonmark-ghpages",
  "jekyll-default-layout",
  "jekyll-feed",
  "jekyll-gist",
  "jekyll-github-metadata",
  "jekyll-include-cache",
  "jekyll-last-modified-at",
  "jekyll-mentions",
  "jekyll-optional-front-matter",
  "jekyll-paginate",
  "jekyll-paginate-v2",
  "jekyll-readme-index",
  "jekyll-redirect-from",
  "jekyll-relative-links",
  "jekyll-remote-theme",
  "jekyll-sass-converter",
  "jekyll-seo-tag",
  "jekyll-sitemap",
  "jekyll-titles-from-headings",
  "jekyll-toc",
  "jemoji",
]);

/** They serve the author while he works, or Ruby itself, and leave no trace in the site. */
const needless: ReadonlySet<string> = new Set([
  "bundler",
  "faraday-retry",
  "jekyll-admin",
  "jekyll-compose",
  "jekyll-import",
  "jekyll-livereload",
  "jekyll-watch",
  "kramdown",
  "kramdown-parser-gfm",
  "rouge",
  "tzinfo",
  "tzinfo-data",
  "wdm",
  "webrick",
]);

/** al-folio's: their work is done in `mode: octavo`, or is none there. */
const academic: ReadonlySet<string> = new Set([
  "jekyll-3rd-party-libraries",
  "jekyll-cache-bust",
  "jekyll-diagrams",
  "jekyll-email-protect",
  "jekyll-get-json",
  "jekyll-imagemagick",
  "jekyll-jupyter-notebook",
  "jekyll-link-attributes",
  "jekyll-minifier",
  "jekyll-regex-replace",
  "jekyll-scholar",
  "jekyll/scholar",
  "jekyll-socials",
  "jekyll-tabs",
  "jekyll-target-blank",
  "jekyll-terser",
  "jekyll-twitter-plugin",
  "terser",
  ...["core", "cv", "distill", "upgrade", "bootstrap_compat"].map((name) => `al_folio_${name}`),
  ...[
    "icons",
    "cookie",
    "analytics",
    "citations",
    "ext_posts",
    "img_tools",
    "search",
    "charts",
    "math",
    "comments",
    "newsletter",
    "rtl",
    "email_protect",
    "marimo",
  ].map((name) => `al_${name}`),
  "classifier-reborn",
]);

/** What a site lacks without a gem that has no counterpart here. */
const losses: Readonly<Record<string, string>> = {
  "jekyll-algolia": "the search index is not sent to Algolia",
  "jekyll-analytics": "its scripts for analytics are not added",
  "jekyll-asciidoc": "AsciiDoc files are copied as they are",
  "jekyll-assets": "its tags are unknown, and its assets are not made",
  "jekyll-auto-authors": "pages of authors are not made",
  "jekyll-autoprefixer": "stylesheets get no prefixes of browsers",
  "jekyll-brotli": "no compressed copies are written",
  "jekyll-cache-bust": "its filters leave URLs without a stamp",
  "jekyll-category-pages": "pages of categories are not made",
  "jekyll-coffeescript": "CoffeeScript is not compiled",
  "jekyll-compress-images": "images stay as large as they are",
  "jekyll-contentblocks": "its contentfor blocks are unknown",
  "jekyll-data": "the configuration of the theme is not merged",
  "jekyll-diagrams": "its diagrams are not drawn",
  "jekyll-email-protect": "addresses are not encoded",
  "jekyll-environment-variables": "site.env is nothing",
  "jekyll-external-links": "links to other sites get no attributes",
  "jekyll-figure": "its figure tag is unknown",
  "jekyll-get-json": "data is not fetched from the network",
  "jekyll-gzip": "no compressed copies are written",
  "jekyll-imagemagick": "images are not resized",
  "jekyll-inline-svg": "its svg tag is unknown",
  "jekyll-jupyter-notebook": "notebooks are not shown",
  "jekyll-katex": "its katex blocks are unknown",
  "jekyll-link-attributes": "links to other sites get no attributes",
  "jekyll-loading-lazy": "images get no loading attribute",
  "jekyll-lunr-js-search": "no search index is written",
  "jekyll-mermaid": "its mermaid blocks are unknown",
  "jekyll-minifier": "HTML, CSS and scripts are not minified",
  "jekyll-multiple-languages-plugin": "there is one language, and its tags are unknown",
  "jekyll-og-image": "no pictures for previews are drawn",
  "jekyll-polyglot": "there is one language, and its tags are unknown",
  "jekyll-postcss": "stylesheets do not pass through PostCSS",
  "jekyll-pwa-plugin": "no service worker is written",
  "jekyll-responsive-image": "images are not resized, and its tag is unknown",
  "jekyll-scholar": "bibliographies and citations are not printed",
  "jekyll-spaceship": "its tables, formulas and media stay as they are written",
  "jekyll-tabs": "its tabs are unknown",
  "jekyll-tagging": "pages of tags are not made, and its filters do nothing",
  "jekyll-target-blank": "links to other sites open in the same window",
  "jekyll-terser": "scripts are not minified",
  "jekyll-textile-converter": "Textile files are copied as they are",
  "jekyll-tidy": "HTML is not tidied",
  "jekyll-time-to-read": "its filter reading_time does nothing",
  "jekyll-timeago": "its filter timeago does nothing",
  "jekyll-twitch": "its twitch tag is unknown",
  "jekyll-twitter-plugin": "its twitter tag is unknown",
  "jekyll-webmention_io": "webmentions are not shown",
  "jekyll-webp": "images are not converted",
  "jekyll-youtube": "its youtube tag is unknown",
  jekyll_picture_tag: "images are not resized, and its picture tag is unknown",
};

/** Whether naming the gem in `plugins` turns on what it does. */
export function isSupportedGem(gem: string): boolean {
  return supported.has(gem);
}

/** One warning for each gem that the site names and nobody here stands for. */
export function warnOfGems(mode: Mode, data: Data, values: ConfigValues): void {
  for (const gem of namedGems({ data })) {
    if (supported.has(gem) || needless.has(gem) || (mode === "octavo" && academic.has(gem))) continue;
    const key = asNames(data.plugins).includes(gem) ? "plugins" : "gems";
    const loss = losses[gem] ?? "what it adds to the site is missing";
    values.warn(
      [key],
      `The gem ${gem} has no counterpart here: ${loss}`,
      `Remove it from \`${key}\` when the site does without it`,
    );
  }
}
