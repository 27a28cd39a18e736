/** No raw mark in any page: constructs of real al-folio sites that showed one once, in words of our own. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { built } from "../support/built.ts";
import { shownMarks } from "./marks.ts";

describe("the scan for marks", () => {
  for (const [html, marks] of [
    ["<p>a {% b %}</p>", 2],
    ["<p>a {{ b }}</p>", 2],
    ["<p>a {: .b}</p>", 1],
    ["<p>{::nomarkdown}</p>", 1],
    ["<p>$$a$$</p>", 2],
    ["<p>\\(a\\)</p>", 1],
    ["<p>::: note</p>", 1],
    ["<p>\\begin{align}</p>", 1],
    ['<p title="{{ a }}">b {c}</p><code>{% a %}</code><script>x={{}}</script><!-- {% a %} -->', 0],
  ] as const)
    it(`finds ${marks} in ${html}`, () => assert.equal(shownMarks(html).length, marks));
});

/** Each a text that an al-folio site has in a post, a page, a news item or a project. */
const CONSTRUCTS: Readonly<Record<string, string>> = {
  "formulas between backslashes": "A rate of \\\\(1/N\\\\) and\n\n\\\\[ a_1 = \\\\frac{b}{c} \\\\]\n\nend.",
  "formulas between dollars": "In a line $a_{i}$, $$b_{j}$$, and alone:\n\n$$\n\\sum_{i} a_i\n$$",
  "an environment in a line": "So $$\\begin{align} a &= b \\end{align}$$ holds.",
  "an environment without dollars": "\\begin{equation}\n\\label{eq:a}\na = b\n\\end{equation}\n\nBy \\eqref{eq:a}.",
  "a command of the page's own":
    "\\\\(\n\\newcommand{\\mat}[1]{\\mathbf{#1}}\n\\\\)\n\nNow $\\mat{A}$ is a matrix in a \\\\(\\mbox{box}\\\\).",
  "attribute lists":
    '# Head {#top}\n\nText\n{: .block-tip }\n\n> Quote\n{: .block-warning }\n\n[link](/p/){:target="_blank"} ![p](/x.png){: width="20" .rounded}\n\n{: #later}\n- a\n{:.plain}',
  extensions:
    '{::nomarkdown}\n<b>bold</b>\n{:/nomarkdown}\n\n{::comment}\nhidden\n{:/comment}\n\n{::options parse_block_html="true" /}\n\n<div>*a*</div>',
  contents: "* list\n{:toc}\n\n## One\n\n## Two",
  "tags of plugins":
    "{% cite nobody %} {% unknown a b %} {% unknown_block %}body{% endunknown_block %} {% twitter https://twitter.com/a/status/1 %}",
  includes:
    '{% include figure.liquid path="assets/x.png" class="img-fluid" %}\n\n{% include nowhere.html a=1 %}\n\n{%- include video.liquid path="a.mp4" -%}',
  "formulas in HTML":
    '<div style="display: none;">\n$$\\require{mathtools}\n\\newcommand{\\pof}[1]{p(#1)}\n$$\n</div>\n\nSo $$\\pof{x}$$.\n\n<aside><p>Of \\(a &lt; b\\), \\(\\pof{y}\\) and \\[c\\] and $d_1$.</p></aside>\n\n<table><tr><td>$$n$$</td></tr></table>',
  "formulas in a caption": '{% include figure.liquid path="assets/x.png" caption="Of $$n$$ and \\\\(a < b\\\\)." %}',
  "tables with attributes": "| a | b |\n|:-:|---|\n| $x$ | {{ site.title }} |\n{: .table}",
  "Markdown in HTML":
    '<div class="row" markdown="1">\n<div class="col-sm" markdown="1">\n**a** $x$ [b](/p/){:.c}\n</div>\n</div>\n\n<details markdown="1"><summary>s</summary>\n\n$$a$$\n\n</details>',
  "details and tabs":
    "{% details A **b** %}\ntext $x$\n{% enddetails %}\n\n{% tabs g %}\n{% tab g one %}\n$$a$$\n{% endtab %}\n{% tab g two %}\ntwo\n{: .x}\n{% endtab %}\n{% endtabs %}",
};

describe("no page shows a mark of Liquid or kramdown", () => {
  for (const [name, text] of Object.entries(CONSTRUCTS))
    it(`with ${name}`, async () => {
      const site = await built({
        "_config.yml": "title: T\nfirst_name: A\ncollections:\n  news: {output: true}\n  projects: {output: true}\n",
        "_pages/p.md": `---\nlayout: page\ntitle: P\npermalink: /p/\n---\n${text}\n`,
        "_posts/2024-01-02-a.md": `---\nlayout: post\ntitle: A\n---\n${text}\n`,
        "_news/n.md": `---\nlayout: post\ndate: 2024-01-01\ninline: false\ntitle: N\n---\n${text}\n`,
        "_projects/j.md": `---\nlayout: page\ntitle: J\n---\n${text}\n`,
      });
      const pages = site.files.filter((file) => file.endsWith(".html"));
      assert.ok(pages.includes("projects/j/index.html") && pages.includes("blog/2024/a/index.html"), pages.join(" "));
      for (const page of pages) assert.deepEqual(shownMarks(site.page(page)), [], page);
    });
});
