/** Colours of dart-sass as sassc 2.4 printed them. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { inWholeColours } from "../../src/jekyll/css-colours.ts";

const EXPANDED: readonly (readonly [string, string])[] = [
  ["a { b: rgb(229.5, 0, 0); }", "a { b: #e60000; }"],
  ["a { b: rgb(76.5, 76.5, 76.5) 1px; }", "a { b: #4d4d4d 1px; }"],
  ["a { b: rgb(1, 2, 3), rgb(1.5, 2, 255); }", "a { b: #010203, #0202ff; }"],
  ["a { b: hsl(330, 50%, 50%) hsl(120deg, 50.5%, 50.25%); }", "a { b: #bf4080 #40c040; }"],
  ["a { b: hsla(120, 50%, 50%, 0.3); }", "a { b: rgba(64, 191, 64, 0.3); }"],
  ["a { b: rgba(229.5, 0, 0, 0.5); }", "a { b: rgba(230, 0, 0, 0.5); }"],
  ["a { b: f(hsl(1, 2%, 3%), rgb(4, 5, 6)); }", "a { b: f(#080807, #040506); }"],
  ["a { --x: rgb(1, 2, 3); b: rgb(0, 0, 0); }", "a { --x: rgb(1, 2, 3); b: #000000; }"],
  [
    `a { b: url("data:rgb(1,2,3)") "rgb(1,2,3)"; /* rgb(1,2,3) */ }`,
    `a { b: url("data:rgb(1,2,3)") "rgb(1,2,3)"; /* rgb(1,2,3) */ }`,
  ],
  ["a { b: rgb(0 0 0 / 50%); c: rgba(1, 2, 3, 0.5); }", "a { b: rgb(0 0 0 / 50%); c: rgba(1, 2, 3, 0.5); }"],
];

for (const [css, printed] of EXPANDED)
  test(`${css} becomes ${printed}`, () => assert.equal(inWholeColours(css, "expanded"), printed));

test("a compressed sheet has them short", () => {
  const css = "a{b:hsl(0,0%,73.3333366667%);c:rgb(1.5,2,255);d:hsla(120,50%,50%,.3)}";
  assert.equal(inWholeColours(css, "compressed"), "a{b:#bbb;c:#0202ff;d:rgba(64,191,64,.3)}");
});
