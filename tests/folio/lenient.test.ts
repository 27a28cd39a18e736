/** Where al-folio sites leave to Jekyll what a configuration says. */
import assert from "node:assert/strict";
import { it } from "node:test";
import { built } from "./built.ts";

it("leaves posts where Jekyll puts them, where the configuration names jekyll-scholar and no permalink", async () => {
  const { files } = await built({
    "_config.yml": "title: T\nplugins: [jekyll/scholar]\n",
    "_posts/2024-01-02-a.md": "x",
  });
  assert.ok(files.includes("2024/01/02/a.html"), files.join(" "));
});

it("writes the first page of a list into its folder, as jekyll-paginate-v2 does", async () => {
  const { files } = await built({
    "_config.yml": "title: T\nfirst_name: A\npagination: {enabled: true}\n",
    "blog/index.html":
      "---\npermalink: /blog\npagination: {enabled: true}\n---\n{% for post in paginator.posts %}{{ post.title }}{% endfor %}",
    "_posts/2024-01-02-a.md": "x",
  });
  assert.ok(files.includes("blog/index.html") && !files.includes("blog.html"), files.join(" "));
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
