import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { highlightCode } from "../../src/markdown/code/highlight.ts";
import { createGfm } from "../../src/markdown/gfm.ts";

type Cases = readonly (readonly [sentence: string, text: string, html: string])[];

function check(flavour: "GFM" | "CommonMark" | "CommonMarkGhPages", cases: Cases): void {
  const markdown = createGfm(flavour, { highlight: highlightCode });
  for (const [sentence, text, html] of cases) {
    it(sentence, () => assert.equal(markdown.render(text).html, html));
  }
}

describe("GitHub's Markdown", () => {
  check("GFM", [
    [
      "tables",
      "| a |\n|--|\n| b |\n",
      "<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>b</td>\n</tr>\n</tbody>\n</table>\n",
    ],
    ["deleted text", "~~a~~", "<p><del>a</del></p>\n"],
    [
      "bare links",
      "https://a.example and b.example",
      '<p><a href="https://a.example">https://a.example</a> and b.example</p>\n',
    ],
    [
      "ids of headings count repetitions",
      "# A `b` *c*!\n\n# A b c",
      '<h1 id="a-b-c">A <code>b</code> <em>c</em>!</h1>\n<h1 id="a-b-c-1">A b c</h1>\n',
    ],
    ["dangerous tags are text", "<script>a</script>", "&lt;script>a&lt;/script>"],
    ["none of kramdown's syntax", "a\n{: .b}", "<p>a\n{: .b}</p>\n"],
    [
      "code in Rouge's wrappers",
      "```plaintext\na<b\n```",
      '<div class="language-plaintext highlighter-rouge"><div class="highlight"><pre class="highlight"><code>a&lt;b\n' +
        "</code></pre></div></div>\n",
    ],
    ["code in an unknown language", "```nosuch\na\n```", '<pre><code class="language-nosuch">a\n</code></pre>\n'],
  ]);
});

describe("CommonMark", () => {
  check("CommonMark", [
    ["no tables, no ids", "# A\n\n| a |\n|--|", "<h1>A</h1>\n<p>| a |\n|--|</p>\n"],
    ["HTML stays", "<b>a</b>", "<p><b>a</b></p>\n"],
  ]);
});

describe("headings", () => {
  it("come with level, id and text", () => {
    const { headings } = createGfm("CommonMarkGhPages", {}).render("## A *b*");
    assert.deepEqual(headings, [{ level: 2, id: "a-b", text: "A b" }]);
  });
});
