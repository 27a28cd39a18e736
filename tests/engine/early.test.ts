/** Which builds start the thread for Markdown before the engine is loaded. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { startEarly } from "../../bin/early.js";
import { inFolder } from "../support/site.ts";

/** So many texts, in a folder of pages and one of posts. */
function texts(count: number): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, n) => [
      n % 2 === 0 ? `docs/a/p${n}.md` : `_posts/2025-01-01-p${n}.markdown`,
      "Text.",
    ]),
  );
}

const cases: readonly (readonly [string, Readonly<Record<string, string>>, readonly string[], boolean])[] = [
  ["a first build of many texts", texts(100), ["build", "--source", "."], true],
  ["the folder one stands in", texts(100), ["build", "--mode", "jekyll", "--quiet"], true],
  ["a source by the short name of its option", texts(100), ["build", "-d", "/tmp/elsewhere", "-s", "."], true],
  ["few texts", texts(20), ["build"], false],
  ["a server, which builds again and again", texts(100), ["serve"], false],
  [
    "a build that finds what an earlier one kept",
    { ...texts(100), ".octavo-cache/content.jsonl": "" },
    ["build"],
    false,
  ],
  ["a source that is not there", texts(100), ["build", "-s", "nowhere"], false],
  ["no command", texts(100), [], false],
];

for (const [name, files, args, starts] of cases)
  test(`${name}: ${starts ? "starts it" : "does not"}`, async () => {
    await inFolder(files, (site) => {
      const here = process.cwd();
      process.chdir(site);
      const started = startEarly(args);
      process.chdir(here);
      assert.equal(started !== undefined, starts);
      void started?.worker.terminate();
    });
  });

test("texts of packages and hidden folders do not count", async () => {
  const away = Object.entries(texts(100)).flatMap(([path, text]) =>
    ["node_modules", ".git", "vendor", "_site"].map((folder) => [`${folder}/${path}`, text]),
  );
  await inFolder(Object.fromEntries(away), (site) => {
    assert.equal(startEarly(["build", "-s", site]), undefined);
  });
});
