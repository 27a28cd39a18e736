/** The theme as it is delivered: one file a page, small, and what is in it. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { after, before, describe, it } from "node:test";
import { gzipSync } from "node:zlib";
import { fixtureSite } from "../browser/fixture.ts";
import { htmlFaults } from "../support/html-faults.ts";
import { buildSite, readTree, temporaryFolder, writeFiles } from "../support/site.ts";

const { folder: source, remove: removeSource } = temporaryFolder();
const { folder: destination, remove: removeDestination } = temporaryFolder();
after(() => {
  removeSource();
  removeDestination();
});

const page = (file: string): string => readFileSync(path.join(destination, file), "utf8");
const POST = "blog/2024/everything/index.html";

/** KB of HTML with its CSS and its script, gzip -6. */
const weight = (file: string): number => gzipSync(page(file), { level: 6 }).length / 1024;

describe("a built site", () => {
  before(() => {
    writeFiles(source, {
      ...fixtureSite(),
      "_posts/2024-06-01-chinese.md": "---\ntitle: 中文\nlang: zh-CN\n---\n\n一段文字。\n",
      "_posts/2024-06-02-arabic.md": "---\ntitle: عربي\nlang: ar\n---\n\nنص `x`.\n",
    });
    buildSite(source, destination);
  });

  it("has valid pages", () => {
    const files = Object.keys(readTree(destination)).filter((file) => file.endsWith(".html"));
    const kinds = new Map(files.toReversed().map((file) => [path.dirname(path.dirname(file)), file]));
    for (const file of [...kinds.values(), POST, "blog/2024/chinese/index.html", "blog/2024/arabic/index.html"]) {
      assert.deepEqual(htmlFaults(page(file)), [], file);
    }
  });

  it("loads neither style sheet nor script", () => {
    for (const file of [POST, "index.html", "blog/index.html", "404.html"])
      assert.doesNotMatch(page(file), /rel="stylesheet"|<script[^>]* src=|@import|url\(|\sstyle="|\son[a-z]+="/, file);
  });

  it("has in each page the CSS for what is there", () => {
    const css = (file: string): string => /<style>([\s\S]*?)<\/style>/.exec(page(file))?.[1] ?? "";
    assert.match(css(POST), /\.highlight[\s\S]*\.side-note/);
    assert.match(css(POST), /pre \.k\{/);
    assert.doesNotMatch(css("blog/index.html"), /\.highlight|side-note|math\{|pre \.|blockquote/);
    assert.match(css("blog/2024/chinese/index.html"), /html:lang\(zh\)/);
    assert.doesNotMatch(css(POST), /html:lang\(zh\)|dir=rtl/);
    assert.match(css("blog/2024/arabic/index.html"), /\[dir=rtl\]/);
  });

  it("says the direction of a page, and the language of what is in another one", () => {
    assert.match(page("blog/2024/arabic/index.html"), /<html lang="ar" dir="rtl">/);
    assert.match(page(POST), /<html lang="en">/);
    assert.match(page("blog/index.html"), /<a [^>]*lang="ar" dir="rtl"[^>]*>عربي<\/a>/);
    assert.match(page("blog/2024/chinese/index.html"), /2024年6月1日/);
    assert.match(page("blog/2024/chinese/index.html"), /跳到正文/);
  });

  const most: readonly (readonly [file: string, kilobytes: number])[] = [
    ["index.html", 7],
    [POST, 8],
    ["blog/index.html", 5],
    ["blog/tag/index.html", 5],
    ["404.html", 5],
  ];
  for (const [file, kilobytes] of most)
    it(`${file} weighs ${kilobytes} KB at most`, () => {
      assert.ok(weight(file) <= kilobytes, `${weight(file).toFixed(2)} KB`);
    });

  it("needs 0.6 KB of script at most", () => {
    const script = /<script>([\s\S]*?)<\/script>/.exec(page(POST))?.[1] ?? "";
    assert.match(script, /data-?[tT]heme|dataset\.theme/);
    assert.match(script, /clipboard/);
    assert.ok(script.length <= 614, `${script.length} bytes`);
  });
});
