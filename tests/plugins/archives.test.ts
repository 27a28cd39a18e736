import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Mode, Page } from "../../src/model.ts";
import { archiveLinks, archivePages } from "../../src/plugins/archives.ts";
import type { Files } from "../support/site.ts";
import { post, read, withSite } from "./fixture.ts";

const posts: Files = {
  "_posts/2024-05-06-old.md": post("title: Old\ntags: [C++, Über Größe]\ncategories: [Two Words]"),
  "_posts/2025-11-16-new.md": post("title: New\ntags: [Systems]\ncategories: [Courses]"),
  "_posts/2025-11-17-newer.md": post("title: Newer\ntags: [Systems]"),
};

interface Case {
  readonly name: string;
  readonly config?: string;
  readonly mode?: Mode;
  readonly files?: Files;
  /** Each page as "URL title: posts", or "URL title = terms" for an index. */
  readonly pages: readonly string[];
}

const TAGS = [
  "/blog/tag/c/ C++: Old",
  "/blog/tag/%C3%BCber-gr%C3%B6%C3%9Fe/ Über Größe: Old",
  "/blog/tag/systems/ Systems: Newer, New",
];
const CATEGORIES = ["/blog/category/two-words/ Two Words: Old", "/blog/category/courses/ Courses: New"];
const INDEXES = [
  "/blog/tag/ Tags = C++ 1, Systems 2, Über Größe 1",
  "/blog/category/ Categories = Courses 1, Two Words 1",
];
const YEARS = ["/blog/2025/ 2025: Newer, New", "/blog/2024/ 2024: Old"];

const cases: readonly Case[] = [
  {
    name: "without a word in _config.yml, octavo has everything",
    pages: [...TAGS, ...CATEGORIES, ...INDEXES, ...YEARS],
  },
  { name: "without the plugin, jekyll has nothing", mode: "jekyll", pages: [] },
  {
    name: "with the plugin alone, jekyll has nothing either",
    mode: "jekyll",
    config: "plugins: [jekyll-archives]",
    pages: [],
  },
  {
    name: "jekyll-archives has its own permalinks, no indexes, and no titles for dates",
    mode: "jekyll",
    config: "plugins: [jekyll-archives]\njekyll-archives: {enabled: [tags, year]}",
    pages: [
      "/tag/c/ C++: Old",
      "/tag/%C3%BCber-gr%C3%B6%C3%9Fe/ Über Größe: Old",
      "/tag/systems/ Systems: Newer, New",
      "/2025/ : Newer, New",
      "/2024/ : Old",
    ],
  },
  {
    name: "gems: is the older name of plugins:",
    mode: "jekyll",
    config: "gems: [jekyll-archives]\njekyll-archives: {enabled: [year]}",
    pages: ["/2025/ : Newer, New", "/2024/ : Old"],
  },
  {
    name: "the key turns octavo's own choice off",
    config: "jekyll-archives: {enabled: [categories], permalinks: {category: '/topics/:name/'}}",
    pages: [
      "/topics/two-words/ Two Words: Old",
      "/topics/courses/ Courses: New",
      "/topics/ Categories = Courses 1, Two Words 1",
    ],
  },
  {
    name: "enabled: all has months and days too",
    config:
      "jekyll-archives: {enabled: all, permalinks: {tag: '/:name', category: '/:name/x/', day: '/d/:year-:month-:day.html'}}",
    pages: [
      ...["/c C++: Old", "/%C3%BCber-gr%C3%B6%C3%9Fe Über Größe: Old", "/systems Systems: Newer, New"],
      ...["/two-words/x/ Two Words: Old", "/courses/x/ Courses: New", "/2025/ 2025: Newer, New", "/2024/ 2024: Old"],
      ...["/2025/11/ 2025-11: Newer, New", "/2024/05/ 2024-05: Old"],
      ...[
        "/d/2025-11-17.html 2025-11-17: Newer",
        "/d/2025-11-16.html 2025-11-16: New",
        "/d/2024-05-06.html 2024-05-06: Old",
      ],
    ],
  },
  {
    name: "jekyll-archives-v2 divides by collection, with :collection and :type",
    config:
      "collections: {books: {output: true}}\njekyll-archives:\n  posts: {enabled: [tags], permalinks: {tags: '/blog/:type/:name/'}}\n  books: {enabled: [year, categories]}",
    files: { "_books/dune.md": post("title: Dune\ndate: 2023-01-01\ncategories: [Science Fiction]") },
    pages: [
      ...[...TAGS, "/blog/tag/ Tags = C++ 1, Systems 2, Über Größe 1"],
      ...["/books/category/science-fiction/ Science Fiction: Dune", "/books/category/ Categories = Science Fiction 1"],
      "/books/2023/ 2023: Dune",
    ].sort(),
  },
  {
    name: "slug_mode is Jekyll's",
    config: "jekyll-archives: {enabled: [tags], slug_mode: ascii}",
    pages: [
      "/tag/c/ C++: Old",
      "/tag/ber-gr-e/ Über Größe: Old",
      "/tag/systems/ Systems: Newer, New",
      "/tag/ Tags = Über Größe 1, C++ 1, Systems 2",
    ],
  },
  {
    name: "a page of the site's own wins",
    files: { "blog/tag/index.md": post("title: My tags"), "blog/2024.html": post("permalink: /blog/2024/") },
    pages: [
      ...TAGS,
      ...CATEGORIES,
      "/blog/category/ Categories = Courses 1, Two Words 1",
      "/blog/2025/ 2025: Newer, New",
    ],
  },
];

function told(page: Page): string {
  const { posts = [], terms = [] } = page.listing ?? {};
  const list =
    terms.length > 0
      ? ` = ${terms.map((term) => `${term.name} ${term.posts.length}`).join(", ")}`
      : `: ${posts.map(({ title }) => title).join(", ")}`;
  return `${page.url} ${page.title}${list}`;
}

describe("archives", () => {
  for (const { name, config = "", mode = "octavo", files = {}, pages } of cases)
    it(name, () => {
      const { site, diagnostics } = read({ ...posts, ...files, "_config.yml": `${config}\n` }, mode);
      const found = archivePages(site, diagnostics).map(told);
      assert.deepEqual(found.toSorted(), [...pages].sort());
      assert.deepEqual(diagnostics.errors, []);
    });

  it("gives every page a file", () => {
    const { site, diagnostics } = read({
      ...posts,
      "_config.yml": "jekyll-archives: {enabled: [tags], permalinks: {tag: '/t/:name'}}\n",
    });
    assert.deepEqual(
      archivePages(site, diagnostics).map(({ file }) => file),
      ["t/c.html", "t/über-größe.html", "t/systems.html", "t/index.html"],
    );
  });

  it("gives layouts what Jekyll gives them", () => {
    const { site, diagnostics } = read({
      ...posts,
      "_config.yml": "jekyll-archives: {enabled: [tags, month], layout: a, layouts: {month: m}}\n",
    });
    const pages = archivePages(site, diagnostics);
    const month = pages.find(({ url }) => url === "/2024/05/");
    const tag = pages.find(({ url }) => url === "/tag/systems/");
    assert.deepEqual(month?.data, {
      layout: "m",
      type: "month",
      collection_name: "posts",
      date: { kind: "date", year: 2024, month: 5, day: 1 },
    });
    assert.deepEqual(tag?.data, { layout: "a", type: "tag", collection_name: "posts", title: "Systems" });
  });

  const alike: Files = {
    "_posts/2024-01-01-a.md": post("tags: [C]"),
    "_posts/2024-01-02-b.md": post("tags: [C++, C++]"),
    "_posts/2024-01-03-c.md": post("tags: [C++, C]"),
  };

  it("two names with one slug share a page, and a warning names both", () => {
    const { site, diagnostics } = read(alike);
    const tag = archivePages(site, diagnostics).find(({ url }) => url === "/blog/tag/c/");
    assert.equal(tag && told(tag), "/blog/tag/c/ C: C, B, A");
    const [warning] = diagnostics.all;
    assert.equal(warning?.problem, 'The tag "C++" and the tag "C" share the page /blog/tag/c/');
    assert.equal(warning?.file, "_posts/2024-01-03-c.md");
  });

  it("in jekyll the page written last remains, with a post as often as it names the tag", () => {
    const { site, diagnostics } = read(
      { ...alike, "_config.yml": "plugins: [jekyll-archives]\njekyll-archives: {enabled: [tags]}\n" },
      "jekyll",
    );
    assert.deepEqual(archivePages(site, diagnostics).map(told), ["/tag/c/ C++: C, B, B"]);
    assert.equal(diagnostics.all.length, 1);
  });

  it("a tag without a letter is a label without a page, and the author is told", () => {
    const files = { "_posts/2024-01-01-a.md": post("tags: ['!!!', good]") };
    const { site, diagnostics, urls } = withSite(files, "octavo", (site, diagnostics) => {
      return { site, diagnostics, urls: archivePages(site, diagnostics).map(({ url }) => url) };
    });
    assert.deepEqual(urls, ["/blog/tag/good/", "/blog/tag/", "/blog/2024/"]);
    assert.match(diagnostics.all[0]?.problem ?? "", /The tag "!!!" has no letter or digit/);
    assert.deepEqual([diagnostics.all[0]?.file, diagnostics.all[0]?.line], ["_posts/2024-01-01-a.md", 2]);
    assert.equal(archiveLinks(site.config)("tag", "!!!"), undefined);
  });

  it("a permalink that leaves the site is an error", () => {
    const { site, diagnostics } = read({
      ...posts,
      "_config.yml": "jekyll-archives: {enabled: [tags], permalinks: {tag: '/../:name/'}}\n",
    });
    assert.deepEqual(archivePages(site, diagnostics), []);
    assert.match(diagnostics.errors[0]?.problem ?? "", /permalink "\/\.\.\/:name\/" for tags/);
  });

  it("links lead where the pages are", () => {
    const { site } = read({
      "_config.yml": "jekyll-archives: {enabled: [tags, year], permalinks: {tag: '/t/:name/'}}\n",
    });
    const link = archiveLinks(site.config);
    assert.equal(link("tag", "A b"), "/t/a-b/");
    assert.equal(link("year", "2024"), "/2024/");
    assert.equal(link("category", "A b"), undefined);
  });
});
