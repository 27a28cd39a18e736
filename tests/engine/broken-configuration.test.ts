/** A configuration of Eleventy that cannot be used is told at its place, with all else that is wrong, and nothing is written. */
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import { runOctavo, temporaryFolder, writeFiles } from "../support/site.ts";

let folder = "";
let remove = (): void => {};
beforeEach(() => {
  ({ folder, remove } = temporaryFolder());
  writeFiles(folder, {
    "_config.yml": "title: T\n",
    "p.md": "---\n---\n{% mine %}{{ 'a' | shout }}{% nobody %}\n",
    "_posts/2020-01-01-a.md": "---\ntitle: [a\n---\n",
  });
});
afterEach(() => remove());

for (const [name, lines, says] of [
  ["does not compile", "config.addPlugin(octavo;", /^eleventy\.config\.ts:6:26: error: Expected "\)" but found ";"$/m],
  [
    "throws",
    "config.addPlugin(octavo);\n  const nothing = undefined;\n  nothing.x();",
    /^eleventy\.config\.ts:8:11: error: This configuration .* cannot be used: Cannot read .*'x'\)$/m,
  ],
  ["does not add Octavo", "", /^eleventy\.config\.ts: error: .* it does not add Octavo$/m],
  [
    "asks for a package that is not there",
    'await import("not-here");\n  config.addPlugin(octavo);',
    /^eleventy\.config\.ts: error: .*Cannot find package 'not-here'\n {2}→ npm install not-here$/m,
  ],
] as const) {
  test(`a configuration that ${name}`, () => {
    writeFiles(folder, {
      "eleventy.config.ts": `import octavo from "octavo";
export default async (config) => {
  config.addShortcode("mine", () => "");
  config.addFilter("shout", (t) => t);

  ${lines}
};
`,
    });
    const { status, stderr } = runOctavo(folder, ["build"]);
    assert.equal(status, 1);
    assert.match(stderr, says);
    assert.match(stderr, /^_posts\/2020-01-01-a\.md:2:9: error: This is not valid YAML/m);
    assert.match(stderr, /^p\.md:3:\d+: error: The tag \{% nobody %\} is not known$/m);
    assert.doesNotMatch(stderr, /The tag \{% mine|The filter shout/);
    assert.ok(!existsSync(join(folder, "_site/p/index.html")));
  });
}

for (const [what, work, says] of [
  ["fails", 'throw new Error("oh no");', /^eleventy\.config\.ts:4:45: error: The transform mine failed: oh no$/m],
  ["returns nothing", "", /^error: The transform mine failed: it returned nothing; let it return the page's text$/m],
] as const) {
  test(`a transform that ${what} is told by its name, and by nothing that its author never wrote`, () => {
    writeFiles(folder, {
      "p.md": "---\n---\n",
      "_posts/2020-01-01-a.md": "---\n---\n",
      "eleventy.config.ts": `import octavo from "octavo";
export default (config) => {
  config.addPlugin(octavo);
  config.addTransform("mine", () => { ${work} });
};
`,
    });
    const { status, stderr } = runOctavo(folder, ["build"]);
    assert.equal(status, 1);
    assert.match(stderr, says);
    assert.doesNotMatch(stderr, /\.octavo-cache/);
  });
}
