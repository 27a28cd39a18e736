/** examples/academic, built with the network cut: everything is there, valid, linked, and asks no other host for anything. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { gzipSync } from "node:zlib";
import { htmlFaults } from "../support/html-faults.ts";
import { launcher, readTree, root, temporaryFolder } from "../support/site.ts";
import { shownMarks } from "./marks.ts";

const { folder, remove } = temporaryFolder();
const source = join(root, "examples/academic");
/** Whoever opens a connection fails: a build has nothing to ask. */
const CUT = `import net from "node:net";net.Socket.prototype.connect=()=>{throw new Error("the network is cut")};globalThis.fetch=()=>{throw new Error("the network is cut")};`;

let told = "";
let pages: readonly string[] = [];
let files: ReadonlySet<string> = new Set();

before(() => {
  const args = ["--import", `data:text/javascript,${encodeURIComponent(CUT)}`, launcher];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...args, "build", "--source", source, "--destination", folder],
    { encoding: "utf8" },
  );
  assert.equal(status, 0, stdout + stderr);
  told = stdout + stderr;
  files = new Set(Object.keys(readTree(folder)));
  pages = [...files].filter((file) => file.endsWith(".html"));
});

after(() => {
  remove();
  rmSync(join(source, ".octavo-cache"), { recursive: true, force: true });
});

function text(file: string): string {
  return readFileSync(join(folder, file), "utf8");
}

describe("examples/academic", () => {
  it("is built without a warning", () => {
    assert.doesNotMatch(told, /warning|error/);
  });

  it("has every page at al-folio's URLs", () => {
    const expected = [
      ...["", "blog/", "blog/2024/", "blog/tag/maths/", "blog/category/demonstration/", "publications/", "projects/"],
      ...["cv/", "people/", "teaching/", "books/", "books/2024/", "news/", "repositories/", "news/announcement_1/"],
      ...["projects/1_invariants/", "teachings/princeton/", "books/moderne_algebra/", "blog/2024/conservation/"],
      ...["blog/2015/google-doodle-calls-attention-to-emmy-noether-on-133rd-anniversary-of-her-birth/"],
    ].map((url) => `${url}index.html`);
    assert.deepEqual(
      [...expected, "404.html", "feed.xml", "sitemap.xml"].filter((file) => !files.has(file)),
      [],
    );
  });

  it("is valid HTML", () => {
    // A page that only leads elsewhere is written as jekyll-redirect-from writes it.
    const whole = pages.filter((file) => text(file).includes("<main"));
    assert.ok(whole.length > 0);
    for (const page of whole) {
      assert.deepEqual(htmlFaults(text(page)), [], page);
    }
  });

  it("shows no mark of Liquid or kramdown", () => {
    for (const page of pages) assert.deepEqual(shownMarks(text(page)), [], page);
  });

  it("loads nothing from another host, and every link inside leads somewhere", () => {
    for (const page of pages) {
      const html = text(page);
      for (const [, url = ""] of html.matchAll(
        /<(?:img|script|iframe|audio|video|source|embed)\b[^>]*?\bsrc="([^"]*)"/g,
      ))
        assert.doesNotMatch(url, /^(?:https?:)?\/\//, page);
      for (const [, url = ""] of html.matchAll(/<a\b[^>]*?\bhref="(\/(?!\/)[^"#?]*)/g)) {
        const file = decodeURIComponent(url).slice(1);
        const found = [file, `${file}index.html`, `${file}.html`].some((name) => files.has(name));
        assert.ok(found, `${page} leads to ${url}`);
      }
    }
  });

  it("is light: a page at most 8 KB, a list 5 KB, compressed", () => {
    for (const page of pages) {
      const bytes = gzipSync(text(page), { level: 6 }).length;
      const isList = /^(?:blog\/(?:(?:tag|category)\/[^/]*|\d{4}|page\/\d+)\/index|404)/.test(page);
      assert.ok(bytes <= (isList ? 5 : 8) * 1024, `${page}: ${bytes} bytes`);
    }
  });

  it("says the same without a script: no text waits for one", () => {
    for (const page of pages) assert.doesNotMatch(text(page), /<noscript|<main[^>]*hidden/, page);
    assert.match(text("blog/2024/notebook/index.html"), /\[60, 12, 6, 1\][\s\S]*\(60, 24\)/);
    assert.match(text("cv/index.html"), /Bryn Mawr College[\s\S]*Ackermann/);
    assert.match(text("blog/2024/article/index.html"), /Der Endlichkeitssatz/);
    assert.ok(existsSync(join(folder, "assets/bibliography/article.bib")));
  });
});
