/** The index of a site that is built: what is in it, when it is made, and whose it is. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { after, test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { startServe } from "../support/serve.ts";
import {
  buildSite,
  type Files,
  inFolder,
  readTree,
  root,
  runOctavo,
  temporaryFolder,
  writeFiles,
} from "../support/site.ts";

const POST = "_posts/2024-01-02-alive.md";
const SITE: Files = {
  "_config.yml": "title: Notes\n",
  "about.md": "---\nlayout: page\ntitle: About\n---\n\nSomebody.\n",
  [POST]: "---\ntitle: Alive\ntags: [Fish]\n---\n\nA salmon swims.\n",
  "_posts/2024-01-03-chinese.md": "---\ntitle: 你好\nlang: zh-CN\n---\n\n机器学习。\n",
};

const { folder, remove } = temporaryFolder();
after(remove);
writeFiles(folder, SITE);
const site = path.join(folder, "_site");
const build = (...options: readonly string[]): string => buildSite(folder, site, ...options);
const index = (of = site): readonly string[] =>
  Object.keys(readTree(of)).filter((file) => file.startsWith("pagefind/"));
const entry = (): number => statSync(path.join(site, "pagefind/pagefind-entry.json")).mtimeMs;

test("the index lies below /pagefind/, one for each language, with nothing of Pagefind's own that our page does not use", () => {
  build();
  const files = index();
  for (const needed of ["pagefind.js", "pagefind-entry.json", "wasm.en.pagefind", "wasm.unknown.pagefind"])
    assert.ok(files.includes(`pagefind/${needed}`), needed);
  for (const language of ["en", "zh"])
    assert.equal(files.filter((file) => file.startsWith(`pagefind/pagefind.${language}_`)).length, 1, language);
  assert.deepEqual(
    files.filter((file) => /ui|worker|highlight/.test(file)),
    [],
  );
});

test("two builds from nothing make the same index, byte for byte", () => {
  inFolder(SITE, (other) => {
    buildSite(other, path.join(other, "_site"));
    assert.deepEqual(readTree(path.join(other, "_site")), readTree(site));
  });
});

test("an index that is up to date is left alone, and not taken for old files", () => {
  const [before, files] = [entry(), index()];
  assert.match(build(), /0 written, \d+ unchanged, 0 removed/);
  assert.equal(entry(), before);
  assert.deepEqual(index(), files);
});

test("a page that has changed makes it new, and what only the old one had goes", () => {
  const before = index();
  writeFiles(folder, { [POST]: SITE[POST]?.replace("salmon", "herring") ?? "" });
  build();
  const fragments = (files: readonly string[]): readonly string[] =>
    files.filter((file) => file.includes("/fragment/"));
  assert.equal(fragments(index()).length, fragments(before).length);
  assert.notDeepEqual(fragments(index()), fragments(before));
});

test("short pages share files of excerpts: hundreds of papers are not hundreds of files", () => {
  const { folder: other, remove } = temporaryFolder();
  const words = ["albatross", "buzzard", "condor", "dotterel", "eider", "falcon", "gannet", "heron", "ibis", "jackdaw"];
  const posts = words.map((word, day): readonly [string, string] => [
    `_posts/2024-01-${10 + day}-${word}.md`,
    `---\ntitle: ${word}\n---\n\nA ${word} flies.\n`,
  ]);
  writeFiles(other, { "_config.yml": "title: Birds\n", ...Object.fromEntries(posts) });
  const target = path.join(other, "_site");
  buildSite(other, target);
  assert.equal(index(target).filter((file) => file.includes("/fragment/")).length, 1);
  remove();
});

test("a file of the index that was lost is made again", () => {
  const [lost = ""] = index().filter((file) => file.includes("/fragment/"));
  rmSync(path.join(site, lost));
  build();
  assert.ok(existsSync(path.join(site, lost)));
});

test("where search is turned off the index, the page and the script go", () => {
  writeFiles(folder, { "_config.yml": "title: Notes\nsearch: false\n" });
  build();
  assert.deepEqual(
    Object.keys(readTree(site)).filter((file) => /^(?:pagefind|search|js\/search)/.test(file)),
    [],
  );
  writeFiles(folder, { "_config.yml": SITE["_config.yml"] ?? "" });
  build();
  assert.notDeepEqual(index(), []);
});

test("Eleventy's own command makes the same index", () => {
  const files = {
    ...SITE,
    [POST]: SITE[POST]?.replace("salmon", "herring") ?? "",
    "eleventy.config.js": 'import octavo from "octavo";\nexport default (config) => config.addPlugin(octavo);\n',
    "package.json": '{"type": "module"}\n',
  };
  inFolder(files, (other) => {
    mkdirSync(path.join(other, "node_modules"));
    symlinkSync(root, path.join(other, "node_modules/octavo"));
    const program = path.join(root, "node_modules/@11ty/eleventy/cmd.cjs");
    const { status, stderr } = spawnSync(process.execPath, [program, "--quiet"], { cwd: other, encoding: "utf8" });
    assert.equal(status, 0, stderr);
    assert.deepEqual(index(path.join(other, "_site")), index());
  });
});

for (const [what, program] of [
  ["is not there", "/nowhere/pagefind"],
  ["fails", process.execPath],
] as const)
  test(`a program of Pagefind's that ${what} costs the index, not the site`, () =>
    inFolder(SITE, (other) => {
      const env = { PAGEFIND_EXTENDED_BINARY_PATH: program };
      const { status, stdout, stderr } = runOctavo(other, ["build"], env);
      assert.equal(status, 0, stderr);
      assert.match(stderr, /warning: The search index cannot be made: .*\n.*`search: false`/);
      assert.match(stdout, /\d+ written/);
      assert.ok(existsSync(path.join(other, "_site/search/index.html")));
    }));

test("while the site is served the index follows, after the page", async () => {
  build();
  const server = await startServe(folder);
  try {
    const before = entry();
    writeFileSync(path.join(folder, POST), SITE[POST]?.replace("salmon", "pike") ?? "");
    for (let wait = 0; wait < 400 && entry() === before; wait++) await setTimeout(50);
    assert.notEqual(entry(), before);
  } finally {
    await server.stop();
  }
});
