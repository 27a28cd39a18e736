import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createSmartify } from "../../src/markdown/smartify.ts";

/** What Jekyll 4.3.1 makes of each (`{{ text | smartify }}`). */
const CASES: readonly (readonly [string, string])[] = [
  ["plain", "plain"],
  ["plain\n", "plain"],
  [`"It's" -- 'a' test... of the '80s`, "“It’s” – ‘a’ test… of the ’80s"],
  [`A "quoted" title: it's`, "A “quoted” title: it’s"],
  ["Rock 'n' Roll", "Rock ‘n’ Roll"],
  ["one---two", "one—two"],
  ["<< a >> <<b>>", "«\u00a0a\u00a0» «b»"],
  ["\\<< a \\>>", "&lt;&lt; a &gt;&gt;"],
  ["Post & co", "Post &amp; co"],
  ["R&amp;D", "R&amp;D"],
  ["5 < 6 > 4", "5 &lt; 6 &gt; 4"],
  ["<i>Custer</i>'s Last", "<i>Custer</i>’s Last"],
  [`"'a' b"`, "“‘a’ b”"],
  [`x&"90s`, "x&amp;”90s"],
  [`'"é`, "'”é"],
  [`("é")`, "(“é”)"],
  [`\\"a\\"`, "\\“a\\”"],
  [`*a* # "b" {:.c}`, "*a* # “b” {:.c}"],
  [`<p>"a" -- b</p>`, `<p>"a" -- b</p>`],
  [`it's\n<div>"x"\n\n"y"</div>\n"z"`, `it’s\n<div>"x"\n\n"y"</div>\n“z”`],
  [`<div markdown="1">\n"a"\n</div>`, "<div>\n“a”\n</div>"],
  [`a <code>"b" -- </code> "c"`, `a <code>"b" -- </code> “c”`],
  [`<script>var a = "b"</script>"c"`, `<script>var a = "b"</script>\n“c”`],
  ["", ""],
];

describe("smartify", () => {
  const smartify = createSmartify({});
  for (const [text, html] of CASES) it(JSON.stringify(text), () => assert.equal(smartify(text), html));

  it("takes the quotes that `kramdown.smart_quotes` names", () => {
    const straight = createSmartify({ smart_quotes: "apos,apos,quot,quot" });
    assert.equal(straight(`"it's" -- so`), `"it's" – so`);
  });
});
