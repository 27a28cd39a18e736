/** schema.org's description of each kind of page: what the site says, and nothing else. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { built } from "../support/built.ts";

const CONFIG = "title: Ann & Co\nauthor: Ann\ndescription: Notes.\nurl: https://ex.com\nbaseurl: /r\n";

const FILES = {
  "_config.yml": `${CONFIG}github_username: ann\ncards: false\n`,
  "index.md": "---\nlayout: home\ntitle: Home\nprofile: {image: me.jpg}\n---\nHello.\n",
  "about.md": "---\ntitle: About\n---\nI am.\n",
  "_posts/2024-03-01-a.md": `---
title: "<!-- </script> & \\u2028 x"
tags: [x, y]
categories: [n]
description: D
updated: 2024-04-05
image: {path: /a.png, width: 100, height: 50}
---
One two three.
`,
  "_posts/2024-03-02-b.md": "---\ntitle: B\nauthors: [Bob, Cid]\nseo: {type: TechArticle}\n---\nText.\n",
};

const site = await built(FILES);

function script(html: string): string {
  return /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? "";
}

/** The nodes of a page by their types. */
function nodes(html: string): Readonly<Record<string, unknown>> {
  const json = JSON.parse(script(html)) as { readonly "@graph"?: readonly Record<string, unknown>[] };
  assert.equal((json as Record<string, unknown>)["@context"], "https://schema.org");
  const graph = json["@graph"] ?? [json as Record<string, unknown>];
  return Object.fromEntries(graph.map(({ "@context": _, ...node }) => [String(node["@type"]), node]));
}

const crumb = (position: number, name: string, path: string) => ({
  "@type": "ListItem",
  position,
  name,
  item: `https://ex.com/r${path}`,
});

/** The page itself needs no address. */
const here = (position: number, name: string) => ({ "@type": "ListItem", position, name });

describe("JSON-LD", () => {
  it("says of the home page whose it is", () => {
    assert.deepEqual(nodes(site.page("index.html")), {
      WebSite: {
        "@type": "WebSite",
        name: "Ann & Co",
        url: "https://ex.com/r/",
        description: "Notes.",
      },
      ProfilePage: {
        "@type": "ProfilePage",
        url: "https://ex.com/r/",
        name: "Home",
        mainEntity: {
          "@type": "Person",
          name: "Ann",
          url: "https://ex.com/r/",
          description: "Notes.",
          image: "https://ex.com/r/assets/img/me.jpg",
          sameAs: ["https://github.com/ann"],
        },
      },
    });
  });

  it("says of a post what is known of it, and where it stands", () => {
    const title = "<!-- </script> & \u2028 x";
    const url = "https://ex.com/r/blog/2024/a/";
    assert.deepEqual(nodes(site.page("blog/2024/a/index.html")), {
      BlogPosting: {
        "@type": "BlogPosting",
        headline: title,
        url,
        description: "D",
        image: "https://ex.com/r/a.png",
        datePublished: "2024-03-01",
        dateModified: "2024-04-05",
        author: { "@type": "Person", name: "Ann" },
      },
      BreadcrumbList: {
        "@type": "BreadcrumbList",
        itemListElement: [crumb(1, "Blog", "/blog/"), here(2, title)],
      },
    });
  });

  it("is nothing that a browser takes for markup", () => {
    const text = script(site.page("blog/2024/a/index.html"));
    assert.ok(!/[<\u2028]/.test(text));
    assert.ok(text.includes("\\u003c/script>"));
  });

  it("takes a type that the author asks for, and several authors", () => {
    const { TechArticle } = nodes(site.page("blog/2024/b/index.html"));
    const { author, dateModified } = TechArticle as Record<string, unknown>;
    assert.deepEqual(author, [
      { "@type": "Person", name: "Bob" },
      { "@type": "Person", name: "Cid" },
    ]);
    assert.equal(dateModified, undefined);
  });

  it("says of a list that it is one, below its index", () => {
    const { CollectionPage, BreadcrumbList } = nodes(site.page("blog/tag/x/index.html"));
    assert.deepEqual(CollectionPage, {
      "@type": "CollectionPage",
      name: "x",
      url: "https://ex.com/r/blog/tag/x/",
      description: "Notes.",
    });
    assert.deepEqual((BreadcrumbList as Record<string, unknown>).itemListElement, [
      crumb(1, "Blog", "/blog/"),
      crumb(2, "Tags", "/blog/tag/"),
      here(3, "x"),
    ]);
  });

  it("says of a page that it is one, below the home page", () => {
    const { WebPage, BreadcrumbList } = nodes(site.page("about/index.html"));
    assert.equal((WebPage as Record<string, unknown>).name, "About");
    assert.deepEqual((BreadcrumbList as Record<string, unknown>).itemListElement, [
      crumb(1, "Home", "/"),
      here(2, "About"),
    ]);
  });

  it("says nothing of the 404 page, nor where the site turns it off", async () => {
    assert.equal(script(site.page("404.html")), "");
    const quiet = await built({ ...FILES, "_config.yml": `${CONFIG}serve_schema_org: false\n` });
    assert.equal(script(quiet.page("index.html")), "");
  });

  it("names no person where nobody is named, and no address where the site has none", async () => {
    const bare = await built({
      "_config.yml": "title: T\n",
      "index.md": "---\nlayout: home\n---\n",
      "p.md": "---\ntitle: P\n---\nX\n",
    });
    assert.deepEqual(nodes(bare.page("index.html")), { WebSite: { "@type": "WebSite", name: "T" } });
    assert.deepEqual(nodes(bare.page("p/index.html")), {
      WebPage: { "@type": "WebPage", name: "P", description: "X" },
    });
  });
});
