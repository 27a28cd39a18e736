import assert from "node:assert/strict";
import { test } from "node:test";
import { slugify, slugifyCased, titleFromSlug } from "../../src/slug.ts";
import {
  absoluteUrl,
  documentUrl,
  PermalinkError,
  pageUrl,
  suffixedTemplate,
  urlToFile,
  withBaseurl,
} from "../../src/urls.ts";
import { filesOf, readFiles } from "./support.ts";

for (const [mode, text, expected] of [
  ["default", "The _config.yml file", "the-config-yml-file"],
  ["default", "-Ünï cödé- 日本!", "ünï-cödé-日本"],
  ["default", "!!!", ""],
  ["pretty", "Hello_World (v1.2) #3", "hello_world-(v1.2)-3"],
  ["ascii", "Ünï cödé", "n-c-d"],
  ["latin", "Ünï Łódź Æsop ß 日", "uni-lodz-aesop-ss"],
  ["raw", "The _config.yml  file", "the-_config.yml-file"],
  ["none", "The File!", "the file!"],
  ["default", "ΟΔΟΣ", "οδοσ"],
] as const) {
  test(`slug of ${text} (${mode}) is ${expected}`, () => {
    assert.equal(slugify(text, mode), expected);
  });
}

test("a cased slug keeps its letters as they are", () => {
  assert.equal(slugifyCased("Hello Wörld & Co_x", "pretty"), "Hello-Wörld-&-Co_x");
});

for (const [slug, title] of [
  ["my-first-post", "My First Post"],
  ["UPPER Case & späce", "Upper case & späce"],
  ["a--b-", "A  B"],
  ["ßx", "Ssx"],
] as const) {
  test(`the title of ${slug} is ${title}`, () => {
    assert.equal(titleFromSlug(slug), title);
  });
}

const VALUES: Readonly<Record<string, string>> = {
  year: "2020",
  title: "Ünï v1",
  categories: "a b/c#",
  output_ext: ".html",
};
const placeholders = { names: Object.keys(VALUES), value: (name: string) => VALUES[name] };

for (const [template, jekyll, octavo] of [
  ["/:year/:title:output_ext", "/2020/%C3%9Cn%C3%AF%20v1.html", "/2020/%C3%9Cn%C3%AF%20v1.html"],
  ["/:categories/:title/", "/a%20b/c%23/%C3%9Cn%C3%AF%20v1/", "/a%20b/c%23/%C3%9Cn%C3%AF%20v1/"],
  ["rel//:year/", "/rel/2020/", "/rel/2020/"],
  ["/:year_:year", "/2020_2020", "/2020_2020"],
  ["/ä b/", "/ä b/", "/%C3%A4%20b/"],
] as const) {
  test(`${template} is ${octavo}`, () => {
    assert.equal(documentUrl(template, placeholders, "jekyll"), jekyll);
    assert.equal(documentUrl(template, placeholders, "octavo"), octavo);
  });
}

for (const template of [
  "/../x",
  "../x",
  "/a/../../x",
  "/%2e%2e/x",
  "/a\\b",
  "/a\0b",
  "/%00",
  "C:/x",
  "//host/x",
  "https://x.y/",
]) {
  test(`${JSON.stringify(template)} would leave the destination, in both modes`, () => {
    for (const mode of ["jekyll", "octavo"] as const) {
      assert.throws(() => documentUrl(template, placeholders, mode), PermalinkError);
      assert.throws(() => pageUrl(template, {}, mode), PermalinkError);
    }
  });
}

test("an unknown placeholder names the nearest one", () => {
  assert.throws(() => documentUrl("/:yaer/", placeholders, "jekyll"), { help: "Did you mean :year?" });
  assert.equal(pageUrl("/:year/", { path: "x" }, "jekyll"), "/:year/");
  assert.throws(() => pageUrl("/:year/", { path: "x" }, "octavo"), PermalinkError);
});

for (const [url, extension, file] of [
  ["/a/", ".html", "a/index.html"],
  ["/", ".html", "index.html"],
  ["/a/b", ".html", "a/b.html"],
  ["/a/b.html", ".html", "a/b.html"],
  ["/%C3%A4%20b/", ".html", "ä b/index.html"],
  ["/50%/x", ".html", "50%/x.html"],
] as const) {
  test(`${url} is written to ${file}`, () => {
    assert.equal(urlToFile(url, extension), file);
  });
}

for (const [permalink, expected] of [
  ["pretty", "/:path/"],
  ["date", "/:path:output_ext"],
  ["weekdate", "/:path"],
  ["/blog/:title/", "/:path/"],
  ["/blog/:title:output_ext", "/:path:output_ext"],
  ["/blog/:title", "/:path"],
] as const) {
  test(`under the permalink ${permalink} a page's URL is ${expected}`, () => {
    assert.equal(suffixedTemplate("/:path", permalink), expected);
  });
}

test("baseurl goes before what begins with one slash, and before nothing else", () => {
  const config = { baseurl: "/repo", url: "https://x.y" };
  const urls = ["/", "/a/", "#top", "a/b", "//host/x", "https://z/", "mailto:a@b.c"];
  assert.deepEqual(
    urls.map((url) => withBaseurl(config, url)),
    ["/repo/", "/repo/a/", ...urls.slice(2)],
  );
  assert.equal(absoluteUrl(config, "/a/"), "https://x.y/repo/a/");
  assert.equal(absoluteUrl({ baseurl: "", url: "" }, "/a/"), "/a/");
});

for (const [mode, permalink, path, file] of [
  ["octavo", "/blog/:year/:title/", "404.md", "404.html"],
  ["octavo", "pretty", "404.html", "404.html"],
  ["octavo", "pretty", "sub/404.md", "sub/404/index.html"],
  ["jekyll", "pretty", "404.md", "404/index.html"],
  ["jekyll", "date", "404.md", "404.html"],
] as const) {
  test(`mode ${mode} under the permalink ${permalink} writes ${path} to ${file}`, () => {
    const { site } = readFiles({ "_config.yml": `permalink: ${permalink}\n`, [path]: "---\n---\n" }, { mode });
    assert.deepEqual(filesOf(site), [file]);
  });
}
