/**
 * Feeds and sitemap of a small site beside those that Jekyll 4.3.1 wrote for it, with jekyll-feed 0.17.0 and jekyll-sitemap 1.4.0:
 * JEKYLL_ENV=production TZ=UTC jekyll build -s tests/plugins/recorded/source
 */
import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { feedOutputs } from "../../src/plugins/feed.ts";
import { sitemapOutputs } from "../../src/plugins/sitemap.ts";
import { helpersFor, read } from "./fixture.ts";

const folder = join(import.meta.dirname, "recorded");

function filesOf(name: string): Readonly<Record<string, string>> {
  const root = join(folder, name);
  const paths = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((path) =>
    statSync(join(root, path)).isFile(),
  );
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(root, path), "utf8")]));
}

/** One element a line, without what names the builder and the time of the build or of a file. */
function comparable(xml: string): readonly string[] {
  return xml
    .replace(/<generator.*?<\/generator>/, "")
    .replace(/^(.*?<feed[^>]*?) ?>/s, "$1>")
    .replace(/(<feed.*?)<updated>.*?<\/updated>/s, "$1")
    .replace(/(<loc>[^<]*\.(?:pdf|html)<\/loc>)\s*<lastmod>[^<]*<\/lastmod>/g, "$1")
    .split(/(?<=>)\s*(?=<)/);
}

/** The entries of a sitemap, whose order in Jekyll is that of the file system. */
function entries(xml: string): readonly string[] {
  return comparable(xml).join("").split("<url>").sort();
}

describe("what Jekyll recorded", () => {
  const { site } = read(filesOf("source"), "jekyll");
  const helpers = helpersFor(site);
  const outputs = [...feedOutputs(site, helpers), ...sitemapOutputs(site, helpers)];
  const recorded = filesOf("jekyll");

  it("the same files are written", () => {
    assert.deepEqual(outputs.map(({ file }) => file).sort(), Object.keys(recorded).sort());
  });

  for (const output of outputs)
    it(output.file, () => {
      const ours = output.render();
      const theirs = recorded[output.file] ?? "";
      if (output.file === "sitemap.xml") assert.deepEqual(entries(ours), entries(theirs));
      else assert.deepEqual(comparable(ours), comparable(theirs));
    });
});
