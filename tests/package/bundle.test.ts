import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import path from "node:path";
import { test } from "node:test";
import { inFolder, readTree, root } from "../support/site.ts";

test("making the engine, which tries it on a few sites, writes nothing into the folder that one stands in", () =>
  inFolder({}, (folder) => {
    const { status, stderr } = spawnSync(process.execPath, [path.join(root, "bin/bundle.js")], {
      cwd: folder,
      encoding: "utf8",
    });
    assert.equal(status, 0, stderr);
    assert.deepEqual(readTree(folder), {});
  }));
