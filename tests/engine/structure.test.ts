/** The rules that hold the code together (CONTRIBUTING.md), as far as its imports tell them. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { test } from "node:test";

const root = join(import.meta.dirname, "../..");
const IMPORT = /^(?:import|export) (type )?[^"';]*?from "(\.[^"]+)";/gm;

/** What each file of src/ imports from the project, types apart or with them; paths relative to the root. */
function importsOf(file: string, withTypes: boolean): readonly string[] {
  return [...readFileSync(join(root, file), "utf8").matchAll(IMPORT)]
    .filter(([, type]) => withTypes || type === undefined)
    .map(([, , path = ""]) => relative(root, join(root, dirname(file), path)));
}

const files = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
  .filter((name) => /(?<!\.d)\.tsx?$/.test(name))
  .map((name) => `src/${name}`);

test("no file imports one that imports it, however long the way", () => {
  const finished = new Set<string>();
  const circleFrom = (file: string, trail: readonly string[]): readonly string[] | undefined => {
    if (trail.includes(file)) return [...trail.slice(trail.indexOf(file)), file];
    if (finished.has(file) || !files.includes(file)) return undefined;
    for (const next of importsOf(file, false)) {
      const circle = circleFrom(next, [...trail, file]);
      if (circle !== undefined) return circle;
    }
    finished.add(file);
    return undefined;
  };
  for (const file of files) assert.equal(circleFrom(file, [])?.join(" → "), undefined);
  assert.equal(finished.size, files.length);
});

test("the model and what layouts are given are types alone", () => {
  for (const file of ["src/model.ts", "src/layout.ts"]) {
    assert.deepEqual(importsOf(file, false), [], file);
    assert.doesNotMatch(readFileSync(join(root, file), "utf8"), /^(?:export )?(?:const|let|function|class) /m, file);
  }
});

test("Eleventy stands at the edge: only the command line imports the plugin, and nothing else imports Eleventy", () => {
  for (const file of files) {
    if (file.startsWith("src/cli/")) continue;
    assert.ok(!importsOf(file, true).includes("src/plugin.ts"), `${file} imports the plugin`);
    assert.doesNotMatch(readFileSync(join(root, file), "utf8"), /from "@11ty\//, file);
  }
});

test("Markdown and Liquid do not know each other", () => {
  for (const [folder, other] of [
    ["src/markdown/", "src/jekyll/"],
    ["src/jekyll/", "src/markdown/"],
  ] as const) {
    const own = files.filter((name) => name.startsWith(folder));
    assert.ok(own.length > 0, folder);
    for (const file of own)
      assert.deepEqual(
        importsOf(file, true).filter((path) => path.startsWith(other)),
        [],
        file,
      );
  }
});
