import assert from "node:assert/strict";
import { test } from "node:test";
import { needleFinder } from "../../src/render/needles.ts";

const NEEDLES = ['class="row', 'class="row-x', "row", "<d-", "z-depth", "a+b", "b)"];
const find = needleFinder(NEEDLES);

for (const text of [
  "",
  "nothing of them",
  '<p class="row">',
  '<p class="row-x">',
  "<d-cite>",
  '<img class="img z-depth-1 row">',
  "a+b) aab",
  "rowrow",
  "class=row",
]) {
  test(`of ${JSON.stringify(text)} the same are found as one by one`, () =>
    assert.deepEqual([...find(text)].sort(), NEEDLES.filter((needle) => text.includes(needle)).sort()));
}

test("without needles nothing is found", () => assert.deepEqual([...needleFinder([])("text")], []));
