/** Mentions and emoji in finished pages, as jekyll-mentions and jemoji write them in mode jekyll. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Mode } from "../../src/model.ts";
import { finishHtml } from "../../src/plugins/finish.ts";
import { withSite } from "./fixture.ts";

function finish(html: string, config: string, frontMatter = "", mode: Mode = "jekyll", path = "p.html"): string {
  return withSite({ "_config.yml": config, [path]: `---\n${frontMatter}\n---\n` }, mode, (site) => {
    const page = site.pages.find((found) => found.path === path);
    assert.ok(page);
    return finishHtml(site.config)(page, html);
  });
}

const link = (name: string, base = "https://github.com/") =>
  `<a href="${base}${name}" class="user-mention">@${name}</a>`;
const emoji = (name: string, file: string, root = "https://github.githubassets.com/images/icons") =>
  `<img class="emoji" title=":${name}:" alt=":${name}:" src="${root}/emoji/${file}" height="20" width="20">`;

describe("mentions", () => {
  const config = "plugins: [jekyll-mentions]\n";
  for (const [html, expected] of [
    [
      "<p>Hello @octocat, (@a-b) &amp;@c @d.</p>",
      `<p>Hello ${link("octocat")}, (${link("a-b")}) &amp;${link("c")} ${link("d")}.</p>`,
    ],
    ["me@ex.com @a/b @a.b @mentions", "me@ex.com @a/b @a.b @mentions"],
    [
      "<code>@a</code><pre><b>@a</b></pre><a href=x>@a</a><script>'@a'</script>",
      "<code>@a</code><pre><b>@a</b></pre><a href=\"x\">@a</a><script>'@a'</script>",
    ],
    ['<img alt="@a"><!-- @a -->', '<img alt="@a"><!-- @a -->'],
    ["@ <p>&#64;a</p>", "@ <p>&#64;a</p>"],
    ["<p>@a &#64;b &nosuch;</p>", `<p>${link("a")} ${link("b")} &amp;nosuch;</p>`],
    ["<title>@a</title><body><p>@b</p></body>@c", `<title>@a</title><body><p>${link("b")}</p></body>@c`],
  ] as const)
    it(html, () => {
      assert.equal(finish(html, config), expected);
    });

  for (const [settings, frontMatter, expected] of [
    ["jekyll-mentions: https://x.y\n", "", link("a", "https://x.y/")],
    ["jekyll-mentions: {base_url: https://x.y/~}\n", "", link("a", "https://x.y/~")],
    ["", "jekyll-mentions: https://z.y/", link("a", "https://z.y/")],
    ["", "jekyll-mentions: false", "@a"],
  ] as const)
    it(`${settings}${frontMatter}`, () => {
      assert.equal(finish("@a", config + settings, frontMatter), expected);
    });
});

it("A page whose only name leads nowhere is written anew, too, as the gem looks for names and then reads the page", () => {
  const config = "plugins: [jekyll-mentions]\n";
  const html = "<body><p>@mentions</p><a href='/é f'>x</a><br /></body>";
  assert.equal(finish(html, config), '<body><p>@mentions</p><a href="/%C3%A9%20f">x</a><br></body>');
  assert.equal(finish(html, config, "jekyll-mentions: false"), html);
});

describe("emoji", () => {
  const config = "plugins: [jemoji]\n";
  for (const [html, expected] of [
    [":smile: :+1: :octocat:", `${emoji("smile", "unicode/1f604.png")} ${emoji("+1", "unicode/1f44d.png")} :octocat:`],
    [":nope:smile: 12:30:45", `:nope${emoji("smile", "unicode/1f604.png")} 12:30:45`],
    [
      "<code>:smile:</code><tt>:smile:</tt><a title=':smile:'>x</a>",
      '<code>:smile:</code><tt>:smile:</tt><a title=":smile:">x</a>',
    ],
    [":heart:", emoji("heart", "unicode/2764.png")],
    [":copyright:", emoji("copyright", "unicode/00a9.png")],
    [": <b>:heart&#58;</b>", ": <b>:heart&#58;</b>"],
    [
      "<p>:heart: &lt;b>x&lt;/b> &amp; &lt;</p><i>&lt;</i>",
      `<p>${emoji("heart", "unicode/2764.png")} <b>x</b> &amp; &lt;</p><i>&lt;</i>`,
    ],
  ] as const)
    it(html, () => {
      assert.equal(finish(html, config), expected);
    });

  it("are taken from where the site says", () => {
    assert.equal(finish(":smile:", `${config}emoji: {src: /img}\n`), emoji("smile", "unicode/1f604.png", "/img"));
  });
});

describe("a page in which something is replaced is written as libxml2 reads it", () => {
  for (const [rule, html, expected] of [
    [
      "names in lower case, no tag without an end",
      '<svg viewBox="0"><Path d="M"/></svg>',
      '<svg viewbox="0"><path d="M"></path></svg>',
    ],
    ["flags without a value", "<input disabled='disabled' required='a'/>", '<input disabled required="a">'],
    ["addresses escaped", "<a href=' /ü b' title='ü'>x</a>", '<a href="/%C3%BC%20b" title="ü">x</a>'],
    ["paragraphs ended by blocks", "<p>a<div>b</div></p><b><p>c</b>d", "<p>a</p><div>b</div><b></b><p>cd</p>"],
    [
      "items and cells ended",
      "<ul><li>a<li>b</ul><table><tr><td>a<td>b",
      "<ul><li>a</li><li>b</li></ul><table><tr><td>a</td><td>b</td></tr></table>",
    ],
    [
      "an end tag ends no heavier element",
      "<div><span>a</div>b</span><table><tr><td></b></div>x",
      "<div><span>a</span></div>b<table><tr><td>x</td></tr></table>",
    ],
    ["odd attributes and brackets", '<p a="b"c=d a=e %>1 < 2 <3</p>', '<p a="b" c="d">1 &lt; 2 &lt;3</p>'],
    ["scripts, comments", "<script>a && '<b>'</script><!-- <p> -->", "<script>a && '<b>'</script><!-- <p> -->"],
  ] as const)
    it(rule, () => {
      const mark = link("a");
      assert.equal(finish(`${html} @a`, "plugins: [jekyll-mentions]\n").replace(` ${mark}`, ""), expected);
    });
});

describe("other pages", () => {
  it("stay as they are: without the gem, without HTML, in mode octavo", () => {
    const both = "plugins: [jekyll-mentions, jemoji]\n";
    const text = "@a :smile:";
    assert.equal(finish(text, "a: 1\n"), text);
    assert.equal(finish(text, both, "", "jekyll", "x.txt"), text);
    assert.equal(finish(text, both, "", "octavo"), text);
    assert.notEqual(finish(text, both), text);
  });
});
