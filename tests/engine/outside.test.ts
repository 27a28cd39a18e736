/** What a site reads lies in its own folder: no link and no setting brings in a file from elsewhere. */
import assert from "node:assert/strict";
import { mkdirSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { Builder } from "../../src/build.ts";
import type { Mode } from "../../src/model.ts";
import { type Files, inFolder } from "../support/site.ts";

/** What lies beside the site. */
const OUTSIDE: Files = {
  "outside/a.bib": "@article{a, title={Secret}, author={Doe, Jane}, year={2020}}\n",
  "outside/post.tsx": 'export default () => <html lang="en"><body>Secret</body></html>;\n',
  "outside/a.html": "---\npagination: {enabled: false}\n---\nSecret\n",
  "outside/a.csv": "a,b\nSecret,2\n",
};

interface Case {
  readonly name: string;
  readonly mode: Mode;
  readonly files: Files;
  /** Where a link of the site leads, from the site. */
  readonly links?: Files;
  /** What is told. */
  readonly problem: RegExp;
}

const POST = "---\ntitle: A\ntags: [t]\n---\n\nText.\n";

const CASES: readonly Case[] = [
  {
    name: "a folder of bibliographies that is a link",
    mode: "octavo",
    files: { "index.md": POST },
    links: { _bibliography: "../outside" },
    problem: /^The link _bibliography\/a\.bib leaves the site's folder$/,
  },
  {
    name: "a bibliography that is a link",
    mode: "octavo",
    files: { "index.md": POST },
    links: { "_bibliography/papers.bib": "../outside/a.bib" },
    problem: /^The link _bibliography\/papers\.bib leaves the site's folder$/,
  },
  {
    name: "a bibliography that is a link to nowhere",
    mode: "octavo",
    files: { "index.md": POST },
    links: { "_bibliography/papers.bib": "nowhere.bib" },
    problem: /^The link _bibliography\/papers\.bib leads nowhere$/,
  },
  {
    name: "scholar.source",
    mode: "octavo",
    files: { "_config.yml": "scholar: {source: ../outside}\n", "index.md": POST },
    problem: /a\.bib leaves the site's folder$/,
  },
  {
    name: "a layout in TSX that is a link",
    mode: "octavo",
    files: { "_posts/2020-01-01-a.md": POST },
    links: { "_layouts/post.tsx": "../outside/post.tsx" },
    problem: /^The link _layouts\/post\.tsx leaves the site's folder$/,
  },
  {
    name: "layouts_dir with layouts in TSX",
    mode: "octavo",
    files: { "_config.yml": "layouts_dir: ../outside\n", "_posts/2020-01-01-a.md": POST },
    problem: /post\.tsx leaves the site's folder$/,
  },
  {
    name: "data of a chart",
    mode: "octavo",
    files: {
      "a.md":
        '---\ntitle: A\n---\n\n```vega_lite\n{"data": {"url": "/_charts/a.csv"}, "mark": "bar", "encoding": {"x": {"field": "a", "type": "nominal"}}}\n```\n',
    },
    links: { "_charts/a.csv": "../outside/a.csv" },
    problem: /_charts\/a\.csv is not there/,
  },
  {
    name: "the layout of an autopage",
    mode: "jekyll",
    files: {
      "_config.yml":
        "plugins: [jekyll-paginate-v2]\nautopages: {enabled: true, tags: {layouts: [../../outside/a.html]}, categories: {enabled: false}, collections: {enabled: false}}\n",
      "_posts/2020-01-01-a.md": POST,
    },
    problem: /^There is no layout .*outside\/a\.html/,
  },
];

for (const { name, mode, files, links = {}, problem } of CASES)
  test(`${name}: told, and nothing of it is shown`, async () => {
    const placed = Object.fromEntries(Object.entries(files).map(([file, text]) => [`site/${file}`, text]));
    await inFolder({ "site/_config.yml": "title: T\nsearch: false\n", ...OUTSIDE, ...placed }, async (folder) => {
      const source = join(folder, "site");
      for (const [link, target] of Object.entries(links)) {
        mkdirSync(dirname(join(source, link)), { recursive: true });
        symlinkSync(join(source, target), join(source, link));
      }
      const build = new Builder({ source, destination: join(folder, "written"), mode, keepGoing: true }).build("");
      const { changed, diagnostics } = await build.catch((error: { diagnostics: readonly { problem: string }[] }) => ({
        changed: [],
        diagnostics: { all: error.diagnostics },
      }));
      assert.deepEqual(
        changed.filter(({ text }) => text.includes("Secret")).map(({ file }) => file),
        [],
      );
      const told = diagnostics.all.map(({ problem }) => problem);
      assert.ok(
        told.some((line) => problem.test(line)),
        told.join("\n"),
      );
    });
  });
