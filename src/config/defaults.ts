/** What `_config.yml` need not say: Jekyll's defaults (Jekyll 4.3, `Configuration::DEFAULTS`) and ours. */
import type { Data } from "../model.ts";

/** The values a template sees under `site` where the site sets none. */
export const JEKYLL_DEFAULTS: Data = {
  collections_dir: "",
  plugins_dir: "_plugins",
  layouts_dir: "_layouts",
  data_dir: "_data",
  includes_dir: "_includes",
  collections: {},
  include: [".htaccess"],
  exclude: [],
  keep_files: [".git", ".svn"],
  encoding: "utf-8",
  markdown_ext: "markdown,mkdown,mkdn,mkd,md",
  strict_front_matter: false,
  show_drafts: null,
  limit_posts: 0,
  future: false,
  unpublished: false,
  plugins: [],
  markdown: "kramdown",
  highlighter: "rouge",
  excerpt_separator: "\n\n",
  baseurl: null,
  permalink: "date",
  paginate_path: "/page:num",
  timezone: null,
  defaults: [],
  liquid: { error_mode: "warn", strict_filters: false, strict_variables: false },
  kramdown: {
    auto_ids: true,
    toc_levels: [1, 2, 3, 4, 5, 6],
    entity_output: "as_char",
    smart_quotes: "lsquo,rsquo,ldquo,rdquo",
    input: "GFM",
    hard_wrap: false,
    guess_lang: true,
    footnote_nr: 1,
    show_warnings: false,
  },
};

/** What GitHub Pages adds to them (pages-gem, `GitHubPages::Configuration::DEFAULTS`), for sites that say `github_pages: true`. */
export function githubPagesDefaults(): Data {
  return {
    future: true,
    exclude: ["CNAME"],
    kramdown: { gfm_quirks: "paragraph_end" },
    // Its PRODUCTION_DEFAULTS.
    ...(process.env.JEKYLL_ENV === "production" && { sass: { style: "compressed" } }),
  };
}

/** What GitHub Pages sets whatever the site says (its OVERRIDES), as far as it has an effect here. */
export const GITHUB_PAGES_OVERRIDES: Data = {
  highlighter: "rouge",
  kramdown: { math_engine: "mathjax", syntax_highlighter: "rouge" },
};

/** al-folio's posts, and so the URLs of a site on Octavo's own layouts. */
export const OCTAVO_PERMALINK = "/blog/:year/:title/";

/** Left out at the root of every site, besides what the site excludes. */
export const EXCLUDED_ALWAYS: readonly string[] = [
  ".sass-cache",
  ".jekyll-cache",
  "gemfiles",
  "Gemfile",
  "Gemfile.lock",
  "node_modules",
  "vendor/bundle/",
  "vendor/cache/",
  "vendor/gems/",
  "vendor/ruby/",
];

/** Files of the tools around a site in mode octavo, which nobody means to publish. */
export const EXCLUDED_TOOLS: readonly string[] = [
  "package.json",
  "package-lock.json",
  "tsconfig.json",
  "eleventy.config.ts",
  "eleventy.config.js",
];

/** Dot files that a host asks for: read in mode octavo without being named. */
export const INCLUDED_ALWAYS: readonly string[] = [".htaccess", ".nojekyll", ".well-known"];
