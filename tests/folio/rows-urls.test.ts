/** al-folio's addresses, and how Jekyll reads posts: one site, built by the command line and looked at on the disk. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after } from "node:test";
import sharp from "sharp";
import { buildSite, readTree, temporaryFolder, writeFiles } from "../support/site.ts";
import { images, READING, urls } from "./inventory.ts";
import { type Rows, testRows } from "./row.ts";

const { folder, remove } = temporaryFolder();
after(remove);

const page = (name: string, title = name): readonly [string, string] => [
  `_pages/${name}.md`,
  `---\nlayout: page\ntitle: ${title}\npermalink: /${name}/\nnav: true\n---\nThe ${name}.\n`,
];
const posts = Array.from({ length: 6 }, (_, index) => [
  `_posts/2024-01-0${index + 1}-p${index}.md`,
  `---\nlayout: post\ntitle: Post ${index}\ntags: [Of Rings]\ncategories: Maths\n---\nText\n`,
]);
const BOOK = "---\nlayout: book-review\ntitle: X\ndate: 2024-05-01\ntags: [x]\ncategories: [x]\n---\nGood.\n";

writeFiles(folder, {
  "_config.yml": `title: T
url: https://n.example
first_name: Emmy
last_name: Noether
description: What the site is about
permalink: /blog/:year/:title/
include: [_pages]
pagination: {enabled: true}
collections: {news: {output: true}, projects: {output: true}, books: {output: true}, teachings: {output: true}}
jekyll-archives:
  posts:
    enabled: [year, tags, categories]
    permalinks: {year: "/blog/:year/", tags: "/blog/:type/:name/", categories: "/blog/:type/:name/"}
  books: {enabled: [year, tags, categories]}
imagemagick: {enabled: true, widths: [480], input_directories: [assets/img/], input_formats: [.png], output_formats: {webp: "-quality 85"}}
plugins: [jekyll-archives-v2, jekyll-cache-bust, jekyll-feed, jekyll-paginate-v2, jekyll-sitemap]
`,
  "_pages/about.md":
    "---\nlayout: about\ntitle: about\npermalink: /\n---\nI am. {{ '/assets/pdf/a.pdf' | bust_file_cache }}\n",
  "_pages/blog.md":
    '---\nlayout: page\npermalink: /blog/\ntitle: blog\nnav: true\npagination: {enabled: true, collection: posts, permalink: /page/:num/, per_page: 5, sort_field: date, sort_reverse: true, trail: {before: 1, after: 3}}\n---\n{% for post in paginator.posts %}<a href="{{ post.url | relative_url }}">{{ post.title }}</a>{% endfor %}\n\n{% include pagination.liquid %}\n',
  "_pages/404.md": "---\nlayout: page\npermalink: /404.html\ntitle: Page not found\n---\nNothing.\n",
  ...Object.fromEntries(
    ["publications", "projects", "news", "repositories", "cv", "people", "teaching", "books"].map((name) => page(name)),
  ),
  ...Object.fromEntries(posts),
  "_news/announcement_1.md": "---\nlayout: post\ndate: 2020-01-02\ninline: true\n---\nOne\n",
  "_projects/1_project.md": "---\nlayout: page\ntitle: One\n---\nx\n",
  "_books/x.md": BOOK,
  "_teachings/x.md": "---\nlayout: course\ntitle: X\n---\nx\n",
  "_posts/2025-11-16-About-Me.md":
    "---\nlayout: post\ntitle: About Me\ndate: 2025-11-16 19:45:00\ndescription: In one sentence\ntags: COMP-600, Self-introduction\ncategories: A B\n---\nText of it.\n",
  "_posts/2023-12-31-late.md": "---\nlayout: post\ntitle: Late\ndate: 2024-01-01 00:30:00\n---\nx\n",
  "_posts/2999-01-01-future.md": "---\ntitle: Future\n---\nx\n",
  "_posts/2024-02-01-hidden.md": "---\ntitle: Hidden\npublished: false\n---\nx\n",
  "_posts/2024-02-02-bare.md": "No front matter.\n",
  "_posts/sub/2024-02-03-sub.md": "---\ntitle: Sub\ntags: [é, C++]\n---\nx\n",
  "teach/_posts/2024-02-04-lesson.md": "---\ntitle: Lesson\n---\nx\n",
  "assets/pdf/a.pdf": "a",
  "assets/img/x.txt": "x",
  "other/x.txt": "x",
});
const GREEN = { create: { width: 960, height: 600, channels: 3, background: "#2a2" } } as const;
for (const file of ["assets/img/x.png", "assets/img/y.jpg", "other/z.png"])
  await sharp(GREEN).toFile(join(folder, file));
buildSite(folder, join(folder, "_site"));
const tree = new Set(Object.keys(readTree(join(folder, "_site"))));
const text = (file: string): string => (tree.has(file) ? readFileSync(join(folder, "_site", file), "utf8") : "");

/** An address, the file that it is, and what that shows. */
const at = (url: string, shows: RegExp | string): readonly [string, RegExp | string] => [
  url.endsWith("/") ? `${url.slice(1)}index.html` : url.slice(1),
  shows,
];

const urlRows: Rows = {
  "/": at("/", "I am."),
  "/blog/": at("/blog/", /About Me.*Lesson.*Post 5/s),
  "/blog/page/2/": at("/blog/page/2/", /Post 2.*Late/s),
  "/blog/:year/:title/": at("/blog/2025/About-Me/", "Text of it."),
  "/blog/2025/": at("/blog/2025/", "/blog/2025/About-Me/"),
  "/blog/tag/x/": at("/blog/tag/of-rings/", "Post 3"),
  "/blog/category/x/": at("/blog/category/maths/", "Post 3"),
  "/news/announcement_1/": at("/news/announcement_1/", "One"),
  "/projects/1_project/": at("/projects/1_project/", "One"),
  "/books/x/": at("/books/x/", "Good."),
  "/teachings/x/": at("/teachings/x/", "X"),
  "/books/2024/": at("/books/2024/", "/books/x/"),
  "/books/tag/x/": at("/books/tag/x/", "/books/x/"),
  "/books/category/x/": at("/books/category/x/", "/books/x/"),
  ...Object.fromEntries(
    ["publications", "projects", "news", "repositories", "cv", "people", "teaching", "books"].map((name) => [
      `/${name}/`,
      at(`/${name}/`, `The ${name}.`),
    ]),
  ),
  "/404.html": at("/404.html", "Nothing."),
  "/feed.xml": at("/feed.xml", /<feed [^>]*>[\s\S]*<link [^>]*href="https:\/\/n\.example\/blog\/2025\/About-Me\/"/),
  "/sitemap.xml": at("/sitemap.xml", "<loc>https://n.example/blog/2025/About-Me/</loc>"),
  "/robots.txt": at("/robots.txt", "Sitemap: https://n.example/sitemap.xml"),
  "/assets/": at("/assets/pdf/a.pdf", /^a$/),
  "x-480.webp": at("/assets/img/x-480.webp", /^RIFF/),
  bust_file_cache: at("/", "/assets/pdf/a.pdf?0cc175b9c0f1b6a831c399e269772661"),
};

testRows("addresses", urls, urlRows, text);

const ME = "blog/2025/About-Me/index.html";
const READING_ROWS: Rows = {
  "tags: a, b": [
    ME,
    [/href="\/blog\/tag\/comp-600\/"[^>]*>COMP-600</, /href="\/blog\/tag\/self-introduction\/"/],
    "COMP-600,",
  ],
  "tags: [a b]": ["blog/tag/of-rings/index.html", "Of Rings"],
  "categories: A B": [ME, ['href="/blog/category/a/"', 'href="/blog/category/b/"']],
  "other letters in tags": [
    "blog/2024/sub/index.html",
    [/href="\/blog\/tag\/%C3%A9\/"[^>]*>é</, /href="\/blog\/tag\/c\/"[^>]*>C\+\+</],
  ],
  "date without a zone": ["blog/2024/late/index.html", /<time datetime="2024-01-01/],
  "in the future": ["blog/2025/index.html", "About Me", "Future"],
  "published: false": ["blog/2024/index.html", "Post 3", "Hidden"],
  "no front matter": ["blog/2024/bare/index.html", "<p>No front matter.</p>"],
  "_posts/sub/": ["blog/2024/sub/index.html", "Sub"],
  "teach/_posts/": ["blog/2024/lesson/index.html", 'href="/blog/category/teach/"'],
  "title of the browser": [ME, "<title>About Me | T</title>"],
  description: [ME, '<meta name="description" content="In one sentence"', '<p class="standfirst">In one'],
};

testRows("posts as Jekyll reads them", READING, READING_ROWS, text);

const listed = [...tree].filter((file) => file.endsWith(".webp")).join("\n");
testRows(
  "the files of jekyll-imagemagick",
  images,
  {
    "imagemagick enabled": [listed, "assets/img/x-480.webp"],
    "imagemagick widths": [listed, /^assets\/img\/x-480\.webp$/m, /x-(?:800|1400)\.webp/],
    "imagemagick input_directories": [listed, "assets/img/x-480.webp", "z-480.webp"],
    "imagemagick input_formats": [listed, "x-480.webp", "y-480.webp"],
    "imagemagick output_formats": [listed, "x-480.webp"],
  },
  (files) => files,
);
