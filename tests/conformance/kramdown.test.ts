/**
 * Our own examples of kramdown's syntax with what kramdown 2.4.0 printed for them, and how the renderer bears bad input.
 * Spans of highlighted code are left out of the comparison: their text and wrappers count, not their colours.
 */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createMarkdown } from "../../src/markdown/markdown.ts";
import { parseOptions } from "../../src/markdown/option-values.ts";
import { JEKYLL, readExamples, withoutColours } from "./kramdown-examples.ts";
import { render } from "./kramdown-renderer.ts";

const EXAMPLES = readExamples("kramdown-examples.json");

describe("kramdown's markup, character by character", () => {
  for (const { rule, text, html, options } of EXAMPLES) {
    it(rule, () => assert.equal(withoutColours(render(text, { ...JEKYLL, ...options })), withoutColours(html)));
  }
});

describe("every truncation of every example", () => {
  for (const { rule, text, options } of EXAMPLES) {
    it(rule, () => {
      const markdown = createMarkdown(parseOptions({ ...JEKYLL, ...options }).options);
      for (let length = 0; length < text.length; length++) {
        assert.equal(typeof markdown.render(text.slice(0, length)).html, "string");
      }
    });
  }
});

describe("input that no author writes", () => {
  const markdown = createMarkdown(parseOptions(JEKYLL).options);
  const SIZE = 20_000;
  const repeated = (text: string): string => text.repeat(Math.ceil(SIZE / text.length));
  const lines = (count: number, line: (index: number) => string): string =>
    Array.from({ length: count }, (_, index) => line(index)).join("\n");

  const CASES: Readonly<Record<string, string>> = {
    "nested quotes": repeated("> "),
    "quotes that nest line by line": lines(300, (index) => `${">".repeat(index)} a`),
    "lists that nest line by line": lines(300, (index) => `${"  ".repeat(index)}- a`),
    "lists nested on one line": repeated("- "),
    "open brackets": repeated("["),
    "nested brackets": repeated("[") + repeated("]"),
    "nested links": repeated("[") + repeated("](a)"),
    "links without an end": repeated('[a](b "'),
    "open parentheses": `[a](${repeated("(")}`,
    "open emphasis": repeated("*a **b _c __d ~~e "),
    "marks of emphasis": repeated("*"),
    "open code spans": lines(200, (index) => "`".repeat(index)),
    "open fences": repeated("~~~a\n"),
    "open elements": repeated("<div>"),
    "open elements with Markdown": repeated('<div markdown="1">\n'),
    "open spans": repeated("<b>"),
    "open tags": repeated('<a b="c" '),
    "open comments": repeated("<!-- "),
    "end tags": repeated("</div>\n"),
    "open attribute lists": repeated("{: "),
    "attribute lists that refer to each other": lines(500, (index) => `{:a${index}: a${index + 1}}`).concat(
      "\n{:b: c}\n{:c: b}\n\ntext\n{: a0 b}",
    ),
    "open extensions": repeated("{::comment}\n"),
    "open formulas": repeated("$$a\n\n"),
    "footnotes in footnotes": lines(1000, (index) => `[^${index}]: [^${index + 1}]`).concat("\n\n[^0]"),
    "a footnote that refers to itself": "[^a]\n\n[^a]: b[^a]\n",
    "a very wide table": `${"|a".repeat(3000)}\n${"|b\n".repeat(3000)}`,
    "definitions in definitions": lines(200, (index) => `${"  ".repeat(index)}a\n${"  ".repeat(index)}: b`),
    "one long line": repeated("word "),
    quotes: repeated("\"'"),
    "null characters": "\0".repeat(100),
    "lone surrogates": "\ud800 \udc00 *\ud800*",
    "carriage returns": "a\r\nb\r\r\n# c\r",
  };
  for (const [name, text] of Object.entries(CASES)) {
    it(`${name} are read to the end`, () => assert.equal(typeof markdown.render(text).html, "string"));
  }

  const MEGABYTE = 1_000_000;
  const megabyte = (text: string): string => text.repeat(Math.ceil(MEGABYTE / text.length));
  const half = MEGABYTE / 2;
  const LARGE: Readonly<Record<string, () => string>> = {
    "nested quotes": () => megabyte("> "),
    "quotes that nest line by line": () => lines(1400, (index) => `${">".repeat(index)} a`),
    "lists nested on one line": () => megabyte("- "),
    "lists that nest line by line": () => lines(1000, (index) => `${"  ".repeat(index)}- a`),
    "open brackets": () => megabyte("["),
    "nested brackets": () => "[".repeat(half) + "]".repeat(half),
    "open emphasis": () => megabyte("*a **b _c __d ~~e "),
    "marks of emphasis": () => megabyte("*"),
    "open elements": () => megabyte("<div>"),
    "open elements with Markdown": () => megabyte('<div markdown="1">\n'),
    "open spans": () => megabyte("<b>"),
    "open tags": () => megabyte('<a b="c" '),
    "one long line": () => megabyte("word "),
    "one long word": () => megabyte("a"),
    "open fences of less and less marks": () =>
      lines(1400, (index) => `${"~".repeat(1403 - index)}a\n${"`".repeat(1403 - index)}a`),
    "open code spans of all lengths": () => lines(1400, (index) => `${"`".repeat(1400 - index)}a`),
    "a hundred thousand footnotes": () =>
      `${lines(100_000, (index) => `[^${index}]`)}\n\n${lines(100_000, (index) => `[^${index}]: n`)}`,
    "ten thousand abbreviations": () =>
      `${lines(10_000, (index) => `*[a${index} b]: c`)}\n\n${lines(50_000, (index) => `a${index % 20_000} b`)}`,
  };
  for (const [name, text] of Object.entries(LARGE)) {
    it(`a megabyte of ${name} is read to the end`, () => {
      assert.equal(typeof markdown.render(text()).html, "string");
    });
  }

  it("random bytes are read to the end", () => {
    let seed = 7;
    for (let round = 0; round < 200; round++) {
      const bytes = Buffer.alloc(300);
      for (let index = 0; index < bytes.length; index++) {
        seed = (seed * 1103515245 + 12345) % 2147483648;
        bytes[index] = Math.floor(seed / 65536);
      }
      for (const encoding of ["utf8", "latin1", "utf16le"] as const) {
        assert.equal(typeof markdown.render(bytes.toString(encoding)).html, "string", bytes.toString("hex"));
      }
    }
  });

  it("random characters are read to the end", () => {
    const alphabet = "ab \n\t*_`~#>|-+:1.[](){}<>/!\\\"'&;$^=%\u00e9\u4e2d";
    let seed = 1;
    for (let round = 0; round < 400; round++) {
      let text = "";
      for (let index = 0; index < 200; index++) {
        seed = (seed * 1103515245 + 12345) % 2147483648;
        text += alphabet[Math.floor(seed / 65536) % alphabet.length];
      }
      assert.equal(typeof markdown.render(text).html, "string", JSON.stringify(text));
    }
  });
});

describe("what is known about a text", () => {
  const markdown = createMarkdown(parseOptions(JEKYLL).options);

  it("headings come with level, id and plain text", () => {
    const { headings } = markdown.render('# A *b* `c`\n\n> ## "D"\n\n<h3>no Markdown</h3>\n');
    assert.deepEqual(headings, [
      { level: 1, id: "a-b-c", text: "A b c" },
      { level: 2, id: "d", text: "“D”" },
    ]);
  });

  it("warnings name the line of the file", () => {
    const { warnings } = markdown.render("one\n\n> two\n> three[^x]\n\n<div>\n", { firstLine: 10 });
    assert.deepEqual(
      warnings.map(({ line }) => line),
      [15, 13],
    );
    assert.match(warnings[1]!.message, /'x'/);
  });

  for (const [sentence, text, lines] of [
    ["a link in a quote's list", "> - a\n>   b [x][y]\n", [2]],
    ["a link in emphasis that has no end, once", "*a\n_b ~~c\n[x][y]\n", [3]],
    ["a link in a footnote, after what is in the text", "a[^1]\n[x][y]\n\n[^1]: b\n\n    [x][y]\n", [2, 6]],
    ["a link in a definition", "a\n: b\n  [x][y]\n", [3]],
    ["an element in a line, where it begins", "a <b>\nc\n", [1]],
    ["an option", 'a\n\n{::options colour="blue" /}\n', [3]],
  ] as const) {
    it(`a warning names its line: ${sentence}`, () => {
      assert.deepEqual(
        markdown.render(text).warnings.map(({ line }) => line),
        lines,
      );
    });
  }

  it("NUL, which no browser keeps, is not taken for a formula's place", () => {
    const own = createMarkdown({ input: "GFM", renderFormulas: (all) => all.map(() => ({ html: "<math></math>" })) });
    assert.equal(own.render("\u00000\0 $$x$$").html, "<p>0 <math></math></p>\n");
  });

  it("the formulas of a text are rendered together, in order, and a broken one is an error at its line", () => {
    const own = createMarkdown({
      input: "GFM",
      renderFormulas: (formulas) =>
        formulas.map(({ tex, display }, index) => ({
          html: `<math>${index} ${tex} ${display}</math>`,
          ...(tex === "y" && { error: "no y" }),
        })),
    });
    const { html, warnings } = own.render("a[^f]\nb $$x$$\n\n$$\ny\n$$\n\n[^f]: in a note $$z$$\n");
    assert.match(
      html,
      /b <math>0 x false<\/math>[\s\S]*<math>1 y true<\/math>[\s\S]*in a note <math>2 z false<\/math>/,
    );
    assert.deepEqual(warnings, [{ level: "error", line: 4, message: "no y" }]);
  });
});

describe("options", () => {
  it("those of a configuration are read as kramdown reads them", () => {
    const { options, problems } = parseOptions({
      toc_levels: "2..4",
      smart_quotes: "apos,apos,quot,quot",
      auto_ids: "false",
      math_engine: null,
      entity_output: ":symbolic",
      line_width: 80,
    });
    assert.deepEqual(options, {
      toc_levels: [2, 3, 4],
      smart_quotes: ["apos", "apos", "quot", "quot"],
      auto_ids: false,
      math_engine: "",
      entity_output: "symbolic",
    });
    assert.deepEqual(problems, new Map());
  });

  it("what cannot be honoured is refused by name", () => {
    const { options, problems } = parseOptions({
      syntax_highlighter: "coderay",
      html_to_native: "perhaps",
      transliterated_header_ids: true,
      footnote_nr: "many",
      colour: "blue",
    });
    assert.deepEqual(options, {});
    assert.deepEqual(
      [...problems.values()].map((problem) => /option (\w+)/.exec(problem)?.[1]),
      ["syntax_highlighter", "html_to_native", "transliterated_header_ids", "footnote_nr", "colour"],
    );
  });
});
