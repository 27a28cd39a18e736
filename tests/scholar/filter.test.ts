/** The filter of a list of publications, with a stand-in for the page: a field, a place for the count, and entries with texts. */
import assert from "node:assert/strict";
import test from "node:test";
import { runInNewContext } from "node:vm";
import { scriptFor } from "../../src/render/scripts.ts";

const TEXTS = ["Pál Erdős: On a problem, 1950", "Ana García: Étude NP, 1950", "The ATLAS Team: Ω, 2020"];

/** What is typed, and which entries stay. */
const TYPED: readonly (readonly [sentence: string, value: string, shown: readonly number[]])[] = [
  ["nothing", "", [0, 1, 2]],
  ["letters with accents", "erdős", [0]],
  ["without them", "erdos", [0]],
  ["accents that the entry has not", "problém", [0]],
  ["several words, in any order and case", "np ÉTUDE garcia", [1]],
  ["a year", "1950 ", [0, 1]],
  ["what nobody wrote", "zzz", []],
];

test("the filter leaves what contains every word", async (t) => {
  for (const [sentence, value, shown] of TYPED)
    await t.test(sentence, () => {
      const entries = TEXTS.map((textContent) => ({ textContent, hidden: false }));
      const field = { id: "bibsearch", value, nextSibling: { textContent: "" } };
      const window: { oninput?: (event: { readonly target: typeof field }) => void } = {};
      Object.assign(window, { document: { querySelectorAll: () => entries }, addEventListener: () => undefined });
      runInNewContext(scriptFor('<input id="bibsearch">'), window);
      window.oninput?.({ target: field });
      assert.deepEqual(
        entries.flatMap(({ hidden }, index) => (hidden ? [] : [index])),
        shown,
      );
      assert.equal(String(field.nextSibling.textContent), String(shown.length));
    });
});
