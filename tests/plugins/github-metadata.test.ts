/** `site.github` without the network: from the configuration, the environment and git's own files. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Config } from "../../src/model.ts";
import type { Files } from "../support/site.ts";
import { withSite } from "./fixture.ts";

function configOf(files: Files): Config {
  return withSite(files, "jekyll", ({ config }) => config);
}

/** Runs with environment variables, and puts them back. */
function withEnvironment<Result>(values: Readonly<Record<string, string>>, work: () => Result): Result {
  const before = Object.fromEntries(Object.keys(values).map((name) => [name, process.env[name]]));
  Object.assign(process.env, values);
  try {
    return work();
  } finally {
    for (const [name, value] of Object.entries(before)) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}

const GEM = "plugins: [jekyll-github-metadata]\n";

function remote(url: string): Files {
  return {
    ".git/config": `[core]\n\tbare = false\n[remote "fork"]\n\turl = https://github.com/x/y\n[remote "origin"]\n\turl = ${url}\n`,
  };
}

describe("the repository", () => {
  for (const [from, files, expected] of [
    ["repository", { "_config.yml": `${GEM}repository: ann/site\n` }, "ann/site"],
    ["a remote by https", { "_config.yml": GEM, ...remote("https://github.com/ann/my.site.git") }, "ann/my.site"],
    ["a remote by ssh", { "_config.yml": GEM, ...remote("git@github.com:ann/site.git") }, "ann/site"],
    ["a remote that ends in a slash", { "_config.yml": GEM, ...remote("https://github.com/ann/site/") }, "ann/site"],
    ["no remote of another host", { "_config.yml": GEM, ...remote("https://gitlab.com/ann/site.git") }, undefined],
    [
      "the configuration before the remote",
      { "_config.yml": `${GEM}repository: a/b\n`, ...remote("git@github.com:c/d") },
      "a/b",
    ],
  ] as const)
    it(`is read from ${from}`, () => {
      const { github } = configOf(files).data as { readonly github?: { readonly repository_nwo?: string } };
      assert.equal(github?.repository_nwo, expected);
    });

  it("is read from the environment first", () => {
    withEnvironment({ PAGES_REPO_NWO: "env/site" }, () => {
      const { github } = configOf({ "_config.yml": `${GEM}repository: a/b\n` }).data as { readonly github: object };
      assert.equal(Reflect.get(github, "repository_nwo"), "env/site");
    });
  });
});

describe("site.github", () => {
  it("is not there without the gem", () => {
    assert.equal(configOf({ "_config.yml": "repository: a/b\n" }).data.github, undefined);
  });

  for (const [repository, expected] of [
    ["ann/site", { is_user_page: false, is_project_page: true, url: "https://ann.github.io/site", baseurl: "/site" }],
    ["Ann/ann.github.io", { is_user_page: true, is_project_page: false, url: "https://ann.github.io", baseurl: "" }],
  ] as const)
    it(`knows where ${repository} is served`, () => {
      const { github } = configOf({ "_config.yml": `${GEM}repository: ${repository}\n` }).data as {
        readonly github: object;
      };
      for (const [key, value] of Object.entries(expected)) assert.equal(Reflect.get(github, key), value, key);
      assert.equal(Reflect.get(github, "issues_url"), `https://github.com/${repository}/issues`);
    });

  it("knows the domain of CNAME", () => {
    const { github } = configOf({ "_config.yml": `${GEM}repository: a/b\n`, CNAME: "www.x.org\n" }).data as {
      readonly github: object;
    };
    assert.deepEqual([Reflect.get(github, "url"), Reflect.get(github, "baseurl")], ["https://www.x.org", ""]);
  });

  it("keeps what the site says of its own", () => {
    const config = `${GEM}repository: a/b\ngithub: {mine: 1, owner_name: other}\n`;
    const { github } = configOf({ "_config.yml": config }).data as { readonly github: object };
    assert.deepEqual([Reflect.get(github, "mine"), Reflect.get(github, "owner_name")], [1, "other"]);
  });
});

describe("what stands in for missing settings", () => {
  it("is the owner as the title of a user's page", () => {
    assert.equal(configOf({ "_config.yml": `${GEM}repository: Ann/ann.github.io\n` }).title, "Ann");
  });

  for (const [variables, expected] of [
    [{ JEKYLL_ENV: "production" }, "production"],
    [{ JEKYLL_ENV: "production", PAGES_ENV: "dotcom" }, "dotcom"],
    [{ JEKYLL_ENV: "" }, "development"],
  ] as const)
    it(`is ${expected} as the environment of ${JSON.stringify(variables)}`, () => {
      withEnvironment(variables, () => {
        const { github } = configOf({ "_config.yml": `${GEM}repository: a/b\n` }).data as { readonly github: object };
        assert.equal(Reflect.get(github, "environment"), expected);
        assert.equal(Reflect.get(github, "pages_env"), expected);
      });
    });

  for (const [environment, config, expected] of [
    ["development", "", ["b", "", ""]],
    ["production", "", ["b", "https://a.github.io", "/b"]],
    ["production", "title: T\nurl: https://x.y\nbaseurl: /z\n", ["T", "https://x.y", "/z"]],
    ["production", "baseurl: ''\n", ["b", "https://a.github.io", ""]],
    ["production", "baseurl: /\n", ["b", "https://a.github.io", "/b"]],
    ["production", "repository: a/a.github.io\nbaseurl: /\n", ["a", "https://a.github.io", ""]],
    ["development", "name: N\n", ["", "", ""]],
  ] as const)
    it(`${environment}: ${JSON.stringify(config)}`, () => {
      withEnvironment({ JEKYLL_ENV: environment }, () => {
        const { title, url, baseurl, data } = configOf({ "_config.yml": `repository: a/b\n${GEM}${config}` });
        assert.deepEqual([title, url, baseurl], expected);
        assert.deepEqual([data.title ?? "", data.url ?? "", data.baseurl ?? ""], expected);
      });
    });
});
