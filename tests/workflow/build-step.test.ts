import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { load } from "js-yaml";
import { inFolder, launcher, root } from "../support/site.ts";

interface Workflow {
  readonly jobs: { readonly build: { readonly steps: readonly { readonly name?: string; readonly run?: string }[] } };
}

const workflow = load(readFileSync(path.join(root, ".github/workflows/pages.yml"), "utf8")) as Workflow;
const script = workflow.jobs.build.steps.find(({ name }) => name === "Build for GitHub Pages")?.run ?? "";

const SITE = {
  "site/package.json": JSON.stringify({ scripts: { build: `node "${launcher}" build` } }),
  "runner/.keep": "",
};

/** Runs the step in a folder that holds `site` and `runner`; gives what a file was built as. */
function buildIn(folder: string, [origin, base]: readonly [string, string]): (file: string) => string {
  const { status, stdout, stderr } = spawnSync("bash", ["-e", "-c", script], {
    cwd: path.join(folder, "site"),
    env: { ...process.env, ORIGIN: origin, BASE_PATH: base, RUNNER_TEMP: path.join(folder, "runner") },
    encoding: "utf8",
  });
  assert.equal(status, 0, `${stdout}${stderr}`);
  return (file) => readFileSync(path.join(folder, "site/_site", file), "utf8");
}

/** What GitHub's configure-pages answers for each kind of site. */
const PLACES: readonly (readonly [string, string, string])[] = [
  ["a user page", "https://octocat.github.io", ""],
  ["a project page", "https://octocat.github.io", "/repo"],
  ["a custom domain", "https://www.example.com", ""],
];
for (const [name, origin, base] of PLACES)
  test(`the workflow's own step builds ${name} without an edit of _config.yml`, () => {
    inFolder(
      {
        ...SITE,
        "site/_config.yml": "title: Anywhere\nurl: https://wrong.example\nbaseurl: /wrong\npermalink: /blog/:title/\n",
        "site/_posts/2024-05-06-here.md": "---\ntitle: Here\n---\n\n[Tags](/blog/tag/)\n",
      },
      (folder) => {
        const built = buildIn(folder, [origin, base]);
        const page = built("blog/here/index.html");
        assert.ok(page.includes(`<a class="site-name" href="${base}/">`) && page.includes(`href="${base}/favicon.`));
        assert.ok(built("sitemap.xml").includes(`<loc>${origin}${base}/blog/here/</loc>`));
        for (const file of ["index.html", "blog/here/index.html", "feed.xml", "sitemap.xml"])
          assert.doesNotMatch(built(file), /wrong/, file);
      },
    );
  });

test("the step builds a folder of Markdown alone, which has no _config.yml", () => {
  inFolder({ ...SITE, "site/about.md": "---\ntitle: About\n---\n\nWords.\n" }, (folder) => {
    const built = buildIn(folder, ["https://octocat.github.io", "/repo"]);
    assert.ok(built("sitemap.xml").includes("<loc>https://octocat.github.io/repo/about/</loc>"));
  });
});
