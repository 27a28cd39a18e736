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
    '<a href="/es/" hreflang="es"><span lang="es" dir="ltr">español</span></a>',
  ]);
  assert.deepEqual(menu(site, "es/cv/index.html"), [
    '<a href="/es/blog/"><span lang="en" dir="ltr">Blog</span></a>',
    only,
    '<a href="/es/cv/" aria-current="page">Vida</a>',
    '<a href="/" hreflang="en"><span lang="en" dir="ltr">English</span></a>',
  ]);
  assert.match(site.page("es/cv/index.html"), /<html lang="es"/);
});

test("each language's lists hold a post once: in that language, else in the main one, else as it is there", async () => {
  const post = (lang: string, title: string, more = "") =>
    `---\nlang: ${lang}\ntitle: ${title}\ntags: [t-${lang}]\n${more}---\n[Life](/cv/?a#b), [other](/only/)\n`;
  const item = (lang: string) => `---\nlang: ${lang}\ntitle: News ${lang}\npermalink: /news/n/\n---\n`;
  const list = "---\ntitle: L\npermalink: /list/\n---\n{{ site.active_lang }} {{ site.news | map: 'title' }}\n";
  const site = await built({
    ...FILES,
    "_posts/2024-01-01-a.md": post("en", "Both", "permalink: /blog/a/\n"),
    "_posts/2024-01-01-b.md": post("es", "Ambos", "permalink: /blog/a/\n"),
    "_posts/2024-01-02-c.md": post("en", "English"),
    "_posts/2024-01-03-d.md": post("es", "Propio"),
    "_posts/2024-01-04-e.md": post("es", "Solo", "lang-exclusive: [es]\n"),
    "_news/a.md": item("en"),
    "_news/b.md": item("es"),
    "en/list.md": list,
    "es/list.md": list,
    "_config.yml": `${CONFIG}collections: {news: {output: true}}\n`,
  });
  const titles = (file: string) =>
    [...site.page(file).matchAll(/<li><time.*?<a[^>]*>(.*?)<\/a>/gs)].map(([, text]) => text);
  assert.deepEqual(titles("blog/index.html"), ["Propio", "English", "Both"]);
  assert.deepEqual(titles("es/blog/index.html"), ["Solo", "Propio", "English", "Ambos"]);
  assert.deepEqual(titles("es/blog/tag/t-en/index.html"), ["English"]);
  assert.match(site.page("list/index.html"), /<p>en News en<\/p>/);
  assert.match(site.page("es/list/index.html"), /<p>es News es<\/p>/);
  const translated = site.page("es/blog/a/index.html");
  assert.match(translated, /<a href="\/es\/cv\/\?a#b">Life<\/a>, <a href="\/only\/">other<\/a>/);
  assert.match(translated, /href="\/es\/blog\/tag\/t-es\/"/);
  assert.match(translated, /class="site-name" href="\/es\/"/);
  assert.doesNotMatch(translated, />Both</);
});

/** The links of a page's menu, without the search. */
function menu({ page }: BuiltSite, file: string): readonly string[] {
  const list = /<nav aria-label="Main"[^>]*><ul>(.*?)<\/ul>/s.exec(page(file))?.[1] ?? "";
  return [...list.matchAll(/<li>(.*?)<\/li>/g)].flatMap(([, link = ""]) => (link.includes("/search/") ? [] : [link]));
}
