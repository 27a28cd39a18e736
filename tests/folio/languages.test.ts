/** A site in several languages, which the gem jekyll-polyglot parts: nothing of it is lost, and each page leads to its own. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { readFiles } from "../read/support.ts";
import { type BuiltSite, built } from "../support/built.ts";

const CONFIG = "title: T\nplugins: [jekyll-polyglot]\nlanguages: [en, es]\ndefault_lang: en\nlang_from_path: true\n";
const FILES = {
  "en/home.md": "---\npermalink: /\n---\n",
  "es/home.md": "---\npermalink: /\n---\n",
  "en/cv.md": "---\ntitle: Life\npermalink: /cv/\nnav: true\n---\n",
  "es/cv.md": "---\ntitle: Vida\npermalink: /cv/\nnav: true\n---\n",
  "en/only.md": "---\ntitle: Only\npermalink: /only/\nnav: true\n---\n",
  "es/own.md": "---\ntitle: Propia\npermalink: /es/own/\n---\n",
  "_posts/2024-01-01-a.md": "---\nlang: es\n---\n",
};

test("each language beside the main one has a folder, by `lang` or by the path; a URL that names it stays", () => {
  const { site, errors } = readFiles({ ...FILES, "_config.yml": `${CONFIG}permalink: /blog/:title/\n` });
  assert.deepEqual(errors, []);
  const documents = [...site.pages, ...site.posts].map(({ url, file, lang }) => `${url} ${file} ${lang}`);
  assert.deepEqual(documents.sort(), [
    "/ index.html en",
    "/cv/ cv/index.html en",
    "/es/ es/index.html es",
    "/es/blog/a/ es/blog/a/index.html es",
    "/es/cv/ es/cv/index.html es",
    "/es/own/ es/own/index.html es",
    "/only/ only/index.html en",
  ]);
});

test("two pages of one language are still an error, and mode jekyll, like Jekyll without the gem, shows the last", () => {
  const twice = { "a.md": "---\npermalink: /\nlang: es\n---\n", "b.md": "---\npermalink: /\nlang: es\n---\n" };
  const { errors } = readFiles({ ...twice, "_config.yml": CONFIG });
  assert.deepEqual(
    errors.map(({ problem }) => problem),
    ["a.md and b.md are both written to /es/"],
  );
  const { site } = readFiles({ ...FILES, "_config.yml": `${CONFIG}mode: jekyll\n` });
  assert.deepEqual(
    site.pages.map(({ url }) => url).filter((url) => url.startsWith("/es/")),
    ["/es/own/"],
  );
});

test("a menu has a language's own pages, those of the main one that it lacks, and the homes of the others", async () => {
  const site = await built({ ...FILES, "_config.yml": CONFIG });
  const blog = '<a href="/blog/">Blog</a>';
  const only = '<a href="/only/">Only</a>';
  assert.deepEqual(menu(site, "index.html"), [
    blog,
    '<a href="/cv/">Life</a>',
    only,
    '<a href="/es/"><span lang="es" dir="ltr">español</span></a>',
  ]);
  assert.deepEqual(menu(site, "es/cv/index.html"), [
    blog,
    only,
    '<a href="/es/cv/" aria-current="page">Vida</a>',
    '<a href="/"><span lang="en" dir="ltr">English</span></a>',
  ]);
  assert.match(site.page("es/cv/index.html"), /<html lang="es"/);
});

/** The links of a page's menu, without the search. */
function menu({ page }: BuiltSite, file: string): readonly string[] {
  const list = /<nav aria-label="Main"[^>]*><ul>(.*?)<\/ul>/s.exec(page(file))?.[1] ?? "";
  return [...list.matchAll(/<li>(.*?)<\/li>/g)].flatMap(([, link = ""]) => (link.includes("/search/") ? [] : [link]));
}
