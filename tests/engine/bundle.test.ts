/** The engine as it is run, against the engine as it is written. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { root } from "../support/site.ts";

test("the bundle holds ASCII alone: it is read letter by letter, and any other would come out as two or three wrong ones", () => {
  const [foreign] = /.{0,40}[^\0-\x7f].{0,40}/.exec(readFileSync(join(root, "dist/engine.cjs"), "utf8")) ?? [];
  assert.equal(foreign, undefined);
});
