import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { makePosts, postFiles } from "../support/corpus.ts";
import { type Files, readTree, root, temporaryFolder, writeFiles } from "../support/site.ts";

const { devDependencies } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as {
  readonly devDependencies: { readonly tsx: string };
};
const QUIET = ["--prefer-offline", "--no-audit", "--no-fund"];

const CONFIG = `import octavo from "octavo";

export default (config) => config.addPlugin(octavo);
`;

/** Room for the user's own: what it adds must be in every page, whichever command builds. */
const CONFIG_WITH_TRANSFORM = `import octavo from "octavo";

export default function (config) {
  config.addPlugin(octavo);
  config.addTransform("mark", (content) => content.replace("</body>", "<!-- seen --></body>"));
}
`;

describe("the package, packed and installed elsewhere", () => {
  const { folder, remove } = temporaryFolder();
  const site = path.join(folder, "site");
  const output = path.join(site, "_site");

  /** Runs a program in the folder of the site and expects success. Returns what it printed. */
  function run(program: string, args: readonly string[], cwd = site): string {
    const { status, stdout, stderr } = spawnSync(program, args, { cwd, encoding: "utf8" });
    assert.equal(status, 0, `${program} ${args.join(" ")}\n${stdout}${stderr}`);
    return stdout;
  }

  /** The tree that a command builds from nothing. */
  function built(program: string, args: readonly string[]): Files {
    for (const name of ["_site", ".octavo-cache"]) rmSync(path.join(site, name), { recursive: true, force: true });
    run(program, args);
    return readTree(output);
  }
  const byOctavo = (): Files => built("npx", ["octavo", "build"]);
  const byEleventy = (): Files =>
    built(process.execPath, ["--import", "tsx", "node_modules/@11ty/eleventy/cmd.cjs", "--config=eleventy.config.ts"]);
  const configure = (text: string): void => writeFileSync(path.join(site, "eleventy.config.ts"), text);

  before(() => {
    run("npm", ["pack", "--silent", "--pack-destination", folder], root);
    const [tarball = ""] = readdirSync(folder).filter((name) => name.endsWith(".tgz"));
    writeFiles(site, { "_config.yml": "title: Elsewhere\nurl: https://example.org\n", ...postFiles(makePosts(12)) });
    run("npm", ["install", ...QUIET, path.join(folder, tarball), `tsx@${devDependencies.tsx}`]);
  });
  after(remove);

  test("builds a folder of posts, theme included", () => {
    const files = byOctavo();
    const names = Object.keys(files);
    for (const name of ["index.html", "404.html", "feed.xml", "sitemap.xml", "blog/index.html", "blog/tag/index.html"])
      assert.ok(names.includes(name), name);
    const [post] = makePosts(1);
    const page = names.find(
      (name) => name.endsWith(`${post!.name.slice(11)}/index.html`) || name.endsWith(`${post!.name.slice(11)}.html`),
    );
    assert.ok(page !== undefined, names.join("\n"));
    const html = Buffer.from(files[page]!, "base64").toString();
    assert.ok(html.includes(post!.title));
    assert.match(html, /<style>[^<]+/);
  });

  test("Eleventy's own command with three lines of configuration builds the same tree, byte for byte", () => {
    const withoutConfiguration = byOctavo();
    configure(CONFIG);
    const expected = byOctavo();
    assert.deepEqual(expected, withoutConfiguration);
    assert.deepEqual(byEleventy(), expected);
  });

  test("a user's transform sees every page, whichever command builds", () => {
    configure(CONFIG_WITH_TRANSFORM);
    const files = byOctavo();
    const pages = Object.entries(files).filter(([name]) => name.endsWith(".html"));
    assert.ok(pages.length > 12);
    for (const [name, bytes] of pages) assert.match(Buffer.from(bytes, "base64").toString(), /<!-- seen -->/, name);
    assert.deepEqual(byEleventy(), files);
  });
});
