import assert from "node:assert/strict";
import { describe, it } from "node:test";
import createMarkdownIt, { type MarkdownIt } from "markdown-it";
import { alerts } from "../../src/markdown/alerts.ts";
import { callouts } from "../../src/markdown/callouts.ts";
import { emoji, emojiNamed, replaceShortcodes } from "../../src/markdown/emoji.ts";
import { dollars } from "../../src/markdown/math/dollars.ts";
import { GITHUB, mentions } from "../../src/markdown/mentions.ts";

/** A renderer that shows formulas as what they are. */
function engine(...plugins: readonly ((md: MarkdownIt) => void)[]): MarkdownIt {
  const md = createMarkdownIt({ html: true });
  for (const plugin of plugins) md.use(plugin);
  md.renderer.rules.math_span = (tokens, index) => `<i>${tokens[index]?.content}</i>`;
  md.renderer.rules.math_block = (tokens, index) => `<pre>${tokens[index]?.content}</pre>\n`;
  return md;
}

type Cases = readonly (readonly [sentence: string, markdown: string, html: string])[];

function check(md: MarkdownIt, cases: Cases): void {
  for (const [sentence, markdown, html] of cases) {
    it(`${sentence}: ${JSON.stringify(markdown)}`, () => assert.equal(md.render(markdown).trim(), html));
  }
}

describe("dollars", () => {
  check(engine(dollars), [
    ["a formula", "a $x_1 * y_1$ b", "<p>a <i>x_1 * y_1</i> b</p>"],
    ["with punctuation around", "($x$, $y$)-plane.", "<p>(<i>x</i>, <i>y</i>)-plane.</p>"],
    ["a letter may follow", "the $n$th and $k$-means", "<p>the <i>n</i>th and <i>k</i>-means</p>"],
    [
      "markup inside is TeX's",
      "$a_b$ and $c_d$, $*$ and $*$",
      "<p><i>a_b</i> and <i>c_d</i>, <i>*</i> and <i>*</i></p>",
    ],
    ["an escaped dollar is part of it", "$a \\$ b$", "<p><i>a \\$ b</i></p>"],
    ["a line end too", "$a\nb$", "<p><i>a\nb</i></p>"],
    ["a number is one", "$5$ and $3 \\times 4$ and $2n$", "<p><i>5</i> and <i>3 \\times 4</i> and <i>2n</i></p>"],
    ["prices are none", "$5 and $10", "<p>$5 and $10</p>"],
    ["nor ranges of prices", "$5-$10, $5–$10", "<p>$5-$10, $5–$10</p>"],
    ["nor a price before another sign", "$20 million, or 15$", "<p>$20 million, or 15$</p>"],
    ["nor with its currency", "US$5 to US$6", "<p>US$5 to US$6</p>"],
    ["white space after the first", "a $ b$ c", "<p>a $ b$ c</p>"],
    ["white space before the last", "a $b $ c", "<p>a $b $ c</p>"],
    ["but around TeX", "a $ \\alpha $ b $x_{s\n}^u $ c", "<p>a <i> \\alpha </i> b <i>x_{s\n}^u </i> c</p>"],
    [
      "around TeX on lines of its own",
      "$\n\\mathbf{r} = \\text{a word}\n$",
      "<p><i>\n\\mathbf{r} = \\text{a word}\n</i></p>",
    ],
    ["around the name of a function", "a $ y = proj(x_i) $ b", "<p>a <i> y = proj(x_i) </i> b</p>"],
    ["not around words", "$y $ but \\foo $z$, $ 5 or $ 6", "<p>$y $ but \\foo <i>z</i>, $ 5 or $ 6</p>"],
    ["a single one", "costs $5", "<p>costs $5</p>"],
    ["behind a command anything but a dollar", "$\\mu$(so) $\\mu$A", "<p><i>\\mu</i>(so) <i>\\mu</i>A</p>"],
    ["variables of a shell", "$HOME/$USER and $(a)$(b)", "<p>$HOME/$USER and $(a)$(b)</p>"],
    ["code", "`$x$` and $a `b$`", "<p><code>$x$</code> and $a <code>b$</code></p>"],
    ["an escape before", "\\$x$", "<p>$x$</p>"],
    ["two dollars are another rule's", "$$x$$", "<p>$$x$$</p>"],
    ["a formula in a link", "[$x$](y)", '<p><a href="y"><i>x</i></a></p>'],
    ["a formula in emphasis", "*a $x$* _$y$_", "<p><em>a <i>x</i></em> <em><i>y</i></em></p>"],
    ["a reference", "see \\eqref{eq:a_b} or \\ref{c}", "<p>see <i>\\eqref{eq:a_b}</i> or <i>\\ref{c}</i></p>"],
    [
      "an environment",
      "a\n\n\\begin{align}\nx_1 &= y\\\\\nz\n\\end{align}\n\nb",
      "<p>a</p>\n<pre>\\begin{align}\nx_1 &= y\\\\\nz\n\\end{align}</pre>\n<p>b</p>",
    ],
    [
      "one in a list",
      "- \\begin{equation*}x\\end{equation*}",
      "<ul>\n<li>\n<pre>\\begin{equation*}x\\end{equation*}</pre>\n</li>\n</ul>",
    ],
    [
      "one without a number, in a paragraph",
      "like\n\\begin{aligned}\nx\n\\end{aligned}\nis",
      "<p>like\n<pre>\\begin{aligned}\nx\n\\end{aligned}</pre>\n\nis</p>",
    ],
    [
      "one whose signs are entities, and with backslashes enough for kramdown",
      "a\n\n\\begin{align}\nx &amp;= y\\\\\\\\\nz &lt; 1\n\\end{align}\n\nand $x &lt; y$",
      "<p>a</p>\n<pre>\\begin{align}\nx &= y\\\\\nz < 1\n\\end{align}</pre>\n<p>and <i>x < y</i></p>",
    ],
    ["one that does not end", "\\begin{align} x", "<p>\\begin{align} x</p>"],
    ["one that is no formula", "\\begin{itemize}x\\end{itemize}", "<p>\\begin{itemize}x\\end{itemize}</p>"],
  ]);

  it("gives a block the lines it came from", () => {
    const token = engine(dollars)
      .parse("a\n\n\\begin{align}\nx\n\\end{align}", {})
      .find(({ type }) => type === "math_block");
    assert.deepEqual(token?.map, [2, 5]);
  });
});

describe("emoji", () => {
  check(engine(emoji), [
    ["a name", "a :smile: b", "<p>a 😄 b</p>"],
    ["another name of it", ":thumbsup::+1:", "<p>👍👍</p>"],
    ["underscores in it", ":white_check_mark:", "<p>✅</p>"],
    ["no name", ":nosuch: 10:30:45", "<p>:nosuch: 10:30:45</p>"],
    ["a name after no name", ":nosuch:smile:", "<p>:nosuch😄</p>"],
    ["between words", "a:tada:b", "<p>a🎉b</p>"],
    ["not in code", "`:smile:` <code>:smile:</code>", "<p><code>:smile:</code> <code>:smile:</code></p>"],
    ["in a link", "[:smile:](a)", '<p><a href="a">😄</a></p>'],
    ["in a heading", "# :rocket: a", "<h1>🚀 a</h1>"],
    ["not in an attribute", "![:smile:](a)", '<p><img src="a" alt=":smile:"></p>'],
  ]);

  it("replaces in plain text as well", () => assert.equal(replaceShortcodes(":a: :heart:", emojiNamed), "🅰️ ❤️"));
});

describe("mentions", () => {
  const link = (name: string) => `<a href="https://github.com/${name}" class="user-mention">@${name}</a>`;
  check(
    engine((md) => mentions(md, GITHUB)),
    [
      ["a name", "hi @jekyll!", `<p>hi ${link("jekyll")}!</p>`],
      ["two names", "@a, @b-c", `<p>${link("a")}, ${link("b-c")}</p>`],
      ["the end of a sentence", "ask @bob.", `<p>ask ${link("bob")}.</p>`],
      ["in emphasis", "*@bob*", `<p><em>${link("bob")}</em></p>`],
      ["an address", "me@example.com", "<p>me@example.com</p>"],
      ["a package", "@babel/core", "<p>@babel/core</p>"],
      ["a file", "@bob.txt", "<p>@bob.txt</p>"],
      ["no name of GitHub's", "@bob_x @-a", "<p>@bob_x @-a</p>"],
      ["GitHub's own", "@mention @mentioned", "<p>@mention @mentioned</p>"],
      ["not in code", "`@bob` <code>@bob</code>", "<p><code>@bob</code> <code>@bob</code></p>"],
      ["not in a link", '[@bob](a) <a href="b">@bob</a>', '<p><a href="a">@bob</a> <a href="b">@bob</a></p>'],
      ["after a link", "[a](b) @bob", `<p><a href="b">a</a> ${link("bob")}</p>`],
    ],
  );

  it("links to another place", () => {
    for (const [baseUrl, href] of [
      ["https://example.com/u", "https://example.com/u/bob"],
      ["https://example.com/~", "https://example.com/~bob"],
    ] as const) {
      assert.match(engine((md) => mentions(md, baseUrl)).render("@bob"), new RegExp(`href="${href}"`));
    }
  });
});

describe("callouts", () => {
  /** Stands for kramdown's attribute list. */
  const classed = (name: string) =>
    engine((md) => {
      md.core.ruler.push("class", ({ tokens }) => {
        for (const token of tokens) if (token.type === "blockquote_open") token.attrSet("class", name);
      });
      callouts(md, { "block-tip": "Tip", "block-warning": "Warning", "block-danger": "Danger" });
    });

  it("names the quote by its heading, which leaves the outline", () => {
    assert.equal(
      classed("block-tip").render("> ##### TIP\n>\n> a").trim(),
      '<blockquote class="block-tip" role="note" aria-label="TIP">\n<h5 role="presentation">TIP</h5>\n<p>a</p>\n</blockquote>',
    );
  });

  it("names it by its kind without one", () => {
    assert.equal(
      classed("x block-danger").render("> a").trim(),
      '<blockquote class="x block-danger" role="note" aria-label="Danger">\n<p>a</p>\n</blockquote>',
    );
  });

  it("leaves other quotes alone", () => {
    assert.equal(classed("y").render("> ##### TIP").trim(), '<blockquote class="y">\n<h5>TIP</h5>\n</blockquote>');
  });
});

describe("alerts", () => {
  const titles = { note: "Note", tip: "Tip", important: "Important", warning: "Warning", caution: "Caution" };
  const opening = (kind: string, title: string) =>
    `<div class="markdown-alert markdown-alert-${kind}" role="note" aria-label="${title}">\n<p class="markdown-alert-title">${title}</p>`;
  check(
    engine((md) => alerts(md, titles)),
    [
      ["a note", "> [!NOTE]\n> a *b*", `${opening("note", "Note")}\n<p>a <em>b</em></p>\n</div>`],
      ["in small letters", "> [!warning]  \n> a", `${opening("warning", "Warning")}\n<p>a</p>\n</div>`],
      [
        "a blank line after the marker",
        "> [!TIP]\n>\n> - a",
        `${opening("tip", "Tip")}\n<ul>\n<li>a</li>\n</ul>\n</div>`,
      ],
      [
        "two after each other",
        "> [!NOTE]\n> a\n\n> [!CAUTION]\n> b",
        `${opening("note", "Note")}\n<p>a</p>\n</div>\n${opening("caution", "Caution")}\n<p>b</p>\n</div>`,
      ],
      [
        "a quote in it stays a quote",
        "> [!NOTE]\n> a\n>\n> > b",
        `${opening("note", "Note")}\n<p>a</p>\n<blockquote>\n<p>b</p>\n</blockquote>\n</div>`,
      ],
      ["text beside the marker", "> [!NOTE] a", "<blockquote>\n<p>[!NOTE] a</p>\n</blockquote>"],
      ["another word", "> [!NOSUCH]\n> a", "<blockquote>\n<p>[!NOSUCH]\na</p>\n</blockquote>"],
      ["nothing after it", "> [!NOTE]", "<blockquote>\n<p>[!NOTE]</p>\n</blockquote>"],
      [
        "inside a list",
        "- > [!NOTE]\n  > a",
        "<ul>\n<li>\n<blockquote>\n<p>[!NOTE]\na</p>\n</blockquote>\n</li>\n</ul>",
      ],
    ],
  );
});
