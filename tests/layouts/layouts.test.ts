/** Every layout on a small site: valid HTML, one title, the parts where they belong. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type DefaultTreeAdapterTypes as Dom, parse } from "parse5";
import { type FunctionComponent, h } from "preact";
import { renderToString } from "preact-render-to-string";
import Lost from "../../_layouts/404.tsx";
import About from "../../_layouts/about.tsx";
import Archive from "../../_layouts/archive.tsx";
import Default from "../../_layouts/default.tsx";
import Home from "../../_layouts/home.tsx";
import Page from "../../_layouts/page.tsx";
import Post from "../../_layouts/post.tsx";
import Search from "../../_layouts/search.tsx";
import type { LayoutProps } from "../../src/layout.ts";
import type { Site } from "../../src/model.ts";
import { completeSite } from "../../src/plan.ts";
import { helpersFor, post, read } from "../plugins/fixture.ts";
import { htmlFaults } from "../support/html-faults.ts";
import type { Files } from "../support/site.ts";

const layouts: Readonly<Record<string, FunctionComponent<LayoutProps>>> = {
  ...{
    about: About,
    archive: Archive,
    default: Default,
    home: Home,
    page: Page,
    post: Post,
    search: Search,
    "404": Lost,
  },
};

const HEADINGS = '<h2 id="one">One</h2><h3 id="deep">Deep</h3><h2 id="two">Two</h2>';

const files: Files = {
  "_config.yml":
    "title: Ann & Co\nauthor: Ann\ndescription: Notes.\nurl: https://ex.com\nbaseurl: /repo\npagination: {per_page: 2}\n",
  "index.md": post("layout: home\ntitle: Home\nsubtitle: Of <b>things</b>", "<p>Hello.</p>"),
  "about.md": post("layout: page\ntitle: About\nnav: true\nnav_order: 2", "<p>I am.</p>"),
  "more.md": post(
    "layout: page\ntitle: More\nnav: true\ndropdown: true\nchildren: [{title: Talks, permalink: /talks/}, {title: divider}]",
  ),
  "own.md": post("layout: page\ntitle: Own", '<h1 id="own">Own title</h1>'),
  "bare.md": post("layout: default\ntitle: Bare", "<h1>Bare</h1>"),
  "_posts/2024-03-01-first.md": post("layout: post\ntitle: First & <last>\ntags: [A, B]\nlang: fr"),
  "_posts/2025-11-16-second.md": post(
    'layout: post\ntitle: Second\ntags: [A, "!!!"]\ncategories: [Courses]\ndescription: About it\nupdated: 2025-12-24\ntoc: true',
    HEADINGS,
  ),
  "_posts/2025-11-17-third.md": post("layout: post\ntitle: Third\nrelated_posts: false\ntags: [A]", "<p>Text.</p>"),
};

function site(change: Files = {}): Site {
  const { site, diagnostics } = read({ ...files, ...change });
  return completeSite(site, diagnostics);
}

const whole = site();

/** The HTML of the document at a URL. */
function html(url: string, of: Site = whole): string {
  const page = [...of.posts, ...of.pages].find((document) => document.url === url);
  assert.ok(page, `${url} is not there, but ${[...of.posts, ...of.pages].map((document) => document.url).join(" ")}`);
  const helpers = helpersFor(of);
  const layout = layouts[page.layout];
  assert.ok(layout, page.layout);
  return `<!doctype html>\n${renderToString(h(layout, { site: of, page, content: helpers.content(page), helpers }))}\n`;
}

/** Every element with that name, in document order. */
function elements(node: Dom.Node, name: string): readonly Dom.Element[] {
  const children = "childNodes" in node ? node.childNodes : [];
  const self = "tagName" in node && node.tagName === name ? [node] : [];
  return [...self, ...children.flatMap((child) => elements(child, name))];
}

function text(node: Dom.Node): string {
  if ("value" in node) return node.value;
  return "childNodes" in node ? node.childNodes.map(text).join("") : "";
}

function attribute(element: Dom.Element | undefined, name: string): string | undefined {
  return element?.attrs.find((attr) => attr.name === name)?.value;
}

function hrefs(url: string, of: Site = whole): readonly string[] {
  return ["a", "link"]
    .flatMap((name) => elements(parse(html(url, of)), name))
    .map((element) => attribute(element, "href") ?? "");
}

const urls = [...whole.posts, ...whole.pages].map(({ url }) => url);

describe("every page", () => {
  for (const url of urls) {
    it(`${url} is valid`, () => {
      assert.deepEqual(htmlFaults(html(url)), []);
    });

    it(`${url} has one h1, a main part that the skip link leads to, and links with baseurl`, () => {
      const page = parse(html(url));
      assert.equal(elements(page, "h1").length, 1);
      const [skip] = elements(page, "a");
      assert.equal(attribute(skip, "href"), `#${attribute(elements(page, "main")[0], "id")}`);
      for (const href of hrefs(url)) assert.match(href, /^(?:#|\/repo\/|https:\/\/ex\.com\/repo\/)/);
    });
  }

  it("is in its own language", () => {
    assert.match(html("/blog/2024/first/"), /<html lang="fr">/);
    assert.match(html("/blog/2024/first/"), /1 mars 2024/);
    assert.match(html("/about/"), /<html lang="en">/);
  });

  it("takes a language that is none for English", () => {
    assert.match(
      html("/blog/2025/third/", site({ "_posts/2025-11-17-third.md": post("layout: post\nlang: en_US") })),
      /November 17, 2025/,
    );
  });

  it("does not run what stands in a title", () => {
    for (const url of ["/blog/2024/first/", "/blog/2025/second/", "/blog/2024/", "/blog/tag/b/"])
      assert.ok(html(url).includes("First &amp; &lt;last>"), url);
  });
});

describe("head", () => {
  const cases: readonly { url: string; has: readonly RegExp[]; hasNot?: readonly RegExp[] }[] = [
    {
      url: "/",
      has: [
        /<title>Ann &amp; Co<\/title>/,
        /name="description" content="Notes\."/,
        /rel="canonical" href="https:\/\/ex\.com\/repo\/"/,
      ],
    },
    {
      url: "/blog/2025/second/",
      has: [
        /<title>Second \| Ann &amp; Co<\/title>/,
        /name="description" content="About it"/,
        /rel="canonical" href="https:\/\/ex\.com\/repo\/blog\/2025\/second\/"/,
        /type="application\/atom\+xml" href="https:\/\/ex\.com\/repo\/feed\.xml" title="Ann &amp; Co"/,
      ],
      hasNot: [/noindex/],
    },
    { url: "/blog/page/2/", has: [/<title>Blog, page 2 \| Ann &amp; Co<\/title>/] },
    { url: "/404.html", has: [/<meta name="robots" content="noindex"/, /atom\+xml/], hasNot: [/canonical/] },
  ];
  for (const { url, has, hasNot = [] } of cases)
    it(url, () => {
      const page = html(url);
      for (const pattern of has) assert.match(page, pattern);
      for (const pattern of hasNot) assert.doesNotMatch(page, pattern);
    });

  it("names no canonical address where the site does not know its own", () => {
    assert.doesNotMatch(html("/", site({ "_config.yml": "title: T\n" })), /canonical/);
  });
});

describe("header", () => {
  function nav(url: string, of: Site = whole): readonly string[] {
    const [header] = elements(parse(html(url, of)), "header");
    assert.ok(header);
    return elements(header, "a").map((link) =>
      [text(link), attribute(link, "href"), attribute(link, "aria-current")].join(" ").trim(),
    );
  }
  const rest = ["About /repo/about/", "Talks /repo/talks/", "Search /repo/search/"];
  const cases: readonly { name: string; url: string; links: readonly string[] }[] = [
    { name: "the home page's own title stands for the site's name", url: "/", links: ["Blog /repo/blog/", ...rest] },
    {
      name: "a page is current",
      url: "/about/",
      links: [
        "Ann & Co /repo/",
        "Blog /repo/blog/",
        "About /repo/about/ page",
        "Talks /repo/talks/",
        "Search /repo/search/",
      ],
    },
    {
      name: "a post lies in the blog",
      url: "/blog/2025/third/",
      links: ["Ann & Co /repo/", "Blog /repo/blog/ true", ...rest],
    },
    { name: "so does an archive", url: "/blog/tag/a/", links: ["Ann & Co /repo/", "Blog /repo/blog/ true", ...rest] },
    {
      name: "so does its second page",
      url: "/blog/page/2/",
      links: ["Ann & Co /repo/", "Blog /repo/blog/ true", ...rest],
    },
  ];
  for (const { name, url, links } of cases) it(name, () => assert.deepEqual(nav(url), links));

  it("has no page that the search page does not lead to as well", () => {
    const ways = elements(parse(html("/search/")), "ul").find((list) => attribute(list, "class") === "ways");
    assert.ok(ways);
    const links = elements(ways, "a").map((link) => attribute(link, "href"));
    for (const url of ["/repo/", "/repo/blog/", "/repo/about/", "/repo/talks/", "/repo/blog/tag/"])
      assert.equal(links.filter((link) => link === url).length, 1, `${url} of ${links.join(" ")}`);
  });

  it("without posts there is no link to them", () => {
    const { site: empty, diagnostics } = read({ "_config.yml": "title: T\nbaseurl: /repo\n" });
    assert.deepEqual(nav("/404.html", completeSite(empty, diagnostics)), ["T /repo/", "Search /repo/search/"]);
  });
});

describe("post", () => {
  const page = () => parse(html("/blog/2025/second/"));

  it("says when it was written and changed, how long it takes, and where it belongs", () => {
    const [article] = elements(page(), "article");
    assert.ok(article);
    const facts = elements(article, "p").find((part) => attribute(part, "class") === "facts");
    assert.ok(facts);
    assert.equal(text(facts), "November 16, 2025 · Updated December 24, 2025 · 1\u00a0min read · Courses");
    assert.deepEqual(
      elements(facts, "time").map((time) => attribute(time, "datetime")),
      ["2025-11-16", "2025-12-24"],
    );
  });

  it("counts two hundred words a minute", () => {
    const long = site({ "_posts/2025-11-17-third.md": post("layout: post", `<p>${"word ".repeat(700)}</p>`) });
    assert.match(html("/blog/2025/third/", long), /4\u00a0min read/);
  });

  it("links its tags, but not one without a page", () => {
    const links = hrefs("/blog/2025/second/");
    assert.ok(links.includes("/repo/blog/tag/a/"));
    assert.ok(links.includes("/repo/blog/category/courses/"));
    assert.match(html("/blog/2025/second/"), /#<span>!!!<\/span>/);
  });

  it("leads to its neighbours", () => {
    const rel = (name: string) => elements(page(), "a").find((link) => attribute(link, "rel") === name);
    assert.equal(attribute(rel("prev"), "href"), "/repo/blog/2024/first/");
    assert.equal(attribute(rel("next"), "href"), "/repo/blog/2025/third/");
  });

  it("names related posts, unless told not to", () => {
    assert.match(html("/blog/2025/second/"), /Related posts/);
    assert.doesNotMatch(html("/blog/2025/third/"), /Related posts/);
  });

  it("shows a draft as one", () => {
    const { site: drafts, diagnostics } = read({
      ...files,
      "_config.yml": "show_drafts: true\n",
      "_drafts/2025-12-01-idea.md": post("layout: post\ntitle: Idea"),
    });
    assert.match(html("/blog/2025/idea/", completeSite(drafts, diagnostics)), /<p class="facts">Draft · <time/);
  });

  const wishes: readonly { toc: string; shown: boolean }[] = [
    { toc: "true", shown: true },
    { toc: "{sidebar: left}", shown: true },
    { toc: "{beginning: true}", shown: true },
    { toc: "{beginning: false}", shown: false },
    { toc: "false", shown: false },
    { toc: "null", shown: false },
  ];
  for (const { toc, shown } of wishes)
    it(`with toc: ${toc} it has ${shown ? "a" : "no"} table of contents`, () => {
      const of = site({ "_posts/2025-11-17-third.md": post(`layout: post\ntoc: ${toc}`, HEADINGS) });
      const [contents] = elements(parse(html("/blog/2025/third/", of)), "details");
      const links =
        contents === undefined ? [] : elements(contents, "a").map((link) => `${attribute(link, "href")} ${text(link)}`);
      assert.deepEqual(links, shown ? ["#one One", "#deep Deep", "#two Two"] : []);
    });
});

describe("lists", () => {
  it("the blog has its posts under their years, and the way on", () => {
    const page = parse(html("/blog/page/2/"));
    assert.deepEqual(elements(page, "h2").map(text), ["2024"]);
    assert.equal(
      attribute(
        elements(page, "a").find((link) => attribute(link, "rel") === "prev"),
        "href",
      ),
      "/repo/blog/",
    );
    assert.match(html("/blog/page/2/"), /Page 2 of 2/);
    assert.doesNotMatch(html("/blog/page/2/"), /rel="next"/);
  });

  it("a tag has its posts and the way to the other tags", () => {
    const links = hrefs("/blog/tag/a/");
    for (const href of [
      "/repo/blog/tag/",
      "/repo/blog/2024/first/",
      "/repo/blog/2025/second/",
      "/repo/blog/2025/third/",
    ])
      assert.ok(links.includes(href), href);
    assert.match(html("/blog/tag/a/"), /3 posts/);
  });

  it("a year needs no heading that says it again", () => {
    assert.deepEqual(elements(parse(html("/blog/2025/")), "h2"), []);
  });

  it("the index counts", () => {
    const [list] = elements(parse(html("/blog/tag/")), "ul").filter((ul) => attribute(ul, "class") === "terms");
    assert.ok(list);
    assert.deepEqual(elements(list, "li").map(text), ["A 3 posts", "B 1 post"]);
  });

  it("the home page has the newest posts and all of them behind a link", () => {
    const few = site({ "index.md": post("layout: about\nlatest_posts: {enabled: true, limit: 1}") });
    const links = hrefs("/", few);
    assert.ok(links.includes("/repo/blog/2025/third/"));
    assert.ok(!links.includes("/repo/blog/2025/second/"));
    assert.match(html("/", few), /All posts/);
    assert.doesNotMatch(
      html("/", site({ "index.md": post("layout: about\nlatest_posts: {enabled: false}") })),
      /Latest posts/,
    );
  });

  it("a home page that paginate divides lists the posts itself", () => {
    const of = site({
      "index.md": "",
      "index.html": post("layout: home\ntitle: T"),
      "_config.yml": "title: Ann\nbaseurl: /repo\nurl: https://ex.com\npaginate: 2\n",
    });
    assert.match(html("/", of), /Page 1 of 2/);
    assert.match(html("/page2/", of), /First &amp; &lt;last>/);
  });

  it("a blog without posts says so", () => {
    const { site: empty, diagnostics } = read({});
    assert.match(html("/blog/", completeSite(empty, diagnostics)), /Nothing has been published yet/);
  });
});

describe("page", () => {
  it("leaves a title that the text has to the text", () => {
    assert.deepEqual(elements(parse(html("/own/")), "h1").map(text), ["Own title"]);
  });

  it("in the default layout is its text", () => {
    assert.match(html("/bare/"), /<main id="Main"><div class="prose e-content"><h1>Bare<\/h1>/);
  });

  it("that is drawn whole has a text of its own all the same, an empty one: who asks for it gets nothing else", () => {
    for (const url of ["/blog/2025/", "/blog/tag/a/", "/blog/"])
      assert.match(html(url), /<\/header><div class="e-content"><\/div>/, url);
  });

  it("in the post layout has no date to show", () => {
    assert.doesNotMatch(html("/about/", site({ "about.md": post("layout: post\ntitle: About") })), /<time/);
  });

  it("footer_text stands in the footer, below whose site it is", () => {
    assert.match(
      html("/about/", site({ "_config.yml": "title: T\nfooter_text: '© <a href=\"/x\">Me</a>'\n" })),
      /<footer class="site-footer">(?:<a [^>]*>Feed<\/a>)?T<div>© <a href="\/x">Me<\/a><\/div>/,
    );
  });
});
