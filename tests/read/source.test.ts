/** Which files are read, where they go, and how the configuration is put together. */
import assert from "node:assert/strict";
import { readFileSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { DateTime } from "luxon";
import { readConfig } from "../../src/config/config.ts";
import { Diagnostics } from "../../src/errors.ts";
import { fnmatch, matchesGlob } from "../../src/read/globs.ts";
import { ReadMemory } from "../../src/read/memory.ts";
import { readSite } from "../../src/read/site.ts";
import { inFolder, temporaryFolder, writeFiles } from "../support/site.ts";
import { filesOf, NOW, readFiles, readFolder } from "./support.ts";

for (const [pattern, name, matches] of [
  ["*.bak", "a/b.bak", true],
  ["a?.txt", "ab.txt", true],
  ["[bc].txt", "b.txt", true],
  ["[!bc].txt", "b.txt", false],
  ["deep/*/x.md", "deep/a/b/x.md", true],
  ["a+b(c).txt", "a+b(c).txt", true],
  ["\\*.txt", "*.txt", true],
  ["\\*.txt", "a.txt", false],
  ["*.sublime-project", "a.sublime-project", true],
] as const) {
  test(`${pattern} ${matches ? "matches" : "does not match"} ${name}`, () => {
    assert.equal(fnmatch(pattern, name), matches);
  });
}

test("in a glob of defaults a star stays within its folder", () => {
  assert.equal(matchesGlob("a/*/x", "a/b/c/x"), false);
  assert.equal(matchesGlob("a/**/x", "a/b/c/x"), true);
  assert.equal(matchesGlob("a/**/x", "a/x"), true);
});

const ODD = {
  "_inc/a.md": "---\n---\n",
  "_other/b.md": "---\n---\n",
  ".dot/x": "x",
  "sub/_deep.md": "---\n---\n",
  "s/x.bak": "x",
  "out.txt": "x",
  "s/out/x": "x",
  "keep.keep": "x",
  "vendor/bundle/x": "x",
  "vendor/x": "x",
  "t~": "x",
  "#t": "x",
};

test("include and exclude as Jekyll matches them", () => {
  const config = "include: [_inc, .dot, sub/_deep.md, keep.keep]\nexclude: ['*.bak', out, keep.keep]\n";
  const { site } = readFiles({ "_config.yml": config, ...ODD }, { mode: "jekyll" });
  const expected = [".dot/x", "_inc/a.html", "keep.keep", "s/out/x", "sub/_deep.html", "vendor/x"];
  assert.deepEqual(filesOf(site), expected);
});

const HOSTED = {
  ".well-known/x": "x",
  ".nojekyll": "",
  ".hidden": "x",
  CNAME: "x.y",
  "public/css/a.css": "x",
  "public/p.md": "---\n---\n",
  "public/.well-known/y": "y",
  "package.json": "{}",
  "sub/node_modules/x.js": "x",
};

for (const [mode, expected] of [
  ["octavo", [".nojekyll", ".well-known/x", ".well-known/y", "CNAME", "css/a.css", "p.md"]],
  ["jekyll", ["CNAME", "package.json", "public/css/a.css", "public/p.html", "sub/node_modules/x.js"]],
] as const) {
  test(`mode ${mode}: public/, files that a host asks for, files of tools`, () => {
    assert.deepEqual(filesOf(readFiles(HOSTED, { mode }).site), expected);
  });
}

for (const [why, files, mode] of [
  ["a folder of posts", { "_posts/2020-01-01-a.md": "x" }, "octavo"],
  ["a layout in HTML", { "_layouts/default.html": "x" }, "jekyll"],
  ["a layout in a folder of layouts", { "_layouts/deep/x.liquid": "x" }, "jekyll"],
  ["a layout in TSX", { "_layouts/post.tsx": "x" }, "octavo"],
  ["layouts elsewhere", { "_config.yml": "layouts_dir: l\n", "l/x.html": "x" }, "jekyll"],
  ["a theme by name", { "_config.yml": "theme: minima\n" }, "octavo"],
  ["a theme's folder", { "_config.yml": "theme_dir: t/minima\n", "t/minima/_layouts/x.html": "x" }, "jekyll"],
  ["a theme's package", { "_config.yml": "theme: Minima\n", "node_modules/minima/_layouts/x.html": "x" }, "jekyll"],
  ["the key mode", { "_config.yml": "mode: octavo\n", "_layouts/x.html": "x" }, "octavo"],
] as const) {
  test(`${why} is read in mode ${mode}`, () => {
    assert.equal(readFiles(files).config.mode, mode);
  });
}

test("configuration files are merged left to right, over the defaults, and options over them", () => {
  inFolder(
    {
      "a.yml":
        "title: A\nurl: https://x.y/\nbaseurl: repo/\nkramdown: {input: kramdown}\nown: {a: 1, b: 2}\nexclude: [a]\n",
      "b.yml": "title: B\nown: {b: 3}\nexclude: [b]\nauthor: {name: Me}\n",
    },
    (folder) => {
      const config = ["a.yml", "b.yml"].map((name) => path.join(folder, name));
      const diagnostics = new Diagnostics();
      const read = readConfig({ source: folder, config, future: true, limitPosts: 3 }, diagnostics);
      assert.deepEqual(diagnostics.all, []);
      assert.deepEqual([read.title, read.url, read.baseurl, read.author], ["B", "https://x.y", "/repo", "Me"]);
      assert.deepEqual([read.future, read.limitPosts, read.data.own], [true, 3, { a: 1, b: 3 }]);
      assert.deepEqual([read.exclude.includes("a"), read.exclude.includes("b")], [false, true]);
      assert.deepEqual(Object(read.data.kramdown).input, "kramdown");
      assert.deepEqual(Object(read.data.kramdown).footnote_nr, 1);
      assert.deepEqual([read.files, read.timezone, read.permalink], [["a.yml", "b.yml"], "UTC", "/blog/:year/:title/"]);
      assert.equal(readConfig({ source: folder, config, baseurl: "" }, diagnostics).baseurl, "");
    },
  );
});

test("what did not change is not read again, and what it told is told again", () => {
  inFolder({}, (folder) => {
    const [a, b] = ["_posts/2020-01-01-a.md", "_posts/2020-01-02-b.md"];
    writeFiles(folder, {
      "_config.yml": "title: x\n",
      [a]: "---\ntags: x, y\n---\n",
      [b]: "one",
      "p.md": "---\n---\n",
    });
    const memory = new ReadMemory();
    const read = () => {
      const diagnostics = new Diagnostics();
      const config = readConfig({ source: folder }, diagnostics);
      const site = readSite(config, DateTime.fromISO(NOW, { zone: "UTC" }), diagnostics, memory);
      return { site, told: diagnostics.all.length };
    };
    const first = read();
    const file = path.join(folder, b);
    writeFileSync(file, "two");
    utimesSync(file, 1_700_000_000, 1_700_000_000);
    const second = read();
    assert.equal(second.site.posts[1], first.site.posts[1]);
    assert.equal(second.site.pages[0], first.site.pages[0]);
    assert.deepEqual([first.site.posts[0]?.body, second.site.posts[0]?.body], ["one", "two"]);
    assert.deepEqual([first.told, second.told], [1, 1]);
    writeFileSync(path.join(folder, "_config.yml"), "title: x\npermalink: /:title/\n");
    assert.deepEqual(
      read().site.posts.map(({ url }) => url),
      ["/b/", "/a/"],
    );
  });
});

test("a site is the same value whatever the machine's zone", () => {
  const { folder, remove } = temporaryFolder();
  const zone = process.env.TZ;
  try {
    writeFiles(folder, { "_config.yml": "title: x\n", "_posts/2020-01-01-a.md": "---\ndate: 2020-01-01 23:30\n---\n" });
    const dates = ["Asia/Tokyo", "America/Los_Angeles"].map((name) => {
      process.env.TZ = name;
      return readFolder(folder).site.posts[0]?.date.toISO();
    });
    assert.deepEqual(dates, ["2020-01-01T23:30:00.000Z", "2020-01-01T23:30:00.000Z"]);
    assert.equal(readFileSync(path.join(folder, "_config.yml"), "utf8"), "title: x\n");
  } finally {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
    remove();
  }
});
