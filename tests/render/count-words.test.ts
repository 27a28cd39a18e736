import assert from "node:assert/strict";
import { test } from "node:test";
import { countWords } from "../../src/render/count-words.ts";

for (const [html, words] of [
  ["", 0],
  ["<p>one two</p>\n<p>three</p>", 3],
  ["<p>Hello 你好 world 안녕</p>", 6],
  ["<p>a<b>b</b>c</p>", 3],
  ["a\u00a0b", 2],
  ["word", 1],
  ["<p unclosed", 0],
  ["言葉 words", 3],
] as const) {
  test(`${JSON.stringify(html)} has ${words} words`, () => assert.equal(countWords(html), words));
}
