/** The gems' tags and filters in Liquid, beside what Jekyll 4.3.1 with the gems printed for the same templates. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createLiquid } from "../../src/jekyll/liquid.ts";
import type { Document } from "../../src/model.ts";
import { completeSite } from "../../src/plan.ts";
import { gemFilters, gemTags } from "../../src/plugins/liquid.ts";
import { siteSmartify } from "../../src/plugins/smartify.ts";
import { excerptText } from "../../src/read/excerpt.ts";
import { createSiteMarkdown } from "../../src/render/markdown.ts";
import type { Files } from "../support/site.ts";
import { withSite } from "./fixture.ts";

const GEMS =
  "plugins: [jekyll-avatar, jekyll-feed, jekyll-gist, jekyll-github-metadata, jekyll-last-modified-at, jekyll-paginate, jekyll-seo-tag, jekyll-toc]\n";
const SITE = "title: T\nurl: https://e.c\nbaseurl: /b\n";

/** Prints a template on the page `path` of a site. */
function render(template: string, files: Files, path = "p.html"): string {
  return withSite({ "p.html": "---\n---\n", ...files }, "jekyll", (read, diagnostics) => {
    const complete = completeSite(read, diagnostics);
    const { config } = complete;
    const markdown = createSiteMarkdown(config);
    const markdownify = (text: string) => markdown.render(text).html;
    const liquid = createLiquid(complete, {
      diagnostics,
      environment: "production",
      converters: {
        markdownify,
        smartify: siteSmartify(complete.config),
        sass: (text) => text,
        highlight: () => undefined,
      },
      content: (document) => document.body,
      output: () => undefined,
      excerpt: (document) => markdownify(excerptText(document, complete.config)),
      tags: gemTags(config),
      filters: gemFilters(config),
    });
    const documents: readonly Document[] = [...complete.posts, ...complete.pages];
    const page = documents.find((document) => document.path === path);
    assert.ok(page);
    return liquid.render(template, liquid.payload(page), page, { file: path, line: 1 });
  });
}

describe("avatar", () => {
  const picture = (user: string, size: number, server: number, small = "") => {
    const url = (scale: number) => `https://avatars${server}.githubusercontent.com/${user}?v=3&s=${size * scale}`;
    const set = [1, 2, 3, 4].map((scale) => `${url(scale)} ${scale}x`).join(", ");
    return `<img class="avatar${small}" alt="${user}" width="${size}" height="${size}" data-proofer-ignore="true" src="${url(1)}" srcset="${set}" />`;
  };
  const small = " avatar-small";
  for (const [template, expected] of [
    ["{% avatar hubot %}", picture("hubot", 40, 3, small)],
    ["{% avatar @hubot size=80 %}", picture("hubot", 80, 3)],
    ["{% assign who = 'hubot' %}{% avatar user=who size=48 %}", picture("hubot", 48, 3)],
    ["{% assign who = 'hubot' %}{% avatar {{ who }} %}", picture("hubot", 40, 3, small)],
  ] as const)
    it(template, () => {
      // The server hangs on the user and the size alone: any of the four will do where no recording says which.
      const anyServer = (html: string) => html.replace(/avatars[0-3]\./g, "avatars3.");
      const html = render(template, { "_config.yml": GEMS });
      assert.equal(anyServer(html), expected);
      if (template.includes("hubot %}")) assert.equal(html, expected);
    });
});

describe("gist", () => {
  for (const [markup, url] of [
    ["12345", "12345.js"],
    ["user/12345 file.rb", "user/12345.js?file=file.rb"],
    ["page.gist page.file", "user/9.js?file=a.md"],
  ] as const)
    it(markup, () => {
      const files = { "_config.yml": GEMS, "p.html": "---\ngist: user/9\nfile: a.md\n---\n" };
      assert.equal(render(`{% gist ${markup} %}`, files), `<script src="https://gist.github.com/${url}"> </script>`);
    });
});

describe("feed_meta", () => {
  for (const [config, expected] of [
    [SITE, '<link type="application/atom+xml" rel="alternate" href="https://e.c/b/feed.xml" title="T" />'],
    [
      "name: A & B\nfeed: {path: /x.xml}\n",
      '<link type="application/atom+xml" rel="alternate" href="/x.xml" title="A &amp; B" />',
    ],
    ["a: 1\nurl: https://e.c\n", '<link type="application/atom+xml" rel="alternate" href="https://e.c/feed.xml" />'],
  ] as const)
    it(JSON.stringify(config), () => {
      // The metadata of GitHub would give a title where there is none.
      const plugins = "plugins: [jekyll-feed]\n";
      assert.equal(render("{% feed_meta %}", { "_config.yml": plugins + config }), expected);
    });
});

describe("github_edit_link", () => {
  const config = {
    "_config.yml": `${GEMS}repository: a/b\ngithub: {source: {branch: main}}\n`,
    "sub/p q.html": "---\n---\n",
  };
  for (const [template, expected] of [
    ["{% github_edit_link %}", "https://github.com/a/b/edit/main/sub/p%20q.html"],
    ['{% github_edit_link "Edit" %}', '<a href="https://github.com/a/b/edit/main/sub/p%20q.html">Edit</a>'],
  ] as const)
    it(template, () => {
      assert.equal(render(template, config, "sub/p q.html"), expected);
    });
});

describe("last_modified_at", () => {
  for (const [template, config, expected] of [
    ["{% last_modified_at %}", "", "04-Mar-22"],
    ["{% last_modified_at %Y-%m %}", "", "2022-03"],
    ["{% last_modified_at %}", "last-modified-at: {date-format: '%Y'}\n", "2022"],
  ] as const)
    it(`${template} ${config}`, () => {
      const post = { "_posts/2020-01-01-a.md": "---\nlast_modified_at: 2022-03-04\n---\n" };
      assert.equal(render(template, { "_config.yml": GEMS + config, ...post }, "_posts/2020-01-01-a.md"), expected);
    });
});

/** The elements of `{% seo %}` that say anything about a page, without those that are the same everywhere. */
function seo(files: Files, path?: string): readonly string[] {
  return render("{% seo %}", files, path)
    .split("\n")
    .filter((line) => !/^<!--|generator|^$|ld\+json/.test(line));
}

describe("seo", () => {
  it("is there on GitHub Pages, whose default theme asks for it", () => {
    assert.match(render("{% seo %}", { "_config.yml": "github_pages: true\ntitle: T\n" }), /<title>T<\/title>/);
  });

  const config = { "_config.yml": GEMS.replace("jekyll-github-metadata, jekyll-last-modified-at, ", "") + SITE };

  it("says who it is", () => {
    const html = render("{% seo %}", config);
    assert.match(html, /^<!-- Begin Jekyll SEO tag v2\.8\.0 -->\n<title>/);
    assert.match(html, /\n<!-- End Jekyll SEO tag -->\n$/);
    assert.doesNotMatch(render("{% seo title=false %}", config), /<title>/);
  });

  it("describes a plain page", () => {
    assert.deepEqual(seo({ ...config, "p.html": '---\ntitle: "A & *b* <i>c</i>"\ndescription: "D -- `e`"\n---\n' }), [
      "<title>A &amp; b c | T</title>",
      '<meta property="og:title" content="A &amp; b c" />',
      '<meta property="og:locale" content="en_US" />',
      '<meta name="description" content="D – e" />',
      '<meta property="og:description" content="D – e" />',
      '<link rel="canonical" href="https://e.c/b/p.html" />',
      '<meta property="og:url" content="https://e.c/b/p.html" />',
      '<meta property="og:site_name" content="T" />',
      '<meta property="og:type" content="website" />',
      '<meta name="twitter:card" content="summary" />',
      '<meta property="twitter:title" content="A &amp; b c" />',
      '{"@context":"https://schema.org","@type":"WebPage","description":"D – e","headline":"A &amp; b c","url":"https://e.c/b/p.html"}</script>',
    ]);
  });

  it("describes a post with an image and an author", () => {
    const files = {
      "_config.yml": `${config["_config.yml"]}author: {name: Ann, email: a@b.c, twitter: annt}\ntwitter: {username: "@mytw", card: summary}\nlogo: /logo.png\n`,
      "_posts/2020-01-01-a.md":
        "---\ntitle: Post <A> & co\nauthor: Bob\nimage: {path: /i.png, height: 10, width: 20, alt: alt text}\nlast_modified_at: 2020-02-02\n---\nFirst *para*.\n\nMore.\n",
    };
    assert.deepEqual(seo(files, "_posts/2020-01-01-a.md").slice(1), [
      '<meta property="og:title" content="Post &amp; co" />',
      '<meta name="author" content="Bob" />',
      '<meta property="og:locale" content="en_US" />',
      '<meta name="description" content="First para." />',
      '<meta property="og:description" content="First para." />',
      '<link rel="canonical" href="https://e.c/b/2020/01/01/a.html" />',
      '<meta property="og:url" content="https://e.c/b/2020/01/01/a.html" />',
      '<meta property="og:site_name" content="T" />',
      '<meta property="og:image" content="https://e.c/b/i.png" />',
      '<meta property="og:image:height" content="10" />',
      '<meta property="og:image:width" content="20" />',
      '<meta property="og:image:alt" content="alt text" />',
      '<meta property="og:type" content="article" />',
      '<meta property="article:published_time" content="2020-01-01T00:00:00+00:00" />',
      '<meta name="twitter:card" content="summary" />',
      '<meta property="twitter:image" content="https://e.c/b/i.png" />',
      '<meta name="twitter:image:alt" content="alt text" />',
      '<meta property="twitter:title" content="Post &amp; co" />',
      '<meta name="twitter:site" content="@mytw" />',
      '<meta name="twitter:creator" content="@Bob" />',
      '{"@context":"https://schema.org","@type":"BlogPosting","author":{"@type":"Person","name":"Bob"},"dateModified":"2020-02-02T00:00:00+00:00","datePublished":"2020-01-01T00:00:00+00:00","description":"First para.","headline":"Post &amp; co","image":{"height":10,"width":20,"alt":"alt text","url":"https://e.c/b/i.png","@type":"imageObject"},"mainEntityOfPage":{"@type":"WebPage","@id":"https://e.c/b/2020/01/01/a.html"},"publisher":{"@type":"Organization","logo":{"@type":"ImageObject","url":"https://e.c/b/logo.png"},"name":"Bob"},"url":"https://e.c/b/2020/01/01/a.html"}</script>',
    ]);
  });

  for (const [what, page, settings, expected] of [
    ["the motto stands beside the site's own title", "", "description: D\ntagline: M\n", "<title>T | M</title>"],
    ["the description does where there is none", "", "description: D\n", "<title>T | D</title>"],
    ["a name stands for a title", "title: P\n", "name: N\n", "<title>P | T</title>"],
    ["a page's own canonical URL", "canonical_url: https://o.c/\n", "", '<link rel="canonical" href="https://o.c/" />'],
    ["the locale of the page", "lang: de-DE\n", "locale: fr\n", '<meta property="og:locale" content="fr" />'],
    [
      "the card of the page",
      "image: https://o.c/a b.png\ntwitter: {card: player}\n",
      "",
      '<meta name="twitter:card" content="player" />',
    ],
    [
      "an image elsewhere, escaped",
      "image: https://o.c/a b.png\n",
      "",
      '<meta property="og:image" content="https://o.c/a%20b.png" />',
    ],
    ["a large image by default", "image: x.png\n", "", '<meta name="twitter:card" content="summary_large_image" />'],
    ["who is verified", "", "webmaster_verifications: {bing: B}\n", '<meta name="msvalidate.01" content="B" />'],
    [
      "who was verified in older sites",
      "",
      "google_site_verification: G\n",
      '<meta name="google-site-verification" content="G" />',
    ],
    ["lists run together", "", "facebook: {app_id: 5, admins: [1, 2]}\n", '<meta property="fb:admins" content="12" />'],
    ["Facebook's numbers", "", "facebook: {app_id: 5}\n", '<meta property="fb:app_id" content="5" />'],
    ["an author of _data", "author: ann\n", "", '<meta name="author" content="Ann A" />'],
    ["the first of many authors", "authors: [ann, bob]\n", "", '<meta name="author" content="Ann A" />'],
  ] as const)
    it(what, () => {
      const files = { "_data/authors.yml": "ann: {name: Ann A}\n", "p.html": `---\n${page}---\n` };
      const lines = seo({ ...files, "_config.yml": config["_config.yml"] + settings });
      assert.ok(lines.includes(expected), lines.join("\n"));
    });

  it("links the pages of a list, and numbers their titles", () => {
    const files = {
      "_config.yml": `${config["_config.yml"]}paginate: 1\n`,
      "index.html": "---\n---\n",
      ...Object.fromEntries([1, 2, 3].map((day) => [`_posts/2020-01-0${day}-p.md`, "x"])),
    };
    const second = withSite(
      files,
      "jekyll",
      (read, diagnostics) =>
        completeSite(read, diagnostics).pages.find(({ path, url }) => path !== "" && url !== "/")?.url,
    );
    assert.equal(second, "/page2/");
    const first = seo(files, "index.html");
    assert.ok(first.includes('<link rel="next" href="https://e.c/b/page2" />'), first.join("\n"));
    assert.ok(!first.some((line) => line.includes('rel="prev"')));
  });

  it("names the site in the JSON of its home", () => {
    const settings = "social: {name: 'Ann *S*', links: [https://t.co/x]}\n";
    const files = { "_config.yml": config["_config.yml"] + settings, "index.html": "---\n---\n" };
    const json = JSON.parse(seo(files, "index.html").at(-1)?.replace("</script>", "") ?? "");
    assert.deepEqual([json["@type"], json.name, json.sameAs], ["WebSite", "Ann S", ["https://t.co/x"]]);
  });
});

describe("toc", () => {
  const html =
    '<h2 id="a">A &amp; <b>b</b></h2><h3>Ünï 5$</h3><h3 id="x">x</h3><h3 id="x">x</h3><div class="no_toc_section"><h2>in</h2></div><h2 class="no_toc">no</h2><h1 id="o">One</h1>';
  const anchor = (id: string) =>
    `<a class="anchor" href="#${id}" aria-hidden="true"><span class="octicon octicon-link"></span></a>`;
  const item = (level: number, id: string, text: string, inner = "") =>
    `<li class="toc-entry toc-h${level}"><a href="#${id}">${text}</a>${inner}</li>\n`;
  const page = { "_config.yml": GEMS, "p.html": `---\ntoc: true\n---\n${html}` };
  const list = `<ul id="toc" class="section-nav">\n${[
    item(
      2,
      "a",
      "A &amp; b",
      `\n<ul>\n${item(3, "%C3%BCn%C3%AF-5", "Ünï 5$")}${item(3, "x", "x")}${item(3, "x-1", "x")}</ul>\n`,
    ),
    item(1, "o", "One"),
  ].join("")}</ul>`;

  it("lists headings, the tag like the filter", () => {
    assert.equal(render("{{ page.content | toc_only }}", page), list);
    assert.equal(render("{% toc %}", page), list);
  });

  it("puts anchors into headings", () => {
    const anchored = html
      .replace('<h2 id="a">', `$&${anchor("a")}`)
      .replace("<h3>Ü", `<h3>${anchor("%C3%BCn%C3%AF-5")}Ü`)
      .replace('<h3 id="x">x</h3><h3 id="x">', `<h3 id="x">${anchor("x")}x</h3><h3 id="x">${anchor("x-1")}`)
      .replace('<h1 id="o">', `$&${anchor("o")}`);
    assert.equal(render("{{ page.content | inject_anchors }}", page), anchored);
    assert.equal(render("{{ page.content | toc }}", page), list + anchored);
  });

  it("does nothing on a page that asks for none", () => {
    const plain = { "_config.yml": GEMS, "p.html": `---\n---\n${html}` };
    assert.equal(render("{{ page.content | toc }}|{{ page.content | toc_only }}|{% toc %}", plain), `${html}||`);
  });

  it("follows the configuration", () => {
    const settings =
      "toc: {min_level: 3, max_level: 3, ordered_list: true, list_id: l, list_class: c, item_class: i, item_prefix: p-, no_toc_section_class: [q]}\n";
    const files = {
      "_config.yml": GEMS + settings,
      "p.html": '---\ntoc: true\n---\n<h2>two</h2><h3 id="t">three</h3><h3 class="q" id="u">u</h3>',
    };
    const expected =
      '<ol id="l" class="c">\n<li class="i p-h3"><a href="#t">three</a></li>\n<li class="i p-h3"><a href="#u">u</a></li>\n</ol>';
    assert.equal(render("{% toc %}", files), expected);
  });
});

describe("a tag whose gem is off", () => {
  it("is an error that names the gem", () => {
    assert.throws(() => render("{% seo %}", { "_config.yml": "a: 1\n" }), /jekyll-seo-tag/);
  });
});
