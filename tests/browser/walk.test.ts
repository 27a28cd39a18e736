import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { load } from "js-yaml";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { launchBrowser } from "../support/browser.ts";
import { type SiteServer, serveSite } from "../support/server.ts";
import { buildSite, readTree, root, temporaryFolder, writeFiles } from "../support/site.ts";
import { fixtureSite } from "./fixture.ts";
import { overflow, readFacts, readTextWithoutTools, tabThrough } from "./page.ts";

const BASE = "/repo";
/** The narrowest window that WCAG 2.2 asks a page to fit (success criterion 1.4.10), CSS pixels. */
const NARROW = { width: 320, height: 640 };

const { folder: fixture, remove } = temporaryFolder();
writeFiles(fixture, fixtureSite());
after(remove);

for (const [name, source] of [
  ["this repository's site", root],
  ["a site with everything", fixture],
] as const)
  describe(name, () => {
    const { folder: destination, remove: removeDestination } = temporaryFolder();
    let browser: Browser;
    let server: SiteServer;
    let pages: readonly string[];

    before(async () => {
      buildSite(source, destination, "--baseurl", BASE);
      pages = Object.keys(readTree(destination))
        .filter((file) => file.endsWith(".html"))
        .map((file) => `${BASE}/${file.replace(/(^|\/)index\.html$/, "$1")}`);
      server = await serveSite(destination, BASE);
      browser = await launchBrowser();
    });
    after(async () => {
      await browser?.close();
      await server?.close();
      removeDestination();
    });

    /** Visits every page in a context of its own. */
    async function visit(
      options: Parameters<Browser["newContext"]>[0],
      look: (page: Page, address: string) => Promise<void>,
      watch: (context: BrowserContext) => void = () => {},
    ): Promise<void> {
      const context = await browser.newContext(options);
      watch(context);
      const page = await context.newPage();
      for (const address of pages) {
        await page.goto(`${server.origin}${address}`, { waitUntil: "load" });
        await look(page, address);
      }
      await context.close();
    }

    /** One page of each kind: the first of each folder. */
    const kinds = (): readonly string[] => [
      ...new Map([...pages].reverse().map((address) => [path.dirname(address), address])).values(),
    ];

    test("every link and every anchor answers, below the sub-path; nothing is asked of another host; no error", async () => {
      const url = siteUrl(source);
      const problems: string[] = [];
      const links = new Map<string, string>();
      const ids = new Map<string, readonly string[]>();
      const look = async (page: Page, address: string): Promise<void> => {
        const facts = await readFacts(page);
        ids.set(`${server.origin}${address}`, facts.ids);
        // An address with the site's own host is the same page here.
        for (const link of facts.links)
          links.set(url !== "" && link.startsWith(`${url}/`) ? link.replace(url, server.origin) : link, address);
      };
      await visit({}, look, (context) => {
        context.on("console", (message) => {
          if (message.type() === "error") problems.push(`${message.page()?.url()}: ${message.text()}`);
        });
        context.on("weberror", (error) => problems.push(`${error.page()?.url()}: ${error.error().message}`));
        context.on("request", (request) => {
          if (!request.url().startsWith(`${server.origin}${BASE}/`) && !request.url().startsWith("data:"))
            problems.push(`${request.frame().url()} asks for ${request.url()}`);
        });
      });
      const inside = [...links].filter(([link]) => link.startsWith(server.origin));
      for (const [link, from] of inside) {
        const [address = "", fragment = ""] = link.split("#");
        const response = await fetch(address);
        if (!address.startsWith(`${server.origin}${BASE}/`)) problems.push(`${from}: ${link} leaves the sub-path`);
        else if (response.status !== 200) problems.push(`${from}: ${link} answers ${response.status}`);
        else if (fragment !== "" && !ids.get(response.url)?.includes(decodeURIComponent(fragment)))
          problems.push(`${from}: ${link} has no such anchor`);
      }
      assert.deepEqual(problems, []);
      assert.ok(inside.length > pages.length / 2, "the pages link to each other");
    });

    test("every address in the sitemap and the feed is a page below the sub-path", async () => {
      const addresses = ["sitemap.xml", "feed.xml"].flatMap((file) =>
        [...readFileSync(path.join(destination, file), "utf8").matchAll(/<loc>([^<]+)|<link href="([^"]+)"/g)].map(
          ([, location, link]) => location ?? link ?? "",
        ),
      );
      const url = siteUrl(source);
      assert.ok(addresses.length > 0);
      for (const address of addresses) {
        assert.ok(address.startsWith(`${url}${BASE}/`), address);
        const response = await fetch(`${server.origin}${address.slice(url.length)}`);
        assert.equal(response.status, 200, address);
      }
    });

    test("every page has a title, one heading of the first level and a language", async () => {
      await visit({}, async (page, address) => {
        assert.notEqual(await page.title(), "", address);
        assert.equal(await page.locator("h1").count(), 1, address);
        assert.notEqual(await page.locator("html").getAttribute("lang"), null, address);
      });
    });

    test("every page reads the same with JavaScript off, but for what works by it alone", async () => {
      const texts = new Map<string, string>();
      await visit({}, async (page, address) => {
        texts.set(address, await readTextWithoutTools(page));
      });
      await visit({ javaScriptEnabled: false }, async (page, address) => {
        assert.equal(await readTextWithoutTools(page), texts.get(address), address);
      });
    });

    test("no page is wider than a window of 320 px", async () => {
      await visit({ viewport: NARROW }, async (page, address) => {
        assert.equal(await overflow(page), 0, address);
      });
    });

    test("the keyboard reaches everything, and shows where it is", async () => {
      const context = await browser.newContext();
      const page = await context.newPage();
      for (const address of kinds()) {
        await page.goto(`${server.origin}${address}`, { waitUntil: "load" });
        assert.deepEqual(await tabThrough(page), { missed: [], unseen: [] }, address);
      }
      await context.close();
    });
  });

/** The site's own `url`, or "". */
function siteUrl(source: string): string {
  const config = load(readFileSync(path.join(source, "_config.yml"), "utf8")) as { readonly url?: string };
  return config.url ?? "";
}
