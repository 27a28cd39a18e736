/** What becomes of a body on a page: notes beside their sentences, headings that are links, code that can be copied. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, it } from "node:test";
import { readingMinutes } from "../../_layouts/parts/reading-time.ts";
import { HIGHLIGHT_TAG_CELLS, numberLines } from "../../src/code-lines.ts";
import { withFewSpans } from "../../src/prose/code-spans.ts";
import { dressProse } from "../../src/prose/prose.ts";
import { foldLines } from "../../src/prose/spaces.ts";
import { countWords } from "../../src/render/count-words.ts";
import { createSiteMarkdown } from "../../src/render/markdown.ts";
import { wordsIn } from "../../src/words/words.ts";
import { read } from "../plugins/fixture.ts";
import { built } from "../support/built.ts";
import { root } from "../support/site.ts";

const { site } = read({});
const words = wordsIn(site.config, "en");
const markdown = createSiteMarkdown(site.config);

function dressed(text: string): string {
  return dressProse(markdown.render(text).html, words);
}

/** The page as it reads, notes in brackets. */
function reads(html: string): string {
  return html
    .replace(
      /<span class="side-note"[^>]*><sup>(\d+)<\/sup>(.*?)(?:\u00a0|&nbsp;)?(?:<a href="#fnref:.*?<\/a>(?:\u00a0|&nbsp;)?)+<\/span>/g,
      " [$1:$2]",
    )
    .replace(/<sup id="fnref.*?<\/sup>/g, "^")
    .replace(/<[^>]*>/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

describe("a footnote stands after the sentence that refers to it", () => {
  const cases: readonly (readonly [name: string, text: string, reads: string])[] = [
    ["at the end of a sentence", "One.[^a] Two.\n\n[^a]: Note.", "One.^ [1: Note.] Two."],
    ["inside a sentence", "One,[^a] still one. Two.\n\n[^a]: Note.", "One,^ still one. [1: Note.] Two."],
    ["before the full stop", "One[^a]. Two.\n\n[^a]: Note.", "One^. [1: Note.] Two."],
    ["at an abbreviation", "One,[^a] e.g. this. Two.\n\n[^a]: Note.", "One,^ e.g. this. [1: Note.] Two."],
    ["without any end", "One[^a] and on\n\n[^a]: Note.", "One^ and on [1: Note.]"],
    ["in emphasis", "*One[^a] more. And* more. Two.\n\n[^a]: Note.", "One^ more. And more. [1: Note.] Two."],
    ["two at one place", "One.[^a][^b] Two.\n\n[^a]: A.\n[^b]: B.", "One.^^ [1: A.] [2: B.] Two."],
    ["in Chinese", "甲，[^a]乙。丙。\n\n[^a]: 注。", "甲，^乙。 [1: 注。]丙。"],
    ["in an item of a list", "- One.[^a]\n  - Two\n\n[^a]: Note.", "One.^ [1: Note.] Two"],
    ["twice referred to: at the first place", "One.[^a]\n\nTwo.[^a]\n\n[^a]: Note.", "One.^ [1: Note.] Two.^"],
    ["with markup", "One.[^a]\n\n[^a]: A *b* `c`.", "One.^ [1: A b c.]"],
  ];
  for (const [name, text, expected] of cases) it(name, () => assert.equal(reads(dressed(text)), expected));

  it("keeps kramdown's ids and ways back, and leaves no empty list", () => {
    const html = dressed("One.[^a] And.[^a]\n\n[^a]: Note.");
    for (const part of ['id="fnref:a"', 'id="fnref:a:1"', 'id="fn:a"', 'href="#fnref:a"', 'href="#fnref:a:1"'])
      assert.ok(html.includes(part), part);
    assert.doesNotMatch(html, /class="footnotes"/);
  });

  const staying: readonly (readonly [name: string, text: string])[] = [
    ["of two paragraphs", "One.[^a]\n\n[^a]: A.\n\n    B."],
    ["with code", "One.[^a]\n\n[^a]:\n    A.\n\n        code"],
    ["that is long", `One.[^a]\n\n[^a]: ${"word ".repeat(150)}`],
    ["in a table", "| a[^a] | b |\n|---|---|\n| c | d |\n\n[^a]: Note."],
    ["in a heading", "## One[^a]\n\n[^a]: Note."],
    ["that refers to another one", "One.[^a]\n\n[^a]: A.[^b]\n[^b]: B."],
  ];
  for (const [name, text] of staying)
    it(`but not one ${name}: it stays at the end`, () => {
      const html = dressed(text);
      assert.doesNotMatch(html, /side-note/);
      assert.match(html, /<div class="footnotes"[\s\S]*id="fn:a"/);
    });

  it("those that stay keep their numbers", () => {
    const html = dressed("One.[^a] Two.[^b]\n\n[^a]: A.\n[^b]: B.\n\n    C.");
    assert.match(html, /<li value="2" id="fn:b">/);
  });
});

describe("a heading is a link to itself", () => {
  const cases: readonly (readonly [html: string, expected: string])[] = [
    ['<h2 id="a">A <em>b</em></h2>', '<h2 id="a"><a class="anchor" href="#a">A <em>b</em></a></h2>'],
    ['<h3 class="x" id="中">C</h3>', '<h3 class="x" id="中"><a class="anchor" href="#%E4%B8%AD">C</a></h3>'],
    ['<h2 id="a&amp;b">A</h2>', '<h2 id="a&amp;b"><a class="anchor" href="#a&amp;b">A</a></h2>'],
    ["<h2>A</h2>", "<h2>A</h2>"],
    ['<h2 id="a"><a href="/x">A</a></h2>', '<h2 id="a"><a href="/x">A</a></h2>'],
    ['<h5 id="a" role="presentation">A</h5>', '<h5 id="a" role="presentation">A</h5>'],
    ['<h1 id="a">A</h1>', '<h1 id="a">A</h1>'],
    ['<h2 id="a" title="b > c">T</h2>', '<h2 id="a" title="b > c"><a class="anchor" href="#a">T</a></h2>'],
    ["<H3 ID=a>T</H3>", '<H3 ID=a><a class="anchor" href="#a">T</a></H3>'],
    ["<h2\n id='a'>T</h2>", '<h2\n id=\'a\'><a class="anchor" href="#a">T</a></h2>'],
    ['<!-- <h2 id="a">T</h2> -->', '<!-- <h2 id="a">T</h2> -->'],
    ['<textarea><h2 id="a">T</h2></textarea>', '<textarea><h2 id="a">T</h2></textarea>'],
    ['<h2 id="a">T', '<h2 id="a">T'],
  ];
  for (const [html, expected] of cases) it(html, () => assert.equal(dressProse(html, words), expected));
});

describe("code", () => {
  const button = '<button class="copy" type="button" data-done="Copied" aria-live="polite" aria-label="Copy"></button>';
  const scroller = (name: string) => ` tabindex="0" role="group" aria-label="${name}"`;

  it("tells its language, and has its button right before what is copied", () => {
    assert.match(
      dressed("```ruby\nputs 1\n```"),
      new RegExp(
        `<span class="lang" data-lang="ruby"></span>${button}<div class="highlight"${scroller("Code in ruby")}><pre`,
      ),
    );
  });
  it("without a language is just code", () => {
    const html = dressed("```\nx\n```");
    assert.doesNotMatch(html, /class="lang"/);
    assert.match(html, new RegExp(`${button}<div class="highlight"${scroller("Code")}>`));
  });
  it("with line numbers copies the lines alone", () => {
    const html = dressed("```ruby linenos\nputs 1\n```\n\n```ruby\nputs 2\n```");
    assert.equal(html.split(button).length, 3);
    assert.match(html, new RegExp(`<td class="rouge-code">${button}<pre>`));
  });
  it("has its table of line numbers outside of pre and code, where HTML allows it", () => {
    const table = numberLines("puts 1", "puts 1", HIGHLIGHT_TAG_CELLS, 1);
    const shown = table.replace('<td class="code">', (open) => open + button);
    const wrapped = '<div class="language-rb highlighter-rouge"><div class="highlight"';
    assert.equal(
      dressProse(
        `<figure class="highlight"><pre><code class="language-rb">${table}</code></pre></figure>\n<p>x</p>`,
        words,
      ),
      `<figure class="highlight"><span class="lang" data-lang="rb"></span><div class="highlight"${scroller("Code in rb")}>${shown}</div></figure>\n<p>x</p>`,
    );
    assert.equal(
      dressProse(`${wrapped}><pre class="highlight"><code>${table}\n</code></pre></div></div>`, words),
      `${wrapped.replace('<div class="highlight', '<span class="lang" data-lang="rb"></span>$&')}${scroller("Code in rb")}>${shown}</div></div>`,
    );
  });
  it("of {% highlight %} has the same", () => {
    const html = dressProse(
      '<figure class="highlight"><pre><code class="language-sh" data-lang="sh">ls</code></pre></figure>',
      words,
    );
    assert.equal(
      html,
      `<figure class="highlight"><span class="lang" data-lang="sh"></span>${button}<pre${scroller("Code in sh")}><code class="language-sh" data-lang="sh">ls</code></pre></figure>`,
    );
  });
  it("of an author's own <pre> can be scrolled by the keyboard", () => {
    assert.equal(dressProse("<pre>x</pre>", words), `<pre${scroller("Code")}>x</pre>`);
    assert.equal(dressProse('<pre tabindex="0">x</pre>', words), '<pre tabindex="0">x</pre>');
  });
  it("of an author's own HTML is found as a browser finds it", () => {
    const button = ' tabindex="0" role="group" aria-label="Code"';
    const cases = [
      ['<pre title="a > b">c</pre>', `<pre title="a > b"${button}>c</pre>`],
      ["<PRE\n id=a>c</PRE>", `<pre\n id=a${button}>c</PRE>`],
    ] as const;
    for (const [html, expected] of cases) assert.equal(dressProse(html, words), expected);
    for (const html of ['<script>a("<pre>b</pre>")</script>', "<TEXTAREA><pre>b</pre></TEXTAREA>", "<!-- <pre> -->"])
      assert.equal(dressProse(html, words), html);
  });

  it("in a line stays as it is", () => assert.doesNotMatch(dressed("A `b` c."), /button|tabindex/));
  const spans: readonly (readonly [says: string, html: string, left: string])[] = [
    [
      "loses the spans that have no colour, and no text",
      '<pre><span class="n">a</span><span class="o">=</span><span class="k">if</span> <span class="nf">f</span></pre>',
      '<pre>a=<span class="k">if</span> <span class="nf">f</span></pre>',
    ],
    [
      "has one span for neighbours of one colour",
      '<pre><span class="dl">"</span><span class="s1">a</span>\n<span class="dl">"</span><span class="kc">b</span></pre>',
      '<pre><span class="s">"a\n"</span><span class="k">b</span></pre>',
    ],
    [
      "keeps what is no token, and spans elsewhere",
      '<pre><span class="hll"><span class="kd">a</span></span></pre><span class="s1">b</span><span class="n">c</span>',
      '<pre><span class="hll"><span class="k">a</span></span></pre><span class="s1">b</span><span class="n">c</span>',
    ],
  ];
  for (const [says, html, left] of spans) it(says, () => assert.equal(withFewSpans(html), left));

  it("has every colour that the style sheet knows", () => {
    const css = readFileSync(path.join(root, "public/css/code.css"), "utf8");
    const rows = [...css.matchAll(/^pre :is\(([^)]*)\)/gm)].map(([, row = ""]) => row.match(/\w+/g) ?? []);
    assert.equal(rows.length, 6);
    for (const [first = "", ...others] of rows)
      for (const name of others)
        assert.equal(
          withFewSpans(`<pre><span class="${name}">x</span></pre>`),
          `<pre><span class="${first}">x</span></pre>`,
        );
  });
});

it("the box of a task has the task's name", () => {
  const html = dressed('- [x] one *two* "three"\n- [ ] four');
  assert.match(html, /disabled checked aria-label="one two [“&]/);
  assert.match(html, /disabled aria-label="four"/);
});

describe("an attribute without a value", () => {
  for (const [name, html, shown] of [
    [
      "is written without one",
      '<details name="a" open=""><summary>x</summary></details>',
      '<details name="a" open><summary>x</summary></details>',
    ],
    [
      "is so each of several",
      '<video controls="" muted="" src="a.mp4"></video>',
      '<video controls muted src="a.mp4"></video>',
    ],
    [
      "stays in a text about it",
      '<p>open=""</p><code>&lt;details open=""&gt;</code>',
      '<p>open=""</p><code>&lt;details open=""&gt;</code>',
    ],
    [
      "is none whose value is empty",
      '<img alt="" src="a.png" /><input value="" />',
      '<img alt="" src="a.png" /><input value="" />',
    ],
  ] as const)
    it(name, () => assert.equal(dressProse(html, words), shown));
});

it("a body without any of it stays as it is", () => assert.equal(dressProse("<p>a</p>", words), "<p>a</p>"));

describe("lines end where nobody sees it", () => {
  const cases: readonly (readonly [says: string, html: string, folded: string])[] = [
    ["in a paragraph and between two", "<p>a\nb  \n c</p>\n\n<p>d</p>", "<p>a b c</p> <p>d</p>"],
    ["not in code", "<pre>a\n\nb</pre>\n<p>c</p>", "<pre>a\n\nb</pre> <p>c</p>"],
    ["nor in a form, a script, a style, a drawing, a comment", "<svg>\n</svg>\n<!--\n-->", "<svg>\n</svg> <!--\n-->"],
    ["nor in a tag", '<img alt="a\nb">\nc', '<img alt="a\nb"> c'],
    ["between Chinese characters there is nothing", "<p>中\n文，\n字\na</p>", "<p>中文，字 a</p>"],
    [
      "nor where an author asks for lines",
      '<p style="white-space: pre">a\nb</p>',
      '<p style="white-space: pre">a\nb</p>',
    ],
    [
      "what keeps its lines, in capitals",
      "<SCRIPT>a // b\nc</SCRIPT>\n<PRE>a\nb</PRE>",
      "<SCRIPT>a // b\nc</SCRIPT> <PRE>a\nb</PRE>",
    ],
  ];
  for (const [says, html, folded] of cases) it(says, () => assert.equal(foldLines(html), folded));
});

describe("reading takes", () => {
  const cases: readonly (readonly [name: string, html: string, minutes: number])[] = [
    ["a minute at least", "<p>a</p>", 1],
    ["a minute for 200 words", "<p>word </p>".repeat(1000), 5],
    ["a minute for 400 characters of Chinese", "<p>中文字符</p>".repeat(500), 5],
    ["both for both", "<p>word 中文</p>".repeat(400), 4],
  ];
  for (const [name, html, minutes] of cases)
    it(name, () => assert.equal(readingMinutes({ html, headings: [], words: countWords(html) }), minutes));
});

it("lines stay where the site has a style sheet of its own, which may show them", async () => {
  const text = '---\nlayout: page\ntitle: A\n---\n<p class="verse">a\nb</p>\n';
  const { page } = await built({ "a.md": text });
  assert.match(page("a/index.html"), /a b<\/p>/);
  const styled = await built({ "a.md": text, "assets/own.css": ".verse { white-space: pre-line }\n" });
  assert.match(styled.page("a/index.html"), /a\nb<\/p>/);
});
