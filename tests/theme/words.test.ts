import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { completeSite } from "../../src/plan.ts";
import { createSiteMarkdown } from "../../src/render/markdown.ts";
import { ENGLISH } from "../../src/words/en.ts";
import { directionOf, wordsIn } from "../../src/words/words.ts";
import { CHINESE } from "../../src/words/zh.ts";
import { post, read } from "../plugins/fixture.ts";

type Texts = string | Readonly<Record<string, string>>;

/** Every form of a word, and the names that its braces ask for. */
function forms(word: Texts): readonly string[] {
  return typeof word === "string" ? [word] : Object.values(word);
}

function placeholders(word: Texts): readonly string[] {
  return [
    ...new Set(forms(word).flatMap((form) => [...form.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name))),
  ].sort();
}

describe("Chinese", () => {
  it("has every English word and no other", () => {
    assert.deepEqual(Object.keys(CHINESE).sort(), Object.keys(ENGLISH).sort());
  });

  for (const [name, word] of Object.entries<Texts>(ENGLISH))
    it(`says ${name} with the same values in it, and not in English`, () => {
      const own: Texts = CHINESE[name as keyof typeof CHINESE];
      assert.deepEqual(placeholders(own), placeholders(word));
      for (const form of forms(own))
        assert.match(form.replace(/\{\w+\}/g, ""), /\p{Script=Han}|^\P{L}*$|^(?:BibTeX|PDF|DOI|arXiv|[A-Z]+)$/u);
    });
});

describe("the language of a word", () => {
  const words = {
    allPosts: "Everything",
    de: { posts: { one: "{count} Beitrag", other: "{count} Beiträge" } },
    pl: { posts: { one: "{count} wpis", few: "{count} wpisy", many: "{count} wpisów", other: "{count} wpisu" } },
    zh_TW: { skip: "跳至內容" },
  };
  const config = { lang: "en", data: { words } };
  const cases: readonly (readonly [lang: string, word: "skip" | "allPosts" | "posts", count: number, text: string])[] =
    [
      ["en", "skip", 0, "Skip to content"],
      ["en", "posts", 1, "1 post"],
      ["en", "posts", 2, "2 posts"],
      ["en-GB", "allPosts", 0, "Everything"],
      ["zh", "skip", 0, "跳到正文"],
      ["zh-CN", "skip", 0, "跳到正文"],
      ["zh-Hans", "skip", 0, "跳到正文"],
      ["zh_Hans_CN", "posts", 1, "1 篇文章"],
      ["ZH-cn", "allPosts", 0, "全部文章"],
      ["zh-TW", "skip", 0, "跳至內容"],
      ["zh-TW", "posts", 3, "3 篇文章"],
      ["de-AT", "posts", 1, "1 Beitrag"],
      ["de-AT", "posts", 5, "5 Beiträge"],
      ["de", "skip", 0, "Skip to content"],
      ["pl", "posts", 3, "3 wpisy"],
      ["pl", "posts", 5, "5 wpisów"],
      ["no such language!", "skip", 0, "Skip to content"],
      ["", "posts", 1, "1 post"],
      ["constructor", "skip", 0, "Skip to content"],
    ];
  for (const [lang, word, count, text] of cases)
    it(`${lang || "none"}: ${word} is ${text}`, () => assert.equal(wordsIn(config, lang)(word, { count }), text));

  it("a site in Chinese says its own words in Chinese", () => {
    assert.equal(wordsIn({ lang: "zh-CN", data: { words: { blog: "札记" } } }, "zh")("blog"), "札记");
    assert.equal(wordsIn({ lang: "zh-CN", data: { words: { blog: "札记" } } }, "en")("blog"), "Blog");
  });
});

describe("words: in the configuration", () => {
  const cases: readonly (readonly [yaml: string, told: RegExp | undefined])[] = [
    ["words: {allPosts: Everything, de: {allPosts: Alles}}", undefined],
    ["words: {allPost: Everything}", /no word `allPost`.*_config\.yml:1|allPosts/s],
    ["words: {de: {skipp: Weiter}}", /no word `skipp`/],
    ["words: {skip: [a]}", /`skip` must be a text/],
    ["words: skip", /must be a mapping/],
  ];
  for (const [yaml, told] of cases)
    it(`${yaml} is ${told === undefined ? "taken" : "told"}`, () => {
      const { diagnostics } = read({ "_config.yml": `${yaml}\n` });
      const problems = diagnostics.all.map(({ file, problem, help }) => `${problem} ${file} ${help}`).join("\n");
      if (told === undefined) assert.equal(problems, "");
      else assert.match(problems, told);
    });
});

describe("direction", () => {
  const cases = {
    en: "ltr",
    zh: "ltr",
    ar: "rtl",
    he: "rtl",
    fa: "rtl",
    ur: "rtl",
    "ku-Arab": "rtl",
    "az-Latn": "ltr",
    ar_EG: "rtl",
    "?": "ltr",
  };
  for (const [lang, direction] of Object.entries(cases))
    it(`${lang}: ${direction}`, () => assert.equal(directionOf(lang), direction));
});

it("pages that nobody wrote, and alerts, are titled in the site's language", () => {
  const { site, diagnostics } = read({
    "_config.yml": "lang: zh-CN\npagination: {per_page: 1}\n",
    "_posts/2025-01-01-a.md": post("tags: [x]\ncategories: [y]"),
    "_posts/2025-01-02-b.md": post("tags: [x]"),
  });
  const titles = Object.fromEntries(completeSite(site, diagnostics).pages.map(({ url, title }) => [url, title]));
  assert.deepEqual(
    ["/blog/", "/blog/page/2/", "/blog/tag/", "/blog/category/", "/404.html"].map((url) => titles[url]),
    ["博客", "博客，第 2 页", "标签", "分类", "找不到页面"],
  );
  const { html } = createSiteMarkdown(site.config).render("> [!NOTE]\n> a\n\n{: .block-tip}\n> b\n");
  assert.match(html, /<p class="markdown-alert-title">备注<\/p>/);
  assert.match(html, /aria-label="提示"/);
});
