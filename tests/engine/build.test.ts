/** What a build leaves on the disk: nothing half, nothing old, nothing outside, the same bytes every time. */
import assert from "node:assert/strict";
import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import { inFolder, launcher, readTree, runOctavo, temporaryFolder, writeFiles } from "../support/site.ts";

const SITE = {
  "_config.yml": "title: T\nurl: https://example.org\n",
  "_posts/2025-01-02-one.md": "---\ntitle: One\ntags: [a, b]\n---\n\nFirst.\n\n![x](/img/x.txt)\n",
  "_posts/2025-03-04-two.md": "---\ntitle: Two\ntags: [b]\ncategories: [c]\n---\n\nSecond.\n",
  "about.md": "---\ntitle: About\n---\n\nAbout.\n",
  "img/x.txt": "static\n",
};

let folder = "";
let remove = (): void => {};
beforeEach(() => {
  ({ folder, remove } = temporaryFolder());
  writeFiles(folder, SITE);
});
afterEach(() => remove());

const site = (): string => join(folder, "_site");

const octavo = (args: readonly string[], env?: NodeJS.ProcessEnv): SpawnSyncReturns<string> =>
  runOctavo(folder, args, env);

function build(...args: readonly string[]): string {
  const { status, stdout, stderr } = octavo(["build", ...args]);
  assert.equal(status, 0, stdout + stderr);
  return stdout;
}

/** The last changes of all files, ms: whoever writes a file changes them. */
function stamps(): readonly number[] {
  return Object.keys(readTree(site())).map((file) => statSync(join(site(), file)).ctimeMs);
}

test("a build ends with one line: written, unchanged, removed, time", () => {
  assert.match(build(), /^\d+ written, 0 unchanged, 0 removed in \d+\.\d\d s\n$/);
});

test("a second build with nothing changed writes nothing and says so", () => {
  build();
  const before = stamps();
  assert.match(build(), /^0 written, \d+ unchanged, 0 removed in .* nothing changed\n$/);
  assert.deepEqual(stamps(), before);
});

test("a page that was edited or removed in the destination is written again", () => {
  build();
  const good = readTree(site());
  writeFileSync(join(site(), "about/index.html"), "edited");
  rmSync(join(site(), "feed.xml"));
  assert.match(build(), /^2 written/);
  assert.deepEqual(readTree(site()), good);
});

test("what the source has no more is removed, empty folders and foreign files with it, keep_files stays", () => {
  writeFileSync(join(folder, "_config.yml"), `${SITE["_config.yml"]}keep_files: [kept]\n`);
  build();
  mkdirSync(join(site(), "kept"));
  writeFileSync(join(site(), "kept/file"), "");
  mkdirSync(join(site(), "foreign/deep"), { recursive: true });
  writeFileSync(join(site(), "foreign/deep/file"), "");
  rmSync(join(folder, "_posts/2025-03-04-two.md"));
  build();
  assert.equal(existsSync(join(site(), "blog/2025/two")), false);
  assert.equal(existsSync(join(site(), "blog/category/c")), false);
  assert.equal(existsSync(join(site(), "foreign")), false);
  assert.equal(existsSync(join(site(), "kept/file")), true);
});

test("a folder that a build found as it left it is looked into again as soon as anything came into it", () => {
  for (let round = 0; round < 3; round++) build();
  const good = readTree(site());
  for (const foreign of ["about/foreign", "about/deep/foreign", "foreign"]) {
    mkdirSync(dirname(join(site(), foreign)), { recursive: true });
    writeFileSync(join(site(), foreign), "");
    assert.match(build(), /^0 written, \d+ unchanged, 1 removed/, foreign);
    assert.deepEqual(readTree(site()), good, foreign);
  }
  rmSync(join(site(), "about"), { recursive: true });
  assert.match(build(), /^1 written/);
  assert.deepEqual(readTree(site()), good);
  assert.match(build(), /^0 written, \d+ unchanged, 0 removed/);
});

test("a file becomes a folder, and a folder a file", () => {
  writeFiles(folder, {
    "a.md": "---\npermalink: /thing.html\n---\n",
    "b.md": "---\npermalink: /other/deep.html\n---\n",
  });
  build();
  writeFiles(folder, { "a.md": "---\npermalink: /thing.html/in.html\n---\n", "b.md": "---\npermalink: /other\n---\n" });
  build();
  assert.equal(statSync(join(site(), "thing.html/in.html")).isFile(), true);
  assert.equal(statSync(join(site(), "other.html")).isFile(), true);
});

test("a link in the destination is replaced, and nothing behind it is touched", () => {
  const outside = join(folder, "outside");
  mkdirSync(outside);
  writeFileSync(join(outside, "file"), "mine");
  writeFileSync(join(folder, "_config.yml"), `${SITE["_config.yml"]}exclude: [outside]\n`);
  mkdirSync(site());
  symlinkSync(outside, join(site(), "blog"));
  mkdirSync(join(site(), "about"));
  symlinkSync(join(outside, "file"), join(site(), "about/index.html"));
  symlinkSync(outside, join(site(), "stale"));
  build();
  assert.deepEqual(readdirSync(outside), ["file"]);
  assert.equal(readFileSync(join(outside, "file"), "utf8"), "mine");
  assert.equal(existsSync(join(site(), "stale")), false);
  assert.match(readFileSync(join(site(), "about/index.html"), "utf8"), /About/);
});

test("a build that fails writes nothing, and --keep-going writes what can be written and ends with 1", () => {
  build();
  const good = readTree(site());
  writeFiles(folder, { "bad.md": "---\ntitle: [\n---\n", "new.md": "---\ntitle: New\n---\n\nNew.\n" });
  const failed = octavo(["build"]);
  assert.equal(failed.status, 1);
  assert.match(failed.stderr, /^bad\.md:\d+:\d+: error: /m);
  assert.deepEqual(readTree(site()), good);
  const kept = octavo(["build", "--keep-going"]);
  assert.equal(kept.status, 1);
  assert.match(kept.stdout, /in spite of 1 error/);
  assert.equal(existsSync(join(site(), "new/index.html")), true);
  assert.equal(existsSync(join(site(), "bad/index.html")), false);
});

test("a first build that fails while pages are rendered leaves nothing, although copies begin before that", () => {
  const few = { "bad.md": "---\ntitle: Bad\nlayout: x\n---\n\n{% nosuch %}\n", "_layouts/x.html": "{{ content }}" };
  const many = Object.fromEntries(Array.from({ length: 300 }, (_, number) => [`img/${number % 9}/${number}.txt`, "x"]));
  for (const files of [few, many]) {
    writeFiles(folder, files);
    const { status, stderr } = octavo(["build", "--mode", "jekyll"]);
    assert.equal(status, 1);
    assert.match(stderr, /nosuch/);
    assert.deepEqual(readdirSync(site()), []);
  }
  rmSync(join(folder, "bad.md"));
  build("--mode", "jekyll");
  assert.equal(readFileSync(join(site(), "img/8/8.txt"), "utf8"), "x");
});

test("a transform of the user that fails on any page leaves the last good output as it was", () => {
  build();
  const good = readTree(site());
  writeFiles(folder, {
    "about.md": "---\ntitle: About\n---\n\nChanged.\n",
    "eleventy.config.ts": [
      'import octavo, { type EleventyConfig } from "octavo";',
      "export default (config: EleventyConfig) => {",
      "  config.addPlugin(octavo);",
      '  config.addTransform("picky", function (this: { url: string }, content: string) {',
      '    if (this.url === "/sitemap.xml") throw new Error("no sitemaps");',
      "    return content;",
      "  });",
      "};",
    ].join("\n"),
  });
  const { status, stderr } = octavo(["build"]);
  assert.equal(status, 1);
  assert.match(stderr, /no sitemaps/);
  assert.deepEqual(readTree(site()), good);
});

test("the user's transforms see every page, and a change of one rewrites them", () => {
  const configuration = (mark: string): string =>
    `import octavo, { type EleventyConfig } from "octavo";\nimport { mark } from "./mark.ts";\nexport default (config: EleventyConfig) => {\n  config.addPlugin(octavo);\n  config.addTransform("mark", (content: string) => content + mark);\n};\n// ${mark}\n`;
  writeFiles(folder, { "eleventy.config.ts": configuration(""), "mark.ts": 'export const mark = "<!-- 1 -->";\n' });
  writeFileSync(join(folder, "_config.yml"), `${SITE["_config.yml"]}exclude: [mark.ts]\n`);
  build();
  const pages = (): string[] => Object.keys(readTree(site())).filter((file) => file.endsWith(".html"));
  for (const page of pages()) assert.match(readFileSync(join(site(), page), "utf8"), /<!-- 1 -->$/);
  writeFileSync(join(folder, "mark.ts"), 'export const mark = "<!-- 2 -->";\n');
  build();
  for (const page of pages()) assert.match(readFileSync(join(site(), page), "utf8"), /<!-- 2 -->$/);
});

test("two builds are equal to the byte, whatever the zone, the locale and the order of the files", () => {
  build();
  const first = readTree(site());
  inFolder({}, (again) => {
    for (const [file, text] of Object.entries(SITE).reverse()) writeFiles(again, { [file]: text });
    const env = { TZ: "Asia/Tokyo", LANG: "zh_CN.UTF-8", LC_ALL: "zh_CN.UTF-8" };
    assert.equal(runOctavo(again, ["build"], env).status, 0);
    assert.deepEqual(readTree(join(again, "_site")), first);
  });
});

for (const [how, spoil] of [
  ["deleted", (file: string) => rmSync(file)],
  ["cut short", (file: string) => truncateSync(file, Math.floor(statSync(file).size / 2))],
  ["foreign", (file: string) => writeFileSync(file, "[]")],
] as const) {
  test(`a cache that is ${how} means a slower build, never a wrong one`, () => {
    build();
    const cache = join(folder, ".octavo-cache");
    for (const file of readdirSync(cache, { recursive: true, withFileTypes: true }))
      if (file.isFile()) spoil(join(file.parentPath, file.name));
    writeFileSync(join(folder, "about.md"), "---\ntitle: About\n---\n\nChanged.\n");
    rmSync(join(folder, "_posts/2025-03-04-two.md"));
    build();
    const warm = readTree(site());
    rmSync(cache, { recursive: true });
    rmSync(site(), { recursive: true });
    build();
    assert.deepEqual(warm, readTree(site()));
  });
}

test("a static file of the same size and time, but other bytes, is copied again", () => {
  build();
  const file = join(folder, "img/x.txt");
  const { atime, mtime } = statSync(file);
  writeFileSync(file, "STATIC\n");
  utimesSync(file, atime, mtime);
  build();
  assert.equal(readFileSync(join(site(), "img/x.txt"), "utf8"), "STATIC\n");
});

for (const [what, destination] of [
  ["the root", "/"],
  ["the home folder", homedir()],
  ["the source", "."],
  ["a folder above the source", ".."],
  ["the folder of the posts", "_posts"],
  ["a folder among the drafts", "_drafts/site"],
  ["the folder of the layouts", "_layouts"],
  ["the posts of a category", "blog/_posts"],
  ["the folder of the partials of Sass, as the site names it", "styles/parts"],
  ["a folder that holds those partials", "styles"],
] as const) {
  test(`${what} is refused as a destination, by build and by clean`, () => {
    writeFileSync(join(folder, "_config.yml"), `${SITE["_config.yml"]}sass: {sass_dir: styles/parts}\n`);
    for (const command of ["build", "clean"]) {
      const { status, stderr } = octavo([command, "--destination", destination]);
      assert.equal(status, 1);
      assert.match(stderr, /error: The destination .* delete/);
    }
    assert.equal(existsSync(join(folder, "about.md")), true);
  });
}

test("a destination that is a file cannot be written", () => {
  writeFileSync(site(), "");
  const { status, stderr } = octavo(["build"]);
  assert.equal(status, 1);
  assert.match(stderr, /_site cannot be written: a file stands where a folder is needed/);
});

test("a destination in a folder in which the system makes none ends the build", () => {
  // Linux says that there is no such folder: whoever makes the outer ones first and tries again does so for ever.
  const { status, stderr } = octavo(["build", "--destination", "/proc/octavo/site"]);
  assert.equal(status, 1);
  assert.match(stderr, /error: \/proc.* cannot be written: (?:the folder that it lies in|permission|the file system)/);
});

test("a write that the system refuses is told once, and the next build mends it", () => {
  build();
  writeFileSync(join(folder, "about.md"), `---\ntitle: About\n---\n\n${"Long. ".repeat(100_000)}\n`);
  // A limit on the size of files stands for a full disk: the write fails in the middle of the file.
  const command = `trap '' XFSZ; ulimit -f 200; exec "${process.execPath}" "${launcher}" build`;
  const { status, stderr } = spawnSync("bash", ["-c", command], { encoding: "utf8", cwd: folder });
  assert.equal(status, 1);
  assert.match(stderr, /error: .* cannot be written: the file is larger than the system allows/);
  assert.doesNotMatch(stderr, /\n {4}at /);
  build();
  assert.match(readFileSync(join(site(), "about/index.html"), "utf8"), /<\/html>\s*$/);
});

test("files that are copied by a thread of their own are there byte for byte, and so is the word of one that the system refuses", () => {
  const small = Object.fromEntries(Array.from({ length: 80 }, (_, n) => [`img/${n % 7}/${n}.txt`, `text ${n}\n`]));
  writeFiles(folder, { ...small, "img/7/large.bin": "x".repeat(300_000) });
  const command = `trap '' XFSZ; ulimit -f 200; exec "${process.execPath}" "${launcher}" build`;
  const { status, stderr } = spawnSync("bash", ["-c", command], { encoding: "utf8", cwd: folder });
  assert.equal(status, 1);
  assert.match(stderr, /error: .*_site.*large\.bin cannot be written: the file is larger than the system allows/);
  build();
  const written = readTree(join(site(), "img"));
  assert.deepEqual(written, readTree(join(folder, "img")));
  assert.match(build(), /nothing changed\n$/);
  writeFiles(folder, { "img/1/1.txt": "other\n" });
  assert.match(build(), /^1 written, /);
  assert.equal(readFileSync(join(site(), "img/1/1.txt"), "utf8"), "other\n");
});

test("a change of whatever a layout imports rewrites its pages", () => {
  writeFiles(folder, {
    "_layouts/page.tsx":
      'import { word } from "./word.ts";\nimport facts from "../_data/facts.json";\nexport default () => <p>{word} {facts.n}</p>;\n',
    "_layouts/word.ts": 'export const word = "one";\n',
    "_data/facts.json": '{"n": 1}\n',
  });
  build();
  const page = (): string => readFileSync(join(site(), "about/index.html"), "utf8");
  assert.match(page(), /<p>one 1<\/p>/);
  writeFiles(folder, { "_layouts/word.ts": 'export const word = "two";\n' });
  build();
  assert.match(page(), /<p>two 1<\/p>/);
  writeFiles(folder, { "_data/facts.json": '{"n": 2}\n' });
  build();
  assert.match(page(), /<p>two 2<\/p>/);
  assert.match(build(), /nothing changed/);
});

test("a compiled module of the cache that was damaged is made again", () => {
  writeFiles(folder, {
    "_layouts/page.tsx": "export default () => <p>mine</p>;\n",
    "eleventy.config.ts": 'import octavo from "octavo";\nexport default (config) => config.addPlugin(octavo);\n',
  });
  build();
  const cache = join(folder, ".octavo-cache");
  const modules = readdirSync(cache).filter((name) => name.endsWith(".mjs"));
  assert.equal(modules.length, 2);
  for (const name of modules) writeFileSync(join(cache, name), readFileSync(join(cache, name), "utf8").slice(0, -40));
  assert.match(build(), /nothing changed/);
});

test("--safe runs no code of the source: no layout in TSX, no configuration of Eleventy", () => {
  const proof = join(folder, "ran");
  const run = `(await import("node:fs")).writeFileSync(${JSON.stringify(proof)}, "");`;
  writeFiles(folder, {
    "eleventy.config.ts": `import octavo, { type EleventyConfig } from "octavo";\n${run}\nexport default (config: EleventyConfig) => config.addPlugin(octavo);\n`,
    "_layouts/post.tsx": `${run}\nexport default () => <p>mine</p>;\n`,
  });
  build("--safe");
  assert.equal(existsSync(proof), false);
  assert.match(readFileSync(join(site(), "blog/2025/one/index.html"), "utf8"), /<h1>One<\/h1>/);
  build();
  assert.equal(existsSync(proof), true);
  assert.match(readFileSync(join(site(), "blog/2025/one/index.html"), "utf8"), /mine/);
});

test("clean removes the destination and the cache, and nothing else", () => {
  build();
  assert.equal(octavo(["clean"]).status, 0);
  assert.deepEqual(readdirSync(folder).sort(), ["_config.yml", "_posts", "about.md", "img"]);
});
