/** What al-folio's sites take from elsewhere, row by row, each on a small site. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { built, shown } from "../support/built.ts";

const ACADEMIC = "title: T\nfirst_name: Emmy\nlast_name: Noether\n";

describe("data", () => {
  it("posts elsewhere stand in the lists and lead there", async () => {
    const site = await built({
      "_config.yml": `${ACADEMIC}external_sources:\n  - {name: medium, rss_url: https://m.example/feed, categories: [ext]}\n  - name: Google\n    posts: [{url: https://blog.google/the-keyword/, published_date: 2024-05-14}]\n    tags: [away]\n`,
      "_data/external_posts.json":
        '{"medium":[{"url":"https://m.example/p","title":"From a feed","date":"2023-02-03T00:00:00Z","description":"d"}]}',
    });
    assert.match(site.main("blog/index.html"), /The keyword<[\s\S]*From a feed</);
    assert.match(site.page("blog/2024/the-keyword/index.html"), /https:\/\/blog\.google\/the-keyword\//);
    assert.ok(site.files.includes("blog/tag/away/index.html"));
  });

  it("a feed that was never fetched is told, and the build goes on", async () => {
    const site = await built({
      "_config.yml": `${ACADEMIC}external_sources: [{name: m, rss_url: "https://m.example/feed"}]\n`,
    });
    assert.match(site.told.map(({ help }) => help).join(), /octavo fetch/);
  });

  it("a file of jekyll_get_json that is not there is told, with what helps", async () => {
    const config = "jekyll_get_json: [{data: a, json: assets/a.json}, {data: b, json: https://b.example/b.json}]\n";
    const site = await built({ "_config.yml": ACADEMIC + config });
    assert.deepEqual(
      site.told.map(({ help }) => help),
      ["Put the file there, or take the key out", 'Run "octavo fetch", which keeps it as _data/b.json'],
    );
  });

  it("jekyll_get_json is data", async () => {
    const html = await shown("{{ site.data.resume.basics.name }}", {
      "_config.yml": `${ACADEMIC}jekyll_get_json: [{data: resume, json: assets/json/resume.json}]\n`,
      "assets/json/resume.json": '{"basics":{"name":"E. Noether"}}',
    });
    assert.match(html, /E\. Noether/);
  });
});
