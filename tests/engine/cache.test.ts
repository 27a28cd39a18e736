import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import { CacheFile } from "../../src/cache.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "octavo-cache-"));
  const cache = new CacheFile<string>(folder, "words", "engine 1");
  cache.set("a", "one");
  cache.set("b", "two");
  cache.save();
});
afterEach(() => rmSync(folder, { recursive: true }));

const file = (): string => join(folder, "words.json");
const reopen = (engine = "engine 1"): CacheFile<string> => new CacheFile<string>(folder, "words", engine);

test("what was saved is there again", () => {
  assert.equal(reopen().get("a"), "one");
});

test("what a build did not ask for is forgotten", () => {
  const cache = reopen();
  cache.get("b");
  cache.save();
  assert.equal(reopen().get("a"), undefined);
  assert.equal(reopen().get("b"), "two");
});

test("another engine starts empty", () => {
  assert.equal(reopen("engine 2").get("a"), undefined);
});

for (const [name, spoil] of [
  ["deleted", () => rmSync(file())],
  ["empty", () => truncateSync(file(), 0)],
  ["foreign", () => writeFileSync(file(), '{"a": "wrong"}')],
  ["edited", () => writeFileSync(file(), readFileSync(file(), "utf8").replace("one", "eno"))],
  ["bytes", () => writeFileSync(file(), Buffer.from([0xff, 0xfe, 0x00, 0x0a, 0x80]))],
] as const) {
  test(`a file that is ${name} counts as empty, and can be saved again`, () => {
    spoil();
    const cache = reopen();
    assert.equal(cache.get("a"), undefined);
    cache.set("a", "new");
    cache.save();
    assert.equal(reopen().get("a"), "new");
  });
}

test("a file cut short anywhere counts as empty", () => {
  const whole = readFileSync(file());
  for (let length = 0; length < whole.length; length++) {
    writeFileSync(file(), whole.subarray(0, length));
    assert.equal(reopen().get("a"), undefined, `cut after ${length} bytes`);
  }
});
