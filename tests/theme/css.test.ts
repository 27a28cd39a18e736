import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, it } from "node:test";
import { transform } from "esbuild";
import { declarationsOf, minifyCss } from "../../src/style/css.ts";
import { prunable, withJoinedRules, withoutNeedlessProperties } from "../../src/style/prune.ts";
import { root } from "../support/site.ts";

const folder = path.join(root, "public/css");
const sheets = readdirSync(folder).filter((name) => name.endsWith(".css"));

/** The same rules in one spelling, by a tool of its own; it leaves white space beside slashes, commas and in custom properties. */
async function canonical(css: string): Promise<string> {
  return (await transform(css, { loader: "css", minify: true, target: "esnext" })).code.replace(/\s*([/:,])\s*/g, "$1");
}

describe("a small style sheet says the same", () => {
  for (const name of sheets)
    it(name, async () => {
      const css = readFileSync(path.join(folder, name), "utf8");
      const small = minifyCss(css);
      assert.equal(await canonical(small), await canonical(css));
      assert.ok(small.length < css.length * 0.9, `${small.length} of ${css.length}`);
    });

  const cases: readonly (readonly [css: string, small: string])[] = [
    ["a { b : c ; }", "a{b :c}"],
    ["a :hover > b , c { d: 0.5em calc(1px + 2px) }", "a :hover>b,c{d:.5em calc(1px + 2px)}"],
    ['/* x */ a { content: "/* y */ ; }  0.5" }', 'a{content:"/* y */ ; }  0.5"}'],
    ["a { b: 10.5px; c: -0.5px }", "a{b:10.5px;c:-.5px}"],
    ["a { b: url(0.5 .png) }", "a{b:url(0.5 .png)}"],
    ["@media (a) and (b) { c { d: e } }", "@media (a) and (b){c{d:e}}"],
    ['a { content: "</style>" }', 'a{content:"<\\/style>"}'],
    ["a { b: c !important }", "a{b:c!important}"],
  ];
  for (const [css, small] of cases) it(css, () => assert.equal(minifyCss(css), small));
});

it("declarations are found with what stands around them, and their lines", () => {
  const css = ":root {\n  --a: light-dark(#000, #fff); /* ; } */\n}\n@media print {\n  a, b { c: url(d;e) }\n}\n";
  assert.deepEqual(declarationsOf(css), [
    { property: "--a", value: "light-dark(#000, #fff)", around: [":root"], line: 2 },
    { property: "c", value: "url(d;e)", around: ["@media print", "a, b"], line: 5 },
  ]);
});

describe("a style sheet is cut down to", () => {
  const cases: readonly (readonly [has: string, css: string, left: string])[] = [
    ["a .b", "a{x:1}.b{x:2}.c{x:3}", "a{x:1}.b{x:2}"],
    ["a", "a .b{x:1}", ""],
    ["a .b", ":is(a,.c) .b{x:1}", "a .b{x:1}"],
    ["a .b", ":is(.c,.d) .b,a{x:1}", "a{x:1}"],
    ["a", "a:not(.b),a:has(.c){x:1}", "a:not(.b){x:1}"],
    ["a .c", "a:has(> .b,.c){x:1}", "a:has(.c){x:1}"],
    ["a", "@media print{.b{x:1}}@media screen{a{x:1}}", "@media screen{a{x:1}}"],
    ["a", "@view-transition{navigation:auto}@font-face{x:1}", "@view-transition{navigation:auto}@font-face{x:1}"],
    ["a", ':root[data-theme="dark"] a{x:1}', ":root[data-theme=dark] a{x:1}"],
    ["a", '[dir="rtl"] a{x:1}a:dir(rtl){x:1}a:lang(zh){x:1}', ""],
    ['a [dir="rtl"]', '[dir="rtl"] a{x:1}a:dir(rtl){x:1}', "[dir=rtl] a{x:1}a:dir(rtl){x:1}"],
    ["a", 'a[href^="http"]::after{x:1}', "a[href^=http]::after{x:1}"],
    ["a", 'a[href^="/"],a[x*="1"],a[x^=""]{x:1}', 'a[href^="/"],a[x*="1"],a[x^=""]{x:1}'],
    ["a b", "a + b,a ~ b{x:1}", "a+b,a~b{x:1}"],
    ["a", "@media (width < 4rem) and (2rem <= width){a{x:1}}", "@media (width<4rem) and (2rem<=width){a{x:1}}"],
    ["a", "*,:root,::selection,:focus-visible{x:1}", "*,:root,::selection,:focus-visible{x:1}"],
    ["h1 h2", ":is(h1,h2,h3):hover{x:1}", ":is(h1,h2):hover{x:1}"],
    ["a .b", "a:is(.b,.c):hover{x:1}", "a.b:hover{x:1}"],
    ["a .b", ".b:is(a,p){x:1}", ".b:is(a){x:1}"],
  ];
  for (const [has, css, left] of cases)
    it(`${css} where there is ${has}`, () => {
      const there = has.split(" ");
      assert.equal(
        prunable(css).pruned((need) => there.includes(need)),
        left,
      );
    });

  const properties: readonly (readonly [says: string, css: string, left: string])[] = [
    [
      "properties that are used",
      ':root{--a:"x;y";--b:1px;--c:2px}p{x:var(--b)}@media print{:root{--b:3px;--a:"z";--c:4px}}',
      ":root{--b:1px}p{x:var(--b)}@media print{:root{--b:3px}}",
    ],
    [
      "values of which there is one",
      ":root{--a:1px;--b:calc(2*var(--a));color-scheme:light}p{x:var(--b);y:var(--b)}",
      ":root{color-scheme:light}p{x:calc(2*1px);y:calc(2*1px)}",
    ],
    [
      "properties that have another value somewhere",
      ":root{--a:1px}@media print{:root{--a:2px}}p{x:var(--a)}",
      ":root{--a:1px}@media print{:root{--a:2px}}p{x:var(--a)}",
    ],
    [
      "properties that have a value sometimes",
      "@media print{:root{--a:2px}}p{x:var(--a)}",
      "@media print{:root{--a:2px}}p{x:var(--a)}",
    ],
    [
      "sums of one unit",
      ":root{--a:1.5rem}p{x:calc(-1 * var(--a));y:calc(-3rem - var(--a) + 1rem);z:calc(1px + var(--a))}",
      ":root{}p{x:calc(-1 * 1.5rem);y:-3.5rem;z:calc(1px + 1.5rem)}",
    ],
    ["properties that can do without a value", ":root{--a:1px}p{x:var(--a,2px)}", ":root{--a:1px}p{x:var(--a,2px)}"],
  ];
  for (const [says, css, left] of properties) it(says, () => assert.equal(withoutNeedlessProperties(css), left));

  it("one rule for selectors that follow themselves", () => {
    assert.equal(
      withJoinedRules("a{x:1}a{x:2}b{x:3}@media print{a{x:4}a{x:5}}a:b{x:6}a{x:7}"),
      "a{x:1;x:2}b{x:3}@media print{a{x:4;x:5}}a:b{x:6}a{x:7}",
    );
  });
});

describe("the theme's style sheets", () => {
  for (const name of sheets) {
    const css = readFileSync(path.join(folder, name), "utf8");
    it(`${name} says for which pages it is`, () => assert.match(css, /^\/\* for: .+ \*\/\n/));
    it(`${name} loads nothing`, () => assert.doesNotMatch(css, /url\(|@import/));
    it(`${name} knows no left and right but of what has a side of its own`, () => {
      const physical = declarationsOf(css).filter(
        ({ property, around }) =>
          /^(?:margin|padding|border)-(?:left|right)$|^(?:left|right|float)$/.test(property) &&
          !around.some((selector) => /\.(?:left|right)\b/.test(selector)),
      );
      assert.deepEqual(
        physical.filter(({ property, value }) => property !== "float" || !/^(?:inline-|none)/.test(value)),
        [],
      );
    });
  }
});
