import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Mode, Page } from "../../src/model.ts";
import { paginatedPages } from "../../src/plugins/pagination.ts";
import type { Files } from "../support/site.ts";
import { post, read } from "./fixture.ts";

/** Posts "P1" (the oldest) to "P6"; even ones carry the tag "even". */
const posts: Files = Object.fromEntries(
  [1, 2, 3, 4, 5, 6].map((number) => [
    `_posts/2025-01-0${number}-p${number}.md`,
    post(
      `title: P${number}\ntags: [${number % 2 === 0 ? "Even" : "odd"}]\nweight: ${(number * 5) % 7}\ncategories: Cat`,
    ),
  ]),
);

interface Case {
  readonly name: string;
  readonly config?: string;
  readonly mode?: Mode;
  readonly files?: Files;
  /** Each page that lists as "file title: posts". */
  readonly pages: readonly string[];
}

const ALL = "P6, P5, P4, P3, P2, P1";
const V2 = "plugins: [jekyll-paginate-v2]\npagination: {enabled: true, per_page: 4}";
const AL_FOLIO =
  "layout: default\ntitle: blog\npermalink: /blog/\npagination: {enabled: true, collection: posts, permalink: /page/:num/, per_page: 5, sort_field: date, sort_reverse: true}";

const cases: readonly Case[] = [
  { name: "octavo has a blog", pages: [`blog/index.html Blog: ${ALL}`] },
  { name: "jekyll has none", mode: "jekyll", pages: [] },
  { name: "pagination: {enabled: false} turns it off", config: "pagination: {enabled: false}", pages: [] },
  {
    name: "per_page divides it",
    config: "pagination: {per_page: 4}",
    pages: ["blog/index.html Blog: P6, P5, P4, P3", "blog/page/2/index.html Blog, page 2: P2, P1"],
  },
  {
    name: "paginate divides it",
    config: "paginate: 4",
    pages: ["blog/index.html Blog: P6, P5, P4, P3", "blog/page/2/index.html Blog, page 2: P2, P1"],
  },
  {
    name: "paginate_path says where the rest lies",
    config: "paginate: 4\npaginate_path: /blog/p:num/",
    pages: ["blog/index.html Blog: P6, P5, P4, P3", "blog/p2/index.html Blog, page 2: P2, P1"],
  },
  {
    name: "a page of the site's own at that place wins",
    files: { "blog.md": post("title: Mine\npermalink: /blog/") },
    pages: [],
  },
  {
    name: "al-folio's blog page lists the posts itself",
    files: { "_pages/blog.md": post(AL_FOLIO) },
    config: "include: [_pages]",
    pages: ["blog/index.html blog: P6, P5, P4, P3, P2", "blog/page/2/index.html blog - page 2: P1"],
  },
  {
    name: "jekyll-paginate-v2 begins with the oldest",
    mode: "jekyll",
    config: V2,
    files: { "all.md": post("title: All\npermalink: /all/\npagination: {enabled: true}") },
    pages: ["all/index.html All: P1, P2, P3, P4", "all/page2/index.html All - page 2: P5, P6"],
  },
  {
    name: "jekyll-paginate-v2 wants the key in _config.yml too",
    mode: "jekyll",
    config: "plugins: [jekyll-paginate-v2]",
    files: { "all.md": post("pagination: {enabled: true}") },
    pages: [],
  },
  {
    name: "a list can be of one tag",
    files: { "even.md": post("title: E\npagination: {enabled: true, tag: even}") },
    pages: ["even/index.html E: P2, P4, P6"],
  },
  {
    name: "a list can be of a category, sorted by a key",
    files: { "c.md": post("title: C\npagination: {enabled: true, category: cat, sort_field: weight}") },
    pages: ["c/index.html C: P3, P6, P2, P5, P1, P4"],
  },
  {
    name: "offset drops the last of the ascending order, limit the last pages",
    files: {
      "c.md": post("title: C\npagination: {enabled: true, offset: 1, limit: 1, per_page: 2, sort_reverse: true}"),
    },
    pages: ["c/index.html C: P5, P4"],
  },
  {
    name: "a list can be of a collection",
    config: "collections: {notes: {output: true}}",
    files: {
      "_notes/n.md": post("title: N"),
      "c.md": post("title: C\npagination: {enabled: true, collection: notes}"),
    },
    pages: ["c/index.html C: N"],
  },
  {
    name: "titles and places follow their patterns",
    files: {
      "c.md": post(
        "title: C\npagination: {enabled: true, per_page: 3, title: ':title (:num/:max)', permalink: '/:num/'}",
      ),
    },
    pages: ["c/index.html C: P1, P2, P3", "c/2/index.html C (2/2): P4, P5, P6"],
  },
  {
    name: "hidden posts are not listed",
    files: { "_posts/2025-02-01-h.md": post("title: H\nhidden: true") },
    pages: [`blog/index.html Blog: ${ALL}`],
  },
  {
    name: "jekyll-paginate divides an index.html",
    mode: "jekyll",
    config: "plugins: [jekyll-paginate]\npaginate: 4",
    files: { "index.html": post("title: I") },
    pages: ["index.html I: P6, P5, P4, P3", "page2/index.html I: P2, P1"],
  },
  {
    name: "jekyll-paginate takes the index.html nearest to paginate_path",
    mode: "jekyll",
    config: "plugins: [jekyll-paginate]\npaginate: 4\npaginate_path: /blog/page:num/",
    files: {
      "index.html": post("title: I"),
      "blog/index.html": post("title: B"),
      "other/index.html": post("title: O"),
    },
    pages: ["blog/index.html B: P6, P5, P4, P3", "blog/page2/index.html B: P2, P1"],
  },
  {
    name: "jekyll-paginate knows no index.md",
    mode: "jekyll",
    config: "plugins: [jekyll-paginate]\npaginate: 4",
    files: { "index.md": post() },
    pages: [],
  },
];

function told({ file, title, listing }: Page): string {
  return `${file} ${title}: ${listing?.posts.map((post) => post.title).join(", ")}`;
}

describe("pagination", () => {
  for (const { name, config = "{}", mode = "octavo", files = {}, pages } of cases)
    it(name, () => {
      const { site, diagnostics } = read({ ...posts, ...files, "_config.yml": `${config}\n` }, mode);
      const found = paginatedPages(site, diagnostics);
      assert.deepEqual(found.filter(({ listing }) => listing !== undefined).map(told), pages);
      const plain = site.pages
        .map(({ file }) => file)
        .filter((file) => !pages.some((page) => page.startsWith(`${file} `)));
      assert.deepEqual(
        found.filter(({ listing }) => listing === undefined).map(({ file }) => file),
        plain,
      );
    });

  it("tells each page where the others are", () => {
    const { site, diagnostics } = read({ ...posts, "_config.yml": "pagination: {per_page: 2}\n" });
    const paginators = paginatedPages(site, diagnostics).map(({ listing }) => listing?.paginator);
    const urls = ["/blog/", "/blog/page/2/", "/blog/page/3/"];
    const shared = { perPage: 2, totalPages: 3, totalPosts: 6, urls };
    assert.deepEqual(paginators, [
      { ...shared, page: 1, nextUrl: urls[1], path: "/blog/index.html" },
      { ...shared, page: 2, previousUrl: urls[0], nextUrl: urls[2], path: "/blog/page/2/index.html" },
      { ...shared, page: 3, previousUrl: urls[1], path: "/blog/page/3/index.html" },
    ]);
  });

  for (const [around, numbers] of [
    ["{before: 1, after: 1}", ["123", "123", "234", "345", "456", "456"]],
    ["{before: 0, after: 2}", ["123", "234", "345", "456", "456", "456"]],
    ["{before: 9, after: 9}", ["123456", "123456", "123456", "123456", "123456", "123456"]],
    ["{before: 0, after: 0}", ["", "", "", "", "", ""]],
  ] as const)
    it(`shows the trail ${around}`, () => {
      const config = `${V2.replace("per_page: 4", `per_page: 1, trail: ${around}`)}\n`;
      const list = { "l.md": post("title: L\npermalink: /l\npagination: {enabled: true}") };
      const { site, diagnostics } = read({ ...posts, ...list, "_config.yml": config }, "jekyll");
      const pages = paginatedPages(site, diagnostics);
      const trails = pages.map(({ listing }) => listing?.paginator?.trail ?? []);
      assert.deepEqual(
        trails.map((trail) => trail.map(({ number }) => number).join("")),
        numbers,
      );
      const second = trails[0]?.[1];
      if (second) assert.deepEqual(second, { number: 2, path: "/l/page2/index.html", title: "L - page 2" });
      assert.deepEqual([pages[0]?.url, pages[0]?.markdown], ["/l/index.html", false]);
    });

  it("is the index of the page's folder in jekyll-paginate-v2", () => {
    const list = { "sub/list.md": post("pagination: {enabled: true}") };
    const { site, diagnostics } = read({ ...posts, ...list, "_config.yml": `${V2}\n` }, "jekyll");
    const files = paginatedPages(site, diagnostics).map(({ file }) => file);
    assert.deepEqual(files, ["sub/index.html", "sub/page2/index.html"]);
  });

  it("calls a list without a title Blog", () => {
    const { site, diagnostics } = read({ ...posts, "list.md": post("pagination: {enabled: true, per_page: 5}") });
    assert.deepEqual(
      paginatedPages(site, diagnostics).map(({ title }) => title),
      ["Blog", "Blog - page 2"],
    );
  });

  it("drops the old theme's list from the body, and draws its own", () => {
    const body = "<ul>{% for post in paginator.posts %}<li>{{ post.title }}</li>{% endfor %}</ul>";
    const { site, diagnostics } = read({
      ...posts,
      "blog.md": post("layout: default\npagination: {enabled: true}", body),
    });
    const [page] = paginatedPages(site, diagnostics);
    assert.deepEqual([page?.layout, page?.body], ["archive", ""]);
  });

  it("divides a page in jekyll whose own file another page takes", () => {
    const config = "plugins: [jekyll-paginate]\npaginate: 4\n";
    const { site, diagnostics } = read(
      { ...posts, "_config.yml": config, "index.html": "---\n---\n", "index.md": "---\n---\n" },
      "jekyll",
    );
    const written = paginatedPages(site, diagnostics).filter(({ output = true }) => output);
    assert.deepEqual(
      written.map(({ path, file }) => [path, file]),
      [
        ["index.md", "index.html"],
        ["index.html", "page2/index.html"],
      ],
    );
  });

  it("warns in jekyll where paginate finds no page to divide", () => {
    const { site, diagnostics } = read(
      { ...posts, "_config.yml": "plugins: [jekyll-paginate]\npaginate: 4\n" },
      "jekyll",
    );
    paginatedPages(site, diagnostics);
    assert.match(diagnostics.all[0]?.problem ?? "", /there is no index\.html to list posts on/);
  });

  it("gives no paginator to jekyll-paginate's page of a site without posts, as the gem", () => {
    const { site, diagnostics } = read(
      { "index.html": "---\n---\n", "_config.yml": "plugins: [jekyll-paginate]\npaginate: 4\n" },
      "jekyll",
    );
    const pages = paginatedPages(site, diagnostics);
    assert.deepEqual(
      pages.map(({ file, listing }) => [file, listing]),
      [["index.html", undefined]],
    );
  });

  it("a site without posts has an empty blog", () => {
    const { site, diagnostics } = read({});
    const [page] = paginatedPages(site, diagnostics);
    assert.deepEqual(page?.listing?.posts, []);
    assert.equal(page?.listing?.paginator?.totalPages, 1);
  });
});
