import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, it } from "node:test";
import { Diagnostics, formatDiagnostic } from "../../src/errors.ts";
import { readSheets } from "../../src/render/sheets.ts";
import { contrast, formatColour, parseColour } from "../../src/style/colours.ts";
import { colourOf, rootProperties, SCHEMES } from "../../src/style/properties.ts";
import { withThemeFiles } from "../../src/theme-files.ts";
import { withSite } from "../plugins/fixture.ts";
import { type Files, root } from "../support/site.ts";

const main = readFileSync(path.join(root, "public/css/main.css"), "utf8");
const properties = rootProperties([{ file: "main.css", text: main }]);

describe("contrast of the theme, computed from its style sheet", () => {
  const pairs: readonly (readonly [name: string, on: string, least: number])[] = [
    ["text", "paper", 7],
    ["text", "surface", 7],
    ["muted", "paper", 5],
    ["muted", "surface", 5],
    ["accent", "paper", 7],
    ...["keyword", "string", "comment", "number", "type", "accent"].map((name) => [name, "surface", 5] as const),
    ["keyword", "paper", 5],
  ];
  for (const [name, on, least] of pairs)
    for (const scheme of SCHEMES)
      it(`${name} on ${on} in the ${scheme} theme: ${least} at least`, () => {
        const [colour, ground] = [colourOf(properties, name, scheme), colourOf(properties, on, scheme)];
        assert.ok(colour && ground);
        const found = contrast(colour, ground);
        assert.ok(found >= least, found.toFixed(2));
      });
});

describe("colours as CSS writes them", () => {
  const cases: readonly (readonly [text: string, colour: string | undefined])[] = [
    ["#0a5872", "#0a5872"],
    ["#ABC", "#aabbcc"],
    ["#abcf", "#aabbcc"],
    ["#0a5872ff", "#0a5872"],
    ["#0a587280", undefined],
    ["teal", "#008080"],
    ["Rebeccapurple", "#663399"],
    ["lighter", undefined],
    ["rgb(10 88 114)", "#0a5872"],
    ["rgba(10, 88, 114, 1)", "#0a5872"],
    ["rgb(10 88 114 / 50%)", undefined],
    ["hsl(120 100% 25%)", "#008000"],
    ["hsl(0.5turn, 100%, 50%)", "#00ffff"],
    ["oklch(0.628 0.2577 29.23)", "#ff0000"],
    ["oklab(100% 0 0)", "#ffffff"],
    ["var(--x)", undefined],
    ["", undefined],
  ];
  for (const [text, expected] of cases)
    it(`${text}`, () => {
      const colour = parseColour(text);
      assert.equal(colour && formatColour(colour), expected);
    });

  it("black on white is 21, #777 on white not quite 4.5", () => {
    assert.equal(contrast([0, 0, 0], [1, 1, 1]), 21);
    assert.equal(contrast(parseColour("#777") ?? [0, 0, 0], [1, 1, 1]).toFixed(2), "4.48");
  });
});

/** What a site's author is told of its style, and the CSS of a page. */
function styled(files: Files): { readonly told: string; readonly css: string; readonly accent: readonly string[] } {
  return withSite(files, "octavo", (read) => {
    const site = { ...read, staticFiles: withThemeFiles(read) };
    const diagnostics = new Diagnostics();
    const sheets = readSheets(site, () => "", diagnostics);
    const css = sheets.cssFor('<html lang="en"><body><main><a href="/">x</a></main></body></html>');
    return { told: diagnostics.all.map(formatDiagnostic).join("\n"), css, accent: sheets.colours.accent ?? [] };
  });
}

describe("style: in the configuration", () => {
  const taken: readonly (readonly [yaml: string, css: RegExp, accent?: readonly string[]])[] = [
    ['accent: ["#702000", "#ffb080"]', /--accent:light-dark\(#702000,#ffb080\)/, ["#702000", "#ffb080"]],
    ["column: 36rem", /--column:36rem/],
    ["serif: '\"Iowan Old Style\", Georgia, serif'", /--serif:"Iowan Old Style", Georgia, serif/],
    ['paper: ["white", "black"]', /--paper:light-dark\(#ffffff,#000000\)/],
  ];
  for (const [yaml, css, accent] of taken)
    it(`${yaml} is taken`, () => {
      const found = styled({ "_config.yml": `title: T\nstyle:\n  ${yaml}\n` });
      assert.equal(found.told, "");
      assert.match(found.css, css);
      if (accent) assert.deepEqual(found.accent, accent);
    });

  it("one colour is the light theme's, and the dark theme gets a lighter one that can be read", () => {
    const { told, accent } = styled({ "_config.yml": 'style: {accent: "#8a2252"}\n' });
    assert.equal(told, "");
    const [dark, ground] = [parseColour(accent[1] ?? ""), colourOf(properties, "paper", "dark")];
    assert.equal(accent[0], "#8a2252");
    assert.ok(dark && ground && contrast(dark, ground) >= 7);
  });

  const refused: readonly (readonly [yaml: string, told: RegExp])[] = [
    [
      'accent: "#8fc8e0"',
      /^_config\.yml:3:3: error: The contrast of `accent` \(#8fc8e0\) on `paper` \(#fcfcfa\) is 1\.7\d : 1 in the light theme/,
    ],
    ['accent: ["#0a5872", "#555555"]', /_config\.yml:3:3: error: .*in the dark theme/],
    ['paper: "#777777"', /_config\.yml:3:3: error: .*on `paper` \(#777777\)/],
    ['text: ["#767676", "#e3e5e6"]', /`text` \(#767676\) on `paper` \(#fcfcfa\) is 4\.4\d/],
    ["accent: blau", /_config\.yml:3:3: error: `accent` must be an opaque colour/],
    ["acent: teal", /no `acent` to set[\s\S]*accent/],
    ["column: 40", /`column` must be a text/],
    ['column: "40rem; } body { display: none"', /`column` must be a text/],
  ];
  for (const [yaml, told] of refused)
    it(`${yaml} is refused, with its place`, () =>
      assert.match(styled({ "_config.yml": `title: T\nstyle:\n  ${yaml}\n` }).told, told));

  it("that is no mapping is told", () =>
    assert.match(styled({ "_config.yml": "style: dark\n" }).told, /must be a mapping/));
});

describe("a site's own style sheets", () => {
  it("a faint colour is told with the ratio, file and line", () => {
    const own = main.replace("#057", "#9ab8c2");
    const line = own.slice(0, own.indexOf("--accent")).split("\n").length;
    const { told } = styled({ "public/css/main.css": own });
    assert.match(
      told,
      new RegExp(`^public/css/main\\.css:${line}: error: The contrast of .accent. .* is \\d\\.\\d\\d : 1`),
    );
  });

  const cases: readonly (readonly [name: string, css: string, faint: boolean])[] = [
    ["by a media query for the dark theme", "@media (prefers-color-scheme: dark) { :root { --accent: #444 } }", true],
    ["by the switch", ':root[data-theme="dark"] { --accent: #444 }', true],
    ["by reference", ":root { --pale: #ccc; --accent: var(--pale) }", true],
    ["on paper", "@media print { :root { --accent: #ccc } }", false],
    ["somewhere else than the root", ".box { --accent: #ccc }", false],
    ["legible", ":root { --accent: light-dark(#204060, #a0c0ff) }", false],
    ["that only a browser can compute", ":root { --accent: color-mix(in srgb, red, blue) }", false],
  ];
  for (const [name, css, faint] of cases)
    it(`a colour set ${name} ${faint ? "stops the build" : "passes"}`, () => {
      const { told } = styled({ "public/css/site.css": `/* for: every page */\n${css}\n` });
      if (faint) assert.match(told, /public\/css\/site\.css:2: error: The contrast of `accent`/);
      else assert.equal(told, "");
    });

  it("are taken by name, by their first line, or not at all", () => {
    const page = (files: Files) => styled(files).css;
    assert.match(page({ "public/css/main.css": "a { color: #000; x: own }" }), /x:own/);
    assert.doesNotMatch(page({ "public/css/main.css": "a { x: own }" }), /--paper/);
    assert.match(
      page({ "public/css/mine.css": "/* for: <main | nothing */\n.never { x: mine }" }),
      /\.never\{x:mine\}/,
    );
    assert.doesNotMatch(page({ "public/css/mine.css": "/* for: <table */\na { x: mine }" }), /mine/);
    assert.doesNotMatch(page({ "public/css/mine.css": "a { x: mine }" }), /mine/);
  });
});
