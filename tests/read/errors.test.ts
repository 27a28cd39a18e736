/** Everything that an author can get wrong while a site is read, with the place he is sent to. */
import assert from "node:assert/strict";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { inFolder } from "../support/site.ts";
import { filesOf, readFiles, readFolder } from "./support.ts";

const POST = "_posts/2020-01-02-a.md";

for (const [why, files, place, problem] of [
  ["broken YAML", { [POST]: "---\ntitle: a: b\n---\n" }, `${POST}:2:9`, /not valid YAML/],
  ["a tab in YAML", { [POST]: "---\nx:\n\ta: b\n---\n" }, `${POST}:3:1`, /tab/],
  ["front matter that is a list", { [POST]: "---\n- a\n---\n" }, `${POST}:2:1`, /not a mapping/],
  ["front matter that is a text", { "p.md": "---\nwords\n---\n" }, "p.md:2:1", /not a mapping/],
  ["a month 13 in a name", { "_posts/2020-13-40-a.md": "x" }, "_posts/2020-13-40-a.md:1:1", /no such date/],
  ["February 30 in a name", { "_posts/2020-02-30-a.md": "x" }, "_posts/2020-02-30-a.md:1:1", /no such date/],
  ["February 30 in front matter", { [POST]: "---\na: 1\ndate: 2020-02-30\n---\n" }, `${POST}:3:1`, /2020-02-30/],
  ["an empty date", { [POST]: "---\ndate:\n---\n" }, `${POST}:2:1`, /no such date/],
  ["a date that is none", { [POST]: "---\ndate: soon\n---\n" }, `${POST}:2:1`, /soon/],
  ["an update that is none", { [POST]: "---\nupdated: soon\n---\n" }, `${POST}:2:1`, /soon/],
  ["an unknown placeholder", { [POST]: "---\npermalink: /:yaer/\n---\n" }, `${POST}:2:1`, /:yaer/],
  ["an unknown placeholder in a page", { "p.md": "---\npermalink: /:year/\n---\n" }, "p.md:2:1", /:year/],
  [
    "an unknown placeholder for all",
    { "_config.yml": "a: 1\npermalink: /:yaer/\n", [POST]: "x" },
    "_config.yml:2:1",
    /:yaer/,
  ],
  [
    "a page and a post for one URL",
    { [POST]: "---\npermalink: /x/\n---\n", "x.md": "---\n---\n" },
    `${POST}:2:1`,
    /x\.md and .*-a\.md/,
  ],
  [
    "two posts for one URL",
    { [POST]: "x", "_posts/2020-02-02-a.md": "x" },
    "_posts/2020-02-02-a.md:1:1",
    /both written to \/blog\/2020\/a\//,
  ],
  ["a permalink with ..", { "p.md": "---\npermalink: /../x/\n---\n" }, "p.md:2:1", /leave the destination/],
  ["a permalink with a backslash", { "p.md": "---\npermalink: /a\\b/\n---\n" }, "p.md:2:1", /leave the destination/],
  ["a permalink with NUL", { "p.md": '---\npermalink: "/a\\0b/"\n---\n' }, "p.md:2:1", /leave the destination/],
  ["a permalink that is a list", { "p.md": "---\npermalink: [a]\n---\n" }, "p.md:2:1", /not a path/],
  ["a configuration that is a list", { "_config.yml": "- a\n" }, "_config.yml:1:1", /not a mapping/],
  ["a broken configuration", { "_config.yml": "a: 1\ntitle: [\n" }, "_config.yml:2:8", /not valid YAML/],
  ["a number that is none", { "_config.yml": "a: 1\npaginate: lots\n" }, "_config.yml:2:1", /`paginate`/],
  ["a zone that does not exist", { "_config.yml": "a: 1\ntimezone: Europe/Foo\n" }, "_config.yml:2:1", /Europe\/Foo/],
  ["a text for a switch", { "_config.yml": "future: 'yes'\n" }, "_config.yml:1:1", /`future`/],
  ["a text for a list", { "_config.yml": "include: a\n" }, "_config.yml:1:1", /`include`/],
  ["a negative limit", { "_config.yml": "limit_posts: -1\n" }, "_config.yml:1:1", /`limit_posts`/],
  ["a number for a permalink", { "_config.yml": "permalink: 5\n" }, "_config.yml:1:1", /`permalink`/],
  ["a list for a title", { "_config.yml": "title: [a]\n" }, "_config.yml:1:1", /`title`/],
  ["a number for collections", { "_config.yml": "collections: 5\n" }, "_config.yml:1:1", /`collections`/],
  [
    "a default without values",
    { "_config.yml": "defaults:\n  - scope: {path: ''}\n" },
    "_config.yml:1:1",
    /`defaults`/,
  ],
  ["broken data", { "_data/x.yml": "a: b: c\n" }, "_data/x.yml:1:5", /not valid YAML/],
  [
    "JSON that no recursion can follow",
    { "_data/x.json": `${'[{"a":\n'.repeat(9999)}1${"\n}]".repeat(9999)}` },
    "_data/x.json:10001:1",
    /nests too deep/,
  ],
  ["broken JSON", { "_data/x.json": '{"a": 1,\n "b" 2}' }, "_data/x.json:2:6", /not valid JSON/],
  ["a broken table", { "_data/x.csv": 'a,b\n1,"x\n' }, "_data/x.csv:2:3", /quote/],
] as const) {
  test(`an error: ${why}`, () => {
    const { errors } = readFiles(files);
    const shown = errors.map(({ file, line, column }) => `${file}:${line}:${column}`);
    assert.deepEqual(shown, [place]);
    assert.match(errors[0]?.problem ?? "", problem);
    assert.notEqual(errors[0]?.help ?? "", "");
    assert.notEqual(errors[0]?.excerpt ?? "", "");
  });
}

test("in mode jekyll the younger of two posts for one URL is written, of the same day the later path", () => {
  const permalink = "---\npermalink: /x/\n---\n";
  const files = {
    "_posts/2020-02-02-a.md": permalink,
    "_posts/2020-02-01-z.md": permalink,
    "_posts/z/2020-02-02-a.md": permalink,
  };
  const { site, errors } = readFiles(files, { mode: "jekyll" });
  assert.deepEqual(errors, []);
  assert.deepEqual(
    site.posts.filter(({ output }) => output).map(({ path }) => path),
    ["_posts/z/2020-02-02-a.md"],
  );
});

test("a static file beside a page or a post of its URL is a warning; what Jekyll would write is written", () => {
  const { site, told, errors } = readFiles({
    "about.md": "---\npermalink: /about/\n---\n",
    "about/index.html": "built once",
    [POST]: "---\npermalink: /x/\n---\n",
    "x/index.html": "built once",
  });
  assert.deepEqual(errors, []);
  assert.deepEqual(
    told.map(({ file, problem }) => `${file}: ${problem}`),
    [
      `${POST}: x/index.html and ${POST} are both written to /x/: ${POST} is shown`,
      "about/index.html: about.md and about/index.html are both written to /about/index.html: about/index.html is shown",
    ],
  );
  assert.deepEqual(filesOf(site), ["about/index.html", "x/index.html"]);
});

test("a mode that nobody knows is a warning, and the mode is found", () => {
  const { told, errors } = readFiles({ "_config.yml": "title: T\nmode: dark\n" });
  assert.deepEqual(errors, []);
  assert.deepEqual(
    told.map(({ file, line, problem }) => `${file}:${line}: ${problem}`),
    ["_config.yml:2: `mode` is jekyll or octavo; the site is built in mode octavo"],
  );
});

test("all errors of a site are told in one reading", () => {
  const { errors, site } = readFiles({
    "_config.yml": "timezone: Nowhere\n",
    [POST]: "---\na: b: c\n---\n",
    "_posts/2020-13-01-b.md": "x",
    "_posts/2020-01-03-good.md": "x",
    "p.md": "---\n- a\n---\n",
  });
  assert.deepEqual(
    errors.map(({ file }) => file),
    ["_config.yml", POST, "_posts/2020-13-01-b.md", "p.md"],
  );
  assert.deepEqual(
    site.posts.map(({ slug }) => slug),
    ["good"],
  );
});

test("a file that is not UTF-8 is an error at its first bad byte; Jekyll leaves such a post out", () => {
  inFolder({ "_config.yml": "title: x\n", "_posts/x": "" }, (folder) => {
    writeFileSync(path.join(folder, POST), Buffer.from("---\ntitle: x\n---\nok \xff no", "latin1"));
    const [error] = readFolder(folder).errors;
    assert.deepEqual([error?.file, error?.line, error?.column], [POST, 4, 4]);
    const { errors, told, site } = readFolder(folder, { mode: "jekyll" });
    assert.deepEqual([errors.length, told.length, site.posts.length], [0, 1, 0]);
  });
});

test("links are followed within the source and refused beyond it, in both modes", () => {
  inFolder({ "site/_config.yml": "title: x\n", "site/real/a.txt": "a", "outside/secret.txt": "s" }, (folder) => {
    mkdirSync(path.join(folder, "site/loop"));
    symlinkSync("../real", path.join(folder, "site/loop/inside"));
    symlinkSync("../../site", path.join(folder, "site/loop/circle"));
    symlinkSync("../outside", path.join(folder, "site/out"));
    symlinkSync("../outside/secret.txt", path.join(folder, "site/file.txt"));
    symlinkSync("nothing", path.join(folder, "site/broken"));
    symlinkSync("../outside", path.join(folder, "site/_excluded"));
    symlinkSync("../outside", path.join(folder, "site/_posts"));
    for (const mode of ["jekyll", "octavo"] as const) {
      const { errors, told, site } = readFolder(path.join(folder, "site"), { mode });
      const missing = told.filter(({ level }) => level === (mode === "jekyll" ? "warning" : "error"));
      assert.ok(missing.some(({ file, problem }) => file === "broken" && /leads nowhere/.test(problem)));
      const refused = errors.filter(({ file }) => file !== "broken").map(({ file }) => file);
      assert.deepEqual(refused.sort(), ["_posts", "file.txt", "loop/circle", "out"]);
      assert.deepEqual(
        site.staticFiles.map(({ file }) => file),
        ["loop/inside/a.txt", "real/a.txt"],
      );
    }
  });
});

test("a configuration that is a list is an error, and does not hide what else is wrong", () => {
  const { errors } = readFiles({ "_config.yml": "- a\n", [POST]: "---\ntitle: [a\n---\n" }, { mode: "octavo" });
  assert.deepEqual(
    errors.map(({ file, line }) => `${file}:${line}`),
    ["_config.yml:1", `${POST}:2`],
  );
});

test("a configuration that is a folder is an error", () => {
  inFolder({ "_config.yml/a.md": "x" }, (folder) => {
    const { errors } = readFolder(folder);
    assert.deepEqual(
      errors.map(({ file, problem }) => [file, problem]),
      [["_config.yml", "The configuration is no file"]],
    );
  });
});

test("a configuration file that is named and missing is an error", () => {
  const { errors } = readFiles({}, { config: ["/nowhere/_config.yml"] });
  assert.match(errors[0]?.problem ?? "", /does not exist/);
});

for (const [why, files, place, problem] of [
  ["a post without a date in its name", { "_posts/hello.md": "x" }, "_posts/hello.md:1", /no date in its name/],
  ["a future post", { "_posts/2099-01-02-a.md": "x" }, "_posts/2099-01-02-a.md:1", /future/],
  ["a misspelt key", { [POST]: "---\na: 1\ncatagories: x\n---\n" }, `${POST}:3`, /catagories/],
  ["tag beside tags", { [POST]: "---\ntags: b\ntag: a\n---\n" }, `${POST}:3`, /`tag`/],
  ["a misspelt key of the configuration", { "_config.yml": "titel: x\n" }, "_config.yml:1", /titel/],
  ["commas in tags", { [POST]: "---\ntags: a, b\n---\n" }, `${POST}:2`, /commas/],
  [
    "a day that the zone changes",
    { "_config.yml": "timezone: America/New_York\n", [POST]: "---\ndate: 2020-02-03 03:04:05\n---\n" },
    `${POST}:2`,
    /2020-02-02 22:04/,
  ],
] as const) {
  test(`a warning in mode octavo: ${why}`, () => {
    const { told, errors } = readFiles(files);
    assert.deepEqual(
      told.map(({ file, line }) => `${file}:${line}`),
      [place],
    );
    assert.match(told[0]?.problem ?? "", problem);
    assert.equal(errors.length, 0);
  });
}

for (const date of ["2020-02-03 03:04:05 -0500", "2020-02-03 12:00:00", "2020-02-03", "'2020-02-03 03:04'"]) {
  test(`no warning: the day of ${date} is the one written`, () => {
    const { told } = readFiles({ "_config.yml": "timezone: America/New_York\n", [POST]: `---\ndate: ${date}\n---\n` });
    assert.deepEqual(told, []);
  });
}

test("a site without a configuration is warned of, and read", () => {
  inFolder({ [POST]: "x" }, (folder) => {
    const { told, site } = readFolder(folder);
    assert.match(told[0]?.problem ?? "", /no _config\.yml/);
    assert.equal(site.posts.length, 1);
  });
});

test("mode jekyll warns where Jekyll goes on, and keeps quiet where Jekyll does", () => {
  const { told, errors, site } = readFiles(
    {
      "_config.yml": "future: 'no'\ntimezone: Nowhere\ntitel: x\n",
      [POST]: "---\na: b: c\n---\nbody",
      "_posts/2020-02-30-b.md": "---\ntags: a, b\ncatagories: x\n---\n",
      "_posts/nameless.md": "x",
      "p.md": "---\na: [\n---\nbody",
    },
    { mode: "jekyll" },
  );
  assert.deepEqual(
    told.map(({ file }) => file),
    ["_config.yml", "_config.yml", POST, "p.md"],
  );
  assert.equal(errors.length, 0);
  assert.deepEqual(
    site.posts.map(({ url }) => url),
    // A post without a date stands by its name among the others, as in Jekyll under `future:`.
    ["/2020/03/01/b.html", "/2025/06/15/2020-01-02-a.html"],
  );
});

test("a page that is not UTF-8 is copied with a warning in mode jekyll, and an error in mode octavo", () => {
  inFolder({ "_config.yml": "title: T\n" }, (folder) => {
    writeFileSync(path.join(folder, "p.html"), Buffer.from("---\n---\n\xe9\n", "latin1"));
    const jekyll = readFolder(folder, { mode: "jekyll" });
    assert.deepEqual(filesOf(jekyll.site), ["p.html"]);
    assert.deepEqual(
      jekyll.told.map(({ level, file, line }) => [level, file, line]),
      [["warning", "p.html", 3]],
    );
    assert.equal(readFolder(folder, { mode: "octavo" }).errors.length, 1);
  });
});
