import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Mode } from "../../src/model.ts";
import { sitemapOutputs } from "../../src/plugins/sitemap.ts";
import type { Files } from "../support/site.ts";
import { helpersFor, post, read } from "./fixture.ts";

function written(files: Files, mode: Mode = "octavo"): Readonly<Record<string, string>> {
  const { site } = read(files, mode);
  return Object.fromEntries(sitemapOutputs(site, helpersFor(site)).map(({ file, render }) => [file, render()]));
}

function addresses(files: Files): readonly string[] {
  const xml = written({
    "_config.yml": "url: https://ex.com\ncollections: {notes: {output: true}, drafts2: {output: false}}\n",
    ...files,
  });
  return [...(xml["sitemap.xml"] ?? "").matchAll(/<loc>https:\/\/ex\.com(.*?)<\/loc>/g)]
    .map(([, path = ""]) => path)
    .sort();
}

describe("sitemap", () => {
  const cases: readonly { name: string; files: Files; has: readonly string[] }[] = [
    {
      name: "has posts, pages and the items of collections that are written",
      files: { "_posts/2025-01-01-a.md": post(), "p.md": post(), "_notes/n.md": post(), "_drafts2/x.md": post() },
      has: ["/blog/2025/a/", "/notes/n/", "/p/"],
    },
    {
      name: "has HTML and PDF files, and no others",
      files: { "a.html": "x", "b.pdf": "x", "c.txt": "x", "d.htm": "x" },
      has: ["/a.html", "/b.pdf", "/d.htm"],
    },
    {
      name: "calls an index by its folder",
      files: { "index.md": post(), "sub/index.html": post() },
      has: ["/", "/sub/"],
    },
    {
      name: "leaves out what says sitemap: false",
      files: { "p.md": post("sitemap: false"), "_posts/2025-01-01-a.md": post("sitemap: no") },
      has: [],
    },
    { name: "leaves out the 404 page", files: { "404.md": post("permalink: /404.html") }, has: [] },
    {
      name: "leaves out what only leads elsewhere",
      files: { "p.md": post("redirect_to: /q/"), "q.md": post("redirect: https://x.y") },
      has: [],
    },
    { name: "leaves out what is no page", files: { "data.json": post() }, has: [] },
  ];
  for (const { name, files, has } of cases) it(name, () => assert.deepEqual(addresses(files), has));

  it("tells when a page last changed, but not when a file was copied", () => {
    const xml =
      written({
        "p.md": post("last_modified_at: 2024-05-06 07:08:09"),
        "raw.html": "x",
        "_config.yml": "url: https://ex.com\n",
      })["sitemap.xml"] ?? "";
    assert.ok(xml.includes("<loc>https://ex.com/p/</loc>\n<lastmod>2024-05-06T07:08:09+00:00</lastmod>"));
    assert.ok(xml.includes("<loc>https://ex.com/raw.html</loc>\n</url>"));
  });

  const robots: readonly { name: string; config: string; mode: Mode; text: string }[] = [
    {
      name: "robots.txt lets everyone in and names the sitemap",
      config: "url: https://ex.com",
      mode: "octavo",
      text: "User-agent: *\nDisallow:\n\nSitemap: https://ex.com/sitemap.xml\n",
    },
    {
      name: "robots.txt names no sitemap where the site does not know its address",
      config: "{}",
      mode: "octavo",
      text: "User-agent: *\nDisallow:\n",
    },
    {
      name: "robots.txt is Jekyll's in jekyll",
      config: "{url: https://ex.com, plugins: [jekyll-sitemap]}",
      mode: "jekyll",
      text: "Sitemap: https://ex.com/sitemap.xml\n",
    },
  ];
  for (const { name, config, mode, text } of robots)
    it(name, () => assert.equal(written({ "_config.yml": `${config}\n` }, mode)["robots.txt"], text));

  it("yields to files of the site's own", () => {
    assert.deepEqual(Object.keys(written({ "robots.txt": "x" })), ["sitemap.xml"]);
    assert.deepEqual(Object.keys(written({ "sitemap.xml": "---\n---\nx" })), ["robots.txt"]);
  });

  it("is not in jekyll without the plugin", () => assert.deepEqual(written({}, "jekyll"), {}));
});
