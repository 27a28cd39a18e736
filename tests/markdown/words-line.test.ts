/** A line of mere words becomes what the whole of Markdown makes of it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { createMarkdown } from "../../src/markdown/markdown.ts";
import { wordsLine } from "../../src/markdown/words-line.ts";

const markdown = createMarkdown({ input: "GFM", hard_wrap: false });

/** The HTML of a text that another paragraph follows, which keeps it from being taken for a line of words. */
function asParagraph(text: string): string {
  return markdown.render(`${text}\n\n*end*`).html.replace("\n<p><em>end</em></p>\n", "");
}

const LINES = [
  "Hello",
  "Rails 6 released",
  "Lazy BDDs with eager literal intersections",
  "What is new, what is old; and why?",
  "A well-known (and small) thing: words. More of them!",
  "サポート",
  "Über uns",
  "Tom and (Jerry)",
  "Is it? (No.)",
];

for (const line of LINES)
  test(`${line}: as any paragraph`, () => {
    assert.equal(wordsLine(line), asParagraph(line));
    assert.equal(markdown.render(line).html, asParagraph(line));
  });

const OTHERS = [
  "",
  " indented",
  "it's",
  "a -- b",
  "a - b",
  "wait...",
  "1. first",
  "* item",
  "# title",
  "a *b*",
  "a_b_c",
  "a & b",
  "a < b",
  "`code`",
  "[link](x)",
  "![image](x)",
  "wow![image](x)",
  "{: .class}",
  "a {: .class}",
  "$$x$$",
  "a | b",
  ":smile:",
  "http://example.com",
  "www.example.com",
  "1.0 is out",
  "two\nlines",
  "broken  ",
  "© 2020",
  "a \\ b",
  "*[HTML]: x",
  "a\tb",
  "me@example.com",
  "@me",
];

for (const text of OTHERS)
  test(`${JSON.stringify(text)} is for the whole of Markdown`, () => {
    assert.equal(wordsLine(text), undefined);
  });

test("a long row of words that ends badly is seen at once", () => {
  assert.equal(wordsLine(`${"word ".repeat(100_000)}*`), undefined);
});
