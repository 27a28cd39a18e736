/** The gems that change what is read, each in a small site; expectations are what Jekyll 4.3.1 with the gems wrote or their READMEs say. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { readConfig } from "../../src/config/config.ts";
import { Diagnostics } from "../../src/errors.ts";
import type { Document, Mode, Site } from "../../src/model.ts";
import { completeSite } from "../../src/plan.ts";
import { type Files, inFolder } from "../support/site.ts";
import { read, withSite } from "./fixture.ts";

function complete(files: Files, mode: Mode = "jekyll"): Site {
  return withSite(files, mode, (site, diagnostics) => {
    const completed = completeSite(site, diagnostics);
    assert.deepEqual(diagnostics.errors, []);
    return completed;
  });
}

function documentsOf({ posts, collections, pages }: Site): readonly Document[] {
  return [...posts, ...[...collections.values()].flat(), ...pages];
}

function find(site: Site, path: string): Document {
  const found = documentsOf(site).find((document) => document.path === path);
  assert.ok(found, path);
  return found;
}

interface Case {
  readonly name: string;
  readonly config: string;
  readonly files: Files;
  /** Pages and copies, as "path > file". */
  readonly written: readonly string[];
}

const OPTIONAL = "plugins: [jekyll-optional-front-matter]";
const README = "plugins: [jekyll-readme-index]";

const CASES: readonly Case[] = [
  {
    name: "without the gem Markdown without front matter is copied",
    config: "a: 1",
    files: { "a.md": "x" },
    written: ["a.md > a.md"],
  },
  {
    name: "optional front matter: a page, and the file itself",
    config: OPTIONAL,
    files: { "a.md": "x" },
    written: ["a.md > a.html", "a.md > a.md"],
  },
  {
    name: "gems: is the older name of plugins:",
    config: "gems: [jekyll-optional-front-matter]",
    files: { "a.md": "x" },
    written: ["a.md > a.html", "a.md > a.md"],
  },
  {
    name: "GitHub Pages turns it on by itself",
    config: "github_pages: true",
    files: { "a.md": "x" },
    written: ["a.md > a.html", "a.md > a.md"],
  },
  {
    name: "remove_originals leaves the page alone",
    config: `${OPTIONAL}\noptional_front_matter: {remove_originals: true}`,
    files: { "a.md": "x" },
    written: ["a.md > a.html"],
  },
  {
    name: "enabled: false",
    config: `${OPTIONAL}\noptional_front_matter: {enabled: false}`,
    files: { "a.md": "x" },
    written: ["a.md > a.md"],
  },
  {
    name: "files about the repository stay files",
    config: OPTIONAL,
    files: { "sub/Contributing.md": "x", "LICENSE.md": "x" },
    written: ["LICENSE.md > LICENSE.md", "sub/Contributing.md > sub/Contributing.md"],
  },
  {
    name: "unless include names them",
    config: `${OPTIONAL}\ninclude: [LICENSE.md]`,
    files: { "LICENSE.md": "x" },
    written: ["LICENSE.md > LICENSE.html", "LICENSE.md > LICENSE.md"],
  },
  { name: "other files stay files", config: OPTIONAL, files: { "a.txt": "x" }, written: ["a.txt > a.txt"] },
  {
    name: "a README is its folder's index",
    config: README,
    files: { "README.md": "x", "docs/readme.markdown": "x" },
    written: [
      "README.md > README.md",
      "README.md > index.html",
      "docs/readme.markdown > docs/index.html",
      "docs/readme.markdown > docs/readme.markdown",
    ],
  },
  {
    name: "not where there is an index",
    config: README,
    files: { "README.md": "x", "index.html": "x" },
    written: ["README.md > README.md", "index.html > index.html"],
  },
  {
    name: "not with front matter of its own",
    config: README,
    files: { "README.md": "---\n---\n" },
    written: ["README.md > README.html"],
  },
  {
    name: "but with_frontmatter",
    config: `${README}\nreadme_index: {with_frontmatter: true}`,
    files: { "docs/README.md": "---\n---\n" },
    written: ["docs/README.md > docs/index.html"],
  },
  {
    name: "readme_index: remove_originals",
    config: `${README}\nreadme_index: {remove_originals: true}`,
    files: { "README.md": "x" },
    written: ["README.md > index.html"],
  },
];

describe("pages and files", () => {
  for (const { name, config, files, written } of CASES)
    it(name, () => {
      const { pages, staticFiles } = complete({ "_config.yml": `${config}\n`, ...files });
      const shown = [...pages, ...staticFiles].map(({ path, file }) => `${path} > ${file}`);
      assert.deepEqual(shown.sort(), [...written].sort());
    });
});

describe("jekyll-default-layout", () => {
  const layouts = (names: readonly string[]): Files =>
    Object.fromEntries(names.map((name) => [`_layouts/${name}.html`, "x"]));
  const files = {
    "index.md": "---\n---\n",
    "a.md": "---\n---\n",
    "b.html": "---\n---\n",
    "_posts/2020-01-01-p.md": "x",
    "_notes/n.md": "---\n---\n",
  };
  const config = "plugins: [jekyll-default-layout]\ncollections: {notes: {output: true}}\n";
  for (const [names, extra, expected] of [
    [
      ["home", "page", "post", "default"],
      "",
      { "index.md": "home", "a.md": "page", "b.html": "", "_posts/2020-01-01-p.md": "post", "_notes/n.md": "" },
    ],
    [["default"], "", { "index.md": "default", "a.md": "default", "_posts/2020-01-01-p.md": "default" }],
    [["page"], "", { "index.md": "page", "_posts/2020-01-01-p.md": "" }],
    [["page"], "jekyll-default-layout: {html_pages: true}\n", { "b.html": "page" }],
  ] as const)
    it(`${names.join(", ")} ${extra}`, () => {
      const site = complete({ "_config.yml": config + extra, ...files, ...layouts(names) });
      for (const [path, layout] of Object.entries(expected)) assert.equal(find(site, path).layout, layout, path);
    });

  it("leaves what the front matter or a default says", () => {
    const own = { "a.md": "---\nlayout: none\n---\n", "b.md": "---\nlayout:\n---\n", "c.md": "---\n---\n" };
    const defaults = "defaults: [{scope: {path: c.md}, values: {layout: x}}]\n";
    const site = complete({ "_config.yml": config + defaults, ...own, ...layouts(["page"]) });
    assert.deepEqual(
      ["a.md", "b.md", "c.md"].map((path) => find(site, path).layout),
      ["", "", "x"],
    );
  });
});

describe("jekyll-titles-from-headings", () => {
  const config = "plugins: [jekyll-titles-from-headings]\n";
  for (const [text, title] of [
    ["# Head *ing* `c` [l](x)\n\ntext", "Head ing c l"],
    ["\n\n### Three\nx", "Three"],
    ["#### Four\nx", ""],
    ["Setext\n======\n", "Setext"],
    ["Setext\r\n------\r\n", "Setext"],
    ["two\nlines\n---\n", ""],
    ["text\n\n# later", ""],
    ["# A & B", "A &amp; B"],
    ["# Note[^1]\n\n[^1]: x", "Note"],
  ] as const)
    it(`${JSON.stringify(text)} is called "${title}"`, () => {
      const page = find(complete({ "_config.yml": config, "a.md": `---\n---\n${text}` }), "a.md");
      assert.deepEqual([page.title, page.data.title ?? ""], [title, title]);
    });

  it("is plain text in mode octavo", () => {
    assert.equal(
      find(complete({ "_config.yml": config, "a.md": "---\n---\n# A & B" }, "octavo"), "a.md").title,
      "A & B",
    );
  });

  it("leaves a title that is there, HTML pages, and posts", () => {
    const files = { "a.md": "---\ntitle: Own\n---\n# H", "b.html": "---\n---\n# H", "_posts/2020-01-01-p.md": "# H" };
    const site = complete({ "_config.yml": config, ...files });
    assert.deepEqual(
      Object.keys(files).map((path) => find(site, path).title),
      ["Own", "", "P"],
    );
  });

  it("takes posts along with collections: true", () => {
    const settings = `${config}titles_from_headings: {collections: true}\n`;
    assert.equal(
      find(complete({ "_config.yml": settings, "_posts/2020-01-01-p.md": "# H" }), "_posts/2020-01-01-p.md").title,
      "H",
    );
  });

  it("takes the place of a title of a post's own then, in mode jekyll alone", () => {
    const files = {
      "_config.yml": `${config}titles_from_headings: {collections: true}\n`,
      "_posts/2020-01-01-p.md": "---\ntitle: Own\n---\n# H",
    };
    const titleIn = (mode: "jekyll" | "octavo") => find(complete(files, mode), "_posts/2020-01-01-p.md").title;
    assert.deepEqual([titleIn("jekyll"), titleIn("octavo")], ["H", "Own"]);
  });

  it("strips it from the excerpt of a post, too", () => {
    const settings = `${config}titles_from_headings: {collections: true, strip_title: true}\n`;
    const files = { "_posts/2020-01-01-p.md": "# H\n\nfirst\n\nsecond", "_config.yml": settings };
    const post = find(complete(files), "_posts/2020-01-01-p.md");
    assert.equal(post.kind === "post" && post.excerpt, "first");
  });

  it("strips the heading where it is told to", () => {
    const settings = `${config}titles_from_headings: {strip_title: true}\n`;
    const files = { "a.md": "---\n---\n# H\n\ntext\n", "b.md": "---\nstrip_title: false\n---\n# H\n" };
    const site = complete({ "_config.yml": settings, ...files });
    assert.deepEqual(
      ["a.md", "b.md"].map((path) => find(site, path).body),
      ["text", "# H\n"],
    );
  });
});

describe("jekyll-titles-from-headings that strips titles", () => {
  const settings =
    "plugins: [jekyll-titles-from-headings]\ntitles_from_headings: {strip_title: true, collections: true}\n";
  const list = "  - a\n\n  - b\n";
  for (const [path, frontMatter, expected] of [
    ["a.md", "", "- a\n\n  - b"],
    ["a.md", "title: T\n", list],
    ["_posts/2020-01-01-p.md", "title: T\n", "- a\n\n  - b"],
  ] as const)
    it(`strips the blanks around the text of ${path}, too, ${frontMatter || "without a title"}`, () => {
      const site = complete({ "_config.yml": settings, [path]: `---\n${frontMatter}---\n${list}` });
      assert.equal(find(site, path).body, expected);
    });
});

describe("jekyll-relative-links", () => {
  const config = "baseurl: /b\nplugins: [jekyll-relative-links]\n";
  const targets: Files = {
    "x.md": "---\n---\n",
    "docs/y.md": "---\n---\n",
    "a b.md": "---\n---\n",
    "i.png": "",
    "_posts/2020-01-02-p.md": "x",
  };
  for (const [text, expected] of [
    ["[t](x.md)", "[t](/b/x.html)"],
    ["[t](./x.md#f)", "[t](/b/x.html#f)"],
    ['[t](x.md "T")', '[t](/b/x.html "T")'],
    ["[t](docs/y.md) ![i](i.png)", "[t](/b/docs/y.html) ![i](/b/i.png)"],
    ["[t](/docs/../x.md)", "[t](/b/x.html)"],
    ["[t](a%20b.md)", "[t](/b/a%20b.html)"],
    ["[t](_posts/2020-01-02-p.md)", "[t](/b/2020/01/02/p.html)"],
    ["[t][r]\n\n[r]: x.md#f", "[t][r]\n\n[r]: /b/x.html#f"],
    [
      "[t](nope.md) [t](https://a.b/x.md) [t](#x.md) [t](../x.md)",
      "[t](nope.md) [t](https://a.b/x.md) [t](#x.md) [t](../x.md)",
    ],
  ] as const)
    it(text, () => {
      const site = complete({ "_config.yml": config, ...targets, "from.md": `---\n---\n${text}` });
      assert.equal(find(site, "from.md").body.replace(/\n{3,}/g, "\n\n"), expected);
    });

  it("counts from the page's own folder", () => {
    const site = complete({
      "_config.yml": config,
      ...targets,
      "docs/z.md": "---\n---\n[t](y.md) [t](../x.md) [t](x.md)",
    });
    assert.equal(find(site, "docs/z.md").body, "[t](/b/docs/y.html) [t](/b/x.html) [t](x.md)");
  });

  for (const [settings, path, changes] of [
    ["{enabled: false}", "from.md", false],
    ["{exclude: [from]}", "from.md", false],
    ["{}", "_posts/2020-01-01-from.md", false],
    ["{collections: true}", "_posts/2020-01-01-from.md", true],
  ] as const)
    it(`relative_links: ${settings} ${changes ? "changes" : "leaves"} ${path}`, () => {
      const files = { ...targets, [path]: "---\n---\n[t](/x.md)\n\nmore" };
      const document = find(complete({ "_config.yml": `${config}relative_links: ${settings}\n`, ...files }), path);
      const expected = changes ? "[t](/b/x.html)" : "[t](/x.md)";
      assert.equal(document.body, `${expected}\n\nmore`);
      if (document.kind === "post") assert.equal(document.excerpt, expected);
    });
});

describe("jekyll-last-modified-at", () => {
  const config = "plugins: [jekyll-last-modified-at]\n";

  it("is the time of the last commit, and that of the file where there is none", () => {
    const files = {
      "_config.yml": config,
      "a.md": "---\n---\n",
      "b.md": "---\nlast_modified_at: 2021-02-03\n---\n",
      "c.md": "---\n---\n",
    };
    withSite(files, "jekyll", (site, diagnostics, folder) => {
      const git = (...words: readonly string[]) => {
        const identity = {
          GIT_AUTHOR_NAME: "A",
          GIT_AUTHOR_EMAIL: "a@b",
          GIT_COMMITTER_NAME: "A",
          GIT_COMMITTER_EMAIL: "a@b",
        };
        const env = { ...process.env, ...identity, GIT_COMMITTER_DATE: "2022-03-04T05:06:07Z" };
        assert.equal(spawnSync("git", words, { cwd: folder, env }).status, 0);
      };
      git("init", "-q");
      git("add", "a.md", "b.md");
      git("commit", "-q", "-m", "x");
      const completed = completeSite(site, diagnostics);
      const [a, b, c] = ["a.md", "b.md", "c.md"].map((path) => find(completed, path).data.last_modified_at);
      assert.deepEqual([a, b], [new Date("2022-03-04T05:06:07Z"), new Date("2022-03-04T05:06:07Z")]);
      assert.deepEqual(c, statSync(join(folder, "c.md")).mtime);
    });
  });

  it("is what the front matter of a post says", () => {
    const site = complete({
      "_config.yml": config,
      "_posts/2020-01-01-a.md": "---\nlast_modified_at: 2021-02-03\n---\n",
    });
    assert.deepEqual(find(site, "_posts/2020-01-01-a.md").data.last_modified_at, {
      kind: "date",
      year: 2021,
      month: 2,
      day: 3,
    });
  });
});

describe("what has no counterpart here", () => {
  it("is told once each, with the place in the configuration", () => {
    const config = "title: T\nplugins: [jekyll-feed, jekyll-slim, kramdown]\ngems:\n  - jekyll-slim\n  - my-own\n";
    const { diagnostics } = read({ "_config.yml": config }, "jekyll");
    assert.deepEqual(
      diagnostics.all.map(({ level, line, problem }) => [level, line, problem]),
      [
        ["warning", 2, "The gem jekyll-slim has no counterpart here: Slim files are copied as they are"],
        ["warning", 5, "The gem my-own has no counterpart here: what it adds to the site is missing"],
      ],
    );
  });

  it("is told of a whole fork of al-folio with the way that builds it, unless its mode was chosen", () => {
    const said = (config: string): readonly string[] =>
      inFolder({ "_config.yml": config, "_layouts/post.liquid": "{{ content }}" }, (source) => {
        const diagnostics = new Diagnostics();
        readConfig({ source }, diagnostics);
        return diagnostics.all.map(({ help = "" }) => help);
      });
    assert.match(said("scholar: {last_name: [A]}\n")[0] ?? "", /--mode octavo.*docs\/al-folio\.md/);
    assert.deepEqual(said("scholar: {last_name: [A]}\nmode: jekyll\n"), []);
    assert.deepEqual(said("title: T\n"), []);
  });

  it("is every layout beside al-folio's gem: such a site is built on Octavo's, and told so unless its mode was chosen", () => {
    const read = (config: string): readonly string[] =>
      inFolder({ "_config.yml": config, "_layouts/home.html": "{{ content }}" }, (source) => {
        const diagnostics = new Diagnostics();
        const { mode } = readConfig({ source }, diagnostics);
        return [mode, ...diagnostics.all.map(({ line, problem }) => `${line}: ${problem}`)];
      });
    const told = "The site's own _layouts are not used: they stand on al-folio's gem, which is not here";
    assert.deepEqual(read("title: T\ntheme: al_folio_core\n"), ["octavo", `2: ${told}`]);
    assert.deepEqual(read("remote_theme: alshedivat/al-folio@v0.9\n"), ["octavo", `1: ${told}`]);
    assert.deepEqual(read("theme: al_folio_core\nmode: octavo\n"), ["octavo"]);
    assert.equal(read("theme: minima\n")[0], "jekyll");
  });

  it("is told of every Ruby file of _plugins, and of no other", () => {
    const files = { "_plugins/a.rb": "exit", "_plugins/sub/b.rb": "", "_plugins/notes.md": "" };
    const { diagnostics } = read(files, "jekyll");
    assert.deepEqual(
      diagnostics.all.map(({ level, file }) => [level, file]),
      [
        ["warning", "_plugins/a.rb"],
        ["warning", "_plugins/sub/b.rb"],
      ],
    );
  });
});
