/** Character references, as a browser reads them. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { decodeHtml } from "../../src/html.ts";

describe("a character reference", () => {
  const cases: readonly (readonly [says: string, html: string, text: string])[] = [
    ["has a common name", "a &amp; b &lt;c&gt; &quot;d&quot; &apos;e&apos;&nbsp;f", "a & b <c> \"d\" 'e'\u00a0f"],
    ["has one of two thousand names", "&hellip; &Aring;", "… Å"],
    ["is a number", "&#39;&#x1F600;", "'😀"],
    ["is resolved once", "&amp;lt;", "&lt;"],
    ["of Windows' table is what it stands for there", "&#150;", "–"],
    ["has no name that an object of JavaScript has", "&constructor; &toString;", "&constructor; &toString;"],
    ["is none without a name", "AT&T & 1 &; 2", "AT&T & 1 &; 2"],
  ];
  for (const [says, html, text] of cases) it(says, () => assert.equal(decodeHtml(html), text));
});
