import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Mode } from "../../src/model.ts";
import { standardPages } from "../../src/plugins/standard-pages.ts";
import type { Files } from "../support/site.ts";
import { post, read } from "./fixture.ts";

const projects = { "_config.yml": "collections: {projects: {output: true}}\n", "_projects/a.md": post("title: A") };

const cases: readonly { name: string; mode?: Mode; files: Files; pages: readonly string[] }[] = [
  {
    name: "a site without them gets a home page and a 404 page",
    files: {},
    pages: ["index.html home", "404.html 404"],
  },
  { name: "jekyll adds nothing", mode: "jekyll", files: {}, pages: [] },
  { name: "the site's own home page wins", files: { "index.md": post() }, pages: ["404.html 404"] },
  { name: "so does a file", files: { "index.html": "x", "404.html": "x" }, pages: [] },
  {
    name: "so does a page with that permalink",
    files: { "about.md": post("permalink: /"), "lost.md": post("permalink: /404.html") },
    pages: [],
  },
  {
    name: "projects get a page that lists them",
    files: projects,
    pages: ["index.html home", "404.html 404", "projects/index.html projects"],
  },
  {
    name: "unless a page lists them in Liquid",
    files: { ...projects, "work.md": post("", "{% for project in site.projects %}{% endfor %}") },
    pages: ["index.html home", "404.html 404"],
  },
  {
    name: "or by an include",
    files: { ...projects, "work.md": post("", "{% include projects.liquid %}") },
    pages: ["index.html home", "404.html 404"],
  },
  {
    name: "or by its layout",
    files: { ...projects, "work.md": post("layout: projects") },
    pages: ["index.html home", "404.html 404"],
  },
  {
    name: "or lies there",
    files: { ...projects, "projects.md": post("permalink: /projects/") },
    pages: ["index.html home", "404.html 404"],
  },
  {
    name: "projects without pages of their own have no list",
    files: { ...projects, "_config.yml": "collections: [projects]\n" },
    pages: ["index.html home", "404.html 404"],
  },
];

describe("standard pages", () => {
  for (const { name, mode = "octavo", files, pages } of cases)
    it(name, () => {
      const { site } = read(files, mode);
      assert.deepEqual(
        standardPages(site).map(({ file, layout }) => `${file} ${layout}`),
        pages,
      );
    });
});
