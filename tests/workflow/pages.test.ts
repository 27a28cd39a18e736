import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { load } from "js-yaml";

interface Step {
  readonly id?: string;
  readonly name?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, string | boolean>>;
  readonly env?: Readonly<Record<string, string>>;
}
interface Concurrency {
  readonly group: string;
  readonly "cancel-in-progress": boolean;
}
interface Job {
  readonly if?: string;
  readonly needs?: string;
  readonly permissions: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly concurrency?: Concurrency;
  readonly steps: readonly Step[];
}
interface Workflow {
  readonly on: Readonly<Record<string, { readonly branches: readonly string[] } | null>>;
  readonly permissions: object;
  readonly concurrency: Concurrency;
  readonly jobs: { readonly build: Job; readonly deploy: Job };
}

const file = path.join(import.meta.dirname, "../../.github/workflows/pages.yml");
const workflow = load(readFileSync(file, "utf8")) as Workflow;
const { build, deploy } = workflow.jobs;
const all = [...build.steps, ...deploy.steps];
const MAIN_ONLY = "github.event_name != 'pull_request' && github.ref == 'refs/heads/main'";

/** The step of the build that uses this action or runs this command first. */
function step(start: string): Step {
  const found = build.steps.find(({ uses, run }) => uses?.startsWith(`${start}@`) || run?.includes(start));
  assert.ok(found, `no step for ${start}`);
  return found;
}

test("a push to main and a pull request start it", () => {
  assert.deepEqual(workflow.on.push, { branches: ["main"] });
  assert.ok("pull_request" in workflow.on);
  assert.ok(!("pull_request_target" in workflow.on));
});

test("the lock file is installed, then tested, then built, then uploaded", () => {
  const order = ["actions/checkout", "npm ci", "npm test", "npm run build", "actions/upload-pages-artifact"];
  const places = order.map((start) => build.steps.indexOf(step(start)));
  assert.deepEqual(
    places,
    [...places].sort((a, b) => a - b),
  );
});

test("nothing is deployed but a push to main", () => {
  assert.equal(build.env?.DEPLOY, `\${{ ${MAIN_ONLY} }}`);
  assert.equal(deploy.if, MAIN_ONLY);
  assert.equal(deploy.needs, "build");
  for (const action of ["actions/configure-pages", "actions/upload-pages-artifact"])
    assert.equal(step(action).if, "env.DEPLOY == 'true'");
});

test("a pull request is tested and built", () => {
  assert.equal(step("npm test").if, undefined);
  const builds = build.steps.filter(({ run }) => run?.includes("npm run build"));
  assert.deepEqual(builds.map((one) => one.if).sort(), ["env.DEPLOY != 'true'", "env.DEPLOY == 'true'"]);
});

test("url and baseurl are those of the Pages configuration", () => {
  const { env, run = "" } = step("npm run build");
  assert.equal(step("actions/configure-pages").id, "pages");
  assert.equal(env?.ORIGIN, `\${{ steps.pages.outputs.origin }}`);
  assert.equal(env?.BASE_PATH, `\${{ steps.pages.outputs.base_path }}`);
  assert.match(run, /--baseurl "\$BASE_PATH"/);
  assert.match(run, /url: "%s".*"\$ORIGIN"/);
  assert.match(run, /--config "_config\.yml,\$RUNNER_TEMP\/pages\.yml"/);
});

test("each job has the least permissions", () => {
  assert.deepEqual(workflow.permissions, {});
  assert.deepEqual(build.permissions, { contents: "read", pages: "read" });
  assert.deepEqual(deploy.permissions, { pages: "write", "id-token": "write" });
  assert.equal(step("actions/checkout").with?.["persist-credentials"], false);
});

test("no value of GitHub's is pasted into a script", () => {
  for (const { run = "" } of all) assert.doesNotMatch(run, /\$\{\{/);
});

test("a running deployment is not cut", () => {
  assert.deepEqual(deploy.concurrency, { group: "pages", "cancel-in-progress": false });
  assert.equal(workflow.concurrency["cancel-in-progress"], false);
  assert.notEqual(workflow.concurrency.group, deploy.concurrency?.group, "one group at both levels waits for itself");
});

test("npm's downloads and the build's cache are kept", () => {
  assert.equal(step("actions/setup-node").with?.cache, "npm");
  const cache = step("actions/cache").with;
  assert.equal(cache?.path, ".octavo-cache");
  assert.ok(String(cache?.key).startsWith(String(cache?.["restore-keys"])), "the newest earlier cache is found");
});

test("hidden files such as .well-known are uploaded", () => {
  assert.deepEqual(step("actions/upload-pages-artifact").with, { path: "_site", "include-hidden-files": true });
});

test("only GitHub's own actions run, each at a major version", () => {
  for (const { uses } of all) if (uses !== undefined) assert.match(uses, /^actions\/[a-z-]+@v\d+$/);
  assert.ok(deploy.steps.some(({ uses }) => uses?.startsWith("actions/deploy-pages@")));
});
