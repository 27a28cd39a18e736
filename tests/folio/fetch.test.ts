/** `octavo fetch` with answers of our own: what is asked, what is kept, what is told. */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fetchInto } from "../../src/cli/fetch.ts";
import { type Fetch, fetchData } from "../../src/folio/fetch.ts";
import type { Config, Data } from "../../src/model.ts";

const ANSWERS: Readonly<Record<string, string>> = {
  "https://api.github.com/repos/o/r": '{"description":"About","language":"C","stargazers_count":3,"forks_count":1}',
  "https://api.github.com/users/u": '{"name":"U. Ser","public_repos":2,"followers":4}',
  "https://m.example/feed":
    '<?xml version="1.0"?><rss version="2.0"><channel><item><title>A &amp; B</title><link>https://m.example/p</link><pubDate>Fri, 03 Feb 2023 00:00:00 GMT</pubDate><description>&lt;p&gt;Text&lt;/p&gt;</description></item></channel></rss>',
  "https://blog.example/x": '<title>The &quot;x&quot;</title><meta name="description" content="of it">',
  "https://inspirehep.net/api/literature/77?fields=citation_count": '{"metadata":{"citation_count":9}}',
  "https://json.example/r.json": '{"basics":{"name":"N"}}',
};

const ask: Fetch = async (url) => {
  const text = ANSWERS[url];
  return { ok: text !== undefined, status: text === undefined ? 404 : 200, text: async () => text ?? "" };
};

const CONFIG = {
  data: {
    external_sources: [
      { name: "medium", rss_url: "https://m.example/feed" },
      { name: "own", posts: [{ url: "https://blog.example/x", published_date: "2024-01-01" }] },
    ],
    jekyll_get_json: [
      { data: "resume", json: "https://json.example/r.json" },
      { data: "local", json: "assets/x.json" },
    ],
  },
} as unknown as Config;

const NOTHING = { papers: [], repositories: [] };

test("what older sites list in _config.yml and what projects name is asked for, too", async () => {
  const older = { data: { github_users: ["u"] } } as unknown as Config;
  const { files, problems } = await fetchData(older, {}, { papers: [], repositories: ["o/r"] }, ask);
  assert.deepEqual(problems, []);
  assert.match(files.get("repositories_cache.json") ?? "", /"o\/r"[\s\S]*"stars": 3[\s\S]*"u"[\s\S]*"U. Ser"/);
});

test("repositories, accounts, feeds, pages, citations and JSON are kept", async () => {
  const data: Data = { repositories: { github_repos: ["o/r"], github_users: ["u"] } };
  const { files, problems } = await fetchData(CONFIG, data, { papers: ["77"], repositories: [] }, ask);
  const kept = Object.fromEntries([...files].map(([name, text]) => [name, JSON.parse(text) as unknown]));
  assert.deepEqual(problems, []);
  assert.deepEqual(kept, {
    "repositories_cache.json": {
      repositories: { "o/r": { description: "About", language: "C", stars: 3, forks: 1, archived: false } },
      users: { u: { name: "U. Ser", bio: "", repositories: 2, followers: 4 } },
    },
    "external_posts.json": {
      medium: [{ url: "https://m.example/p", title: "A & B", date: "2023-02-03T00:00:00.000Z", description: "Text" }],
      own: [{ url: "https://blog.example/x", title: 'The "x"', description: "of it" }],
    },
    "inspirehep.json": { "77": 9 },
    "resume.json": { basics: { name: "N" } },
  });
});

test("what cannot be had is told, and its old value stays", async () => {
  const data: Data = {
    repositories: { github_repos: ["o/gone", "o/r"] },
    repositories_cache: { repositories: { "o/gone": { description: "Old" } } },
    external_posts: { own: [{ url: "https://blog.example/gone", title: "Kept" }] },
  };
  const posts = [{ url: "https://blog.example/gone" }, { url: "https://blog.example/x" }];
  const sources = { data: { external_sources: [{ name: "own", posts }] } } as unknown as Config;
  const { files, problems } = await fetchData(sources, data, NOTHING, ask);
  assert.deepEqual(problems, [
    "https://api.github.com/repos/o/gone answered 404",
    "https://blog.example/gone answered 404",
  ]);
  assert.match(files.get("repositories_cache.json") ?? "", /"Old"/);
  assert.match(files.get("external_posts.json") ?? "", /"Kept"[\s\S]*The \\"x\\"/);
});

test("without a network nothing is written, and each address is told with the reason", async () => {
  const offline: Fetch = async () => {
    throw new TypeError("fetch failed", { cause: new Error("getaddrinfo ENOTFOUND") });
  };
  const data: Data = { repositories: { github_repos: ["o/r"], github_users: ["u"] } };
  const { files, problems } = await fetchData(CONFIG, data, { papers: ["77"], repositories: [] }, offline);
  assert.equal(files.size, 0);
  assert.equal(problems.length, 6);
  assert.equal(problems[0], "https://api.github.com/repos/o/r could not be asked: getaddrinfo ENOTFOUND");
});

test("where nothing could be had the command says so, ends with 1, and touches no file", async (context) => {
  const source = mkdtempSync(join(tmpdir(), "octavo-fetch-"));
  context.after(() => rmSync(source, { recursive: true }));
  writeFileSync(join(source, "_config.yml"), "github_users: [u]\n");
  mkdirSync(join(source, "_data"));
  writeFileSync(join(source, "_data/repositories_cache.json"), '{"users":{"u":{"name":"Old"}}}');
  const told: string[] = [];
  context.mock.method(console, "error", (line: string) => told.push(line));
  const status = await fetchInto({ source }, async () => assert.fail("offline"));
  assert.equal(status, 1);
  assert.match(told.join("\n"), /Nothing could be fetched: _data stays as it is/);
  assert.equal(readFileSync(join(source, "_data/repositories_cache.json"), "utf8"), '{"users":{"u":{"name":"Old"}}}');
});

test("a site that shows nothing of others asks nobody", async () => {
  const nobody: Fetch = async (url) => assert.fail(url);
  const { files, problems } = await fetchData({ data: {} } as Config, {}, NOTHING, nobody);
  assert.deepEqual([files.size, problems], [0, []]);
});
