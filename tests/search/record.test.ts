/** What of a page goes into the index. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { completeSite } from "../../src/plan.ts";
import { type SearchablePage, searchablePages } from "../../src/search/page.ts";
import { searchRecord } from "../../src/search/record.ts";
import { post, read } from "../plugins/fixture.ts";
import type { Files } from "../support/site.ts";

const PAGE: SearchablePage = { file: "a/index.html", url: "/a/", title: "Title", lang: "en-GB", tags: [] };
const HEAD = '<!doctype html><html lang="en"><head><title>T</title></head>';

describe("the record of a page", () => {
  const cases: readonly (readonly [string, string, RegExp])[] = [
    [
      "is what lies in its main part",
      "<body><p>Out</p><main id=m><h1>A</h1>In</main>After</body>",
      /^(?!.*(?:Out|After)).*In/s,
    ],
    [
      "is the whole body where there is no main part",
      "<body class=x><h1>A</h1>All</body>",
      /data-pagefind-body>\s*<h1>A<\/h1>All\s*<\/body>/,
    ],
    [
      "is what the author marks",
      "<body><main><p data-pagefind-body>In</p></main></body>",
      /<body>.*<p data-pagefind-body>In/s,
    ],
    [
      "has the page's title where the text has none",
      "<body><main>In</main></body>",
      /data-pagefind-meta="title">Title</,
    ],
    ["has no second title", "<body><main><h1>A</h1></main></body>", /^(?!.*data-pagefind-meta).*<h1>A/s],
    ["is in the language without its country", "<body><main>In</main></body>", /<html lang="en">/],
  ];
  for (const [name, body, expected] of cases)
    it(name, () => {
      const record = searchRecord(PAGE, `${HEAD}${body}</html>`);
      assert.equal(record?.url, "/a/");
      assert.match(record?.content ?? "", expected);
    });

  it("names the day and the tags of a post, escaped", () => {
    const page = { ...PAGE, day: "2024-05-01", tags: ['a "b" & c'] };
    const { content } = searchRecord(page, `${HEAD}<body><main>In</main></body></html>`) ?? assert.fail();
    assert.match(content, /data-pagefind-meta="date\[title\]" title="1 May 2024"/);
    assert.match(content, /data-pagefind-filter="tag\[title\]" title="a &quot;b&quot; &amp; c"/);
  });

  for (const robots of ['<meta name="robots" content="noindex, follow">', "<meta content=noindex name=robots>"])
    it(`is none where the page says ${robots}`, () => {
      assert.equal(searchRecord(PAGE, `<html><head>${robots}</head><body><main>In</main></body></html>`), undefined);
    });

  it("is there where only the text speaks of noindex", () => {
    const html = `${HEAD}<body><main><code>&lt;meta name="robots" content="noindex"></code></main></body></html>`;
    assert.ok(searchRecord(PAGE, html));
  });
});

describe("the pages that are found", () => {
  const files: Files = {
    "index.md": post("layout: home\ntitle: Home", "Hello."),
    "about.md": post("layout: page\ntitle: About\nlang: de"),
    "hidden.md": post("layout: page\ntitle: Hidden\nsearch: false"),
    "data.json": post("layout: none", "{}"),
    "_posts/2024-03-01-first.md": post("title: First\ntags: [A B]"),
    "_posts/2024-03-02-moved.md": post("title: Moved\nredirect_from: /old/"),
  };
  const found = (change: Files = {}): readonly string[] => {
    const { site, diagnostics } = read({ ...files, ...change });
    return searchablePages(completeSite(site, diagnostics)).map(({ url }) => url);
  };

  it("are the author's pages and posts: no lists, no 404, no redirects, no search page, nothing that asks to be left out", () => {
    assert.deepEqual(found(), ["/about/", "/blog/2024/first/", "/blog/2024/moved/", "/"]);
  });

  it("have a day where they are posts, or name one themselves: that of the build is nobody's", () => {
    const config = { "_config.yml": "collections: {notes: {output: true}}\n" };
    const notes = {
      "_notes/2024-05-06-named.md": post("title: Named"),
      "_notes/given.md": post("title: Given\ndate: 2024-07-08"),
      "_notes/none.md": post("title: None"),
    };
    const { site, diagnostics } = read({ ...files, ...config, ...notes });
    const days = searchablePages(completeSite(site, diagnostics)).map(({ title, day }) => [title, day]);
    assert.deepEqual(
      days.filter(([title]) => title !== "About" && title !== "Home"),
      [
        ["First", "2024-03-01"],
        ["Moved", "2024-03-02"],
        ["Named", "2024-05-06"],
        ["Given", "2024-07-08"],
        ["None", undefined],
      ],
    );
  });

  const without: readonly (readonly [string, Files])[] = [
    ["search: false", { "_config.yml": "search: false\n" }],
    ["al-folio's search_enabled: false", { "_config.yml": "search_enabled: false\n" }],
    ["mode jekyll", { "_config.yml": "mode: jekyll\n" }],
    ["a page of another layout at /search/", { "search.md": post("layout: page\npermalink: /search/") }],
  ];
  for (const [name, change] of without)
    it(`are none with ${name}`, () => {
      if (name === "mode jekyll") {
        const { site, diagnostics } = read(files, "jekyll");
        assert.deepEqual(searchablePages(completeSite(site, diagnostics)), []);
      } else assert.deepEqual(found(change), []);
    });

  it("are found by a search page of the author's, at the address that it names", () => {
    const own = { "find.md": post("layout: search\ntitle: Find\npermalink: /find/") };
    assert.ok(found(own).includes("/about/"));
    const { site, diagnostics } = read({ ...files, ...own });
    const pages = completeSite(site, diagnostics).pages.filter(({ layout }) => layout === "search");
    assert.deepEqual(
      pages.map(({ url }) => url),
      ["/find/"],
    );
  });
});
