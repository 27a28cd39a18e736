/** Mail addresses: a browser reads them as ever, their bytes are no addresses. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type DefaultTreeAdapterTypes as Dom, parseFragment } from "parse5";
import { finished } from "./fixture.ts";

function textOf(node: Dom.Node): string {
  if ("value" in node) return node.value;
  return "childNodes" in node ? node.childNodes.map(textOf).join("") : "";
}

function links(node: Dom.Node): readonly Dom.Element[] {
  const children = "childNodes" in node ? node.childNodes.flatMap(links) : [];
  return "tagName" in node && node.tagName === "a" ? [node, ...children] : children;
}

describe("mail addresses", () => {
  for (const [what, html] of [
    ["of a link", '<p><a href="mailto:ann@example.org">ann@example.org</a></p>'],
    [
      "of a link with a subject",
      '<p><a href="mailto:ann@example.org?subject=Hi&amp;body=a%20b" title="ann@example.org">Write</a></p>',
    ],
    ["in a text", "<p>Write to ann.b+c@mail.example.co.uk, or bob@example.org; &amp; soon &lt;3</p>"],
    [
      "written as references",
      '<p><a href="&#109;&#97;&#105;&#108;&#116;&#111;:a&#64;example.org">a&#x40;example&#46;org</a></p>',
    ],
    ["of several", '<p><a href="mailto:ann@example.org,bob@example.org">both</a></p>'],
  ] as const)
    it(`${what} stay for a browser and go from the bytes`, () => {
      const after = finished(html).html;
      const [was, is] = [html, after].map((markup) => parseFragment(markup));
      assert.equal(textOf(is!), textOf(was!));
      assert.deepEqual(
        links(is!).map(({ attrs }) => attrs),
        links(was!).map(({ attrs }) => attrs),
      );
      assert.doesNotMatch(after, /mailto|@|&commat;|\w&#(?:64|x40);\w|example\.org/);
      // A harvester that decodes references, and drops nothing.
      const decoded = after.replace(/&#(\d+);|&#x([\da-f]+);/g, (_, ten, hex) =>
        String.fromCodePoint(Number(ten ?? `0x${hex}`)),
      );
      assert.doesNotMatch(decoded.replace(/<[a-z][^>]*>/g, ""), /[\w.]+@[\w.]+/);
    });

  for (const [what, html, config] of [
    ["in code", "<pre>git@example.org</pre><code>a@example.org</code>", ""],
    ["in scripts and comments", '<script>"a@example.org"</script><!-- <b> a@example.org -->', ""],
    [
      "between others that are kept",
      "<!-- > a@example.org --><pre><code>a@example.org</code> b@example.org</pre><code>c@example.org</code>",
      "",
    ],
    ["in other attributes", '<input value="a@example.org">', ""],
    ["where the setting is off", '<a href="mailto:a@example.org">a@example.org</a>', "protect_email: false\n"],
    ["that are none", "@ann a@b 3 @ 4 &amp;64; @media", ""],
  ] as const)
    it(`${what} stay as they are`, () => {
      assert.equal(finished(html, config || undefined).html, html);
    });

  it("after what is kept are not", () => {
    const { html } = finished(
      "<pre><code>a@example.org</code></pre><!-- b@example.org --><p>c@example.org</p><p>d@example.org</p>",
    );
    assert.deepEqual(html.match(/\w@example/g), ["a@example", "b@example"]);
  });

  it("are written the same way every time", () => {
    const html = "<p>ann@example.org</p>";
    assert.equal(finished(html).html, finished(html).html);
  });
});
