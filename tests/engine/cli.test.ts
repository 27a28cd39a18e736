import assert from "node:assert/strict";
import type { SpawnSyncReturns } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import { parseCommand, UsageError } from "../../src/cli/options.ts";
import { runOctavo, temporaryFolder, writeFiles } from "../support/site.ts";

let folder = "";
let remove = (): void => {};
beforeEach(() => {
  ({ folder, remove } = temporaryFolder());
  writeFiles(folder, { "_config.yml": "title: T\nurl: https://example.org\nbaseurl: /repo\n" });
});
afterEach(() => remove());

const octavo = (args: readonly string[], env?: NodeJS.ProcessEnv): SpawnSyncReturns<string> =>
  runOctavo(folder, args, env);

for (const [args, says] of [
  [["bild"], /no command "bild".*Did you mean "build"/],
  [["frobnicate"], /Use build, serve, new, fetch, clean/],
  [["build", "--drfats"], /no option --drfats.*Did you mean --drafts/],
  [["build", "--xyz"], /See octavo build --help/],
  [["build", "--source"], /--source needs a value: --source DIR/],
  [["build", "--source", "--drafts"], /--source needs a value/],
  [["build", "--drafts=yes"], /--drafts takes no value/],
  [["build", "extra"], /takes no "extra"/],
  [["--drafts"], /Options come after a command: octavo build --drafts/],
] as const) {
  test(`octavo ${args.join(" ")} is wrong usage`, () => {
    assert.throws(
      () => parseCommand(args),
      (error) => error instanceof UsageError && says.test(error.message),
    );
  });
}

test("Jekyll's short forms and both spellings are understood", () => {
  const { options } = parseCommand(["build", "-s", "a", "-d", "b", "--limit-posts=3", "-D", "--keep_going", "-q"]);
  assert.deepEqual(
    { ...options },
    { source: "a", destination: "b", limit_posts: "3", drafts: true, "keep-going": true, quiet: true },
  );
});

for (const args of [
  ["build", "--drfats"],
  ["build", "--mode", "hugo"],
  ["serve", "--port", "high"],
  ["new", "poem", "X"],
  ["build", "-s", "nowhere"],
  ["build", "-s", "_config.yml"],
  ["build", "--limit_posts", "few"],
]) {
  test(`octavo ${args.join(" ")} ends with 2 and writes nothing`, () => {
    const { status, stdout, stderr } = octavo(args);
    assert.equal(status, 2, stdout);
    assert.match(stderr, /^octavo: /);
    assert.equal(existsSync(join(folder, "_site")), false);
  });
}

test("help and version", () => {
  assert.match(octavo(["--help"]).stdout, /octavo build/);
  assert.match(octavo(["serve", "--help"]).stdout, /--port N/);
  assert.match(octavo(["--version"]).stdout, /^octavo \d+\.\d+\.\d+$/m);
});

test("new post writes the file, prints its path and future URL, and never writes over it", () => {
  const { status, stdout } = octavo(["new", "post", "Hello: a World", "--tags", "a,b c", "--categories", "notes"]);
  assert.equal(status, 0);
  const [path = "", url = ""] = stdout.split("\n");
  assert.match(path, /^_posts\/\d{4}-\d\d-\d\d-hello-a-world\.md$/);
  assert.match(url, /^https:\/\/example\.org\/repo\/blog\/\d{4}\/hello-a-world\/$/);
  const text = readFileSync(join(folder, path), "utf8");
  assert.match(
    text,
    /^---\nlayout: post\ntitle: "Hello: a World"\ndate: .*\ndescription: ""\ntags: \["a", "b c"\]\ncategories: \["notes"\]\n---\n/,
  );
  assert.equal(octavo(["build"]).status, 0);
  assert.equal(existsSync(join(folder, "_site", new URL(url).pathname.replace("/repo/", ""), "index.html")), true);
  const again = octavo(["new", "post", "Hello: a World"]);
  assert.equal(again.status, 1);
  assert.match(again.stderr, /there already/);
  assert.equal(readFileSync(join(folder, path), "utf8"), text);
});

test("nothing new is written where the configuration cannot be read", () => {
  writeFiles(folder, { "_config.yml": "title: T\npermalink: [\n" });
  const { status, stderr } = octavo(["new", "post", "Hello"]);
  assert.equal(status, 1);
  assert.match(stderr, /^_config\.yml:\d+:\d+: error: /);
  assert.equal(existsSync(join(folder, "_posts")), false);
});

test("new draft and new page", () => {
  assert.match(
    octavo(["new", "post", "Idea", "--draft"]).stdout,
    /^_drafts\/idea\.md\nhttps:\/\/example\.org\/repo\/blog\/\d{4}\/idea\/\n$/,
  );
  assert.match(octavo(["new", "page", "Contact"]).stdout, /^contact\.md\nhttps:\/\/example\.org\/repo\/contact\/\n$/);
});

test("posts are written where collections_dir has them, pages are not", () => {
  writeFiles(folder, { "_config.yml": "title: T\ncollections_dir: texts\n" });
  assert.match(octavo(["new", "post", "A"]).stdout, /^texts\/_posts\/\d{4}-\d\d-\d\d-a\.md\n/);
  assert.match(octavo(["new", "post", "B", "--draft"]).stdout, /^texts\/_drafts\/b\.md\n/);
  assert.match(octavo(["new", "page", "C"]).stdout, /^c\.md\n/);
});

test("a title too long for a file's name is one message", () => {
  const { status, stderr } = octavo(["new", "post", "x".repeat(300)]);
  assert.equal(status, 1);
  assert.match(stderr, /cannot be written: the name is too long/);
  assert.doesNotMatch(stderr, /\n {4}at /);
});

test("on GitHub a message about content is an annotation at its line", () => {
  writeFiles(folder, { "sub/a.md": "---\ntitle: T\nbad: [\n---\n" });
  const { stdout } = octavo(["build"], { GITHUB_ACTIONS: "true", GITHUB_WORKSPACE: folder });
  assert.match(stdout, /^::error file=sub\/a\.md,line=\d+,col=\d+::.+$/m);
});

test("a port in use is an error that names another", async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  const address = other.address();
  assert.ok(address !== null && typeof address === "object");
  const { status, stderr } = octavo(["serve", "--port", String(address.port)]);
  other.close();
  assert.equal(status, 1);
  assert.match(
    stderr,
    new RegExp(`Port ${address.port} of 127\\.0\\.0\\.1 is in use[\\s\\S]*--port ${address.port + 1}`),
  );
});

test("source in the configuration names the folder to read, and --source wins over it", () => {
  writeFiles(folder, {
    "_config.yml": "title: T\nsource: site\n",
    "site/a.html": "---\n---\n{{ site.title }}",
    "_layouts/x.html": "",
  });
  assert.equal(octavo(["build", "--mode", "jekyll"]).status, 0);
  assert.equal(readFileSync(join(folder, "_site/a.html"), "utf8"), "T");
  assert.equal(octavo(["build", "--mode", "jekyll", "--source", "."]).status, 0);
  assert.equal(existsSync(join(folder, "_site/site/a.html")), true);
  writeFiles(folder, { "other.yml": "source: nowhere\n" });
  assert.equal(octavo(["build", "--mode", "jekyll", "--config", "_config.yml,other.yml"]).status, 0);
  assert.equal(existsSync(join(folder, "_site/site/a.html")), true);
});

test("quiet prints errors only, verbose names every file", () => {
  writeFiles(folder, { "a.md": "---\nlayout: nobody\n---\n" });
  const quiet = octavo(["build", "--quiet"]);
  assert.equal(quiet.stdout + quiet.stderr, "");
  const loud = octavo(["build", "--verbose", "--baseurl", "/other"]);
  assert.match(loud.stdout, /^wrote index\.html$/m);
});
