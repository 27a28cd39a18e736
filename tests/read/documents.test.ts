/** Tags, categories, dates, excerpts, publishing and order: what Jekyll 4.3.1 makes of the same files. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Mode } from "../../src/model.ts";
import { readFiles } from "./support.ts";

const NAME = "_posts/2020-01-02-a.md";

function readPost(frontMatter: string, mode: Mode, body = "text", path = NAME) {
  const { site } = readFiles({ [path]: `---\n${frontMatter}\n---\n${body}` }, { mode });
  const [post] = site.posts;
  assert.ok(post !== undefined);
  return post;
}

for (const [frontMatter, jekyll, octavo] of [
  ["tags: COMP-600, Self-introduction", ["COMP-600,", "Self-introduction"], ["COMP-600", "Self-introduction"]],
  ["tags: a  b\tc", ["a", "b", "c"], ["a", "b", "c"]],
  ["tags: a,b , c", ["a,b", ",", "c"], ["a,b", "c"]],
  ["tags: [a b, c, 2020, a b, null]", ["a b", "c", "2020", "a b"], ["a b", "c", "2020", "a b"]],
  ["tag: one two", ["one two"], ["one two"]],
  ["tag: one\ntags: two", ["one"], ["one"]],
  ["tags: {a: b}", [], []],
  ["tags: 5", [], []],
] as const) {
  test(`the tags of ${JSON.stringify(frontMatter)}`, () => {
    assert.deepEqual(readPost(frontMatter, "jekyll").tags, jekyll);
    assert.deepEqual(readPost(frontMatter, "octavo").tags, octavo);
  });
}

for (const [frontMatter, path, expected] of [
  ["categories: x y", "A B/c/_posts/2020-01-02-a.md", ["A B", "c", "x", "y"]],
  ["category: x y", NAME, ["x y"]],
  ["category: c1\ncategories: c2", NAME, ["c2", "c1"]],
  ["categories: [a, A, a]", NAME, ["a", "A"]],
  ["categories:", NAME, []],
  ["title: x", "_posts/sub/2020-01-02-a.md", []],
  ["categories: x", "my_posts/_posts/2020-01-02-a.md", ["my", "x"]],
] as const) {
  test(`the categories of ${JSON.stringify(frontMatter)} in ${path}`, () => {
    for (const mode of ["jekyll", "octavo"] as const) {
      assert.deepEqual(readPost(frontMatter, mode, "text", path).categories, expected);
    }
  });
}

for (const [why, frontMatter, body, expected] of [
  ["the first paragraph", "a: 1", "one\n\ntwo", "one"],
  ["all of a body without a blank line", "a: 1", "one\ntwo\n", "one\ntwo\n"],
  [
    "the text before the separator of the post",
    "excerpt_separator: <!--more-->",
    "one\n\ntwo<!--more-->three",
    "one\n\ntwo",
  ],
  ["nothing where the separator is empty", "excerpt_separator: ''", "one\n\ntwo", ""],
  ["the front matter's own", "excerpt: Mine", "one\n\ntwo", "Mine"],
  ["not false", "excerpt: false", "one\n\ntwo", "one"],
  ["an empty one of the front matter, too", "excerpt: >\n\ntitle: x", "one\n\ntwo", ""],
  ["the links it uses come along", "a: 1", "one [l]\n\ntwo\n\n[l]: /x\n[m]: /y\n", "one [l]\n\n[l]: /x"],
  ["an open block is closed", "a: 1", "{% if x %}one\n\ntwo{% endif %}", "{% if x %}one\n{% endif %}"],
] as const) {
  test(`the excerpt: ${why}`, () => {
    for (const mode of ["jekyll", "octavo"] as const) assert.equal(readPost(frontMatter, mode, body).excerpt, expected);
  });
}

test("a post with broken front matter stands by its path where `future: true` asks no post for its date, else first", () => {
  const files = {
    "_posts/2020-01-01-a.md": "---\n---\n",
    "_posts/2020-02-01-b.md": "---\ntitle: ::b\n---\n",
    "_posts/2020-03-01-c.md": "---\n---\n",
  };
  const order = (config: string) =>
    readFiles({ "_config.yml": `mode: jekyll\n${config}`, ...files }).site.posts.map(({ path }) => path.slice(-4, -3));
  assert.deepEqual(order("future: true\n"), ["c", "b", "a"]);
  assert.deepEqual(order(""), ["b", "c", "a"]);
});

test("a blank line of a file with CRLF ends the excerpt in mode octavo", () => {
  assert.equal(readPost("a: 1", "octavo", "one\r\n\r\ntwo").excerpt, "one");
  assert.equal(readPost("a: 1", "jekyll", "one\r\n\r\ntwo").excerpt, "one\r\n\r\ntwo");
});

test("the seed's form: title, date, description, tags, category and URL", () => {
  const { site, told } = readFiles({
    "_config.yml": "title: Me\nurl: https://x.y\ntimezone: America/Chicago\n",
    "_posts/2025-05-16-about-me.md":
      "---\nlayout: post\ntitle: About Me\ndate: 2025-05-16 19:45:00\ndescription: A — dash\ntags: COMP-600, Self-introduction\ncategories: Courses\n---\n\n> Quote’s\n\nHi\n",
  });
  const [post] = site.posts;
  assert.deepEqual([post?.url, post?.file], ["/blog/2025/about-me/", "blog/2025/about-me/index.html"]);
  assert.deepEqual([post?.title, post?.description, post?.layout], ["About Me", "A — dash", "post"]);
  assert.deepEqual([post?.tags, post?.categories], [["COMP-600", "Self-introduction"], ["Courses"]]);
  assert.equal(post?.date.toISO(), "2025-05-16T14:45:00.000-05:00");
  assert.deepEqual([post?.bodyLine, post?.body, post?.excerpt], [10, "> Quote’s\n\nHi\n", "> Quote’s"]);
  assert.equal(told.length, 1);
});

const PUBLISHED = {
  "_posts/2020-01-01-yes.md": "x",
  "_posts/2020-01-01-no.md": "---\npublished: false\n---\n",
  "_posts/2020-01-01-off.md": "---\npublished: off\n---\n",
  "_posts/2020-01-01-text.md": '---\npublished: "false"\n---\n',
  "_posts/2099-01-01-future.md": "x",
  "_drafts/idea.md": "---\ndate: 2020-01-01\n---\n",
  "page.md": "---\npublished: false\n---\n",
};

for (const [why, options, posts, pages] of [
  ["by default", {}, ["yes", "text"], []],
  ["with --unpublished", { unpublished: true }, ["yes", "text", "off", "no"], ["page.md"]],
  ["with --future", { future: true }, ["future", "yes", "text"], []],
  ["with --drafts", { drafts: true }, ["yes", "text", "idea"], []],
  ["with a limit of one", { limitPosts: 1 }, ["yes"], []],
] as const) {
  test(`what is published ${why}`, () => {
    const { site } = readFiles(PUBLISHED, options);
    assert.deepEqual([site.posts.map(({ slug }) => slug), site.pages.map(({ path }) => path)], [posts, pages]);
  });
}

test("defaults: the longer path wins, then the one with a type; mappings merge, an empty value overrides nothing", () => {
  const { site } = readFiles(
    {
      "_config.yml": `
defaults:
  - {scope: {path: ""}, values: {layout: all, obj: {a: 1}, kept: yes}}
  - {scope: {path: "", type: posts}, values: {layout: typed, obj: {b: 2}}}
  - {scope: {path: "_posts/in"}, values: {layout: deep}}
  - {scope: {path: "glob/*/x.md"}, values: {layout: globbed}}
  - {scope: {path: assets, type: pages}, values: {no: 1}}
  - {scope: {path: assets}, values: {image: true}}
`,
      "_posts/2020-01-01-a.md": "---\nobj: {c: 3}\nkept:\n---\n",
      "_posts/in/2020-01-01-b.md": "x",
      "glob/one/x.md": "---\n---\n",
      "page.md": "---\nlayout:\n---\n",
      "assets/i.png": "x",
    },
    { mode: "jekyll" },
  );
  const [b, a] = site.posts;
  assert.deepEqual([a?.layout, a?.data.obj, a?.data.kept], ["typed", { a: 1, b: 2, c: 3 }, true]);
  assert.equal(b?.layout, "deep");
  assert.deepEqual(
    site.pages.map(({ layout }) => layout),
    ["", "globbed"],
  );
  assert.deepEqual(site.staticFiles[0]?.data.image, true);
});

test("collections: written or not, sorted by date and path, by a list or by a key", () => {
  const item = (keys: string) => `---\n${keys}\n---\n`;
  const { site, told } = readFiles(
    {
      "_config.yml":
        "collections:\n  plain: {output: true}\n  listed: {order: [c.md, sub/a.md]}\n  keyed: {output: true, sort_by: rank, permalink: /k/:title}\n",
      "_plain/b.md": item("date: 2020-01-01"),
      "_plain/a.md": item("date: 2021-01-01"),
      "_plain/pic.png": "x",
      "_plain/no.md": item("published: false"),
      "_listed/a.md": item("x: 1"),
      "_listed/c.md": item("x: 1"),
      "_listed/sub/a.md": item("x: 1"),
      "_listed/pic.png": "x",
      "_keyed/a.md": item("rank: 10"),
      "_keyed/b.md": item("rank: 9"),
      "_keyed/c.md": item("x: 1"),
    },
    { mode: "jekyll" },
  );
  const shown = (label: string) => site.collections.get(label)?.map(({ url, output }) => `${url} ${output}`);
  assert.deepEqual(shown("plain"), ["/plain/b.html true", "/plain/a.html true"]);
  assert.deepEqual(shown("listed"), ["/listed/c.html false", "/listed/sub/a.html false", "/listed/a.html false"]);
  assert.deepEqual(shown("keyed"), ["/k/b true", "/k/a true", "/k/c true"]);
  assert.deepEqual(
    site.staticFiles.map(({ file, collection }) => [file, collection]),
    [["plain/pic.png", "plain"]],
  );
  assert.deepEqual(
    told.map(({ file }) => file),
    ["_keyed/c.md"],
  );
});

test("data files: names, folders, tables and which of two stays", () => {
  const { site } = readFiles({
    "_data/we!rd na-me.yml": "a: 1",
    "_data/same.yml": "a: 1",
    "_data/same/x.json": '{"b": [1, "2020-01-01"]}',
    "_data/t.csv": 'n,q\n1,"a ""b"", c"\n2,\n',
    "_data/u.tsv": "n\tq\nx\ty\n",
  });
  assert.deepEqual(site.data, {
    "werd_na-me": { a: 1 },
    same: { x: { b: [1, "2020-01-01"] } },
    t: [
      { n: "1", q: 'a "b", c' },
      { n: "2", q: null },
    ],
    u: [{ n: "x", q: "y" }],
  });
});

test("a Ruby symbol in a data file is its text, as older readers of Ruby took it", () => {
  const { site, errors } = readFiles({ "_data/tr.yml": "meta: :PLATFORM ve :THEME\n" });
  assert.deepEqual([site.data.tr, errors], [{ meta: ":PLATFORM ve :THEME" }, []]);
});
