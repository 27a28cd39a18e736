/** Titles, marked lines and line numbers of code, as a fence's line or an attribute list asks for them. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { fenceOptions } from "../../src/markdown/code/fence-options.ts";
import { highlightCode } from "../../src/markdown/code/highlight.ts";
import { createGfm } from "../../src/markdown/gfm.ts";
import { createMarkdown } from "../../src/markdown/markdown.ts";
import { htmlFaults } from "../support/html-faults.ts";

const HOOKS = { highlight: highlightCode, plugins: [fenceOptions] };
const OPTIONS = {
  input: "GFM",
  hard_wrap: false,
  syntax_highlighter_opts: { default_lang: "plaintext", guess_lang: true },
} as const;
const kramdown = createMarkdown({ ...OPTIONS, ...HOOKS });
const gfm = createGfm("GFM", HOOKS);

/** Code in Rouge's wrappers, inside the outermost one. */
const pre = (body: string): string => `<div class="highlight"><pre class="highlight"><code>${body}</code></pre></div>`;
const block = (language: string, inside: string): string =>
  `<div class="language-${language} highlighter-rouge">${inside}</div>\n`;
const figure = (title: string, html: string): string =>
  `<figure class="titled-code">\n<figcaption>${title}</figcaption>\n${html}</figure>\n`;
const table = (numbers: string, body: string): string =>
  `<div class="highlight"><table class="rouge-table"><tbody><tr><td class="rouge-gutter gl"><pre class="lineno">${numbers}</pre></td><td class="rouge-code"><pre>${body}</pre></td></tr></tbody></table></div>`;

const A = '<span class="n">a</span>\n';
const B = '<span class="n">b</span>\n';
const marked = (line: string): string => `<span class="hll">${line}</span>`;

const CASES: readonly (readonly [sentence: string, markdown: string, html: string])[] = [
  ["a title stands above", '```ruby title="lib/a & b.rb"\na\n```\n', figure("lib/a &amp; b.rb", block("ruby", pre(A)))],
  ["lines are marked", '```ruby mark_lines="2"\na\nb\n```\n', block("ruby", pre(A + marked(B)))],
  [
    "ranges of lines, too, and those that the code lacks are passed over",
    "~~~ ruby mark_lines='2-3, 9-999999999'\na\nb\na\nb\n~~~\n",
    block("ruby", pre(A + marked(B) + marked(A) + B)),
  ],
  ["lines are numbered", "``` ruby linenos\na\nb\n```\n", block("ruby", table("1\n2\n", A + B))],
  [
    "all at once, in any order, with blanks at the end",
    '```ruby linenos title="t" mark_lines="1"  \na\nb\n```\n',
    figure("t", block("ruby", table("1\n2\n", marked(A) + B))),
  ],
  [
    "a language that nobody knows is shown plain",
    '```nosuch title="t" mark_lines="1"\n<a>\n```\n',
    figure("t", `<pre><code class="language-nosuch">${marked("&lt;a&gt;\n")}</code></pre>\n`),
  ],
];

for (const [name, { render }] of Object.entries({ kramdown, gfm })) {
  describe(`options of a fence, ${name}`, () => {
    for (const [sentence, markdown, html] of CASES) {
      it(sentence, () => {
        assert.equal(render(markdown).html, html);
        assert.deepEqual(htmlFaults(html), []);
      });
    }
  });
}

describe("options of a fence in kramdown's grammar", () => {
  const cases: readonly (readonly [sentence: string, markdown: string, html: string])[] = [
    ["no language is the default one", '``` title="t"\na\n```\n', figure("t", block("plaintext", pre("a\n")))],
    [
      "such a fence interrupts a paragraph",
      'see\n```ruby title="t"\na\n```\nand\n',
      `<p>see</p>\n${figure("t", block("ruby", pre(A)))}<p>and</p>\n`,
    ],
    [
      "it may stand in a list",
      '- x\n\n  ```ruby title="t"\n  a\n  ```\n',
      `<ul>\n  <li>\n    <p>x</p>\n\n    <figure class="titled-code">\n    <figcaption>t</figcaption>\n    <div class="language-ruby highlighter-rouge">${pre(A)}    </div>\n    </figure>\n  </li>\n</ul>\n`,
    ],
    [
      "an attribute list says the same and keeps its other attributes",
      '```ruby\na\nb\n```\n{: title="t" mark_lines="2" .c #d}\n',
      figure("t", `<div class="language-ruby c highlighter-rouge" id="d">${pre(A + marked(B))}</div>\n`),
    ],
    [
      "of indented code, too",
      '    a\n{: title="t" linenos .language-ruby}\n',
      figure("t", block("ruby", table("1\n", A))),
    ],
    [
      "the attribute list has the last word",
      '```ruby title="s"\na\n```\n{: title="t"}\n',
      figure("t", block("ruby", pre(A))),
    ],
    [
      "any other word makes a paragraph of it, as in kramdown",
      "~~~ ruby title\na\n~~~\n",
      "<p>~~~ ruby title\na\n~~~</p>\n",
    ],
    ["an option of the lexer stays", '```ruby?a=1 title="t"\na\n```\n', figure("t", block("ruby", pre(A)))],
    ["a fence of one word is kramdown's", "```ruby\na\n```\n", block("ruby", pre(A))],
  ];
  for (const [sentence, markdown, html] of cases) {
    it(sentence, () => assert.equal(kramdown.render(markdown).html, html));
  }

  it("in a footnote", () => {
    const { html } = kramdown.render('x[^1]\n\n[^1]:\n    ```ruby title="t"\n    a\n    ```\n');
    assert.match(html, /<li id="fn:1"[^>]*>\s*<figure class="titled-code">\s*<figcaption>t<\/figcaption>/);
  });

  it("lines that are no numbers are a warning at the fence's line", () => {
    const { html, warnings } = kramdown.render('x\n\n```ruby mark_lines="one"\na\n```\n', { firstLine: 4 });
    assert.equal(html, `<p>x</p>\n\n${block("ruby", pre(A))}`);
    assert.deepEqual(warnings, [
      { level: "warning", line: 6, message: 'mark_lines cannot be "one"; write numbers and ranges: "1 3-5"' },
    ]);
  });

  it("without the plug-in they are text and attributes, as in kramdown", () => {
    const plain = createMarkdown({ ...OPTIONS, highlight: highlightCode });
    assert.equal(
      plain.render("``` ruby linenos\na\n```\n").html,
      '<p><code class="language-plaintext highlighter-rouge">ruby linenos\na\n</code></p>\n',
    );
    assert.equal(
      plain.render('```ruby\na\n```\n{: title="t"}\n').html,
      `<div title="t" class="language-ruby highlighter-rouge">${pre(A)}</div>\n`,
    );
  });
});
