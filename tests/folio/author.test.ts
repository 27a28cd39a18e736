/** The author's own pages: home, blog, projects and CV, with what his post says and nothing else. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { buildSite, readTree, root, temporaryFolder } from "../support/site.ts";

const { folder, remove } = temporaryFolder();
after(remove);
buildSite(root, folder);

const text = (file: string): string => readFileSync(join(folder, file), "utf8");
const own = (file: string): string => readFileSync(join(root, file), "utf8");
const PAGES = [
  "index.html",
  "blog/index.html",
  "projects/index.html",
  "cv/index.html",
  "blog/2025/about-me/index.html",
];

/** Names and numbers: what has a digit, or two capitals. */
function names(written: string): readonly string[] {
  const words = written.replace(/^#.*$/gm, "").split(/[^\p{L}\p{N}%–.]+/u);
  return words.map((word) => word.replace(/\.$/, "")).filter((word) => /\d|\p{Lu}.*\p{Lu}/u.test(word));
}

describe("the author's own site", () => {
  it("has these pages, and the header leads to them", () => {
    const tree = readTree(folder);
    assert.deepEqual(
      PAGES.filter((page) => tree[page] === undefined),
      [],
    );
    assert.match(text("cv/index.html"), /<nav[^>]*>.*href="\/blog\/".*href="\/projects\/".*href="\/cv\/"/s);
  });

  it("names nothing that his post does not name", () => {
    const post = own("_posts/2025-11-16-about-me.md");
    const known = new Set([...names(post), ...names(post.replaceAll("-", " ")), "CV"]);
    const projects = readdirSync(join(root, "_projects")).map((file) => `_projects/${file}`);
    const keys = /^(?:---|layout|permalink|nav|nav_order|importance|cv_format):?.*$|\]\([^)]*\)/gm;
    for (const file of ["index.md", "cv.md", "projects.md", "_data/cv.yml", ...projects])
      assert.deepEqual(
        names(own(file).replace(keys, "")).filter((name) => !known.has(name)),
        [],
        file,
      );
  });

  it("shows no heading without something below it", () => {
    for (const page of PAGES)
      assert.doesNotMatch(text(page), /<\/h[1-6]>\s*(?:<\/(?:div|section|main|article)>|<h[1-3])/, page);
  });
});
