/** A page with everything in Chromium: its policy lets through what it holds, and nothing else. */
import assert from "node:assert/strict";
import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { after, before, describe, it } from "node:test";
import type { Browser, Page } from "playwright-core";
import { launchBrowser } from "../support/browser.ts";
import { buildSite, temporaryFolder, writeFiles } from "../support/site.ts";

const ORIGIN = "http://site.test";
const PIXEL =
  "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

const EVERYTHING = `---
title: Everything
permalink: /all/
giscus_comments: true
---

Write to <me@example.org>. $$x$$ and

$$
\\begin{equation}x = 1\\end{equation}
$$

| a | b |
|--:|:-:|
| 1 | 2 |

\`\`\`js
let x = 1;
\`\`\`

![A picture](/assets/own.svg) ![Another one](https://pictures.test/x.png){: width="40" height="30"}

<img src="${PIXEL}" alt="Data" id="data">

<p id="styled" style="color: rgb(1, 2, 3)">Styled</p>

<p id="semi" style="background: url('/assets/own.svg'); quotes: &quot;a&quot; &quot;b&quot;">More &amp; more</p>

<button id="handler" onclick="this.textContent = 'Pressed &amp; done'">Press</button>

<a id="run" href="javascript:void(document.documentElement.dataset.run = 'a b')">Run</a>

<style>
#ruled { color: rgb(4, 5, 6); background: url(https://pictures.test/back.png) }
@import "https://sheets.test/x.css";
</style>

<p id="ruled">Ruled</p>

<svg width="10" height="10"><style>#circle { fill: rgb(7, 8, 9) } a &gt; b { fill: red }</style><circle id="circle" r="5"/></svg>

<script>
  document.documentElement.dataset.inline = "yes\u00e9";
</script>

<script src="/assets/own.js"></script>

<script type="module">document.documentElement.dataset.module = "yes";</script>

<script src="https://scripts.test/x.js"></script>
<link rel="stylesheet" href="https://sheets.test/y.css">

<iframe title="My talk" src="https://www.youtube.com/embed/abc_DEF-1?start=5" width="560" height="315" allowfullscreen></iframe>

<iframe src="//player.bilibili.com/player.html?bvid=BV1x" height="400"></iframe>

<iframe src="/assets/own.html" title="Own frame"></iframe>

<blockquote class="twitter-tweet"><p>A post</p><a href="https://twitter.com/x/status/123">May</a></blockquote>
<script async src="https://platform.twitter.com/widgets.js"></script>

<script src="https://gist.github.com/user/abc123.js"></script>

<video src="https://films.test/x.mp4" poster="https://films.test/x.jpg"></video>

<form action="https://letters.test/subscribe" method="post"><input aria-label="E-mail" name="email"></form>
`;

const FILES = {
  "_config.yml": `title: Test\nurl: ${ORIGIN}\ngiscus: {repo: a/b, repo_id: R, category: C, category_id: D}\n`,
  "all.md": EVERYTHING,
  "plain.md": "---\ntitle: Plain\npermalink: /plain/\n---\n\nText.\n",
  "crlf.md": EVERYTHING.replace("/all/", "/crlf/").replaceAll("\n", "\r\n"),
  "assets/own.js": "document.documentElement.dataset.own = 'yes'; fetch('/assets/own.svg');\n",
  "assets/own.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>\n',
  "assets/own.html": "<!doctype html><title>x</title>Own\n",
};

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".svg": "image/svg+xml",
  ".css": "text/css",
};

const { folder, remove } = temporaryFolder();
let browser: Browser;
let told = "";

before(async () => {
  writeFiles(path.join(folder, "source"), FILES);
  told = buildSite(path.join(folder, "source"), path.join(folder, "built"));
  browser = await launchBrowser();
});

after(async () => {
  await browser?.close();
  remove();
});

interface Visit {
  readonly page: Page;
  /** What the console said that is an error. */
  readonly errors: string[];
  /** Requests to other hosts. */
  readonly foreign: string[];
}

/** Opens a page of the built site; other hosts answer with an empty page. */
async function visit(url: string, javaScriptEnabled = true): Promise<Visit> {
  const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 800, height: 600 } });
  const page = await context.newPage();
  const errors: string[] = [];
  const foreign: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  page.on("pageerror", (error) => errors.push(error.message));
  await page.route("**/*", async (route) => {
    const target = new URL(route.request().url());
    if (target.origin !== ORIGIN) {
      foreign.push(target.href);
      return route.fulfill({ contentType: "text/html", body: "<!doctype html><title>Other</title>Other" });
    }
    const file = path.join(folder, "built", decodeURIComponent(target.pathname));
    const found = statSync(file, { throwIfNoEntry: false })?.isDirectory() ? path.join(file, "index.html") : file;
    if (statSync(found, { throwIfNoEntry: false }) === undefined) return route.fulfill({ status: 404, body: "" });
    return route.fulfill({ contentType: TYPES[path.extname(found)] ?? "text/plain", body: readFileSync(found) });
  });
  await page.goto(`${ORIGIN}${url}`, { waitUntil: "load" });
  return { page, errors, foreign };
}

describe("a page with everything", () => {
  for (const url of ["/all/", "/crlf/"])
    it(`${url}: runs what its author wrote, asks no other host, and the console has nothing to say`, async () => {
      const { page, errors, foreign } = await visit(url);
      const seen = await page.evaluate(() => {
        (document.getElementById("handler") as HTMLElement).click();
        (document.getElementById("run") as HTMLElement).click();
        return {
          data: { ...document.documentElement.dataset },
          styled: getComputedStyle(document.getElementById("styled") as Element).color,
          ruled: getComputedStyle(document.getElementById("ruled") as Element).color,
          fill: getComputedStyle(document.getElementById("circle") as Element).fill,
          pressed: document.getElementById("handler")?.textContent,
          picture: (document.getElementById("data") as HTMLImageElement).naturalWidth,
          semi: getComputedStyle(document.getElementById("semi") as Element).backgroundImage,
        };
      });
      assert.equal(seen.data.inline, "yesé");
      assert.equal(seen.data.own, "yes");
      assert.equal(seen.data.module, "yes");
      assert.equal(seen.styled, "rgb(1, 2, 3)");
      assert.equal(seen.ruled, "rgb(4, 5, 6)");
      assert.equal(seen.fill, "rgb(7, 8, 9)");
      assert.equal(seen.pressed, "Pressed & done");
      assert.equal(seen.picture, 1);
      assert.match(seen.semi, /own\.svg/);
      await page.waitForFunction(() => document.documentElement.dataset.run === "a b");
      assert.deepEqual(foreign, []);
      assert.deepEqual(errors, []);
      await page.context().close();
    });

  it("loads a thing when its button is pressed, in the room that was kept for it", async () => {
    const { page, errors, foreign } = await visit("/all/");
    const box = page.locator(".embed:has([aria-label*='My talk'])");
    const { width, height } = (await box.boundingBox()) ?? {};
    await box.getByRole("button").click();
    await page.waitForFunction(() => document.querySelector(".embed iframe[title='My talk']") !== null);
    assert.equal(await page.evaluate(() => document.activeElement?.tagName), "IFRAME");
    await page.waitForLoadState("networkidle");
    assert.deepEqual(foreign, ["https://www.youtube-nocookie.com/embed/abc_DEF-1?start=5"]);
    const loaded = await page.locator(".embed:has(iframe[title='My talk'])").boundingBox();
    assert.deepEqual([loaded?.width, loaded?.height], [width, height]);
    await page.evaluate(() => {
      for (const button of document.querySelectorAll<HTMLElement>("[name=load]")) button.click();
    });
    const wanted = [
      "films.test",
      "giscus.app",
      "gist.github.com",
      "pictures.test",
      "platform.twitter.com",
      "player.bilibili.com",
      "www.youtube-nocookie.com",
    ];
    const asked = () => [...new Set(foreign.map((url) => new URL(url).host))].sort();
    // Some wait until they are seen; others take their time.
    for (let round = 0; round < 50 && asked().length < wanted.length; round++) await page.waitForTimeout(100);
    assert.deepEqual(asked(), wanted);
    assert.deepEqual(errors, []);
    await page.context().close();
  });

  it("shows links and no buttons without JavaScript", async () => {
    const { page } = await visit("/all/", false);
    assert.equal(
      await page.getByRole("link", { name: "My talk" }).getAttribute("href"),
      "https://www.youtube.com/watch?v=abc_DEF-1&t=5",
    );
    assert.equal(await page.locator("[name=load]:visible").count(), 0);
    await page.context().close();
  });

  it("blocks a script that was put in, and a host that the page does not name", async () => {
    const { page, errors, foreign } = await visit("/plain/");
    await page.evaluate(() => {
      const script = document.createElement("script");
      script.textContent = "document.documentElement.dataset.injected = 'yes'";
      document.body.append(script);
      const image = document.createElement("img");
      image.src = "https://evil.test/x.png";
      document.body.append(image);
    });
    // The browser tells both when it has refused them.
    for (let round = 0; round < 50 && errors.length < 2; round++) await page.waitForTimeout(100);
    assert.equal(await page.evaluate(() => document.documentElement.dataset.injected), undefined);
    assert.deepEqual(foreign, []);
    assert.equal(errors.length, 2);
    await page.context().close();
  });

  it("tells the author what is not loaded, with file and line", () => {
    const line = (text: string): number => EVERYTHING.slice(0, EVERYTHING.indexOf(text)).split("\n").length;
    for (const [what, text] of [
      ["picture", "https://pictures.test/x.png"],
      ["script", "https://scripts.test/x.js"],
      ["stylesheet", "https://sheets.test/y.css"],
      ["stylesheet", "https://sheets.test/x.css"],
      ["video", "https://films.test/x.mp4"],
    ] as const)
      assert.ok(told.includes(`all.md:${line(text)}: warning: The ${what} ${text}`), `${what} ${text}\n${told}`);
    assert.ok(!told.includes("widgets.js"));
  });
});
