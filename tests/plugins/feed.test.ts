import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Mode } from "../../src/model.ts";
import { feedOutputs, feedUrl } from "../../src/plugins/feed.ts";
import type { Files } from "../support/site.ts";
import { helpersFor, post, read } from "./fixture.ts";

/** The feeds of a site by their files. */
function feeds(files: Files, mode: Mode = "octavo"): ReadonlyMap<string, string> {
  const { site } = read(files, mode);
  return new Map(feedOutputs(site, helpersFor(site)).map(({ file, render }) => [file, render()]));
}

function feed(files: Files): string {
  return feeds({ "_config.yml": "url: https://ex.com\n", ...files }).get("feed.xml") ?? "";
}

describe("feed", () => {
  it("is as it was while the site is, unless it shows a template", () => {
    const isPlain = (body: string): readonly (boolean | undefined)[] => {
      const { site } = read(
        { "_config.yml": "url: https://ex.com\n", "_posts/2024-01-01-a.md": post("", body) },
        "octavo",
      );
      return feedOutputs(site, helpersFor(site)).map((output) => output.isPlain);
    };
    assert.deepEqual(isPlain("Text"), [true]);
    assert.deepEqual(isPlain("{{ site.time }}"), [false]);
  });

  const where: readonly {
    name: string;
    mode?: Mode;
    config: string;
    files: readonly string[];
    url: string | undefined;
  }[] = [
    { name: "is there in octavo", config: "{}", files: ["feed.xml"], url: "/feed.xml" },
    { name: "is not in jekyll without the plugin", mode: "jekyll", config: "{}", files: [], url: undefined },
    {
      name: "is in jekyll with the plugin",
      mode: "jekyll",
      config: "plugins: [jekyll-feed]",
      files: ["feed.xml"],
      url: "/feed.xml",
    },
    { name: "lies at feed.path", config: "feed: {path: atom/all.xml}", files: ["atom/all.xml"], url: "/atom/all.xml" },
    {
      name: "lies at the path of the posts' collection",
      config: "feed: {collections: {posts: {path: /p.xml}}}",
      files: ["p.xml"],
      url: "/p.xml",
    },
    {
      name: "has a feed a collection",
      config: "feed: {collections: [notes]}",
      files: ["feed/notes.xml", "feed.xml"],
      url: "/feed.xml",
    },
    {
      name: "has a feed a category",
      config: "feed: {categories: [news]}",
      files: ["feed/news.xml", "feed.xml"],
      url: "/feed.xml",
    },
    {
      name: "has a feed a tag of letters, digits and underscores",
      config: "feed: {tags: {path: t/, except: [skip]}}",
      files: ["feed.xml", "t/a_1.xml"],
      url: "/feed.xml",
    },
    {
      name: "has only the tags that are named",
      config: "feed: {tags: {only: [skip]}}",
      files: ["feed.xml", "feed/by_tag/skip.xml"],
      url: "/feed.xml",
    },
  ];
  for (const { name, mode = "octavo", config, files, url } of where)
    it(name, () => {
      const posts = { "_posts/2025-01-01-a.md": post("tags: [a_1, skip, b-c]") };
      const { site } = read({ ...posts, "_config.yml": `${config}\n` }, mode);
      assert.deepEqual(
        feedOutputs(site, helpersFor(site)).map(({ file }) => file),
        files,
      );
      assert.equal(feedUrl(site.config), url);
    });

  for (const [sentence, mode, author, elements] of [
    ["a list is one name in jekyll", "jekyll", "[ann, b]", "<name>[&quot;ann&quot;, &quot;b&quot;]</name>"],
    ["a list is as many persons in octavo", "octavo", "[ann, b]", "<name>ann</name></author><author><name>b</name>"],
    [
      "a mapping without a name is shown whole",
      "jekyll",
      "{nick: z}",
      "<name>{&quot;nick&quot;=&gt;&quot;z&quot;}</name>",
    ],
    ["a number is a name", "jekyll", "5", "<name>5</name>"],
    ["an empty list names nobody, and so the site's", "jekyll", "[]", "<name>S</name><email>s@s</email>"],
  ] as const)
    it(`of authors: ${sentence}`, () => {
      const config = "author: {name: S, email: s@s}\nplugins: [jekyll-feed]\n";
      const xml = feeds({ "_config.yml": config, "_posts/2025-01-01-a.md": post(`author: ${author}`) }, mode);
      assert.equal(
        /<entry>.*?(<author>.*<\/author>)/.exec(xml.get("feed.xml") ?? "")?.[1],
        `<author>${elements}</author>`,
      );
    });

  it("encodes a permalink that is written with blanks and letters outside ASCII, in both modes", () => {
    for (const mode of ["jekyll", "octavo"] as const) {
      const files = {
        "_config.yml": "url: https://ex.com\nplugins: [jekyll-feed]\n",
        "_posts/2025-01-01-a.md": post("permalink: /a b/ü/"),
      };
      const xml = feeds(files, mode).get("feed.xml") ?? "";
      assert.match(xml, /<link href="https:\/\/ex\.com\/a%20b\/%C3%BC\/" rel="alternate"/);
    }
  });

  it("keeps an empty title in mode jekyll", () => {
    const files = { "_config.yml": "plugins: [jekyll-feed]\n", "_posts/2025-01-01-a.md": "---\ntitle: ''\n---\n" };
    assert.match(feeds(files, "jekyll").get("feed.xml") ?? "", /<entry><title type="html"><\/title>/);
  });

  it("yields to a file of the site's own", () => {
    assert.equal(feeds({ "feed.xml": "<feed/>" }).size, 0);
  });

  describe("of what stands in a post", () => {
    const config = "url: https://me.org\nbaseurl: /b\nauthor: {name: A, email: ann@ex.com}\n";
    const body =
      '<a href="/b/x/">a</a> <a href="../y/#z">b</a> <a href="#d">c</a> <img src="i j.png" alt=""> <img src="/b/k.png" srcset="/b/k.png 1x, /b/l.png 2x" alt=""> <a href="mailto:ann@ex.com">ann@ex.com</a> or ann@ex.com <code>ann@ex.com</code> <a href="https://o.org/">o</a>';
    const content = (config: string, mode: Mode = "octavo"): string =>
      feeds({ "_config.yml": config, "_posts/2025-01-01-a.md": post("permalink: /p/a/", body) }, mode).get(
        "feed.xml",
      ) ?? "";

    it("gives whole addresses: many readers pass over xml:base", () => {
      const xml = content(config);
      for (const reference of [
        'href="https://me.org/b/x/"',
        'href="https://me.org/b/p/y/#z"',
        'href="#d"',
        'src="https://me.org/b/p/a/i%20j.png"',
        'srcset="https://me.org/b/k.png 1x, https://me.org/b/l.png 2x"',
        'href="https://o.org/"',
      ])
        assert.ok(xml.includes(reference), `${reference} in ${xml}`);
    });

    it("has no mail address that a harvester could read, but in code", () => {
      assert.deepEqual(content(config).match(/.{6}ann@ex\.com/g), ["<code>ann@ex.com"]);
      assert.match(content(`${config}protect_email: false\n`), /<email>ann@ex\.com.*mailto:ann@ex\.com/);
    });

    it("changes nothing in jekyll, nor without the site's address", () => {
      assert.match(content(`${config}plugins: [jekyll-feed]\n`, "jekyll"), /href="\.\.\/y\/#z".*mailto:ann@ex\.com/);
      assert.match(content("baseurl: /b\n"), /href="\.\.\/y\/#z"/);
    });
  });

  it("has a title and an author, as Atom wants, where the site has no name", () => {
    const xml = feeds({ "_config.yml": "{}\n", "_posts/2025-01-01-a.md": post() }).get("feed.xml") ?? "";
    assert.match(xml, /<title type="html">Home<\/title>/);
  });

  it("keeps ]]> in a post from ending the content", () => {
    const xml = feed({ "_posts/2025-01-01-a.md": post("title: A\nexcerpt: 'x ]]> y'", "<p>a]]>b</p>") });
    assert.ok(xml.includes("<![CDATA[<p>a]]]]><![CDATA[>b</p>]]></content>"));
    assert.ok(xml.includes("<![CDATA[x ]]]]><![CDATA[> y]]></summary>"));
  });

  it("leaves out the characters that XML forbids", () => {
    const xml = feed({ "_posts/2025-01-01-a.md": post('title: "A\\u0007B"', "<p>c\u0008d\ufffee</p>") });
    assert.ok(xml.includes('<title type="html">AB</title>'));
    assert.ok(xml.includes("<p>cde</p>"));
  });

  it("escapes a title as HTML and again as XML, its quotes turned", () => {
    const xml = feed({ "_posts/2025-01-01-a.md": post("title: 'Q&A: \"x\" < y'") });
    assert.ok(xml.includes('<title type="html">Q&amp;amp;A: “x” &amp;lt; y</title>'));
  });

  it("holds the newest ten, or as many as posts_limit says", () => {
    const posts = Object.fromEntries(
      Array.from({ length: 12 }, (_, index) => [`_posts/2025-01-${index + 10}-p.md`, post()]),
    );
    const count = (files: Files) => feed(files).split("<entry").length - 1;
    assert.equal(count(posts), 10);
    assert.equal(count({ ...posts, "_config.yml": "feed: {posts_limit: 2}\n" }), 2);
  });

  it("lists posts of one time as the gem does: those of the earlier path first", () => {
    const posts = {
      "_posts/2025-01-01-a.md": post(),
      "_posts/2025-01-01-b.md": post(),
      "_posts/2025-02-01-c.md": post(),
    };
    const titles = [...feed(posts).matchAll(/<title type="html">(.)<\/title>/g)].map((match) => match[1]);
    assert.deepEqual(titles, ["C", "A", "B"]);
  });

  it("is as old as its newest post, so that two builds are alike", () => {
    const xml = feed({ "_posts/2025-01-01-a.md": post("last_updated: 2025-03-04"), "_posts/2025-02-01-b.md": post() });
    assert.match(xml, /<\/?updated>2025-03-04T00:00:00\+00:00<\/updated><id>/);
    assert.match(feed({}), /<updated>1970-01-01T00:00:00\+00:00<\/updated>/);
  });

  it("names an author for every post", () => {
    const name = (config: string) =>
      /<entry>.*<author><name>(.*?)<\/name>/.exec(
        feed({ "_config.yml": config, "_posts/2025-01-01-a.md": post() }),
      )?.[1];
    assert.equal(name("title: The site\nauthor: Ann\n"), "Ann");
    assert.equal(name("title: The site\n"), "The site");
  });

  it("puts baseurl into addresses and ids", () => {
    const files = { "_config.yml": "url: https://ex.com\nbaseurl: /repo\n", "_posts/2025-01-01-a.md": post() };
    const xml = feed(files);
    assert.ok(xml.includes('<link href="https://ex.com/repo/blog/2025/a/" rel="alternate"'));
    assert.ok(xml.includes("<id>https://ex.com/repo/blog/2025/a</id>"));
    assert.ok(xml.includes('xml:base="https://ex.com/repo/blog/2025/a/"'));
  });
});
