import assert from "node:assert/strict";
import { test } from "node:test";
import { SiteError } from "../../src/errors.ts";
import type { Data } from "../../src/model.ts";
import { mergeData } from "../../src/read/merge.ts";
import { keysInOrder } from "../../src/read/scalar-values.ts";
import { locateKey, parseYaml } from "../../src/read/yaml.ts";

const PLACE = { file: "x.yml", line: 1 };

for (const [why, text, value] of [
  ["the last of two keys stays", "a: 1\nb: 2\na: 3\n", { a: 3, b: 2 }],
  ["a merge overwrites what stands before it", "a: 1\n<<: {a: 2, b: 3}\nb: 4\n", { a: 2, b: 4 }],
  ["a list of merges: the first wins", "<<: [{a: 1}, {a: 2, b: 3}]\n", { a: 1, b: 3 }],
  ["an alias is the value of its anchor", "a: &x {p: 1}\nb: *x\n", { a: { p: 1 }, b: { p: 1 } }],
  [
    "keys are what Ruby prints",
    "yes: 1\n010: 2\n1.0: 3\n~: 4\n2020-01-02: 5\n",
    { true: 1, 8: 2, "1.0": 3, "": 4, "2020-01-02": 5 },
  ],
  ["only the first document is read", "a: 1\n---\nb: 2\n", { a: 1 }],
  [
    "tabs may begin the lines between brackets",
    "a: [\n\t1,\n  \t{b: 2,\n\tc: 3}\n\t]\nd: 4\n",
    { a: [1, { b: 2, c: 3 }], d: 4 },
  ],
  ["a bracket may close in the first column", "a: [\n  1, # one\n  2,\n]\nb: {\nc: 3\n}\n", { a: [1, 2], b: { c: 3 } }],
  ["a quoted text may go on in the first column", 'a: "x\ny"\n', { a: "x y" }],
  [
    "a quoted text that goes on there keeps its signs, empty lines and escapes",
    'a: "b\n\n\tc: #777;\n # \\"d\\"\n\ne"\nf: [\'it\ng # h\', # i "j\nit\'s # k\n]\n',
    { a: 'b\nc: #777; # "d"\ne', f: ["it g # h", "it's"] },
  ],
  ["a tag of one's own changes nothing", "a: !foo 5\nb: !bar {c: d}\n", { a: 5, b: { c: "d" } }],
  ["an empty text is nothing", "", null],
  ["__proto__ is a key", "__proto__: 1\n", JSON.parse('{"__proto__": 1}')],
] as const) {
  test(`YAML: ${why}`, () => {
    assert.deepEqual(parseYaml(text, PLACE), value);
  });
}

for (const [why, text, line, column, problem] of [
  ["a colon in a value", "a: 1\ntitle: b: c\n", 2, 9, /not valid YAML/],
  ["a list that is not closed", "a: 1\nb: [x\n", 2, 5, /not valid YAML/],
  ["a tab at the beginning of a line", "a:\n\tb: c\n", 2, 1, /tab/],
  ["a tab after spaces", "a:\n  b: 1\n  \tc: 2\n", 3, 3, /tab/],
  ["a Ruby symbol", "a: :sym\n", 1, 4, /symbol/],
  ["a Ruby object", "a: 1\nb: !ruby/object:Foo {}\n", 2, 4, /object/],
  ["an alias without an anchor", "a: *b\n", 1, 5, /no anchor/],
  ["an HTML entity, which looks like an anchor", "a: &amp; b\n", 1, 4, /anchor/],
] as const) {
  test(`an error with its place: ${why}`, () => {
    assert.throws(
      () => parseYaml(text, { file: "x.yml", line: 11 }),
      (error) => {
        assert.ok(error instanceof SiteError);
        const { diagnostic } = error;
        assert.deepEqual([diagnostic.file, diagnostic.line, diagnostic.column], ["x.yml", line + 10, column]);
        assert.match(diagnostic.problem, problem);
        assert.equal(diagnostic.excerpt, text.split("\n")[line - 1]);
        return true;
      },
    );
  });
}

test("a key is found by its path, or the nearest one above it", () => {
  const text = "a: 1\nb:\n  c:\n    d: 2\n";
  assert.deepEqual(locateKey(text, ["b", "c"], PLACE), { line: 3, column: 3 });
  assert.deepEqual(locateKey(text, ["b", "c", "x"], PLACE), { line: 3, column: 3 });
  assert.deepEqual(locateKey(text, ["x"], PLACE), { line: 1, column: 1 });
});

test("aliases of aliases that multiply are refused", () => {
  const lines = ["a0: &a0 [x, x]", ...Array.from({ length: 60 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]`)];
  assert.throws(() => parseYaml(`${lines.join("\n")}\n`, PLACE), /The alias \*a16 makes more than 1000000 values/);
});

test("an alias inside what it stands for is refused", () => {
  assert.throws(() => parseYaml("a: &a [1, *a]\n", PLACE), /The alias \*a stands inside what it stands for/);
});

test("keys that are numbers keep their place, also where two mappings are merged", () => {
  const read = (text: string) => parseYaml(text, PLACE) as Data;
  const merged = mergeData(read("b: 1\n10: x\n2: y\n"), read("c: 1\n7: x\n2: z\n"));
  assert.deepEqual(keysInOrder(merged), ["b", "10", "2", "c", "7"]);
});
