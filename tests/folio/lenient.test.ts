/** What Jekyll builds in silence, an al-folio site builds with a warning. */
import assert from "node:assert/strict";
import { it } from "node:test";
import { built } from "./built.ts";

it("writes the later of two pages for one URL, as Jekyll does, and says so", async () => {
  const { main, told } = await built({
    "_config.yml": "title: T\nfirst_name: A\ncollections:\n  news: {output: true}\n",
    "news/a/index.html": "---\n---\nfirst",
    "_news/a.md": "---\npermalink: /news/a/\n---\nsecond",
  });
  assert.match(main("news/a/index.html"), /second/);
  assert.deepEqual(
    told.map(({ level, problem }) => [level, problem]),
    [["warning", "news/a/index.html and _news/a.md are both written to /news/a/"]],
  );
});

it("takes the first language of several, and none for what is no language", async () => {
  const { page } = await built({
    "_config.yml": "title: T\nfirst_name: A\nlang: en, zh_CN\n",
    "_posts/2024-01-02-a.md": "---\nlang: zh_CN\n---\nx",
    "_posts/2024-01-03-b.md": '---\nlang: "?"\n---\nx',
  });
  assert.match(page("blog/2024/a/index.html"), /<html lang="zh-CN"/);
  assert.match(page("blog/2024/b/index.html"), /<html lang="en"/);
});
