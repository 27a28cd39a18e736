/** A folder of posts and nothing else: no configuration, no titles. Every page has a name all the same. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { built } from "../support/built.ts";

const POST = "---\n---\n\nText.\n";
const alone = await built({ "_config.yml": "", "_posts/2024-03-01-first-light.md": POST });
const withPages = await built({
  "_config.yml": "",
  "index.md": "---\nlayout: home\n---\n\nText.\n",
  "about-me.md": "---\nlayout: about\n---\n\nText.\n",
  "reading_list.md": "---\n---\n\nText.\n",
  "headed.md": "---\n---\n\n## What I *do*\n\nText.\n",
  "_posts/2024-03-01-first-light.md": POST,
});
const chinese = await built({ "_config.yml": "lang: zh\n", "_posts/2024-03-01-first-light.md": POST });

describe("a site without a name", () => {
  const names: readonly (readonly [
    where: string,
    site: typeof alone,
    file: string,
    title: string,
    heading?: string,
  ])[] = [
    ["the home page that nobody wrote", alone, "index.html", "Home", "Home"],
    ["the home page in the site's language", chinese, "index.html", "首页", "首页"],
    ["a home page without a title", withPages, "index.html", "Home", "Home"],
    ["a page about its author", withPages, "about-me/index.html", "about me"],
    ["a post, by its file", alone, "blog/2024/first-light/index.html", "First Light", "First Light"],
    ["a page, by its address", withPages, "reading_list/index.html", "reading list"],
    ["a page, by its first heading", withPages, "headed/index.html", "What I do"],
  ];
  for (const [where, site, file, title, heading] of names)
    it(`calls ${where} ${title}`, () => {
      const html = site.page(file);
      assert.match(html, new RegExp(`<title>${title}</title>`));
      if (heading !== undefined) assert.match(html, new RegExp(`<h1>${heading}</h1>`));
    });
});
