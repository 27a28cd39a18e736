/** Where an author wrote an image. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { findWritten } from "../../src/images/written.ts";
import type { Page } from "../../src/model.ts";
import { temporaryFolder, writeFiles } from "../support/site.ts";

let folder = "";
let remove = (): void => {};
before(() => {
  ({ folder, remove } = temporaryFolder());
});
after(() => remove());

const page = (body: string): Page => ({
  kind: "page",
  path: "a.md",
  data: {},
  body,
  bodyLine: 4,
  url: "/a/",
  file: "a/index.html",
  layout: "page",
  title: "A",
  description: "",
  lang: "en",
  markdown: true,
});

/** The body, the URL of the finished page, which one of several, the line and whether it is bare. */
const CASES: readonly (readonly [string, string, string, number, number | undefined, boolean])[] = [
  ["Markdown", "Text.\n\n![A cat](/cat.jpg)", "/cat.jpg", 1, 6, false],
  ["without a text", "![](/cat.jpg)", "/cat.jpg", 1, 4, true],
  ["the second of two", "![](/cat.jpg)\n\n![A cat](/cat.jpg)", "/cat.jpg", 2, 6, false],
  ["code shows no image", "```\n![x](/cat.jpg)\n```\n\n`![y](/cat.jpg)`\n\n![](/cat.jpg)", "/cat.jpg", 1, 10, true],
  ["nor does a comment", "<!-- ![x](/cat.jpg) -->\n![](/cat.jpg)", "/cat.jpg", 1, 5, true],
  ["HTML", 'Text.\n<p><img\n src="/cat.jpg" alt=""></p>', "/cat.jpg", 1, 5, false],
  ["below a base", "![A cat](/cat.jpg)", "/repo/cat.jpg", 1, 4, false],
  ["with a template's address", "![]({{ site.baseurl }}/img/cat.jpg)", "/repo/img/cat.jpg", 1, 4, true],
  ["an include", '{% include figure.liquid\n path="assets/cat.jpg" %}', "/repo/assets/cat.jpg", 1, 4, false],
  ["a reference", "![][cat]\n\n[cat]: /cat.jpg", "/cat.jpg", 1, 4, true],
  ["an encoded name", "![A](/a%20cat.jpg)", "/a%20cat.jpg", 1, 4, false],
  ["the front matter", "Text.", "/front.jpg", 1, 2, false],
  ["nowhere", "Text.", "/other.jpg", 1, undefined, false],
];
for (const [what, body, url, number, line, isBare] of CASES)
  test(what, () => {
    writeFiles(folder, { "a.md": `---\nimg: /front.jpg\n---\n${body}\n` });
    const found = findWritten(page(body), url, number, folder);
    assert.deepEqual(found, line === undefined ? undefined : { line, isBare });
  });
