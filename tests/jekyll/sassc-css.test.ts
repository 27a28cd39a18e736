/** What sassc 2.4 (LibSass 3.6.5) printed for sources like these: what it copies, and how it spells what it computes. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { markCopied, withCopied } from "../../src/jekyll/as-written.ts";
import { asSassc } from "../../src/jekyll/sassc-css.ts";

/** What the marks hold, in order. */
const copied = (text: string, syntax: "scss" | "indented" = "scss"): readonly string[] =>
  [...markCopied(text, syntax).matchAll(/\ufdd0([^\ufdd1]*)\ufdd1/g)].map(([, held = ""]) =>
    held.replaceAll("\ufdd2", "'").replaceAll("\ufdd3", '"'),
  );

const COPIES: readonly (readonly [string, string, readonly string[]])[] = [
  ["numbers, words and quoted texts", "a { b: 0.50px  .5em , 'x'; c: \"\" }", ["0.50px  .5em , 'x'", '""']],
  ["a declaration behind comments", "a { // x: 1;\n b: .2s; /* c: .3s; */ d: #FFF }", [".2s", "#FFF"]],
  ["a value of several lines is one line", "a { b: x,\n    y; }", ["x, y"]],
  ["attributes of selectors", "a[b='c'], d[e=f] { g: h }", ["'c'", "h"]],
  [
    "imports of style sheets",
    "@import 'x.css'; @import url('http://y'); @import \"z\";",
    ["url(x.css)", 'url("http://y")'],
  ],
  ["Microsoft's filters", "a { filter: progid:X.Y(a='#b', c=1); }", ["progid:X.Y(a='#b', c=1)"]],
  ["custom properties, whatever they hold", "a { --b:  f(.5px) ; --c: #{1}; }", ["  f(.5px) "]],
  ["nothing that is computed", "$a: .5px; a { b: $a; c: f(.5px); e: .5px!important; &:hover { f: g() } }", []],
  [
    "nothing of maps and arguments",
    "$m: (a: .5px, b: 1); a { @include m($x: .5px); @media (min-width: .5px) { b: m($m) } }",
    [],
  ],
];

describe("what LibSass copies", () => {
  for (const [what, text, held] of COPIES) it(what, () => assert.deepEqual(copied(text), held));

  it("in indented Sass a line is a declaration", () => {
    assert.deepEqual(copied("a\n  b: .5px\n  c: $d\n  &:hover\n    e: 'f'\n", "indented"), [".5px", "'f'"]);
  });

  it("marks are read wherever dart-sass prints them", () => {
    const css = 'a[b=\ufdd0\ufdd2c\ufdd2\ufdd1]{d:\ufdd0.50px\ufdd1;e:.50px}@import"\ufdd0url(x.css)\ufdd1"';
    const read = withCopied(css, (rest) => rest.replaceAll(".50px", "X"));
    assert.equal(read, "a[b='c']{d:.50px;e:X}@import url(x.css)");
  });
});

const COMPRESSED: readonly (readonly [string, string, string, string])[] = [
  [
    "a number that a list writes keeps its zero",
    "a{b:$x .5px -0.25em}",
    "a{b:1px .5px -0.25em}",
    "a{b:1px 0.5px -0.25em}",
  ],
  ["a number from a variable has none", "$x:0.5px;a{b:$x;c:-$x}", "a{b:.5px;c:-0.5px}", "a{b:.5px;c:-.5px}"],
  ["arguments", "a{b:f(0.5)}", "a{b:f(0.5, #FFFFFF, #008000)}", "a{b:f(0.5, #fff, green)}"],
  [
    "transparency keeps its zero and has six digits",
    "",
    "a{b:rgba(0,0,0,.5) f(rgba(1, 2, 3, 0.2666666667))}",
    "a{b:rgba(0,0,0,0.5) f(rgba(1,2,3,0.266667))}",
  ],
  [
    "blanks in conditions",
    "",
    "@media(a: 1px)and (b: 2px){c{d:e}}@supports(a: b){c{d:e}}",
    "@media (a: 1px) and (b: 2px){c{d:e}}@supports (a: b){c{d:e}}",
  ],
  [
    "quoted texts, addresses, selectors and custom properties stay",
    "",
    'a#FFF{b:"#FFF";c:url(#FFF);--d: #FFF}',
    'a#FFF{b:"#FFF";c:url(#FFF);--d: #FFF}',
  ],
];

describe("LibSass's compressed style", () => {
  for (const [what, source, css, printed] of COMPRESSED) {
    it(what, () => assert.equal(asSassc(css, "compressed", [source]), printed));
  }
});

describe("LibSass's other styles", () => {
  it("icons are letters", () =>
    assert.equal(asSassc('a {\n  b: "\\e900 x";\n}', "expanded", []), 'a {\n  b: "\ue900x";\n}'));
  it("a colour with transparency stays a word", () => {
    const css = "a {\n  b: f(rgba(17, 34, 51, 0.2666666667));\n}";
    assert.equal(asSassc(css, "expanded", ["a{b:f(#11223344)}"]), "a {\n  b: f(#11223344);\n}");
  });
  it("a blank line stands between rules", () => {
    assert.equal(asSassc("a {\n  b: c;\n}\nd {\n  e: f;\n}", "expanded", []), "a {\n  b: c;\n}\n\nd {\n  e: f;\n}");
  });
});
