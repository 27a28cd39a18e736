/** al-folio's `related_blog_posts`: how many posts a post leads on to. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { built } from "../support/built.ts";

async function related(config: string, frontMatter = ""): Promise<number> {
  const post = (day: number): readonly [string, string] => [
    `_posts/2024-01-0${day}-p${day}.md`,
    `---\nlayout: post\ntags: [t]\n${frontMatter}---\nText\n`,
  ];
  const site = await built({
    "_config.yml": `title: T\nfirst_name: A\n${config}`,
    ...Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8].map(post)),
  });
  const [, list = ""] = /<span>Related posts<\/span>(.*?)<\/ul>/s.exec(site.page("blog/2024/p4/index.html")) ?? [];
  return [...list.matchAll(/<a /g)].length;
}

describe("related posts", () => {
  for (const [name, config, frontMatter, count] of [
    ["are three without a wish", "", "", 3],
    ["are as many as `max_related` says", "related_blog_posts: {enabled: true, max_related: 5}\n", "", 5],
    ["are none where `max_related` is 0", "related_blog_posts: {max_related: 0}\n", "", 0],
    ["are none where they are not enabled", "related_blog_posts: {enabled: false, max_related: 5}\n", "", 0],
    ["are none where the post says so", "related_blog_posts: {max_related: 5}\n", "related_posts: false\n", 0],
  ] as const)
    it(name, async () => assert.equal(await related(config, frontMatter), count));
});

it("from a news item nothing leads to one that is shown inline alone", async () => {
  const item = (inline: boolean, day: number): string =>
    `---\nlayout: post\n${inline ? "" : `title: Day ${day}\n`}date: 2024-01-0${day}\ninline: ${inline}\n---\nText\n`;
  const site = await built({
    "_config.yml": "title: T\ncollections: {news: {output: true}}\n",
    "_news/a.md": item(false, 1),
    "_news/b.md": item(true, 2),
    "_news/c.md": item(false, 3),
  });
  assert.match(site.page("news/c/index.html") + site.page("news/a/index.html"), /Day 1<\/a>[\s\S]*Day 3<\/a>/);
  assert.doesNotMatch(site.page("news/c/index.html"), /href="\/news\/b\//);
});
