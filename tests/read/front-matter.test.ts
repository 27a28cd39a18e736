import assert from "node:assert/strict";
import { test } from "node:test";
import matter from "gray-matter";
import { SiteError } from "../../src/errors.ts";
import { readFrontMatter, splitFrontMatter } from "../../src/read/front-matter.ts";

for (const [why, text, yaml, body, bodyLine] of [
  ["the usual form", "---\na: 1\n---\nbody\n", "a: 1\n", "body\n", 4],
  ["blank lines after the closing line are not part of the body", "---\na: 1\n---\n\n\nbody", "a: 1\n", "body", 6],
  ["the indentation of the first line of the body is", "---\na: 1\n---\n\n    code", "a: 1\n", "    code", 5],
  ["three dots close too", "---\na: 1\n...\nbody", "a: 1\n", "body", 4],
  ["spaces after the delimiters", "---  \na: 1\n--- \t\nbody", "a: 1\n", "body", 4],
  ["CRLF", "---\r\na: 1\r\n---\r\nbody", "a: 1\r\n", "body", 4],
  ["a byte order mark before it", "\uFEFF---\na: 1\n---\nbody", "a: 1\n", "body", 4],
  ["nothing between the lines", "---\n---\nbody", "", "body", 3],
  ["a longer line of dashes is not a delimiter", "---\na: 1\n----\n---\nbody", "a: 1\n----\n", "body", 5],
  ["the closing line may end the file", "---\na: 1\n---", "a: 1\n", "", 3],
] as const) {
  test(`front matter: ${why}`, () => {
    const found = splitFrontMatter(text);
    assert.deepEqual([found?.yaml, found?.body, found?.bodyLine], [yaml, body, bodyLine]);
  });
}

for (const [why, text] of [
  ["a blank first line", "\n---\na: 1\n---\n"],
  ["four dashes", "----\na: 1\n---\n"],
  ["a language", "---yaml\na: 1\n---\n"],
  ["no closing line", "---\na: 1\nbody"],
  ["a closing line with more on it", "---\na: 1\n--- x\n"],
  ["no text at all", ""],
] as const) {
  test(`no front matter: ${why}`, () => {
    assert.equal(splitFrontMatter(text), undefined);
    assert.deepEqual(readFrontMatter(text, "x.md"), { data: {}, body: text, bodyLine: 1 });
  });
}

test("broken YAML throws every time: nothing answers from a cache", () => {
  const broken = "---\na: b: c\n---\nbody";
  for (let round = 0; round < 3; round++) assert.throws(() => readFrontMatter(broken, "x.md"), SiteError);
  assert.deepEqual(Reflect.get(matter, "cache"), {});
});

test("front matter in JavaScript is never run", () => {
  const code = "---js\n{ title: (globalThis.octavoRan = true, 'x') }\n---\nbody";
  assert.deepEqual(readFrontMatter(code, "x.md").data, {});
  const hidden = "---\n---js\n{ title: (globalThis.octavoRan = true) }\n---\nbody";
  assert.throws(() => readFrontMatter(hidden, "x.md"), SiteError);
  assert.equal(Object.hasOwn(globalThis, "octavoRan"), false);
});

test("front matter holds what its lines hold, comments and empty ones included", () => {
  const { data, body, bodyLine } = readFrontMatter("---\n# words\n\na: no\nb: [1, {c: 010}]\n---\ntext", "x.md");
  assert.deepEqual([data, body, bodyLine], [{ a: false, b: [1, { c: 8 }] }, "text", 7]);
  assert.deepEqual(readFrontMatter("---\n# only words\n---\ntext", "x.md").data, {});
});

test("front matter that is no mapping is an error at its first line", () => {
  assert.throws(
    () => readFrontMatter("---\n# list\n- a\n---\n", "x.md"),
    (error) => error instanceof SiteError && error.diagnostic.line === 3 && error.diagnostic.excerpt === "- a",
  );
});
