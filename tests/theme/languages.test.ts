/** Pages in a language that the theme has no words of: what is English in them says so, and stands in its own direction. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { built } from "../support/built.ts";

const post = (lang: string, text = "نص."): string =>
  `---\ntitle: تدوينة\nlang: ${lang}\ntags: [a]\nupdated: 2024-03-05\n---\n\n${text}\n`;
const CODE = "```c\nint x;\n```\n\n> [!NOTE]\n> نص.\n\n## ا\n\n## ب\n";

const arabic = await built({
  "_config.yml": "title: مدونة\nauthor: سلمى\nlang: ar\nwords: {tags: وسوم}\n",
  "_posts/2024-03-01-one.md": post("ar", CODE).replace("tags:", "toc: true\ntags:"),
  "_posts/2024-03-02-two.md": post("ar"),
  "_posts/2024-03-03-three.md": post("zh", "> [!NOTE]\n> 一"),
});
const english = await built({
  "_config.yml": "title: T\nlang: en-GB\n",
  "_posts/2024-03-01-one.md": post("en-GB"),
  "_posts/2024-03-02-two.md": post("en-GB"),
});

const said = (word: string): string => `<span lang="en" dir="ltr">${word}</span>`;

describe("a page in Arabic", () => {
  const file = "blog/2024/one/index.html";
  const marked: readonly (readonly [where: string, file: string, html: string])[] = [
    ["the link to the content", file, `<a class="skip-link" href="#Main">${said("Skip to content")}</a>`],
    ["the switch of the theme", file, `<span class="dark">${said("Dark")}</span>`],
    ["a page of the menu that the theme makes", file, `<a href="/blog/" aria-current="true">${said("Blog")}</a>`],
    ["beside a date", file, `${said("Updated")} <time`],
    ["the time of reading", file, ` · ${said("1\u00a0min read")}`],
    ["the contents", file, `<summary>${said("Contents")}</summary>`],
    ["the button that copies", file, `<button class="copy" type="button" lang="en"`],
    ["the title of an alert", file, '<p class="markdown-alert-title" lang="en">Note</p>'],
    ["the ways on", file, `<span>${said("Next")}</span>`],
    ["other posts", file, `<span>${said("Related posts")}</span>`],
    ["the feed", file, `<a href="/feed.xml">${said("Feed")}</a>`],
    ["the title of a list", "blog/index.html", `<h1>${said("Blog")}</h1>`],
    ["a word of the site's own is none of them", "blog/tag/index.html", "<h1>وسوم</h1>"],
    ["the page for what is not there", "404.html", `<h1>${said("Page not found")}</h1>`],
    ["the search", "search/index.html", `<label for="Query">${said("Search this site")}</label>`],
    ["the ways out of the search", "search/index.html", `<a href="/">${said("Home")}</a>`],
  ];
  for (const [where, file, html] of marked)
    it(`says that it is English: ${where}`, () => assert.ok(arabic.page(file).includes(html), html));

  it("has no mark in what takes none", () => {
    for (const { 1: value = "" } of arabic.page(file).matchAll(/="([^"]*)"/g)) assert.doesNotMatch(value, /span/);
    assert.doesNotMatch(arabic.page(file), /<title>[^<]*<span/);
  });
});

describe("a page in a language of the theme's", () => {
  it("says nothing of its language", () => {
    for (const file of ["blog/2024/one/index.html", "blog/2024/two/index.html", "blog/index.html", "404.html"])
      assert.doesNotMatch(english.page(file).replace(/<html[^>]*>/, ""), /lang="en"/, file);
  });

  it("titles an alert in its own language, not in the site's", () => {
    assert.match(
      arabic.page("blog/2024/three/index.html"),
      /aria-label="备注">\s*<p class="markdown-alert-title">备注</,
    );
  });
});
