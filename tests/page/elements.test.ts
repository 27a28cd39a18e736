/** The tokenizer of finished pages: what it takes for an element, and what not. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parse } from "parse5";
import { applyEdits } from "../../src/page/edits.ts";
import { findElements } from "../../src/page/elements.ts";

function found(html: string, ...names: readonly string[]): readonly string[] {
  return findElements(html, new Set(names)).map((element) => html.slice(element.start, element.end));
}

describe("elements", () => {
  for (const [what, html, names, expected] of [
    ["end with their end tags", "<p>a<b>c</b>d</p>e", ["p", "b"], ["<p>a<b>c</b>d</p>", "<b>c</b>"]],
    ["end with their tags where they are void", "<p><img src=x>y</p>", ["img"], ["<img src=x>"]],
    ["nest", "<div><div>a</div></div>", ["div"], ["<div><div>a</div></div>", "<div>a</div>"]],
    ["are found in any letter case", "<TABLE></Table>", ["table"], ["<TABLE></Table>"]],
    ["are none in comments", "<!-- <a> --><a></a><!--><b></b>", ["a", "b"], ["<a></a>", "<b></b>"]],
    [
      "are none in scripts, styles and text areas",
      "<script>'<a>'</script><style><a></style><textarea><a></textarea>",
      ["a"],
      [],
    ],
    ["are none in values", "<i title='<a>' alt=\"<a>\" data-x=<a></i>", ["a"], []],
    ["have names that end at a slash", "<br/><a/>x", ["br"], ["<br/>"]],
    [
      "of SVG may close themselves",
      "<svg><a/><style/></svg><a>x</a>",
      ["a", "svg"],
      ["<svg><a/><style/></svg>", "<a/>", "<a>x</a>"],
    ],
    ["that are left open end with what is around them", "<div><a>x</div>y", ["a", "div"], ["<div><a>x</div>", "<a>x"]],
    ["paragraphs end where a block begins", "<p>a<table></table>b", ["p", "table"], ["<p>a", "<table></table>"]],
    ["a lone end tag is passed over", "</a><a>x</a></b>", ["a"], ["<a>x</a>"]],
    ["a lone sign is text", "a < b <3 <a>x</a> <", ["a"], ["<a>x</a>"]],
    ["a page that breaks off in a tag has no more", "<a>x</a><a href='", ["a"], ["<a>x</a>"]],
  ] as const)
    it(what, () => {
      assert.deepEqual(found(html, ...names), expected);
    });

  for (const tag of [
    '<a href="x" class=y data-z>',
    "<a HREF='a\"b' title = x/y disabled/>",
    '<a title="&amp;&lt;&#64;&#x40;&nbsp;&eacute;&copy &notit; &x" alt="">',
    '<a a=1 a=2 =b="c" "d">',
    "<a title='one\r\ntwo\rthree'>",
    "<a\nhref\t=\n'x'\n>",
  ])
    it(`attributes of ${JSON.stringify(tag)} are the parser's`, () => {
      const [element] = findElements(tag, new Set(["a"]));
      const body = parse(tag).childNodes.at(-1);
      const html = body !== undefined && "childNodes" in body ? body.childNodes.at(-1) : undefined;
      const link = html !== undefined && "childNodes" in html ? html.childNodes[0] : undefined;
      const expected = link !== undefined && "attrs" in link ? link.attrs.map(({ name, value }) => [name, value]) : [];
      assert.deepEqual([...(element?.attributes ?? [])], expected);
    });

  it("are changed without touching the rest", () => {
    const html = "<p id=x CLASS='a  b'>1<img alt src=y />2</p>";
    const [p, img] = findElements(html, new Set(["p", "img"]));
    p?.addClass("c");
    p?.before("<x>");
    p?.after("</x>");
    p?.before("<y>");
    p?.after("</y>");
    img?.set("width", '"<&');
    const edits = [p, img].flatMap((element) => element?.edits ?? []);
    assert.equal(
      applyEdits(html, edits),
      '<x><y><p id="x" class="a b c">1<img alt="" src="y" width="&quot;&lt;&amp;"/>2</p></y></x>',
    );
  });

  it("within one that is replaced are gone", () => {
    const html = "<p><a>x</a></p><b></b>";
    const [p, a, b] = findElements(html, new Set(["p", "a", "b"]));
    p?.replaceWith("-");
    a?.set("id", "x");
    b?.before("+");
    assert.equal(
      applyEdits(
        html,
        [p, a, b].flatMap((element) => element?.edits ?? []),
      ),
      "-+<b></b>",
    );
  });
});
