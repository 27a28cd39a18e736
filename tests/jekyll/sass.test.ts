/** Stylesheets as jekyll-sass-converter 2.2 makes them; dart-sass may lay its CSS out otherwise, so CSS is compared compressed. */
import assert from "node:assert/strict";
import { mkdirSync, symlinkSync } from "node:fs";
import path from "node:path";
import { after, before, describe, it } from "node:test";
import { type Compiler, initCompiler } from "sass-embedded";
import { readConfig } from "../../src/config/config.ts";
import { type Diagnostic, Diagnostics, SiteError } from "../../src/errors.ts";
import { isSass, SassCompiler } from "../../src/jekyll/sass.ts";
import type { Stylesheet } from "../../src/jekyll/sass-maps.ts";
import { SassThread } from "../../src/jekyll/sass-tasks.ts";
import type { Page } from "../../src/model.ts";
import { readFolder } from "../read/support.ts";
import { type Files, inFolder } from "../support/site.ts";

interface Compiled extends Stylesheet {
  readonly page: Page;
  readonly warnings: readonly Diagnostic[];
}

/** Compiles the first stylesheet of a site. */
function compile(files: Files, environment = "development", prepare = (_folder: string) => {}): Compiled {
  return inFolder({ "_config.yml": "{}\n", ...files }, (folder) => {
    prepare(folder);
    const { config, site } = readFolder(folder, { mode: "jekyll" });
    const page = site.pages.find(isSass);
    assert.ok(page);
    const diagnostics = new Diagnostics();
    const theme = path.join(folder, "theme/_sass");
    const thread = new SassThread();
    const sass = new SassCompiler(config, environment, diagnostics, thread, theme);
    try {
      return { ...sass.page(page, page.body), page, warnings: diagnostics.all };
    } finally {
      thread.close();
    }
  });
}

let compiler: Compiler;
before(() => {
  compiler = initCompiler();
});
after(() => compiler.dispose());

function compressed(css: string): string {
  return compiler.compileString(css.replace(/\/\*# .* \*\//, ""), { style: "compressed" }).css;
}

const HEADER = "---\nlayout: none\n---\n";

describe("a stylesheet", () => {
  const cases: readonly (readonly [string, Files, string])[] = [
    ["nests", { "a.scss": `${HEADER}a { b { c: d } }` }, "a b{c:d}"],
    ["may be indented", { "a.sass": `${HEADER}a\n  b: c\n` }, "a{b:c}"],
    ["imports partials of _sass", { "a.scss": `${HEADER}@import "x";`, "_sass/_x.scss": "a{b:c}" }, "a{b:c}"],
    [
      "imports what lies in folders of _sass",
      { "a.scss": `${HEADER}@import "x/y";`, "_sass/x/_y.scss": "a{b:c}" },
      "a{b:c}",
    ],
    [
      "imports from the site's folder first",
      { "s/a.scss": `${HEADER}@import "x";`, "x.scss": "r{b:c}", "_sass/_x.scss": "a{b:c}" },
      "r{b:c}",
    ],
    ["imports from its own folder last", { "s/a.scss": `${HEADER}@import "x";`, "s/_x.scss": "o{b:c}" }, "o{b:c}"],
    [
      "reads indented files that mix tabs and blanks",
      { "a.scss": `${HEADER}@import "x";`, "_sass/_x.sass": "a\n\tb: c\n\nd\n  e: f" },
      "a{b:c}d{e:f}",
    ],
    ["reads such a page", { "a.sass": `${HEADER}a\n\tb: c\n\nd\n  e: f` }, "a{b:c}d{e:f}"],
    [
      "reads a selector of an indented file that ends with a comma, and finds what such a file imports",
      {
        "a.scss": `${HEADER}@import "x";`,
        "_sass/x/_index.sass": "@import y\n\na,\nd,\n\n  b: c",
        "_sass/x/_y.scss": "e{f:g}",
      },
      "e{f:g}a,d{b:c}",
    ],
    ["imports the theme's files", { "a.scss": `${HEADER}@import "x";`, "theme/_sass/_x.scss": "t{b:c}" }, "t{b:c}"],
    [
      "prefers the site's _sass to the theme's",
      { "a.scss": `${HEADER}@import "x";`, "_sass/_x.scss": "a{b:c}", "theme/_sass/_x.scss": "t{b:c}" },
      "a{b:c}",
    ],
    [
      "looks where sass_dir says",
      { "_config.yml": "sass: {sass_dir: styles}\n", "a.scss": `${HEADER}@import "x";`, "styles/_x.scss": "a{b:c}" },
      "a{b:c}",
    ],
    [
      "looks where load_paths say, which may be globs",
      {
        "_config.yml": "sass: {load_paths: [lib/*/css]}\n",
        "a.scss": `${HEADER}@import "x";`,
        "lib/one/css/_x.scss": "a{b:c}",
      },
      "a{b:c}",
    ],
    [
      "writes what stands behind a nested rule before it, so that the same rule wins as with sassc",
      { "a.scss": `${HEADER}a { b: c; @media print { d: e } d: f }` },
      "a{b:c;d:f}@media print{a{d:e}}",
    ],
    [
      "knows a media feature right behind its word",
      { "a.scss": `${HEADER}a { @media all and(d: 1px) { b: c } }` },
      "@media all and (d: 1px){a{b:c}}",
    ],
    [
      "knows a number right behind a word, and not in an address or a quoted text",
      { "a.scss": `${HEADER}a { b: all.3s ease.5s; c: -.5em; d: url(x.2y.png) "e.5" }` },
      'a{b:all .3s ease .5s;c:-0.5em;d:url(x.2y.png) "e.5"}',
    ],
    [
      "reads an import so, too: 0 as a key frame, classes that are extended together",
      {
        "a.scss": `${HEADER}@import "x";`,
        "_sass/_x.scss": "@keyframes k { 0 { a: b } } .a.b { c: d } .e { @extend .a.b }",
      },
      "@keyframes k{0%{a:b}}.a.b,.e{c:d}",
    ],
    ["divides with a slash, as old ones do", { "a.scss": `${HEADER}a { b: (4px/2) }` }, "a{b:2px}"],
  ];
  for (const [does, files, css] of cases)
    it(does, () => {
      const { warnings, ...compiled } = compile(files);
      assert.equal(compressed(compiled.css), css);
      assert.deepEqual(warnings, []);
    });

  it("is compressed where the site says so, with or without a colon", () => {
    for (const style of ["compressed", ":compressed"]) {
      const config = `sass: {style: "${style}", sourcemap: never}\n`;
      assert.equal(compile({ "_config.yml": config, "a.scss": `${HEADER}a { b: c }` }).css, "a{b:c}\n");
    }
  });

  it("copies a calculation that cannot be calculated, as sassc does", () => {
    const { css } = compile({ "a.scss": `${HEADER}$x: 1px; a { b: calc(100%-(2px + #{$x})) calc(1px + 2) }` });
    assert.match(css, /b: calc\(100%-\(2px \+ 1px\)\) calc\(1px \+ 2\);/);
  });

  it("has no layout", () => {
    assert.equal(compile({ "a.scss": "---\nlayout: x\n---\na { b: c }" }).page.layout, "");
  });

  it("tells what @warn says, with its place", () => {
    const { warnings } = compile({ "a.scss": `${HEADER}@import "x";`, "_sass/_x.scss": '\n@warn "beware";' });
    assert.deepEqual(
      warnings.map(({ level, file, line, problem }) => [level, file, line, problem]),
      [["warning", "_sass/_x.scss", 2, "Sass warns: beware"]],
    );
  });

  it("is written without its modules where one of them is missing, as by sassc, and says so", () => {
    const { css, warnings } = compile({
      "a.scss": `${HEADER}@use "x";\n@forward "frame" with (\n  $y: 1\n);\na { b: c }`,
      "_sass/_x.scss": "q { r: s }",
    });
    assert.equal(compressed(css), "a{b:c}");
    assert.deepEqual(
      warnings.map(({ level, file, line }) => [level, file, line]),
      [["warning", "a.scss", 5]],
    );
    const files = { "a.scss": `${HEADER}@use "frame";\na { @include b }` };
    assert.throws(() => compile(files), /Can't find stylesheet/);
  });
});

describe("a source map", () => {
  const files = { "s/main.scss": `${HEADER}@import "x";\na { b: c }\n`, "_sass/_x.scss": "q { r: s }\n" };

  it("names its sources as Jekyll does", () => {
    const { css, map } = compile(files);
    assert.match(css, /\n\/\*# sourceMappingURL=main\.css\.map \*\/$/);
    const { mappings, ...rest } = JSON.parse(map ?? "{}") as Readonly<Record<string, unknown>>;
    assert.deepEqual(rest, {
      version: 3,
      file: "main.css",
      sources: ["_sass/_x.scss", "main.scss"],
      sourcesContent: ["q { r: s }\n", '@import "x";\na { b: c }\n'],
      names: [],
    });
    assert.match(String(mappings), /;/);
  });

  for (const [setting, environment, expected] of [
    ["always", "production", true],
    ["never", "development", false],
    ["development", "development", true],
    ["development", "production", false],
  ] as const)
    it(`is ${expected ? "" : "not "}written with sourcemap: ${setting} in ${environment}`, () => {
      const { css, map } = compile({ ...files, "_config.yml": `sass: {sourcemap: ${setting}}\n` }, environment);
      assert.equal(map !== undefined, expected);
      assert.equal(css.includes("sourceMappingURL"), expected);
    });
});

describe("a broken stylesheet", () => {
  const cases: readonly (readonly [string, Files, readonly unknown[], RegExp])[] = [
    [
      "in the page",
      { "a.scss": "---\nx: 1\n---\na { b: c }\nd { e: }\n" },
      ["a.scss", 5, "d { e: }"],
      /Expected expression/,
    ],
    [
      "in a partial",
      { "a.scss": `${HEADER}@import "x";`, "_sass/_x.scss": "\n\na { b" },
      ["_sass/_x.scss", 3, "a { b"],
      /expected/,
    ],
    [
      "an import that is not there",
      { "a.scss": `${HEADER}@import "nope";` },
      ["a.scss", 4, '@import "nope";'],
      /find stylesheet/,
    ],
    [
      "an import by an absolute path",
      { "a.scss": `${HEADER}@import "/etc/x";` },
      ["a.scss", 4, '@import "/etc/x";'],
      /find stylesheet/,
    ],
  ];
  for (const [what, files, place, problem] of cases)
    it(what, () => {
      assert.throws(
        () => compile(files),
        (error) => {
          assert.ok(error instanceof SiteError);
          const { file, line, excerpt } = error.diagnostic;
          assert.deepEqual([file, line, excerpt], place);
          assert.match(error.message, problem);
          return true;
        },
      );
    });

  it("cannot import through a link that leaves the site", () => {
    inFolder({ "_x.scss": "a{b:c}" }, (outside) => {
      const prepare = (folder: string) => {
        mkdirSync(path.join(folder, "_sass"));
        symlinkSync(path.join(outside, "_x.scss"), path.join(folder, "_sass/_x.scss"));
      };
      assert.throws(() => compile({ "a.scss": `${HEADER}@import "x";` }, "development", prepare), /outside the site/);
    });
  });
});

describe("the filters' Sass", () => {
  for (const [syntax, text, expected, config] of [
    ["scss", "a { b { c: d } }", "a b { c: d; }\n", "{}"],
    ["indented", "a\n  b: c", "a { b: c; }\n", "{}"],
    ["scss", "a { b: c }", "a {\n  b: c;\n}\n", "sass: {style: expanded}"],
    ["scss", "a { b: c }", "a{b:c}\n", "sass: {style: compressed}"],
    ["scss", "a { b: c }", "a{b:c}\n", "github_pages: true"],
    ["scss", "", "", "{}"],
  ] as const)
    it(`${syntax} under ${config}: ${JSON.stringify(text)}`, (test) => {
      // GitHub Pages compresses in production alone.
      const { JEKYLL_ENV } = process.env;
      process.env.JEKYLL_ENV = "production";
      test.after(() => {
        if (JEKYLL_ENV === undefined) delete process.env.JEKYLL_ENV;
        else process.env.JEKYLL_ENV = JEKYLL_ENV;
      });
      inFolder({ "_config.yml": `${config}\n` }, (folder) => {
        const diagnostics = new Diagnostics();
        const thread = new SassThread();
        const config = readConfig({ source: folder }, diagnostics);
        const sass = new SassCompiler(config, "development", diagnostics, thread, undefined);
        try {
          assert.equal(sass.text(text, syntax, {}), expected);
        } finally {
          thread.close();
        }
      });
    });
});
