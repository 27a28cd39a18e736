import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import { CacheFile } from "../../src/disk/cache.ts";
import { isWhole, writeModule } from "../../src/disk/cache-files.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "octavo-cache-"));
  const cache = new CacheFile<string>(folder, "words", "engine 1");
  cache.set("a", "one");
  cache.set("b", "two");
  cache.save(2);
});
afterEach(() => rmSync(folder, { recursive: true }));

const file = (): string => join(folder, "words.jsonl");
const reopen = (engine = "engine 1"): CacheFile<string> => new CacheFile<string>(folder, "words", engine);

test("what was saved is there again", () => {
  assert.equal(reopen().get("a"), "one");
});

test("what is set later wins, and the rest stays", () => {
  const cache = reopen();
  cache.set("a", "three");
  cache.save(2);
  assert.equal(reopen().get("a"), "three");
  assert.equal(reopen().get("b"), "two");
});

test("a value that is set after it was saved is saved once more, as it is then", () => {
  const cache = reopen();
  for (const word of ["three", "four"]) {
    cache.set("a", word);
    cache.save(2);
    assert.equal(reopen().get("a"), word);
  }
  assert.equal(reopen().get("b"), "two");
});

test("whether something is there is known without its value, and keeps it", () => {
  for (let round = 0; round < 300; round++) {
    const cache = reopen();
    assert.equal(cache.has("b"), true);
    assert.equal(cache.has("d"), false);
    cache.set("c", `value\t${round}`);
    cache.save(2);
  }
  assert.equal(reopen().get("b"), "two");
  assert.equal(reopen().get("c"), "value\t299");
});

test("the file does not grow for ever: it is written anew with what was used", () => {
  for (let round = 0; round < 300; round++) {
    const cache = reopen();
    cache.get("b");
    cache.set("c", `value ${round}`);
    cache.save(2);
  }
  assert.ok(readFileSync(file(), "utf8").split("\n").length < 110);
  assert.equal(reopen().get("b"), "two");
  assert.equal(reopen().get("c"), "value 299");
});

test("another engine starts empty", () => {
  assert.equal(reopen("engine 2").get("a"), undefined);
});

for (const [name, spoil] of [
  ["deleted", () => rmSync(file())],
  ["empty", () => truncateSync(file(), 0)],
  ["foreign", () => writeFileSync(file(), '{"a": "wrong"}')],
  ["edited", () => writeFileSync(file(), readFileSync(file(), "utf8").replace("one", "eno"))],
  [
    "a folder",
    () => {
      rmSync(file());
      mkdirSync(join(file(), "inside"), { recursive: true });
    },
  ],
  ["bytes", () => writeFileSync(file(), Buffer.from([0xff, 0xfe, 0x00, 0x0a, 0x80]))],
] as const) {
  test(`a file that is ${name} counts as empty, and can be saved again`, () => {
    spoil();
    const cache = reopen();
    assert.equal(cache.get("a"), undefined);
    cache.set("a", "new");
    cache.save(2);
    assert.equal(reopen().get("a"), "new");
  });
}

test("of a file cut short anywhere, what is whole is known, and it can be saved again", () => {
  const whole = readFileSync(file());
  // Behind the line that names the engine.
  const first = whole.indexOf("\n", whole.indexOf("\n") + 1) + 1;
  for (let length = 0; length < whole.length; length++) {
    writeFileSync(file(), whole.subarray(0, length));
    const cache = reopen();
    assert.equal(cache.get("a"), length < first ? undefined : "one", `cut after ${length} bytes`);
    assert.equal(cache.get("b"), undefined);
    cache.set("b", "new");
    cache.save(2);
    assert.equal(reopen().get("b"), "new", `cut after ${length} bytes`);
  }
});

test("a module of the cache is run only where it is as it was written", () => {
  const path = join(folder, "module.mjs");
  const code = "export const one = 1;\n// the end";
  assert.equal(isWhole(path), false);
  writeModule(path, code);
  assert.equal(isWhole(path), true);
  const whole = readFileSync(path, "utf8");
  for (let length = 0; length < whole.length; length++) {
    writeFileSync(path, whole.slice(0, length));
    assert.equal(isWhole(path), false, `cut after ${length}`);
  }
  writeFileSync(path, whole.replace("1", "2"));
  assert.equal(isWhole(path), false);
  rmSync(path);
  mkdirSync(path);
  writeModule(path, code);
  assert.equal(isWhole(path), true);
});
