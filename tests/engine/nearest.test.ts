import assert from "node:assert/strict";
import { test } from "node:test";
import { nearest } from "../../src/nearest.ts";

const WORDS = ["post", "page", "archive", "home", "destination", "drafts"];

for (const [word, expected, why] of [
  ["pots", "post", "two letters swapped are one edit"],
  ["Post", "post", "case counts for nothing"],
  ["archve", "archive", "a letter left out"],
  ["destinatoin", "destination", "a swap in a long word"],
  ["xyz", undefined, "nothing is near"],
  ["ab", undefined, "a short word is never guessed"],
  ["hmoe", "home", "the nearest of several"],
] as const) {
  test(`${word} means ${expected ?? "nothing"}: ${why}`, () => {
    assert.equal(nearest(word, WORDS), expected);
  });
}
