/** What a folder becomes whose author has read nothing: what Jekyll built keeps its addresses, what gets no page is told. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { built } from "../support/built.ts";
import type { Files } from "../support/site.ts";

const POST = {
  "_posts/2026-03-01-first.md": "---\ncategories: [news]\n---\nText\n",
  "about.md": "---\ntitle: About\n---\n",
};

describe("posts and pages lie", () => {
  const cases: readonly (readonly [string, Files, string, string])[] = [
    ["where Octavo puts them", {}, "blog/2026/first/index.html", "about/index.html"],
    [
      "where Jekyll put them, in a site with a theme of Jekyll's",
      { "_config.yml": "title: T\ntheme: minima\n" },
      "news/2026/03/01/first.html",
      "about.html",
    ],
    [
      "there, too, where the theme is a repository",
      { "_config.yml": "title: T\nremote_theme: pages-themes/cayman\n" },
      "news/2026/03/01/first.html",
      "about.html",
    ],
    [
      "and where layouts in Liquid are left aside by --mode octavo",
      { "_layouts/post.html": "{{ content }}" },
      "news/2026/03/01/first.html",
      "about.html",
    ],
    [
      "where the site's own permalink says, whatever its theme",
      { "_config.yml": "theme: minima\npermalink: /:title/\n" },
      "first/index.html",
      "about/index.html",
    ],
  ];
  for (const [where, files, ...expected] of cases)
    test(where, async () => {
      const site = await built({ ...POST, ...files });
      for (const file of expected) assert.ok(site.files.includes(file), `${file} of ${site.files.join(" ")}`);
    });
});

describe("the header of a site with a theme of Jekyll's has", () => {
  const page = (title: string, more = "") => `---\ntitle: ${title}\n${more}---\n`;
  const many = Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`p${index}.md`, page(`P${index}`)]));
  const minima = "title: T\ntheme: minima\n";
  const cases: readonly (readonly [string, Files, readonly string[]])[] = [
    ["every page with a title", { "a.md": page("A"), "b.md": "---\n---\n", "404.md": page("Lost") }, ["A"]],
    ["none of more than eight", many, []],
    [
      "what header_pages names",
      { ...many, "_config.yml": `${minima}header_pages: [p3.md, p1.md, no.md]\n` },
      ["P3", "P1"],
    ],
    ["the pages that ask for it, where one does", { "a.md": page("A"), "b.md": page("B", "nav: true\n") }, ["B"]],
    ["nothing without the theme", { "a.md": page("A"), "_config.yml": "title: T\n" }, []],
  ];
  for (const [what, files, expected] of cases)
    test(what, async () => {
      const site = await built({ "_config.yml": minima, ...files });
      const nav = /<nav aria-label="Main">.*?<\/nav>/s.exec(site.page("index.html"))?.[0] ?? "";
      const texts = [...nav.matchAll(/<a [^>]*>([^<]*)</g)].map(([, text]) => text);
      assert.deepEqual(texts, [...expected, "Search"]);
    });
});

describe("Markdown without front matter", () => {
  const told = async (files: Files): Promise<readonly string[]> =>
    (await built(files)).told.map(({ file, problem }) => `${file}: ${problem}`);

  test("is told, once for all files", async () => {
    const says = "The Markdown file has no front matter and is copied as it is";
    assert.deepEqual(await told({ "index.md": "# Hello" }), [`index.md: ${says}`]);
    assert.deepEqual(await told({ "a.md": "x", "b/c.md": "x", "d.md": "x" }), [`a.md: ${says}, as 2 more of the site`]);
  });

  test("is right where it is about the repository, lies in public/ or becomes a page", async () => {
    assert.deepEqual(await told({ "README.md": "x", "public/a.md": "x", "a.txt": "x" }), []);
    const plugins = "title: T\nplugins: [jekyll-optional-front-matter]\n";
    assert.deepEqual(await told({ "_config.yml": plugins, "a.md": "x" }), []);
  });
});
