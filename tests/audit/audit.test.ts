/** The lines of `npm run audit` that need no Lighthouse: one test each, on the same sites. */
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Browser } from "playwright-core";
import { launchBrowser } from "../support/browser.ts";
import type { SiteServer } from "../support/server.ts";
import { axeRow } from "./axe.ts";
import { contrastRow } from "./colours.ts";
import { loadingRows } from "./loading.ts";
import { linksRow, validityRow } from "./markup.ts";
import { type AuditSite, buildSites } from "./pages.ts";
import { keyboardRow, printRow, reflowRow, scriptlessRow } from "./reading.ts";
import type { Row } from "./row.ts";
import { serveSites } from "./server.ts";
import { foreignRow, htmlRow, inlineScriptRow } from "./weights.ts";

describe("the pages of this repository, of the fixture and of the examples", () => {
  let sites: readonly AuditSite[] = [];
  let remove = (): void => {};
  let server: SiteServer;
  let browser: Browser;
  const pages = () => sites.flatMap((site) => site.pages);
  const expectMet = (...rows: readonly Row[]): void => {
    for (const { name, problems } of rows) assert.deepEqual(problems, [], name);
  };

  before(async () => {
    ({ sites, remove } = buildSites());
    server = await serveSites(sites);
    browser = await launchBrowser();
  });
  after(async () => {
    await browser?.close();
    await server?.close();
    remove();
  });

  it("are of every kind", () => {
    const kinds = new Set(pages().map(({ kind }) => kind));
    assert.deepEqual([...kinds].sort(), ["404", "home", "list", "page", "post", "search"]);
  });
  it("weigh what they may", () => expectMet(htmlRow(pages()), inlineScriptRow(pages())));
  it("load nothing from elsewhere, and no script in a file", () => expectMet(foreignRow(sites)));
  it("are one request each, and one for each image", async () => {
    expectMet(...(await loadingRows(browser, server.origin, pages())));
  });
  it("have colours that can be read", () => expectMet(contrastRow()));
  it("are valid HTML", () => expectMet(validityRow(sites)));
  it("have no broken link", () => expectMet(linksRow(sites)));
  it("have nothing that axe finds wrong, wide and narrow, light and dark", async () => {
    expectMet(await axeRow(browser, server.origin, pages()));
  });
  it("say the same without JavaScript", async () => {
    expectMet(await scriptlessRow(browser, server.origin, pages()));
  });
  it("are walked through by keyboard", async () => expectMet(await keyboardRow(browser, server.origin, pages())));
  it("fit a narrow window", async () => expectMet(await reflowRow(browser, server.origin, pages())));
  it("print well", async () => expectMet(await printRow(browser, server.origin, pages())));
});
