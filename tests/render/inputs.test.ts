/** A page is rendered again when an answer that it was given changes, and only then. */

import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { Builder } from "../../src/build.ts";
import { type Files, inFolder, writeFiles } from "../support/site.ts";

const SITE = {
  "_config.yml": "title: T\nurl: https://example.org\n",
  "_posts/2025-01-01-a.md": "---\ntitle: A\ntags: [x]\n---\n\nFirst.\n",
  "_posts/2025-01-02-b.md": "---\ntitle: B\ntags: [x]\n---\n\nSecond.\n",
  "_posts/2025-01-03-c.md": "---\ntitle: C\ntags: [y]\n---\n\nThird.\n",
  "_posts/2025-01-04-d.md": "---\ntitle: D\ntags: [z]\n---\n\nFourth.\n",
  "about.md": "---\ntitle: About\nnav: true\n---\n\nText.\n",
  "plain.md": "---\ntitle: Plain\nlayout: own\n---\n\nText.\n",
  "list.md": "---\ntitle: List\nlayout: list\n---\n\nText.\n",
  "liquid.md":
    "---\ntitle: Liquid\nlayout: own\n---\n\n{{ site.posts.size }} {% for p in site.posts %}{{ p.content }}{% endfor %}\n",
  "_layouts/own.tsx":
    'import type { LayoutProps } from "octavo/layout";\nexport default ({ page, content }: LayoutProps) => <html lang="en"><head><title>{page.title}</title></head><body dangerouslySetInnerHTML={{ __html: content.html }} /></html>;\n',
  "_layouts/list.tsx":
    'import type { LayoutProps } from "octavo/layout";\nexport default ({ site }: LayoutProps) => <html lang="en"><head><title>{String(site.posts.length)}</title></head><body>{site.posts.map((p) => p.body)}</body></html>;\n',
};

/** Builds twice in one folder, with `edit` in between, and tells which pages the second build would write. */
async function rewritten(edit: Files, sameProcess: boolean): Promise<readonly string[]> {
  return inFolder(SITE, async (folder) => {
    const options = { source: folder, destination: join(folder, "_site") };
    const builder = new Builder(options);
    const first = await builder.build("");
    first.begin();
    writeFiles(options.destination, Object.fromEntries(first.changed.map(({ file, text }) => [file, text])));
    await first.finish();
    writeFiles(folder, edit);
    const second = await (sameProcess ? builder : new Builder(options)).build("");
    return second.changed.map(({ file }) => file).sort();
  });
}

const edited = (name: keyof typeof SITE, from: string, to: string): Files => ({ [name]: SITE[name].replace(from, to) });

for (const [name, edit, expected] of [
  ["nothing changed", {}, []],
  [
    "the body of a post: its page, and whoever shows bodies",
    edited("_posts/2025-01-04-d.md", "Fourth", "Changed"),
    ["blog/2025/d/index.html", "feed.xml", "liquid/index.html", "list/index.html"],
  ],
  ["a page that no other shows", edited("plain.md", "Text", "Changed"), ["plain/index.html"]],
  [
    "a layout: its pages",
    edited("_layouts/own.tsx", "<title>", '<meta name="x" content="y" /><title>'),
    ["liquid/index.html", "plain/index.html"],
  ],
] as const) {
  for (const sameProcess of [true, false]) {
    test(`${name}${sameProcess ? ", in one process" : ""}`, async () => {
      assert.deepEqual(await rewritten(edit, sameProcess), expected);
    });
  }
}

test("a title in the navigation changes every page that shows the navigation", async () => {
  const pages = await rewritten(edited("about.md", "title: About", "title: Me"), true);
  for (const page of ["blog/2025/a/index.html", "index.html", "blog/tag/x/index.html", "404.html"])
    assert.ok(pages.includes(page), page);
  assert.equal(pages.includes("plain/index.html"), false);
});

test("the title of a post changes its neighbours, its lists and what is related to it", async () => {
  const pages = await rewritten(edited("_posts/2025-01-01-a.md", "title: A", "title: New"), true);
  for (const page of [
    "blog/2025/a/index.html",
    "blog/2025/b/index.html",
    "blog/tag/x/index.html",
    "blog/2025/index.html",
  ])
    assert.ok(pages.includes(page), page);
  assert.equal(pages.includes("blog/2025/d/index.html"), false);
  assert.equal(pages.includes("blog/tag/z/index.html"), false);
});

test("a template is rendered again at every build, though `time:` says that no time has passed", async () => {
  const files = { ...SITE, "_config.yml": `${SITE["_config.yml"]}time: 2026-01-01\n` };
  await inFolder(files, async (folder) => {
    const options = { source: folder, destination: join(folder, "_site") };
    const first = await new Builder(options).build("");
    first.begin();
    writeFiles(options.destination, Object.fromEntries(first.changed.map(({ file, text }) => [file, text])));
    await first.finish();
    writeFiles(folder, edited("_posts/2025-01-04-d.md", "Fourth", "Changed"));
    const second = await new Builder(options).build("");
    assert.ok(second.changed.some(({ file }) => file === "liquid/index.html"));
  });
});
