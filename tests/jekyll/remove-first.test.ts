/** `remove_first` of a long text, which is kept in parts, gives what it gives of any other. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { removeFirst } from "../../src/jekyll/filters/remove-first.ts";

const filling = "字 word ".repeat(3000);

const removals: readonly (readonly [wanted: readonly string[], why: string])[] = [
  [["<!-- a -->", "<!-- b -->", "<!-- c -->"], "one after another, from the front"],
  [["<!-- c -->", "<!-- a -->", "<!-- b -->"], "one before the place of the last"],
  [["<!-- b -->", "13"], "what only stands together since the last was removed"],
  [["<!-- b -->", `${filling}<!-- c -->${filling}`, "<!-- a -->"], "what reaches over several parts"],
  [["nowhere", "", "<!-- a -->"], "what is not there, and nothing at all"],
];

for (const [wanted, why] of removals)
  test(`a long text without ${why}`, () => {
    const text = `0${filling}<!-- a -->1<!-- b -->3${filling}<!-- c -->${filling}`;
    let [shorter, expected] = [text, text];
    for (const each of wanted) {
      shorter = removeFirst(shorter, each);
      expected = expected.replace(each, "");
      assert.equal(shorter, expected);
    }
    assert.notEqual(shorter, text);
  });
