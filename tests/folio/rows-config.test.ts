/** Every key of al-folio's `_config.yml`: a site with all of them on, one with the switches off, and what has no effect. */
import assert from "node:assert/strict";
import { it } from "node:test";
import { completeSite } from "../../src/plan.ts";
import { searchablePages } from "../../src/search/page.ts";
import { read } from "../plugins/fixture.ts";
import { type BuiltSite, built } from "../support/built.ts";
import type { Files } from "../support/site.ts";
import { config } from "./inventory.ts";
import { PICTURE, type Rows, testRows } from "./row.ts";

/** What has no effect here. All of it together changes no byte, and is not told. */
const UNHEARD = `max_width: 930px
navbar_fixed: true
footer_fixed: true
lsi: true
socials_in_search: true
lazy_loading_images: true
more_authors_animation_delay: 10
enable_tooltips: true
enable_masonry: true
enable_medium_zoom: true
enable_progressbar: true
enable_video_embedding: true
enable_publication_thumbnails: true
repo_theme_light: default
repo_theme_dark: dark
repo_trophies: {enabled: true, theme_light: flat, theme_dark: gitdimmed}
external_services: {github_readme_stats_url: "https://stats.example", github_profile_trophy_url: "https://trophies.example"}
third_party_libraries: {download: false, d3: {url: {js: "https://cdn.example/d3.js"}, version: "7"}}
jekyll-minifier: {exclude: [robots.txt]}
terser: {compress: {drop_console: true}}
sass: {style: compressed}
al_folio: {api_version: 1, style_engine: tailwind, features: {}, compat: {bootstrap: {enabled: true}}}
theme: al_folio_core
scholar: {group_by: year, bibtex_filters: [latex, smallcaps, superscript], replace_strings: true, join_strings: true}
`;

const ON = `title: blank
first_name: Emmy
middle_name: A.
last_name: Noether
contact_note: Write *soon*
description: What it is about
footer_text: Made by <b>hand</b>
keywords: rings, ideals
lang: de
icon: ∂
apple_touch_icon: assets/img/touch.png
url: https://n.example
baseurl: /b
last_updated: true
impressum_path: /impressum/
back_to_top: true
rss_icon: true
github_username: en
blog_name: Notes
blog_description: Of all kinds
permalink: /notes/:year/:title/
pagination: {enabled: true}
related_blog_posts: {enabled: true, max_related: 1}
display_tags: [rings]
display_categories: [maths]
external_sources:
  - name: medium
    rss_url: https://m.example/feed
  - name: Own
    posts: [{url: https://o.example/some-text/, published_date: 2020-05-06}]
    categories: [away]
    tags: [far]
newsletter: {enabled: true, endpoint: abc}
disqus_shortname: short
giscus: {repo: o/r, repo_id: R1, category: Comments, category_id: C1, mapping: title, strict: 1, reactions_enabled: 0, input_position: top, dark_theme: dark, light_theme: light, emit_metadata: 0, lang: fr}
og_image: /assets/img/og.png
google_site_verification: G1
bing_site_verification: B1
enable_google_verification: true
enable_bing_verification: true
google_analytics: G-1
cronitor_analytics: CR1
pirsch_analytics: PI1
openpanel_analytics: OP1
enable_google_analytics: true
enable_cronitor_analytics: true
enable_pirsch_analytics: true
enable_openpanel_analytics: true
collections: {news: {output: true}, projects: {output: true}, books: {output: true}}
jekyll-archives:
  posts: {enabled: [year], permalinks: {year: "/in/:year/"}}
  books: {enabled: [tags]}
scholar: {last_name: [Noether], first_name: [Emmy], style: ieee, locale: de, source: /_bib/, bibliography: mine.bib, bibliography_template: bib, details_dir: papers, details_link: More, query: "@article", group_by: year, group_order: descending}
enable_publication_badges: {altmetric: true, dimensions: true, google_scholar: true, inspirehep: true}
filtered_bibtex_keywords: [abbr, pdf]
max_author_limit: 1
external_links: {enabled: true, rel: external nofollow, target: _blank, exclude: [friend.example]}
enable_navbar_social: true
enable_project_categories: true
scholar_userid: U
jekyll_get_json: [{data: other, json: assets/json/other.json}]
jsonresume: [work]
news_limit: 1
announcements: {limit: 1}
github_users: [u]
github_repos: [o/r]
`;

const OFF = `title: A title
first_name: Emmy
url: https://n.example
pagination: {enabled: false}
related_blog_posts: {enabled: false}
newsletter: {enabled: false, endpoint: abc}
search_enabled: false
bib_search: false
serve_og_meta: false
serve_schema_org: false
google_site_verification: G1
bing_site_verification: B1
enable_google_verification: false
enable_bing_verification: false
google_analytics: G-1
cronitor_analytics: CR1
pirsch_analytics: PI1
openpanel_analytics: OP1
enable_google_analytics: false
enable_cronitor_analytics: false
enable_pirsch_analytics: false
enable_openpanel_analytics: false
enable_publication_thumbnails: false
enable_publication_badges: {altmetric: false}
enable_darkmode: false
enable_math: false
protect_email: false
enable_cookie_consent: true
analytics: {google: G-2, pirsch: P2}
scholar: {group_by: none}
`;

const entries = (
  title: string,
): string => `@article{mine, author={Noether, Emmy and Artin, Emil}, title={${title}}, journal={J}, year=1921, abbr={AoR},
  altmetric={1}, dimensions={2}, google_scholar_id={gs}, inspirehep_id={77}, preview={p.svg}, bibtex_show={true}}
@article{minelater, author={Noether, Emmy}, title={Later}, journal={J}, year=1932}
@misc{minemisc, author={Noether, Emmy}, title={Other}, year=1900}
`;

const files: Files = {
  "about.md":
    "---\nlayout: about\npermalink: /\nannouncements: {enabled: true}\n---\nI am. Costs $x$ or [that](https://else.example/) and [this](https://friend.example/). Mail e@n.example.\n",
  "impressum.md": "---\nlayout: page\ntitle: Imprint\npermalink: /impressum/\n---\nx\n",
  "lists.md":
    "---\nlayout: page\npermalink: /lists/\n---\n# {{ site.blog_name }}: {{ site.blog_description }}\n\n{% for tag in site.display_tags %}#{{ tag }}{% endfor %} {% for category in site.display_categories %}({{ category }}){% endfor %} {{ site.data.other.word }} {% if site.enable_project_categories %}by category{% endif %} {% for post in site.posts %}{% if post.external_source %}From {{ post.external_source }}: {{ post.title }} in {{ post.categories | join: ' ' }} as {{ post.tags | join: ' ' }}; {% endif %}{% endfor %}{% for user in site.github_users %}{% include repository/repo_user.liquid username=user %}{% endfor %}{% for repo in site.github_repos %}{% include repository/repo.liquid repository=repo %}{% endfor %}\n",
  "publications.md":
    "---\nlayout: page\npermalink: /publications/\n---\n{% include bib_search.liquid %}\n\n{% bibliography %}\n",
  "cv.md": "---\nlayout: cv\npermalink: /cv/\ntitle: CV\n---\n",
  "_posts/2024-01-01-a.md":
    "---\ntitle: A\ntags: [rings]\ngiscus_comments: true\ndisqus_comments: true\n---\nText of $y$ by {% cite mine %}\n",
  "_posts/2024-02-03-b.md": "---\ntitle: B\ntags: [rings]\n---\nx\n",
  "_posts/2024-02-02-c.md": "---\ntitle: C\ntags: [rings]\n---\nx\n",
  "_news/a.md": "---\ndate: 2020-01-01\ninline: true\n---\nOlder\n",
  "_news/b.md": "---\ndate: 2021-01-01\ninline: true\n---\nNewer\n",
  "_projects/1_p.md": "---\nlayout: page\ntitle: P\n---\nx\n",
  "_books/k.md": "---\nlayout: book-review\ntitle: K\ntags: [t]\ndate: 2024-05-01\n---\nx\n",
  "_bib/mine.bib": entries("Rings at hand"),
  "_bib/other.bib": "@article{elsewhere, author={Weyl, H.}, title={Elsewhere}, journal={J}, year=1918}\n",
  "_bibliography/papers.bib": entries("Rings"),
  "_data/citations.yml": 'papers:\n  "U:gs": {citations: 7}\n',
  "_data/external_posts.json":
    '{"medium": [{"url": "https://m.example/p", "title": "From a feed", "date": "2023-02-03T00:00:00Z", "description": "d"}]}',
  "_data/repositories_cache.json":
    '{"repositories":{"o/r":{"description":"About it"}},"users":{"u":{"name":"U. Ser"}}}',
  "assets/json/resume.json":
    '{"work": [{"name": "Princeton", "position": "Lecturer"}], "education": [{"institution": "Erlangen"}]}',
  "assets/json/other.json": '{"word": "fetched"}',
  "assets/img/touch.png": "PNG",
  "assets/img/publication_preview/p.svg": PICTURE,
};

const sites: Readonly<Record<string, BuiltSite>> = {
  on: await built({ ...files, "_config.yml": ON }),
  off: await built({ ...files, "_config.yml": OFF }),
  plain: await built({ ...files, "_config.yml": "title: T\nfirst_name: Emmy\nscholar: {group_by: year}\n" }),
  unheard: await built({
    ...files,
    "_config.yml": `title: T\nfirst_name: Emmy\n${UNHEARD}`,
  }),
};

/** The addresses that the search finds where posts are to be left out of it. */
function found(): string {
  const { site, diagnostics } = read({ ...files, "_config.yml": "title: T\nposts_in_search: false\n" });
  return searchablePages(completeSite(site, diagnostics))
    .map(({ url }) => url)
    .join("\n");
}

/** "on index.html" */
function text(of: string): string {
  const [, name = "", file = ""] = /^(\w+) (.*)$/.exec(of) ?? [];
  const site = sites[name];
  return site === undefined ? of : file === "files" ? site.files.join("\n") : site.page(file);
}

const POST = "on notes/2024/a/index.html";
const PAPERS = "on publications/index.html";
/** The key is among those of `unheard`; that they change nothing is a test of its own, below. */
const none = (key: string): readonly [string, RegExp] => [UNHEARD, new RegExp(`^${key}:`, "m")];

const rows: Rows = {
  title: ["off index.html", ["<title>A title</title>", "<h1>A title</h1>"]],
  blank: ["on index.html", "<title>Emmy A. Noether</title>"],
  first_name: ["on index.html", "<h1>Emmy A. Noether</h1>"],
  middle_name: ["on index.html", "<h1>Emmy A. Noether</h1>"],
  last_name: ["on index.html", "<h1>Emmy A. Noether</h1>"],
  contact_note: ["on index.html", "Write <em>soon</em>"],
  description: ["on index.html", '<meta name="description" content="What it is about"'],
  footer_text: ["on lists/index.html", "<div>Made by <b>hand</b></div>"],
  keywords: ["on lists/index.html", '<meta name="keywords" content="rings, ideals"'],
  lang: ["on lists/index.html", '<html lang="de"'],
  icon: ["on index.html", /<link rel="icon" href="\/b\/assets\/icons\/[^"]+\.svg"/],
  apple_touch_icon: ["on index.html", '<link rel="apple-touch-icon" href="/b/assets/img/touch.png"'],
  url: ["on lists/index.html", '<link rel="canonical" href="https://n.example/b/lists/"'],
  baseurl: ["on lists/index.html", 'class="site-name" href="/b/"'],
  last_updated: ["on lists/index.html", /<time datetime="2024-05-01">[^<]+<\/time><\/div>/],
  impressum_path: ["on lists/index.html", '<a href="/b/impressum/">Imprint</a>'],
  back_to_top: ["on lists/index.html", '<a href="#top">'],
  max_width: none("max_width"),
  navbar_fixed: none("navbar_fixed"),
  footer_fixed: none("footer_fixed"),
  rss_icon: ["on index.html", /<ul class="ways">.*href="\/b\/feed\.xml"/s],
  blog_name: ["on lists/index.html", "Notes: Of all kinds"],
  blog_description: ["on lists/index.html", "Notes: Of all kinds"],
  permalink: ["on files", "notes/2024/a/index.html"],
  "pagination.enabled": ["off files", "blog/2024/a/index.html", "\nblog/index.html"],
  "related_blog_posts.enabled": ["off blog/2024/a/index.html", "Text of", 'class="related"'],
  "related_blog_posts.max_related": [
    POST,
    /<span>(?:<span[^>]*>)?Related posts(?:<\/span>)?<\/span>(?:(?!<li>).)*<\/ul>/s,
  ],
  lsi: none("lsi"),
  display_tags: ["on lists/index.html", "#rings"],
  display_categories: ["on lists/index.html", "(maths)"],
  external_sources: ["on blog/index.html", /From a feed.*Some text/s],
  "external_sources name": ["on lists/index.html", "From medium: From a feed"],
  "external_sources rss_url": ["on notes/2023/from-a-feed/index.html", "https://m.example/p"],
  "external_sources posts": ["on blog/index.html", "Some text"],
  "external_sources url": ["on notes/2020/some-text/index.html", "https://o.example/some-text/"],
  "external_sources published_date": ["on in/2020/index.html", "Some text"],
  "external_sources categories": ["on lists/index.html", "in away"],
  "external_sources tags": ["on lists/index.html", "as far"],
  "newsletter.enabled": ["on index.html", '<form class="newsletter"'],
  "newsletter.endpoint": [
    POST,
    ['action="https://app.loops.so/api/newsletter-form/abc"', "form-action https://app.loops.so"],
  ],
  disqus_shortname: [POST, "https://short.disqus.com/"],
  "giscus repo": [POST, "repo=o%2Fr"],
  "giscus repo_id": [POST, "repoId=R1"],
  "giscus category": [POST, "category=Comments"],
  "giscus category_id": [POST, "categoryId=C1"],
  "giscus mapping": [POST, "term=A+%7C+Emmy"],
  "giscus strict": [POST, "strict=1"],
  "giscus reactions_enabled": [POST, "reactionsEnabled=0"],
  "giscus input_position": [POST, "inputPosition=top"],
  "giscus dark_theme": [POST, "theme=preferred_color_scheme"],
  "giscus light_theme": [POST, "theme=preferred_color_scheme"],
  "giscus emit_metadata": [POST, "emitMetadata=0"],
  "giscus lang": [POST, "giscus.app/fr/widget"],
  search_enabled: ["off files", "index.html", "search/index.html"],
  socials_in_search: none("socials_in_search"),
  posts_in_search: [found(), "/lists/", "/blog/2024/a/"],
  bib_search: ["off publications/index.html", "Rings", "bibsearch"],
  serve_og_meta: ["off lists/index.html", "<title>", "og:title"],
  serve_schema_org: ["off lists/index.html", "<title>", "application/ld+json"],
  og_image: ["on lists/index.html", '<meta property="og:image" content="https://n.example/b/assets/img/og.png"'],
  google_site_verification: ["on index.html", '<meta name="google-site-verification" content="G1"'],
  bing_site_verification: ["on index.html", '<meta name="msvalidate.01" content="B1"'],
  enable_google_verification: ["off index.html", "<title>", "google-site-verification"],
  enable_bing_verification: ["off index.html", "<title>", "msvalidate"],
  google_analytics: ["on index.html", "gtag/js?id=G-1"],
  cronitor_analytics: ["on index.html", 'clientKey:"CR1"'],
  pirsch_analytics: ["on index.html", '"data-code","PI1"'],
  openpanel_analytics: ["on index.html", 'clientId:"OP1"'],
  enable_google_analytics: ["off index.html", "<title>", "G-1"],
  enable_cronitor_analytics: ["off index.html", "<title>", "CR1"],
  enable_pirsch_analytics: ["off index.html", "<title>", "PI1"],
  enable_openpanel_analytics: ["off index.html", "<title>", "OP1"],
  analytics: ["off index.html", '"data-code","P2"'],
  enable_cookie_consent: ["off index.html", "<title>", "gtag"],
  collections: ["on files", ["projects/1_p/index.html", "books/k/index.html"], "teachings"],
  "jekyll-archives": ["on files", "in/2024/index.html", "blog/tag/rings"],
  "jekyll-archives.posts": ["on files", "in/2024/index.html", "blog/2024"],
  "jekyll-archives.books": ["on files", "books/tag/t/index.html", "books/2024"],
  "scholar last_name": [PAPERS, "<strong>Emmy Noether</strong>"],
  "scholar first_name": [PAPERS, "<strong>Emmy Noether</strong>"],
  "scholar style": [POST, /class="citation"[^>]*>\[1\]/],
  "scholar locale": ["on papers/mine/index.html", "E. Noether und E. Artin"],
  "scholar source": [PAPERS, "Rings at hand"],
  "scholar bibliography": [PAPERS, "Rings at hand", "Elsewhere"],
  "scholar bibliography_template": [PAPERS, 'class="links"'],
  "scholar bibtex_filters": [UNHEARD, "bibtex_filters: "],
  "scholar replace_strings": [UNHEARD, "replace_strings: "],
  "scholar join_strings": [UNHEARD, "join_strings: "],
  "scholar details_dir": ["on files", "papers/mine/index.html", "publications/mine"],
  "scholar details_link": [PAPERS, 'href="/b/papers/mine/"'],
  "scholar query": [PAPERS, 'id="minelater"', 'id="minemisc"'],
  "scholar group_by": ["off publications/index.html", "Rings", ">1921</h"],
  "scholar group_order": [PAPERS, />1932<\/h2>.*>1921<\/h2>/s],
  "enable_publication_badges altmetric": [PAPERS, ">Altmetric</a>"],
  "enable_publication_badges dimensions": [PAPERS, ">Dimensions</a>"],
  "enable_publication_badges google_scholar": [PAPERS, "Google Scholar (cited 7 times)"],
  "enable_publication_badges inspirehep": [PAPERS, ">INSPIRE</a>"],
  filtered_bibtex_keywords: [PAPERS, "preview = {p.svg}", "abbr = "],
  max_author_limit: [PAPERS, /<summary>.*?1 more author.*?<\/summary> Emil Artin/],
  more_authors_animation_delay: none("more_authors_animation_delay"),
  enable_publication_thumbnails: ["off publications/index.html", "Rings", 'class="preview"'],
  lazy_loading_images: none("lazy_loading_images"),
  third_party_libraries: none("third_party_libraries"),
  "jekyll-minifier": none("jekyll-minifier"),
  terser: none("terser"),
  sass: none("sass"),
  "external_links enabled": ["on index.html", /<a href="https:\/\/else\.example\/"[^>]*rel="[^"]*external/],
  "external_links rel": ["on index.html", /<a href="https:\/\/else\.example\/"[^>]*rel="[^"]*nofollow/],
  "external_links target": ["on index.html", /<a href="https:\/\/else\.example\/"[^>]*target="_blank"/],
  "external_links exclude": [
    "on index.html",
    /<a href="https:\/\/friend\.example\/"/,
    /friend\.example\/"[^>]*nofollow/,
  ],
  enable_darkmode: [
    "off lists/index.html",
    ['data-theme="light"', /<meta name="theme-color" content="#[0-9a-f]+"\s*\/?>/],
    /class="theme"|localStorage/,
  ],
  enable_math: ["off blog/2024/a/index.html", "Text of $y$", "<math"],
  enable_tooltips: none("enable_tooltips"),
  enable_masonry: none("enable_masonry"),
  enable_navbar_social: ["on index.html", ">GitHub</a>"],
  enable_project_categories: ["on lists/index.html", "by category"],
  enable_medium_zoom: none("enable_medium_zoom"),
  enable_progressbar: none("enable_progressbar"),
  enable_video_embedding: none("enable_video_embedding"),
  protect_email: ["off index.html", "e@n.example"],
  repo_theme_light: none("repo_theme_light"),
  repo_theme_dark: none("repo_theme_dark"),
  repo_trophies: none("repo_trophies"),
  external_services: none("external_services"),
  jekyll_get_json: ["on lists/index.html", "fetched"],
  jsonresume: ["on cv/index.html", "Lecturer", "Erlangen"],
  theme: none("theme"),
  al_folio: none("al_folio"),
  "networks of older sites": ["on index.html", ">GitHub</a>"],
  news_limit: ["on index.html", "Newer", "Older"],
  announcements: ["on index.html", "Newer", "Older"],
  github_users: ["on lists/index.html", "U. Ser"],
  github_repos: ["on lists/index.html", "About it"],
};

testRows("keys of _config.yml", config, rows, text);

it("what has no effect changes no byte and is not told", () => {
  const { plain, unheard: other } = sites;
  assert.ok(plain && other);
  assert.deepEqual(other.files, plain.files);
  for (const file of plain.files) assert.equal(other.page(file), plain.page(file), file);
  assert.deepEqual(other.told, plain.told);
});

it("no key is told as unknown; of the counter that wants a consent there is one warning", () => {
  const told = (name: string) => (sites[name]?.told ?? []).filter(({ file }) => file === "_config.yml");
  assert.deepEqual(told("on"), []);
  assert.deepEqual(
    told("off").map(({ level, problem }) => `${level}: ${problem}`),
    ["warning: Google's counter wants a consent that no page here asks for: it is left out"],
  );
});
