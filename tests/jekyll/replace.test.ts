/** What begins with a blank is replaced as anything else: what Ruby's `gsub` gives. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { page, renderSite } from "./setting.ts";

const REPLACED: readonly (readonly [text: string, wanted: string, by: string, expected: string, why: string])[] = [
  [" a a a", " a a", "x", "x a", "what overlaps is found once"],
  ["<p> <p <p  <p", " <p", "<p", "<p><p<p <p", "one blank of two stays"],
  ["x <px", " <p>", "!", "x <px", "a part alone is nothing"],
  [" <p", " <p", "", "", "the whole text"],
];

for (const [text, wanted, by, expected, why] of REPLACED)
  test(why, (context) => {
    const site = renderSite(context, { "a.html": page(`{{ '${text}' | replace: '${wanted}', '${by}' }}`) });
    assert.equal(site.page("a.html"), expected);
  });
