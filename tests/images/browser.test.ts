/** Images in a real browser: nothing jumps, the small kind is taken, and `serve` shows a change at once. */
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import { launchBrowser } from "../support/browser.ts";
import { type Serving, startServe } from "../support/serve.ts";
import { temporaryFolder, writeFiles } from "../support/site.ts";
import { photograph, turned } from "./pictures.ts";

let folder = "";
let remove = (): void => {};
let browser: Browser;
let serving: Serving;

before(async () => {
  ({ folder, remove } = temporaryFolder());
  writeFiles(folder, {
    "_config.yml": "title: T\nurl: https://example.org\n",
    "about.md":
      '---\ntitle: A\n---\n![A](/img/a.jpg)\n\nText.\n\n![B](/img/b.png){: width="50%"}\n\nMore text.\n\n![C](/img/c.jpg)\n',
  });
  mkdirSync(join(folder, "img"));
  writeFileSync(join(folder, "img/a.jpg"), await photograph(1600, 900).jpeg().toBuffer());
  writeFileSync(join(folder, "img/b.png"), await photograph(500, 700).png().toBuffer());
  writeFileSync(join(folder, "img/c.jpg"), await turned("jpeg", 900, 600, 6));
  serving = await startServe(folder);
  browser = await launchBrowser();
});
after(async () => {
  await browser?.close();
  await serving?.stop();
  remove();
});

for (const width of [390, 1280])
  test(`at ${width} px nothing moves when the images come, each keeps its ratio, and WebP is taken`, async () => {
    const page = await browser.newPage({ viewport: { width, height: 800 } });
    await page.route("**/img/*", async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      await route.continue();
    });
    await page.goto(`${serving.origin}/about/`, { waitUntil: "load" });
    for (const image of await page.locator("main img").all()) {
      await image.scrollIntoViewIfNeeded();
      await image.evaluate((element: HTMLImageElement) => element.decode());
    }
    const moved = await page.evaluate(
      () =>
        new Promise<readonly string[]>((resolve) => {
          new PerformanceObserver((list) => {
            const entries = list.getEntries() as (PerformanceEntry & { sources: readonly { node?: Node | null }[] })[];
            const nodes = entries.flatMap(({ sources }) => sources.map(({ node }) => node));
            // What moves above the text, before its script has run, is no work of the images.
            resolve(nodes.flatMap((node) => (node?.parentElement?.closest("main") ? [node.nodeName] : [])));
          }).observe({ type: "layout-shift", buffered: true });
          setTimeout(() => resolve([]), 500);
        }),
    );
    assert.deepEqual(moved, []);
    const shown = await page.locator("main img").evaluateAll((images) =>
      (images as HTMLImageElement[]).map(({ currentSrc, clientWidth, clientHeight }) => ({
        format: currentSrc.split(".").pop(),
        ratio: Math.round((clientWidth / clientHeight) * 10) / 10,
      })),
    );
    assert.deepEqual(shown, [
      { format: "webp", ratio: 1.8 },
      { format: "webp", ratio: 0.7 },
      { format: "webp", ratio: 0.7 },
    ]);
    await page.close();
  });

test("serve shows an image that is changed, and one that is added", async () => {
  const page = await browser.newPage();
  await page.goto(`${serving.origin}/about/`);
  const before = await page
    .locator("main img")
    .first()
    .evaluate((image: HTMLImageElement) => image.currentSrc);
  writeFileSync(join(folder, "img/a.jpg"), await photograph(1000, 1000, 5).jpeg().toBuffer());
  await page.waitForSelector('main img[width="1000"][height="1000"]', { timeout: 60_000 });
  const after = await page
    .locator("main img")
    .first()
    .evaluate(async (image: HTMLImageElement) => {
      await image.decode();
      return image.currentSrc;
    });
  assert.notEqual(after, before);
  writeFileSync(join(folder, "about.md"), "---\ntitle: A\n---\n![New](/img/new.png)\n");
  await page.waitForSelector('main img[alt="New"]', { timeout: 60_000 });
  writeFileSync(join(folder, "img/new.png"), await photograph(300, 200).png().toBuffer());
  await page.waitForSelector('main img[alt="New"][width="300"][height="200"]', { timeout: 60_000 });
  await page.close();
});
