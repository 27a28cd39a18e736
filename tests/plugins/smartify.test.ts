import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { smartify } from "../../src/plugins/smartify.ts";

/** What Jekyll 4.3.1 makes of each (`{{ text | smartify }}`). */
const cases: readonly (readonly [string, string])[] = [
  ["plain", "plain"],
  [`"It's" -- 'a' test... of the '80s`, "“It’s” – ‘a’ test… of the ’80s"],
  [`A "quoted" title: it's`, "A “quoted” title: it’s"],
  ["Rock 'n' Roll", "Rock ‘n’ Roll"],
  ["one---two", "one—two"],
  ["<< a >> <<b>>", "«\u00a0a\u00a0» «b»"],
  ["Post & co", "Post &amp; co"],
  ["R&amp;D", "R&amp;D"],
  ["5 < 6 > 4", "5 &lt; 6 &gt; 4"],
  ["<i>Custer</i>'s Last", "<i>Custer</i>’s Last"],
  [`"'a' b"`, "“‘a’ b”"],
  [`x&"90s`, "x&amp;”90s"],
  [`'"é`, "'”é"],
  [`("é")`, "(“é”)"],
  ["", ""],
];

describe("smartify", () => {
  for (const [text, html] of cases) it(JSON.stringify(text), () => assert.equal(smartify(text), html));
});
