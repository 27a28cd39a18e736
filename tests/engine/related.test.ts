import assert from "node:assert/strict";
import { test } from "node:test";
import type { Post } from "../../src/model.ts";
import { relatedPosts } from "../../src/render/related.ts";

/** Posts newest first, named by their tags. */
function posts(...tags: readonly string[]): readonly Post[] {
  return tags.map((words, index) => ({ title: `${words} ${index}`, tags: words.split(" ") }) as unknown as Post);
}

for (const [name, list, of, count, expected] of [
  ["more shared tags come first", ["a", "a b", "a b c", "a b c"], 3, 2, ["a b c 2", "a b 1"]],
  ["the newer first among equals", ["a", "a", "a", "a"], 1, 2, ["a 0", "a 2"]],
  ["nothing shared, nothing related", ["a", "b"], 0, 3, []],
  ["a tag said twice counts once", ["a a", "a b", "b"], 1, 3, ["a a 0", "b 2"]],
  ["none asked for", ["a", "a"], 0, 0, []],
] as const) {
  test(name, () => {
    const all = posts(...list);
    const related = relatedPosts(all);
    assert.deepEqual(
      related(all[of]!, count).map(({ title }) => title),
      expected,
    );
    // The counts are empty again: asking twice gives the same.
    assert.deepEqual(related(all[of]!, count), related(all[of]!, count));
  });
}
