/** Our own examples of what kramdown 2.5 changed, with what kramdown 2.5.1 printed for them (`kramdown: {version: "2.5"}`). */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseOptions } from "../../src/markdown/option-values.ts";
import { render } from "./kramdown-renderer.ts";

interface Example {
  readonly rule: string;
  readonly text: string;
  readonly html: string;
  readonly options?: Readonly<Record<string, unknown>>;
}

const OPTIONS = { input: "GFM", hard_wrap: false, syntax_highlighter: null };

const EXAMPLES: readonly Example[] = [
  {
    rule: "the role of a footnote's mark stands on its link, and its entry has none",
    text: "Rain[^w] and wind[^w].\n\n[^w]: Weather\n",
    html: '<p>Rain<sup id="fnref:w"><a href="#fn:w" class="footnote" rel="footnote" role="doc-noteref">1</a></sup> and wind<sup id="fnref:w:1"><a href="#fn:w" class="footnote" rel="footnote" role="doc-noteref">1</a></sup>.</p>\n\n<div class="footnotes" role="doc-endnotes">\n  <ol>\n    <li id="fn:w">\n      <p>Weather <a href="#fnref:w" class="reversefootnote" role="doc-backlink">&#8617;</a> <a href="#fnref:w:1" class="reversefootnote" role="doc-backlink">&#8617;<sup>2</sup></a></p>\n    </li>\n  </ol>\n</div>\n',
  },
  {
    rule: "a footnote's link says what footnote_link_text makes of its number",
    text: "Rain[^w]\n\n[^w]: Weather\n",
    html: '<p>Rain<sup id="fnref:w"><a href="#fn:w" class="footnote" rel="footnote" role="doc-noteref"><b>n. 1</b>, 100 %</a></sup></p>\n\n<div class="footnotes" role="doc-endnotes">\n  <ol>\n    <li id="fn:w">\n      <p>Weather <a href="#fnref:w" class="reversefootnote" role="doc-backlink">&#8617;</a></p>\n    </li>\n  </ol>\n</div>\n',
    options: { footnote_link_text: "<b>n. %s</b>, 100 %%" },
  },
  {
    rule: "underscores inside a word are text, however many",
    text: "snow___white and é____b____ or _one___two_",
    html: "<p>snow___white and é____b____ or <em>one</em>__two_</p>\n",
  },
  {
    rule: "underscores after a digit or a sign still mark",
    text: "1___loud___ and (___loud___)",
    html: "<p>1<strong><em>loud</em></strong> and (<strong><em>loud</em></strong>)</p>\n",
  },
  {
    rule: "a CDATA section is its text",
    text: 'north <![CDATA[<b> *south* & "east" -- &copy;]]>{: .c} west',
    html: '<p>north &lt;b&gt; *south* &amp; "east" -- &amp;copy;{: .c} west</p>\n',
  },
  {
    rule: "a CDATA section over lines, in emphasis and in a link",
    text: "*a <![CDATA[* b\nc]]> d* and [x <![CDATA[ ] ]]> y](z)",
    html: '<p><em>a * b\nc d</em> and <a href="z">x  ]  y</a></p>\n',
  },
  {
    rule: "a CDATA section in an element whose text is raw",
    text: "press <kbd>&amp; <![CDATA[&amp; <b>]]></kbd>",
    html: "<p>press <kbd>&amp; &amp;amp; &lt;b&gt;</kbd></p>\n",
  },
  {
    rule: "a CDATA section in a block of HTML",
    text: "<div><![CDATA[\n</div> *a* & b]]>\n</div>\n",
    html: "<div>\n&lt;/div&gt; *a* &amp; b\n</div>\n",
  },
  {
    rule: "a CDATA section in a header's id",
    text: "# Plan <![CDATA[*B*]]>\n",
    html: '<h1 id="plan-b">Plan *B*</h1>\n',
  },
  {
    rule: "a CDATA section without an end is text",
    text: "a <![CDATA[ *b*\n",
    html: "<p>a &lt;![CDATA[ <em>b</em></p>\n",
  },
  {
    rule: "a CDATA section in a script stays",
    text: "<script><![CDATA[a < b]]></script>\n",
    html: "<script><![CDATA[a < b]]></script>\n\n",
  },
  {
    rule: "<time> begins a paragraph",
    text: '<time datetime="2024-11-18">today</time> it rained\n',
    html: '<p><time datetime="2024-11-18">today</time> it rained</p>\n',
  },
  {
    rule: "<time> continues a quote lazily",
    text: "> from\n<time>noon</time>\n",
    html: "<blockquote>\n  <p>from\n<time>noon</time></p>\n</blockquote>\n",
  },
  {
    rule: "an abbreviation matches across a line's end and other blanks",
    text: "Big Ben, Big\nBen, Big \u00a0Ben and Big-Ben\n\n*[Big Ben]: A clock\n",
    html: '<p><abbr title="A clock">Big Ben</abbr>, <abbr title="A clock">Big\nBen</abbr>, <abbr title="A clock">Big \u00a0Ben</abbr> and Big-Ben</p>\n\n',
  },
  {
    rule: "an abbreviation written with two blanks needs them",
    text: "Big Ben, Big\nBen, Big  Ben\n\n*[Big  Ben]: A clock\n",
    html: '<p>Big Ben, Big\nBen, <abbr title="A clock">Big  Ben</abbr></p>\n\n',
  },
  {
    rule: "the longest abbreviation wins across lines, too",
    text: "Big\nBen is Big\n\n*[Big Ben]: A clock\n*[Big]: Large\n",
    html: '<p><abbr title="A clock">Big\nBen</abbr> is <abbr title="Large">Big</abbr></p>\n\n',
  },
  {
    rule: "headers with an id begin with a link to themselves",
    text: '# One *two* {#x}\n\n## One & "two"\n\n### !!!\n',
    html: '<h1 id="x"><a href="#x"></a>One <em>two</em></h1>\n\n<h2 id="one--two"><a href="#one--two"></a>One &amp; “two”</h2>\n\n<h3>!!!</h3>\n',
    options: { header_links: true },
  },
  {
    rule: "the table of contents leaves that link out",
    text: "* toc\n{:toc}\n\n# One\n",
    html: '<ul id="markdown-toc">\n  <li><a href="#one" id="markdown-toc-one">One</a></li>\n</ul>\n\n<h1 id="one"><a href="#one"></a>One</h1>\n',
    options: { header_links: true },
  },
  {
    rule: "a text may ask for them",
    text: '# One\n\n{::options header_links="true" footnote_link_text="[%s]" /}\n\na[^1]\n\n[^1]: b\n',
    html: '<h1 id="one"><a href="#one"></a>One</h1>\n\n<p>a<sup id="fnref:1"><a href="#fn:1" class="footnote" rel="footnote" role="doc-noteref">[1]</a></sup></p>\n\n<div class="footnotes" role="doc-endnotes">\n  <ol>\n    <li id="fn:1">\n      <p>b <a href="#fnref:1" class="reversefootnote" role="doc-backlink">&#8617;</a></p>\n    </li>\n  </ol>\n</div>\n',
  },
];

describe("kramdown 2.5", () => {
  for (const { rule, text, html, options } of EXAMPLES) {
    it(rule, () => assert.equal(render(text, { ...OPTIONS, ...options, version: "2.5" }), html));
  }
});

describe("the option version", () => {
  const text = "a___b_ c[^1]\n\n[^1]: d\n";

  it("is 2.4 where nothing is said", () => {
    assert.equal(render(text, OPTIONS), render(text, { ...OPTIONS, version: "2.4" }));
    assert.notEqual(render(text, OPTIONS), render(text, { ...OPTIONS, version: "2.5" }));
  });

  it("may be a number, as YAML reads it", () => {
    assert.deepEqual(parseOptions({ version: 2.5 }), { options: { version: "2.5" }, problems: new Map() });
  });

  for (const [sentence, given, problem] of [
    ["no other version is known", { version: "3.0" }, 'kramdown option version cannot be "3.0"'],
    ["header_links needs 2.5", { header_links: true }, 'kramdown option header_links needs version: "2.5"'],
    [
      "footnote_link_text needs 2.5",
      { version: "2.4", footnote_link_text: "[%s]" },
      'kramdown option footnote_link_text needs version: "2.5"',
    ],
    [
      "footnote_link_text names the number",
      { version: "2.5", footnote_link_text: "note" },
      'kramdown option footnote_link_text cannot be "note"',
    ],
    [
      "footnote_link_text names it once",
      { version: "2.5", footnote_link_text: "%s %s" },
      'kramdown option footnote_link_text cannot be "%s %s"',
    ],
  ] as const) {
    it(sentence, () => assert.deepEqual([...parseOptions(given).problems.values()], [problem]));
  }

  it("cannot be changed inside a text", () => {
    const html = render(`{::options version="2.5" /}\n\n${text}`, OPTIONS);
    assert.match(html, /<sup id="fnref:1" role="doc-noteref">/);
  });
});
