/** Files made from others: made once, kept by what they were made from, forgotten when nobody wants them. */
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import { CacheFile } from "../../src/disk/cache.ts";
import { DerivedFiles, type Maker, Refused, Wants } from "../../src/disk/derived.ts";
import { Diagnostics, SiteError } from "../../src/errors.ts";
import type { Derived } from "../../src/model.ts";
import { temporaryFolder } from "../support/site.ts";

let folder = "";
let remove = (): void => {};
beforeEach(() => {
  ({ folder, remove } = temporaryFolder());
});
afterEach(() => remove());

const want = (text: string, file = `${text}.txt`): Derived => ({ file, maker: "text", recipe: { text } });

/** Files whose bytes are their recipe's text, and what was made so far. */
function texts(version = "1"): { readonly derived: DerivedFiles; readonly made: string[] } {
  const made: string[] = [];
  const maker: Maker = {
    version,
    load: async () => (recipe) => {
      const text = String(recipe.text);
      if (text === "bad") throw new SiteError({ file: "a.md", problem: "bad", help: "do better" });
      if (text === "worse") throw new TypeError("worse");
      if (text === "never") throw new Refused("no such thing");
      made.push(text);
      return Buffer.from(text);
    },
  };
  const refusals = new CacheFile<string>(join(folder, ".octavo-cache"), "refused", "1");
  return { derived: new DerivedFiles(folder, { text: maker }, refusals), made };
}

const nothingStands = (): boolean => false;

test("a file is made once, and again when its recipe or its maker changes", async () => {
  const { derived, made } = texts();
  const [first] = await derived.provide([want("a"), want("b")], nothingStands, new Diagnostics());
  assert.equal(readFileSync(first?.from ?? "", "utf8"), "a");
  await derived.provide([want("a"), want("b")], nothingStands, new Diagnostics());
  assert.deepEqual(made, ["a", "b"]);
  await derived.provide([want("c", "a.txt")], nothingStands, new Diagnostics());
  assert.deepEqual(made, ["a", "b", "c"]);
  const newer = texts("2");
  await newer.derived.provide([want("a")], nothingStands, new Diagnostics());
  assert.deepEqual(newer.made, ["a"]);
});

test("what stands in the destination needs no making, even where the cache was deleted", async () => {
  const { derived, made } = texts();
  const [first] = await derived.provide([want("a")], nothingStands, new Diagnostics());
  rmSync(join(folder, ".octavo-cache"), { recursive: true });
  const [again] = await derived.provide([want("a")], ({ hash }) => hash === first?.hash, new Diagnostics());
  assert.deepEqual([again?.hash, again?.file, made], [first?.hash, "a.txt", ["a"]]);
  assert.equal(existsSync(join(folder, ".octavo-cache")), false);
});

test("what cannot be made is told, and the others are there", async () => {
  const { derived } = texts();
  const diagnostics = new Diagnostics();
  const made = await derived.provide([want("bad"), want("a"), want("worse")], nothingStands, diagnostics);
  assert.deepEqual(
    made.map(({ file }) => file),
    ["a.txt"],
  );
  assert.deepEqual(
    diagnostics.errors.map(({ file, problem }) => [file, problem]),
    [
      [undefined, "worse.txt cannot be made: worse"],
      ["a.md", "bad"],
    ],
  );
});

test("a cache that has grown to more than twice what is needed keeps that alone", async () => {
  const { derived } = texts();
  const kept = (): number => readdirSync(join(folder, ".octavo-cache/derived")).length;
  const many = Array.from({ length: 100 }, (_, index) => want(`old${index}`));
  await derived.provide(many, nothingStands, new Diagnostics());
  await derived.provide([want("a")], nothingStands, new Diagnostics());
  assert.equal(kept(), 101);
  await derived.provide([want("b"), want("c")], nothingStands, new Diagnostics());
  assert.equal(kept(), 103);
  await derived.provide([want("d")], nothingStands, new Diagnostics());
  assert.equal(kept(), 1);
});

test("what was refused is neither told nor tried again, and the next build knows the reason", async () => {
  const { derived } = texts();
  const diagnostics = new Diagnostics();
  assert.deepEqual(await derived.provide([want("never")], nothingStands, diagnostics), []);
  assert.deepEqual([diagnostics.all, derived.refusal(want("never"))], [[], "no such thing"]);
  const next = texts().derived;
  assert.equal(new Wants((one) => next.refusal(one)).want(want("never")), "no such thing");
  assert.equal(next.refusal(want("a")), undefined);
});

test("a kept file that was cut short is made again", async () => {
  const { derived, made } = texts();
  const [first] = await derived.provide([want("long text")], nothingStands, new Diagnostics());
  truncateSync(first?.from ?? "", 3);
  const [again] = await derived.provide([want("long text")], nothingStands, new Diagnostics());
  assert.deepEqual([readFileSync(again?.from ?? "", "utf8"), made.length], ["long text", 2]);
});

test("a kept file with one other byte is made again", async () => {
  const { derived, made } = texts();
  const [first] = await derived.provide([want("long text")], nothingStands, new Diagnostics());
  writeFileSync(first?.from ?? "", "long tent");
  const [again] = await derived.provide([want("long text")], nothingStands, new Diagnostics());
  assert.deepEqual([readFileSync(again?.from ?? "", "utf8"), made.length], ["long text", 2]);
});

test("where a file lies is no part of what is made of it; two files of one content are made once", async () => {
  const { derived, made } = texts();
  const at = (from: string, file: string): Derived => ({ file, maker: "text", recipe: { from, text: "a" } });
  const all = await derived.provide([at("x", "1.txt"), at("y", "2.txt")], nothingStands, new Diagnostics());
  assert.deepEqual([all.map(({ file }) => file), made], [["1.txt", "2.txt"], ["a"]]);
});

test("wants are told to the page that has them, also those another page had before", () => {
  const wants = new Wants();
  const a = want("a");
  wants.want(want("b"));
  assert.deepEqual(wants.listen(() => wants.want(a)).wanted, [a]);
  const { result, wanted } = wants.listen(() => {
    wants.want(a);
    wants.want(a);
    return "html";
  });
  assert.deepEqual([result, wanted], ["html", [a]]);
});
