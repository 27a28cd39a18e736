/** Redirects, beside what Jekyll 4.3.1 with jekyll-redirect-from 0.16 wrote for the same front matter. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Diagnostic } from "../../src/errors.ts";
import type { Mode } from "../../src/model.ts";
import { redirectedSite, redirectOutputs } from "../../src/plugins/redirect-from.ts";
import type { Files } from "../support/site.ts";
import { withSite } from "./fixture.ts";

interface Redirects {
  /** File to address, by the link that the page holds. */
  readonly links: Readonly<Record<string, string>>;
  readonly json: string | undefined;
  readonly layouts: readonly string[];
  readonly told: readonly Diagnostic[];
}

function redirects(files: Files, mode: Mode): Redirects {
  return withSite(files, mode, (read, diagnostics) => {
    const site = redirectedSite(read, diagnostics);
    const documents = [...site.posts, ...[...site.collections.values()].flat(), ...site.pages];
    const moved = documents.filter(({ data }) => data.sitemap === false);
    return {
      links: Object.fromEntries(
        moved.map(({ file, body }) => [file, /<link rel="canonical" href="([^"]*)">/.exec(body)?.[1] ?? ""]),
      ),
      json: redirectOutputs(site)[0]?.render(),
      layouts: moved.map(({ layout }) => layout),
      told: diagnostics.all,
    };
  });
}

const CONFIG = "url: https://e.c\nbaseurl: /b\nplugins: [jekyll-redirect-from]\n";

interface Case {
  readonly name: string;
  readonly mode?: Mode;
  readonly config?: string;
  readonly files: Files;
  readonly links: Readonly<Record<string, string>>;
  readonly json?: Readonly<Record<string, string>>;
}

const CASES: readonly Case[] = [
  {
    name: "old addresses lead to the page",
    files: { "a.md": "---\nredirect_from: [/old/, b c, null, /x.json, /deep/er.html]\n---\n" },
    links: {
      "old/index.html": "https://e.c/b/a.html",
      "b c.html": "https://e.c/b/a.html",
      "x.json": "https://e.c/b/a.html",
      "deep/er.html": "https://e.c/b/a.html",
    },
    json: {
      "/old/": "https://e.c/b/a.html",
      "/b c": "https://e.c/b/a.html",
      "/x.json": "https://e.c/b/a.html",
      "/deep/er.html": "https://e.c/b/a.html",
    },
  },
  {
    name: "one address is written without a list, in a post too",
    files: { "_posts/2020-01-02-p.md": "---\nredirect_from: /old\n---\n" },
    links: { "old.html": "https://e.c/b/2020/01/02/p.html" },
    json: { "/old": "https://e.c/b/2020/01/02/p.html" },
  },
  {
    name: "a page that has moved leads away",
    files: {
      "a.md": "---\nredirect_to: https://o.c/x\n---\ntext",
      "b.md": "---\nredirect_to: [null, /x/y?z=1&a]\n---\n",
      "c.md": "---\nredirect_to: 'mailto:a@b.c'\npermalink: /three/\n---\n",
      "d.md": "---\nredirect_to: rel/x#f\n---\n",
    },
    links: {
      "a.html": "https://o.c/x",
      "b.html": "https://e.c/b/x/y?z=1&amp;a",
      "three/index.html": "mailto:a@b.c",
      "d.html": "https://e.c/b/rel/x#f",
    },
    json: {
      "/a.html": "https://o.c/x",
      "/b.html": "https://e.c/b/x/y?z=1&a",
      "/three/": "mailto:a@b.c",
      "/d.html": "https://e.c/b/rel/x#f",
    },
  },
  { name: "the list of all is written though it is empty", files: {}, links: {}, json: {} },
  { name: "json: false leaves it out", config: `${CONFIG}redirect_from: {json: false}\n`, files: {}, links: {} },
  {
    name: "without the gem nothing moves",
    config: "a: 1\n",
    files: { "a.md": "---\nredirect_to: /x\n---\n" },
    links: {},
  },
  {
    name: "mode octavo needs no gem, and knows al-folio's key",
    mode: "octavo",
    config: "url: https://e.c\n",
    files: { "a.md": "---\nredirect: /assets/x.pdf\npermalink: /a/\n---\n", "404.md": "---\nredirect: true\n---\n" },
    links: { "a/index.html": "https://e.c/assets/x.pdf" },
    json: { "/a/": "https://e.c/assets/x.pdf" },
  },
  {
    name: "in mode octavo a file of the site's own stays where it is",
    mode: "octavo",
    files: { "a.md": "---\nredirect_from: [/b/, /c/]\n---\n", "b.md": "---\npermalink: /b/\n---\n" },
    links: { "c/index.html": "https://e.c/b/a/" },
    json: { "/c/": "https://e.c/b/a/" },
  },
  { name: "in mode octavo an empty list is not written", mode: "octavo", files: {}, links: {} },
];

describe("redirects", () => {
  for (const { name, mode = "jekyll", files, links, json, ...rest } of CASES)
    it(name, () => {
      const found = redirects({ "_config.yml": rest.config ?? CONFIG, ...files }, mode);
      assert.deepEqual(found.links, links);
      assert.deepEqual(found.json === undefined ? undefined : JSON.parse(found.json), json);
      assert.ok(found.layouts.every((layout) => layout === ""));
      assert.deepEqual(found.told, []);
    });

  it("are written over pages in Jekyll, and under other files", () => {
    const files = { "a.md": "---\nredirect_from: [/b.html, /s.html]\n---\n", "b.md": "---\n---\n", "s.html": "static" };
    withSite({ "_config.yml": CONFIG, ...files }, "jekyll", (read, diagnostics) => {
      const { pages } = redirectedSite(read, diagnostics);
      const written = pages
        .filter(({ output = true }) => output)
        .map(({ path, file }) => `${path || "redirect"} > ${file}`);
      assert.deepEqual(written, ["a.md > a.html", "redirect > b.html"]);
    });
  });

  it("are drawn by the site's own layout", () => {
    const files = { "_layouts/redirect.html": "x", "a.md": "---\nredirect_to: /x\nredirect_from: /y\n---\n" };
    const { layouts, links, json } = redirects({ "_config.yml": CONFIG, ...files }, "jekyll");
    assert.deepEqual(layouts, ["redirect", "redirect"]);
    assert.deepEqual(links, { "a.html": "", "y.html": "" });
    assert.deepEqual(JSON.parse(json ?? ""), { "/a.html": "https://e.c/b/x", "/y": "https://e.c/b/a.html" });
  });

  it("never leave the destination", () => {
    const { told, links } = redirects({ "_config.yml": CONFIG, "a.md": "---\nredirect_from: /../x/\n---\n" }, "jekyll");
    assert.deepEqual(links, {});
    assert.deepEqual(
      told.map(({ level, file }) => [level, file]),
      [["error", "a.md"]],
    );
  });

  it("cannot break out of their script", () => {
    withSite(
      { "_config.yml": CONFIG, "a.md": '---\nredirect_to: https://x/"</script>\n---\n' },
      "jekyll",
      (read, diagnostics) => {
        const [page] = redirectedSite(read, diagnostics).pages;
        assert.ok(page?.body.includes('<script>location="https://x/\\"\\u003c/script>"</script>'));
      },
    );
  });
});
