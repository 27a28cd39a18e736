/** How a post is cited. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { built } from "../support/built.ts";

/** The entry that a post shows, its character references resolved; "" where it shows none. */
async function entry(
  frontMatter: string,
  config = "author: Ann Example\nurl: https://ex.com",
  slug = "my-post",
): Promise<string> {
  const post = `---\n${frontMatter}\n---\nText.\n`;
  const site = await built({ "_config.yml": `title: T\n${config}\n`, [`_posts/2025-03-04-${slug}.md`]: post });
  const [, text = ""] =
    /<details class="cite">.*?<code>(.*?)<\/code>/s.exec(site.page(`blog/2025/${slug}/index.html`)) ?? [];
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

const key = (text: string): string => /^@misc\{(.*),$/m.exec(text)?.[1] ?? "";

describe("cite this post", () => {
  it("is an entry of BibTeX", async () => {
    assert.equal(
      await entry("title: About me"),
      [
        "@misc{example2025about,",
        "  author = {Ann Example},",
        "  title  = {{About me}},",
        "  year   = {2025},",
        "  month  = mar,",
        "  url    = {https://ex.com/blog/2025/my-post/}",
        "}",
      ].join("\n"),
    );
  });

  it("escapes what TeX takes for its own", async () => {
    assert.match(
      await entry("title: 'A_b & 50% of $5 x^2 \\in {S} #1 ~ <i>'"),
      /title {2}= \{\{A\\_b \\& 50\\% of \\\$5 x\\textasciicircum\{\}2 \\textbackslash\{\}in \\\{S\\\} \\#1 \\textasciitilde\{\} <i>\}\}/,
    );
  });

  const keys: readonly (readonly [says: string, frontMatter: string, key: string])[] = [
    ["skips small words", "title: On the Origin", "example2025origin"],
    ["writes no accents", "title: Étude\nauthor: Jürgen Ångström", "angstrom2025etude"],
    ["takes the slug where the title has no Latin letter", "title: 关于", "example2025post"],
    ["takes the family name before a comma", "title: X\nauthor: 'von Neumann, John'", "vonneumann2025x"],
    ["names somebody whose name has no Latin letter", "title: X\nauthor: 王楷健", "anonymous2025x"],
  ];
  for (const [says, frontMatter, expected] of keys)
    it(`has a key that ${says}`, async () => assert.equal(key(await entry(frontMatter)), expected));

  it("names all authors", async () => {
    assert.match(await entry("title: X\nauthors: [Ann B, Cid D]"), /author = \{Ann B and Cid D\}/);
  });

  it("has no address where the site has none", async () => {
    assert.ok(!(await entry("title: X", "author: Ann")).includes("url"));
  });

  const wishes: readonly (readonly [says: string, frontMatter: string, config: string, shown: boolean])[] = [
    ["is there by default", "title: X", "author: A", true],
    ["is not where nobody wrote it", "title: X", "lang: en", false],
    ["is not where the post wants none", "title: X\ncitation: false", "author: A", false],
    ["is not where the site wants none", "title: X", "author: A\ncitation: false", false],
    ["is where the post wants one all the same", "title: X\ncitation: true", "author: A\ncitation: false", true],
  ];
  for (const [says, frontMatter, config, shown] of wishes)
    it(says, async () => assert.equal((await entry(frontMatter, config)) !== "", shown));
});
