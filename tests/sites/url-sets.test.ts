/** Seven small sites in mode jekyll: the files to write are those that Jekyll 4.3.1 wrote (`expected.txt`). */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { filesOf, readFolder } from "../read/support.ts";

const fixtures = path.join(import.meta.dirname, "fixtures");

for (const name of [
  "posts",
  "permalinks",
  "permalink-style",
  "front-matter",
  "front-matter-defaults",
  "file-types",
  "config-include-exclude",
]) {
  test(`the files of ${name} are Jekyll's`, () => {
    const expected = readFileSync(path.join(fixtures, name, "expected.txt"), "utf8").trim().split("\n").sort();
    // Jekyll dates a post with broken front matter by the clock: these sites were built on this day.
    const { site } = readFolder(path.join(fixtures, name, "source"), { mode: "jekyll" }, "2026-11-22T12:00:00");
    assert.deepEqual(filesOf(site), expected);
  });
}
