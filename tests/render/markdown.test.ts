/** What the configuration and the mode make of a site's Markdown. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { readConfig } from "../../src/config/config.ts";
import { Diagnostics } from "../../src/errors.ts";
import type { Mode } from "../../src/model.ts";
import { belowBaseurl, createSiteMarkdown, withFormulas } from "../../src/render/markdown.ts";
import { inFolder } from "../support/site.ts";

function render(text: string, config: string, mode: Mode): string {
  return inFolder({ "_config.yml": config }, (folder) => {
    return createSiteMarkdown(readConfig({ source: folder, mode }, new Diagnostics())).render(text).html;
  });
}

for (const [name, mode, config, text, expected] of [
  ["GFM is the input and lines are not broken", "jekyll", "{}", "a\nb ~~c~~", "<p>a\nb <del>c</del></p>\n"],
  [
    "code without a language is plaintext",
    "jekyll",
    "{}",
    "`x`",
    '<p><code class="language-plaintext highlighter-rouge">x</code></p>\n',
  ],
  ["a header keeps the mark of a language", "jekyll", "{}", "# C#", '<h1 id="c">C#</h1>\n'],
  ["marks after a blank close a header", "jekyll", "{}", "# C# ##", '<h1 id="c">C#</h1>\n'],
  ["an id needs a blank before it", "jekyll", "{}", "# {#a}", '<h1 id="a">{#a}</h1>\n'],
  ["without the quirk every closing mark goes", "jekyll", "kramdown: {gfm_quirks: []}", "# C#", '<h1 id="c">C</h1>\n'],
  ["without it a header needs a text", "jekyll", "kramdown: {gfm_quirks: []}", "# #", "<p># #</p>\n"],
  ["without it a header needs a blank line", "jekyll", "kramdown: {gfm_quirks: []}", "a\n# b", "<p>a\n# b</p>\n"],
  [
    "another highlighter than Rouge colours nothing",
    "jekyll",
    "highlighter: pygments",
    "`a`",
    "<p><code>a</code></p>\n",
  ],
  [
    "but Rouge does on GitHub Pages",
    "jekyll",
    "{highlighter: pygments, github_pages: true}",
    "`a`",
    '<p><code class="language-plaintext highlighter-rouge">a</code></p>\n',
  ],
  [
    "an attribute list behind a continued list of definitions is the whole list's",
    "jekyll",
    "{}",
    "a\n: b\n\nc\n: d\n{:.e}",
    '<dl class="e">\n  <dt>a</dt>\n  <dd>b</dd>\n  <dt>c</dt>\n  <dd>d</dd>\n</dl>\n',
  ],
  ["a setting of kramdown: counts", "octavo", "kramdown: {hard_wrap: true}", "a\nb", "<p>a<br />\nb</p>\n"],
  ["kramdown 2.5 where the site names it", "jekyll", "kramdown: {version: 2.5}", "a___b_ c", "<p>a___b_ c</p>\n"],
  ["maths stays TeX in mode jekyll", "jekyll", "{}", "a $$x$$", "<p>a \\(x\\)</p>\n"],
  ["maths is MathML in mode octavo", "octavo", "{}", "a $$x$$", "<p>a <math><mi>x</mi></math></p>\n"],
  ["single dollars are maths in mode octavo", "octavo", "{}", "a $x$", "<p>a <math><mi>x</mi></math></p>\n"],
  ["a price is left alone", "octavo", "{}", "$5 and $10", "<p>$5 and $10</p>\n"],
  [
    "formulas in HTML, entities read, in the order of the text",
    "octavo",
    "{}",
    "<div>\\(\\newcommand{\\p}{p}\\)</div>\n\n$$\\p$$ is <b>$x$</b>\n\n<td>\\(\\p&lt;1\\) $5 and $10 <code>$$a$$</code></td>",
    "<div></div>\n\n<p><math><mi>p</mi></math> is <b><math><mi>x</mi></math></b></p>\n\n<td><math><mi>p</mi><mo>&lt;</mo><mn>1</mn></math> $5 and $10 <code>$$a$$</code></td>\n",
  ],
  [
    "formulas in an element within a line that holds no Markdown",
    "octavo",
    "{}",
    "a<d-footnote>b $x$ *c* <code>$y$</code></d-footnote> d",
    "<p>a<d-footnote>b <math><mi>x</mi></math> *c* <code>$y$</code></d-footnote> d</p>\n",
  ],
  [
    "an environment in the middle of a paragraph",
    "octavo",
    "{}",
    "So\n\\begin{equation*}a_1*b*c_1\\end{equation*}\nholds.",
    '<p>So\n<math display="block"><mtable><mtr><mtd><mstyle scriptlevel="0" displaystyle="true"><mrow><msub><mi>a</mi><mn>1</mn></msub><mo>∗</mo><mi>b</mi><mo>∗</mo><msub><mi>c</mi><mn>1</mn></msub></mrow></mstyle></mtd></mtr></mtable></math>\n\nholds.</p>\n',
  ],
  ["formulas in HTML stay in mode jekyll", "jekyll", "{}", "<div>$$x$$</div>", "<div>$$x$$</div>\n"],
  ["single dollars are text in mode jekyll", "jekyll", "{}", "a $x$", "<p>a $x$</p>\n"],
  ["`math: dollars` switches them on", "jekyll", "math: dollars", "a $x$", "<p>a \\(x\\)</p>\n"],
  ["`math: false` switches them off", "octavo", "math: false", "a $x$", "<p>a $x$</p>\n"],
  [
    "macros of the configuration",
    "octavo",
    "math: {macros: {'\\\\R': '\\\\mathbb{R}'}}",
    "$$\\R$$",
    '<math display="block"><mi>ℝ</mi></math>\n',
  ],
  [
    "a fence may have a title in mode octavo",
    "octavo",
    "{}",
    '``` text title="a.txt"\nb\n```\n',
    '<figure class="titled-code">\n<figcaption>a.txt</figcaption>\n<div class="language-text highlighter-rouge"><div class="highlight"><pre class="highlight"><code>b\n</code></pre></div></div>\n</figure>\n',
  ],
  [
    "in mode jekyll such a line is no fence",
    "jekyll",
    "{}",
    '``` text title="a.txt"\nb\n```\n',
    '<p><code class="language-plaintext highlighter-rouge">text title="a.txt"\nb\n</code></p>\n',
  ],
  ["emoji wait for jemoji", "octavo", "{}", ":smile:", "<p>:smile:</p>\n"],
  ["emoji with jemoji", "octavo", "plugins: [jemoji]", ":smile:", "<p>😄</p>\n"],
  [
    "mentions with jekyll-mentions",
    "octavo",
    "plugins: [jekyll-mentions]",
    "@a-b",
    '<p><a href="https://github.com/a-b" class="user-mention">@a-b</a></p>\n',
  ],
  ["mentions wait for jekyll-mentions", "octavo", "{}", "@a-b", "<p>@a-b</p>\n"],
  [
    "URLs of the site's root are below baseurl in mode octavo",
    "octavo",
    "baseurl: /repo",
    '[a](/x/) ![b](/y.png) <a href="/z">z</a> [c](https://e.org/) [d](#e) [f](/repo/g)',
    '<p><a href="/repo/x/">a</a> <img src="/repo/y.png" alt="b" /> <a href="/repo/z">z</a> <a href="https://e.org/">c</a> <a href="#e">d</a> <a href="/repo/g">f</a></p>\n',
  ],
  [
    "in footnotes and blocks of HTML, too",
    "octavo",
    "baseurl: /repo",
    'a[^1]\n\n<div><img src="/y.png"></div>\n\n[^1]: [b](/x/)\n',
    /<img src="\/repo\/y\.png" \/>[\s\S]*<a href="\/repo\/x\/">b<\/a>/,
  ],
  [
    "mode jekyll leaves URLs as they are written",
    "jekyll",
    "baseurl: /repo",
    "[a](/x/)",
    '<p><a href="/x/">a</a></p>\n',
  ],
] as const) {
  test(name, () => {
    const html = render(text, config, mode);
    if (typeof expected === "string") assert.equal(html, expected);
    else assert.match(html, expected);
  });
}

for (const [url, expected] of [
  ["/", "/repo/"],
  ["/repo", "/repo"],
  ["/repository/", "/repo/repository/"],
  ["//cdn.org/x", "//cdn.org/x"],
  ["x/y", "x/y"],
] as const) {
  test(`${url} below /repo is ${expected}`, () => assert.equal(belowBaseurl(url, "/repo"), expected));
}

for (const [name, html, expected] of [
  ["in a text", "<p>$$a$$</p>", "<p><math"],
  ["but not in an attribute behind a sign that ends no tag", '<img alt="x > $$a$$">', '<img alt="x > $$a$$">'],
  ["and not in code in capitals", "<PRE>$$a$$</PRE>", "<PRE>$$a$$</PRE>"],
] as const) {
  test(`a body in HTML has its formulas set ${name}`, () => {
    inFolder({ "_config.yml": "{}" }, (folder) => {
      const config = readConfig({ source: folder, mode: "octavo" }, new Diagnostics());
      assert.equal(withFormulas(html, config).slice(0, expected.length), expected);
    });
  });
}
