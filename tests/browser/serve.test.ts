import assert from "node:assert/strict";
import { existsSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import type { Browser, Page } from "playwright-core";
import { launchBrowser } from "../support/browser.ts";
import { type Serving, startServe } from "../support/serve.ts";
import { temporaryFolder, writeFiles } from "../support/site.ts";

const LAYOUT = `export default function Post({ site, page, content }) {
  return (
    <html lang="en">
      <head><title>{page.title}</title></head>
      <body>
        <p>Layout one, {site.config.title}, {site.data.words.greeting}</p>
        <main dangerouslySetInnerHTML={{ __html: content.html }} />
      </body>
    </html>
  );
}
`;
const POST = "---\nlayout: post\ntitle: Alive\n---\n\nFirst text.\n";
const CONFIG = "title: First title\npermalink: /:title/\n";

const SITE = {
  "_config.yml": CONFIG,
  "_data/words.yml": "greeting: first greeting\n",
  "_layouts/post.tsx": LAYOUT,
  "_posts/2024-01-02-alive.md": POST,
};

/** Enough for a slow machine; a page that shows what was saved goes on at once, ms. */
const PATIENCE = 20_000;

describe("octavo serve", () => {
  const { folder, remove } = temporaryFolder();
  let server: Serving;
  let browser: Browser;
  let page: Page;
  const save = (name: string, text: string): void => writeFiles(folder, { [name]: text });
  /** Waits until the open page shows the text, with no help but the live reload. */
  const shows = (text: string): Promise<void> => page.getByText(text).first().waitFor({ timeout: PATIENCE });

  before(async () => {
    writeFiles(folder, SITE);
    server = await startServe(folder);
    browser = await launchBrowser();
    page = await browser.newPage();
    await page.goto(`${server.origin}/alive/`);
    await shows("First text.");
    await shows("Layout one, First title, first greeting");
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
    remove();
  });

  const edits: readonly (readonly [string, string, string, string])[] = [
    ["a post", "_posts/2024-01-02-alive.md", POST.replace("First text", "Second text"), "Second text."],
    ["a layout", "_layouts/post.tsx", LAYOUT.replace("Layout one", "Layout two"), "Layout two"],
    ["a data file", "_data/words.yml", "greeting: second greeting\n", "second greeting"],
    ["the configuration", "_config.yml", CONFIG.replace("First", "Second"), "Second title"],
  ];
  for (const [what, file, text, expected] of edits)
    test(`shows an edit of ${what} without a restart`, async () => {
      save(file, text);
      await shows(expected);
    });

  const mistakes: readonly (readonly [string, string, string, string, RegExp, string])[] = [
    [
      "a post",
      "_posts/2024-01-02-alive.md",
      "---\nlayout: post\ntitle: one: two\n---\n\nText.\n",
      POST.replace("First text", "Mended text"),
      /_posts\/2024-01-02-alive\.md:\d+.*title: one: two/s,
      "Mended text.",
    ],
    [
      "a layout",
      "_layouts/post.tsx",
      LAYOUT.replace("<main", "<main <"),
      LAYOUT.replace("Layout one", "Mended layout"),
      /_layouts\/post\.tsx:\d+.*<main </s,
      "Mended layout",
    ],
    [
      "the configuration",
      "_config.yml",
      `${CONFIG}timezone: Nowhere/Land\n`,
      CONFIG.replace("First", "Mended"),
      /_config\.yml:\d+.*Nowhere\/Land/s,
      "Mended title",
    ],
  ];
  for (const [what, file, broken, mended, message, expected] of mistakes)
    test(`shows an error in ${what} over the page and in the terminal, and the next good save clears it`, async () => {
      const before = server.printed().length;
      save(file, broken);
      await shows(path.basename(file));
      assert.match((await page.locator("body").textContent()) ?? "", message);
      assert.match(server.printed().slice(before), message);
      save(file, mended);
      await shows(expected);
      assert.doesNotMatch((await page.locator("body").textContent()) ?? "", message);
    });

  test("a save that lands while a page still loads is shown, too", async () => {
    await page.goto("about:blank");
    const other = await browser.newPage();
    let connect = (): void => {};
    const saved = new Promise<void>((resolve) => {
      connect = resolve;
    });
    await other.routeWebSocket(/.*/, async (socket) => {
      await saved;
      socket.connectToServer();
    });
    await other.goto(`${server.origin}/alive/`);
    const before = server.printed().length;
    save("_posts/2024-01-02-alive.md", POST.replace("First text", "Text of a quick hand"));
    while (!server.printed().slice(before).includes(" written,")) await other.waitForTimeout(20);
    connect();
    await other.getByText("Text of a quick hand.").waitFor({ timeout: PATIENCE });
    await other.close();
  });

  for (const when of ["while the first build runs", "as soon as it serves"])
    test(`a save ${when} shows, too`, async () => {
      const { folder: other, remove: removeOther } = temporaryFolder();
      writeFiles(other, SITE);
      const written = path.join(other, "_site/alive/index.html");
      const starting = startServe(other);
      if (when === "as soon as it serves") await starting;
      else while (!existsSync(written)) await delay(5);
      writeFiles(other, { "_posts/2024-01-02-alive.md": POST.replace("First text", "An early text") });
      const early = await starting;
      try {
        const end = Date.now() + PATIENCE;
        while (!readFileSync(written, "utf8").includes("An early text.")) {
          assert.ok(Date.now() < end, early.printed());
          await delay(20);
        }
      } finally {
        await early.stop();
        removeOther();
      }
    });

  test("a new post appears, and a removed one goes", async () => {
    save("_posts/2024-03-04-newcomer.md", POST.replace("First text", "A new post"));
    const written = path.join(folder, "_site/newcomer/index.html");
    for (const end = Date.now() + PATIENCE; !existsSync(written) && Date.now() < end; ) await delay(20);
    await page.goto(`${server.origin}/newcomer/`);
    await shows("A new post.");
    rmSync(path.join(folder, "_posts/2024-03-04-newcomer.md"));
    await page.getByText("A new post.").waitFor({ state: "detached", timeout: PATIENCE });
    assert.equal((await page.goto(`${server.origin}/newcomer/`))?.status(), 404);
    save("_posts/2024-03-04-newcomer.md", POST.replace("First text", "A post for who waits"));
    await shows("A post for who waits.");
  });

  test("a configuration of Eleventy that was not there at the start is told", async () => {
    save("eleventy.config.ts", 'import octavo from "octavo";\nexport default (config) => config.addPlugin(octavo);\n');
    const until = Date.now() + PATIENCE;
    while (!server.printed().includes("is not the one that the server has loaded") && Date.now() < until)
      await delay(50);
    assert.match(
      server.printed(),
      /warning: eleventy\.config\.ts, .* is not the one that the server has loaded\n {2}→ End the/,
    );
  });
});
