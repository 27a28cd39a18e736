/**
 * `npm run screenshots`: a page of each kind, whole, as a phone and a desktop show it, light and dark, and its print, into
 * `_screenshots/`, for somebody to look at. `npm run screenshots -- post home` takes those alone whose names have one of the words.
 */
import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import type { Browser } from "playwright-core";
import { type AuditPage, buildSites } from "../audit/pages.ts";
import { serveSites } from "../audit/server.ts";
import { launchBrowser } from "../support/browser.ts";
import { root } from "../support/site.ts";

const folder = path.join(root, "_screenshots");
/** CSS pixels. */
const WINDOWS = [
  { width: 390, height: 844 },
  { width: 1280, height: 800 },
];

async function take(browser: Browser, origin: string, { name, address }: AuditPage): Promise<void> {
  const file = name.replaceAll(" ", "-");
  for (const viewport of WINDOWS)
    for (const colorScheme of ["light", "dark"] as const) {
      const context = await browser.newContext({ viewport, colorScheme });
      const page = await context.newPage();
      await page.goto(origin + address, { waitUntil: "networkidle" });
      // Nobody scrolls here: what waits for that is loaded at once.
      await page.evaluate(() => {
        for (const image of document.images) image.loading = "eager";
        return Promise.all([...document.images].map((image) => image.decode().catch(() => {})));
      });
      await page.screenshot({
        path: path.join(folder, `${file}-${viewport.width}-${colorScheme}.png`),
        fullPage: true,
      });
      if (viewport.width > 1000 && colorScheme === "dark")
        await page.pdf({ path: path.join(folder, `${file}.pdf`), format: "A4" });
      await context.close();
    }
}

const words = process.argv.slice(2);
const { sites, remove } = buildSites();
const server = await serveSites(sites);
const browser = await launchBrowser();
try {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  const pages = sites.flatMap((site) => site.pages);
  for (const page of pages)
    if (words.length === 0 || words.some((word) => page.name.includes(word))) await take(browser, server.origin, page);
  console.log(`Look at ${path.relative(process.cwd(), folder)}/`);
} finally {
  await browser.close();
  await server.close();
  remove();
}
