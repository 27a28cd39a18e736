/** Comments and analytics: there when they are asked for, and only then. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { runInNewContext } from "node:vm";
import { findElements } from "../../src/page/elements.ts";
import { finished, policyOf } from "./fixture.ts";

const PAGE = "<html><head><title>A page | Site</title></head><body><main><article>Text</article></main></body></html>";
const GISCUS =
  "url: https://me.org\ngiscus: {repo: a/b, repo_id: R, category: Comments, category_id: C, mapping: title, reactions_enabled: 0, lang: en}\n";

function frameOf(html: string): URL {
  const [button] = findElements(html, new Set(["button"]));
  const src = /src="([^"]*)"/.exec(button?.get("value") ?? "")?.[1] ?? "";
  return new URL(src.replaceAll("&amp;", "&"));
}

describe("comments", () => {
  it("through giscus are a facade at the end of the article, with what its script would ask", () => {
    const { html } = finished(PAGE, GISCUS, "giscus_comments: true");
    assert.match(html, /Text<section class="comments"><h2 class="minor">Comments<\/h2><span class="embed">/);
    assert.match(html, /href="https:\/\/github.com\/a\/b\/discussions\?discussions_q=A%20page%20%7C%20Site"/);
    const { origin, pathname, searchParams } = frameOf(html);
    assert.equal(origin + pathname, "https://giscus.app/en/widget");
    for (const [name, value] of [
      ["origin", "https://me.org/page/"],
      ["repo", "a/b"],
      ["repoId", "R"],
      ["category", "Comments"],
      ["categoryId", "C"],
      ["term", "A page | Site"],
      ["reactionsEnabled", "0"],
      ["strict", "0"],
      ["session", "session"],
    ] as const)
      assert.equal(searchParams.get(name), value, name);
  });

  it("find their discussion by the path where nothing else is said", () => {
    const config = GISCUS.replace("mapping: title, ", "").replace("me.org", "me.org\nbaseurl: /repo");
    assert.equal(frameOf(finished(PAGE, config, "giscus_comments: true").html).searchParams.get("term"), "repo/page/");
  });

  it("through Disqus are one, too", () => {
    const { html } = finished(PAGE, "url: https://me.org\ndisqus_shortname: ann\n", "disqus_comments: true");
    assert.equal(frameOf(html).searchParams.get("f"), "ann");
    assert.equal(frameOf(html).searchParams.get("t_u"), "https://me.org/page/");
  });

  it("are not there where no page asks for them, or the site has no account", () => {
    assert.equal(finished(PAGE, GISCUS).html, PAGE);
    const { html, told } = finished(PAGE, "giscus: {repo: a/b}\n", "giscus_comments: true");
    assert.equal(html, PAGE);
    assert.match(told[0]?.problem ?? "", /`giscus:` of _config.yml is not filled in/);
  });
});

/** Runs the script of a page in a browser of cardboard; gives what it put into the head once the page was loaded. */
function loaded(config: string, navigator: object): readonly object[] {
  const { html } = finished(PAGE, config);
  const [script] = findElements(html, new Set(["script"]));
  const put: object[] = [];
  const waiting: (() => void)[] = [];
  const window: Record<string, unknown> = {
    navigator,
    addEventListener: (_: string, run: () => void) => waiting.push(run),
    document: {
      createElement: () => ({
        setAttribute(name: string, value: string) {
          Object.assign(this, { [name]: value });
        },
      }),
      head: { append: (element: object) => put.push(JSON.parse(JSON.stringify(element))) },
    },
  };
  window.window = window;
  runInNewContext(script?.content ?? "", window);
  assert.deepEqual(put, []);
  for (const run of waiting) run();
  return put;
}

describe("analytics", () => {
  for (const [config, src, host] of [
    [
      "google_analytics: G-1\nenable_google_analytics: true",
      "https://www.googletagmanager.com/gtag/js?id=G-1",
      "https://*.google-analytics.com",
    ],
    ["google_analytics: G-1", "https://www.googletagmanager.com/gtag/js?id=G-1", "https://*.google-analytics.com"],
    [
      "cronitor_analytics: K\nenable_cronitor_analytics: true",
      "https://rum.cronitor.io/script.js",
      "https://rum.cronitor.io",
    ],
    ["pirsch_analytics: P\nenable_pirsch_analytics: true", "https://api.pirsch.io/pa.js", "https://api.pirsch.io"],
    [
      "openpanel_analytics: O\nenable_openpanel_analytics: true",
      "https://openpanel.dev/op1.js",
      "https://api.openpanel.dev",
    ],
    ["analytics: {plausible: me.org}", "https://plausible.io/js/script.js", "https://plausible.io"],
    [
      "analytics: {provider: plausible, domain: me.org, host: 'https://stats.me.org/'}",
      "https://stats.me.org/js/script.js",
      "https://stats.me.org",
    ],
    ["analytics: {umami: {website_id: x}}", "https://cloud.umami.is/script.js", "https://cloud.umami.is"],
    ["analytics: {provider: goatcounter, code: ann}", "https://gc.zgo.at/count.js", "https://ann.goatcounter.com"],
    [
      "analytics: {provider: google-gtag, google: {tracking_id: G-2}}",
      "https://www.googletagmanager.com/gtag/js?id=G-2",
      "https://*.google-analytics.com",
    ],
  ] as const)
    it(`${config.replaceAll("\n", ", ")}: loaded after the page, and allowed`, () => {
      assert.equal((loaded(`${config}\n`, {})[0] as { src?: string } | undefined)?.src, src);
      const policy = policyOf("<p>x</p>", `${config}\n`);
      assert.match(policy["script-src"] ?? "", new RegExp(`^'sha256-\\S+' ${new URL(src).origin}$`));
      assert.ok(policy["connect-src"]?.split(" ").includes(host));
    });

  for (const navigator of [{ doNotTrack: "1" }, { globalPrivacyControl: true }])
    it(`${JSON.stringify(navigator)}: nothing is loaded`, () => {
      assert.deepEqual(loaded("google_analytics: G-1\n", navigator), []);
    });

  for (const config of [
    "title: x",
    "google_analytics:",
    "google_analytics: G-1\nenable_google_analytics: false",
    "analytics: {enabled: true}",
    "analytics: {provider: false}",
    "analytics: {plausible: {domain: me.org, host: 'javascript:x'}}",
  ])
    it(`${config.replaceAll("\n", ", ")}: none`, () => {
      assert.equal(finished(PAGE, `${config}\n`).html, PAGE);
    });

  it("an account cannot break out of the script", () => {
    assert.doesNotMatch(finished(PAGE, "google_analytics: '</script><b>'\n").html, /<\/script><b>/);
  });
});
