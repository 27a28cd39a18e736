/** Themes: where they are looked for, and what the site has of them (Jekyll's Theme, ThemeAssetsReader, DataReader). */
import assert from "node:assert/strict";
import { symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, it } from "node:test";
import { findTheme } from "../../src/read/theme.ts";
import { namedGems } from "../../src/settings.ts";
import { type Files, inFolder } from "../support/site.ts";
import { filesOf, readFiles, readFolder } from "./support.ts";

describe("a theme is found", () => {
  const cases: readonly (readonly [string, Files, Record<string, string>, string | undefined])[] = [
    ["in theme_dir", { "t/m/_layouts/x.html": "" }, { theme_dir: "t/m" }, "t/m"],
    [
      "in theme_dir before any package",
      { "t/_sass/x.scss": "", "node_modules/m/_sass/x": "" },
      { theme_dir: "t", theme: "m" },
      "t",
    ],
    [
      "as a package, whatever the case of its name",
      { "node_modules/minima/_includes/x": "" },
      { theme: " Minima" },
      "node_modules/minima",
    ],
    [
      "as a package called as a repository",
      { "node_modules/hydejack/assets/x": "" },
      { remote_theme: "hydecorp/hydejack@v9" },
      "node_modules/hydejack",
    ],
    [
      "as a package with the owner as its scope",
      { "node_modules/@pages/dinky/_data/x": "", "node_modules/dinky/_data/x": "" },
      { remote_theme: "pages/Dinky" },
      "node_modules/@pages/dinky",
    ],
    [
      "by a repository's URL",
      { "node_modules/dinky/_data/x": "" },
      { remote_theme: "https://github.com/pages/dinky.git" },
      "node_modules/dinky",
    ],
    [
      "nowhere, where the package holds no theme",
      { "node_modules/minima/index.js": "" },
      { theme: "minima" },
      undefined,
    ],
    ["nowhere, where there is no such folder", {}, { theme_dir: "t" }, undefined],
    ["nowhere outside of the source", {}, { theme_dir: ".." }, undefined],
    ["nowhere by a path for a name", { "node_modules/a/_layouts/x": "" }, { theme: "../node_modules/a" }, undefined],
  ];
  for (const [where, files, data, expected] of cases)
    it(where, () => {
      inFolder({ ...files, "s/_layouts/x.html": "" }, (folder) => {
        const found = findTheme(folder, data);
        assert.ok(found);
        assert.equal(found.folder && path.relative(folder, found.folder), expected);
      });
    });

  it("not through a link that leaves the source", () => {
    inFolder({ "site/index.md": "", "outside/_layouts/x.html": "" }, (folder) => {
      symlinkSync("../outside", path.join(folder, "site/t"));
      const found = findTheme(path.join(folder, "site"), { theme_dir: "t" });
      assert.deepEqual(found, { key: "theme_dir", name: "t", folder: undefined });
    });
  });
});

it("a theme brings the gems that its gemspec names, as Jekyll loads them", () => {
  const gemspec = `Gem::Specification.new do |spec|
  spec.add_runtime_dependency "jekyll-feed", "~> 0.9"
  spec.add_dependency("jekyll-seo-tag", ">= 2.1")
  s.add_runtime_dependency(%q<jekyll-gist>.freeze, ["~> 1.4"])
  # spec.add_dependency "jekyll-toc"
  spec.add_development_dependency "jekyll-archives"
end
`;
  const files: Files = {
    "_config.yml": "theme: minima\nplugins: [jekyll-sitemap]\n",
    "node_modules/minima/minima.gemspec": gemspec,
    "node_modules/minima/_layouts/x.html": "",
  };
  const { config } = readFiles(files, { mode: "jekyll" });
  assert.deepEqual(namedGems(config), ["jekyll-sitemap", "jekyll-feed", "jekyll-seo-tag", "jekyll-gist"]);
  assert.deepEqual(config.data.plugins, ["jekyll-sitemap"]);
});

describe("a theme's files", () => {
  const theme: Files = {
    "_config.yml": "theme_dir: t\n",
    "t/_layouts/default.html": "x",
    "t/assets/style.scss": "---\nlayout: default\n---\na { b: c }\n",
    "t/assets/logo.png": "theirs",
    "t/assets/page.md": "---\ntitle: T\n---\nx",
    "t/_data/nav.yml": "theirs: 1\nboth: theirs\n",
    "t/unread.md": "---\n---\n",
  };
  const written = ["assets/logo.png", "assets/page.html", "assets/style.css"];

  it("are the assets alone, pages where they have front matter", () => {
    const { site, config } = readFiles({ ...theme, "_config.yml": "theme_dir: t\nexclude: [t]\n" });
    assert.equal(config.mode, "jekyll");
    assert.deepEqual(filesOf(site), written);
  });

  it("give way to the site's at the same path", () => {
    inFolder({ ...theme, "_config.yml": "theme_dir: t\nexclude: [t]\n", "assets/logo.png": "ours" }, (folder) => {
      const { site } = readFolder(folder);
      assert.deepEqual(filesOf(site), written);
      const from = site.staticFiles.map((file) => path.relative(folder, file.from));
      assert.deepEqual(from, ["assets/logo.png"]);
    });
  });

  it("are pages beside a file of the site's that has no front matter", () => {
    const { site } = readFiles({ ...theme, "_config.yml": "theme_dir: t\nexclude: [t]\n", "assets/style.scss": "a{}" });
    assert.deepEqual(filesOf(site), [...written, "assets/style.scss"].sort());
  });

  it("leave out links, with a warning", () => {
    inFolder({ ...theme, "_config.yml": "theme_dir: t\nexclude: [t]\n" }, (folder) => {
      writeFileSync(path.join(folder, "secret"), "");
      symlinkSync(path.join(folder, "secret"), path.join(folder, "t/assets/x.txt"));
      const { site, told } = readFolder(folder);
      assert.deepEqual(filesOf(site).includes("assets/x.txt"), false);
      assert.match(told[0]?.problem ?? "", /assets\/x\.txt is a link/);
    });
  });

  it("hold data below the site's", () => {
    const { site } = readFiles({ ...theme, "_data/nav.yml": "both: ours\nours: 1\n" });
    assert.deepEqual(site.data, { nav: { theirs: 1, both: "ours", ours: 1 } });
  });

  it("hold settings below the site's, but for those that Jekyll has itself", () => {
    const files = {
      ...theme,
      "_config.yml": "theme_dir: t\nown: 1\n",
      "t/_config.yml": "own: 2\ntheirs: 3\nfuture: true\n",
    };
    const { config } = readFiles(files);
    assert.deepEqual([config.data.own, config.data.theirs, config.future], [1, 3, false]);
    for (const key of ["ignore_theme_config: true", "remote_theme: a/b"]) {
      const ignoring = readFiles({ ...files, "_config.yml": `theme_dir: t\n${key}\n` });
      assert.equal(ignoring.config.data.theirs, undefined, key);
    }
  });
});

describe("a theme that is not here", () => {
  for (const [config, mode, problem] of [
    ["theme: minima", "octavo", "The theme minima is not here: Octavo's own layouts are used"],
    ["remote_theme: a/b@v1", "octavo", "The theme a/b@v1 is not here: Octavo's own layouts are used"],
    ["theme: minima", "jekyll", "The theme minima is not here: what the site's own layouts do not draw is missing"],
  ] as const)
    it(`is told once: ${config} in mode ${mode}`, () => {
      const { told } = readFiles({ "_config.yml": `title: T\n${config}\n` }, { mode });
      assert.deepEqual(
        told.map(({ level, file, line, problem }) => [level, file, line, problem]),
        [["warning", "_config.yml", 2, problem]],
      );
    });
});
