/** Which brackets an author is told of, because no definition is known for what looks like a reference. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { createMarkdown } from "../../src/markdown/markdown.ts";

for (const [what, source, messages] of [
  ["a reference without a definition", "[words][name]", ["No link definition for 'name'"]],
  ["a word in brackets before a link", "[PDF] [words](/a/)", []],
  ["two words in brackets before a link", "[PDF] [2020] [words](/a/)", ["No link definition for '2020'"]],
  ["a word in brackets", "[words]", []],
] as const)
  test(what, () => {
    const { warnings } = createMarkdown({ input: "GFM" }).render(source);
    assert.deepEqual(
      warnings.map(({ message }) => message),
      messages,
    );
  });
