/** The search page in a browser: what it loads and when, what it finds, and how it is worked by keys. */
import assert from "node:assert/strict";
import { statSync } from "node:fs";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { launchBrowser } from "../support/browser.ts";
import { type SiteServer, serveSite } from "../support/server.ts";
import { buildSite, type Files, root, temporaryFolder, writeFiles } from "../support/site.ts";

const BASE = "/repo";
const many = Array.from({ length: 12 }, (_, index): readonly [string, string] => [
  `_posts/2023-01-${String(index + 10)}-herring-${index}.md`,
  `---\ntitle: Herring ${index}\n---\n\nA herring.\n`,
]);
const SITE: Files = {
  "_config.yml": `title: Notes\nbaseurl: ${BASE}\n`,
  "_posts/2024-01-02-alive.md": "---\ntitle: Alive & well\ntags: [Fish]\n---\n\nSalmon are `<fast>` swimmers.\n",
  "_posts/2024-01-03-chinese.md": "---\ntitle: 你好\nlang: zh-CN\n---\n\n机器学习系统的研究。\n",
  ...Object.fromEntries(many),
};

describe("the search page", () => {
  const { folder, remove } = temporaryFolder();
  let browser: Browser;
  let server: SiteServer;
  let context: BrowserContext;
  let page: Page;
  let asked: string[] = [];

  const open = async (address = "/search/"): Promise<void> => {
    asked = [];
    await page.goto(`${server.origin}${BASE}${address}`, { waitUntil: "load" });
  };
  const input = () => page.getByRole("searchbox", { name: "Search this site" });
  const says = (text: string): Promise<void> => page.getByRole("status").getByText(text, { exact: true }).waitFor();
  const focused = (): Promise<string | null> => page.evaluate(() => document.activeElement?.textContent ?? "");
  const titles = (): Promise<readonly string[]> =>
    page.getByRole("main").getByRole("heading", { level: 2 }).allTextContents();

  before(async () => {
    writeFiles(folder, SITE);
    buildSite(folder, path.join(folder, "_site"));
    server = await serveSite(path.join(folder, "_site"), BASE);
    browser = await launchBrowser();
    context = await browser.newContext();
    page = await context.newPage();
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    page.on("console", (message) => assert.notEqual(message.type(), "error", message.text()));
  });
  after(async () => {
    await browser?.close();
    await server?.close();
    remove();
  });

  test("loads nothing of Pagefind before the first letter, and finds by the text after it", async () => {
    await open();
    await input().focus();
    assert.deepEqual(
      asked.filter((address) => address.includes("pagefind")),
      [],
    );
    await page.keyboard.type("swim");
    await says("1 result");
    assert.ok(asked.includes(`${BASE}/pagefind/pagefind.js`));
    assert.deepEqual(await titles(), ["Alive & well"]);
    const link = page.getByRole("link", { name: "Alive & well" });
    assert.equal(await link.getAttribute("href"), `${BASE}/blog/2024/alive/`);
    const shown = await page.getByRole("main").getByRole("listitem").filter({ has: link }).allTextContents();
    assert.deepEqual(shown, ["Alive & wellJanuary 2, 2024Salmon are <fast> swimmers."]);
    await input().fill("well");
    await says("1 result");
  });

  test("finds Chinese text on a site in English, and English text with it", async () => {
    await open();
    await input().fill("学习");
    await says("1 result");
    assert.deepEqual(await titles(), ["你好"]);
    await input().fill("swimming");
    await page.getByRole("link", { name: "Alive & well" }).waitFor();
  });

  test("keeps the query in the address, and takes it from there", async () => {
    await open("/search/?q=salmon");
    await says("1 result");
    assert.equal(await input().inputValue(), "salmon");
    await input().fill("nowhere else");
    await says("Nothing was found");
    assert.equal(new URL(page.url()).search, "?q=nowhere%20else");
  });

  test("is worked by keys: / to the input, arrows through the results, Escape back to nothing", async () => {
    await open();
    await page.keyboard.press("/");
    await page.keyboard.type("herring");
    await says("12 results");
    // The titles come a moment after the number, each from a file of its own.
    await page.waitForFunction(() => document.querySelectorAll("main li h2").length >= 10);
    assert.equal((await titles()).length, 10);
    await page.keyboard.press("ArrowDown");
    const [first, second] = await titles();
    assert.equal(await focused(), first);
    await page.keyboard.press("ArrowDown");
    assert.equal(await focused(), second);
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowUp");
    assert.equal(await input().evaluate((element) => element === document.activeElement), true);
    await page.getByRole("button", { name: "More results" }).press("Enter");
    await page.waitForFunction(() => document.querySelectorAll("main li h2").length === 12);
    assert.equal(await focused(), (await titles())[10]);
    await page.keyboard.press("Escape");
    assert.equal(await input().inputValue(), "");
    assert.equal(new URL(page.url()).search, "");
    await page.waitForFunction(() => document.querySelectorAll("main li h2").length === 0);
  });

  test("says so where the index cannot be read, and works again when it can", async () => {
    await context.route("**/pagefind-entry.json*", (route) => route.abort());
    page.removeAllListeners("console");
    await open();
    await input().fill("salmon");
    await says("The search does not work just now");
    await context.unroute("**/pagefind-entry.json*");
    await input().fill("salmons");
    await says("1 result");
  });

  test("without JavaScript shows no input, and leads to the lists of everything", async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false });
    const still = await plain.newPage();
    await still.goto(`${server.origin}${BASE}/search/`);
    assert.equal(await still.locator("input, button").filter({ visible: true }).count(), 0);
    for (const name of ["Blog", "Tags"]) await still.getByRole("main").getByRole("link", { name }).waitFor();
    await plain.close();
  });

  test("has a script of at most 3 KB, and no other page loads any of it", async () => {
    assert.ok(statSync(path.join(root, "public/js/search.js")).size <= 3 * 1024);
    for (const address of ["/", "/blog/2024/alive/", "/blog/", "/404.html"]) {
      await open(address);
      assert.deepEqual(
        asked.filter((other) => /search|pagefind/.test(other)),
        [],
        address,
      );
    }
  });
});
