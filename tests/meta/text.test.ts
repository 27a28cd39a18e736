/** Plain text from HTML. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { firstParagraph, shortened, textOf } from "../../src/meta/text.ts";

describe("text", () => {
  const cases: readonly (readonly [html: string, text: string])[] = [
    ["plain", "plain"],
    ["a <em>b</em>\n c", "a b c"],
    ["a &amp; b &lt;c&gt; &#39;d&#x27; &quot;e&quot;", "a & b <c> 'd' \"e\""],
    ["&amp;lt;", "&lt;"],
    ["&unknown; &#0; &#x110000;", "&unknown; &#0; &#x110000;"],
    ["&constructor;", "&constructor;"],
    ["<script>1 < 2</script>a", "a"],
  ];
  for (const [html, text] of cases) it(html, () => assert.equal(textOf(html), text));
});

describe("first paragraph", () => {
  const cases: readonly (readonly [says: string, html: string, text: string])[] = [
    ["is the first that has text", '<p><img src="x"/></p><p class="a">A</p><p>B</p>', "A"],
    ["is no <pre> and no heading", "<h1>H</h1><pre>x</pre><p>A</p>", "A"],
    ["is nothing where there is none", "<ul><li>A</li></ul>", ""],
  ];
  for (const [says, html, text] of cases) it(says, () => assert.equal(firstParagraph(html), text));
});

describe("shortened", () => {
  const cases: readonly (readonly [says: string, text: string, length: number, short: string])[] = [
    ["leaves a short text", "a b c", 5, "a b c"],
    ["cuts at a word", "alpha beta gamma", 12, "alpha beta…"],
    ["leaves no comma at the end", "alpha beta, gamma", 13, "alpha beta…"],
    ["cuts Chinese anywhere", "中文中文中文", 4, "中文中…"],
    ["and no character in two", "中文中😀文", 5, "中文中…"],
  ];
  for (const [says, text, length, short] of cases) it(says, () => assert.equal(shortened(text, length), short));
});
