/**
 * `npm run audit`: builds the sites, opens their pages as a visitor would and prints what must be beside what is.
 *
 *     npm run audit -- [--only axe,lighthouse] [--page "fixture post,home"]
 *
 * Both take beginnings or parts of names. Ends with 1 where something is not as it must be.
 */
import { parseArgs } from "node:util";
import { launchBrowser } from "../support/browser.ts";
import { axeRow } from "./axe.ts";
import { contrastRow } from "./colours.ts";
import { lighthouseRows } from "./lighthouse.ts";
import { loadingRows } from "./loading.ts";
import { linksRow, validityRow } from "./markup.ts";
import { type AuditPage, buildSites } from "./pages.ts";
import { keyboardRow, printRow, reflowRow, scriptlessRow } from "./reading.ts";
import { type Row, tableOf } from "./row.ts";
import { serveSites } from "./server.ts";
import { foreignRow, htmlRow, inlineScriptRow } from "./weights.ts";

const { values } = parseArgs({ options: { only: { type: "string" }, page: { type: "string" } } });
const list = (text: string | undefined): readonly string[] => (text ?? "").split(",").filter((part) => part !== "");
const only = list(values.only);
const wanted = list(values.page);
const isAsked = (name: string): boolean => only.length === 0 || only.some((part) => name.includes(part));
const tell = (text: string): void => console.error(text);

const { sites, remove } = buildSites();
const pages = sites
  .flatMap((site) => site.pages)
  .filter(({ name }: AuditPage) => wanted.length === 0 || wanted.some((part) => name.includes(part)));
const server = await serveSites(sites);
const browser = await launchBrowser();
const { origin } = server;

/** In the order of the table. */
const checks: readonly (readonly [name: string, check: () => readonly Row[] | Promise<readonly Row[]>])[] = [
  ["html", () => [htmlRow(pages)]],
  ["loading", () => loadingRows(browser, origin, pages)],
  ["foreign", () => [foreignRow(sites)]],
  ["script", () => [inlineScriptRow(pages)]],
  ["lighthouse", () => lighthouseRows(origin, pages, tell)],
  ["axe", async () => [await axeRow(browser, origin, pages)]],
  ["contrast", () => [contrastRow()]],
  ["validity", () => [validityRow(sites)]],
  ["scriptless", async () => [await scriptlessRow(browser, origin, pages)]],
  ["keyboard", async () => [await keyboardRow(browser, origin, pages)]],
  ["reflow", async () => [await reflowRow(browser, origin, pages)]],
  ["print", async () => [await printRow(browser, origin, pages)]],
  ["links", () => [linksRow(sites)]],
];

const ROWS: Row[] = [];
try {
  for (const [name, check] of checks) {
    if (!isAsked(name)) continue;
    const began = performance.now();
    tell(name);
    ROWS.push(...(await check()));
    tell(`  ${((performance.now() - began) / 1000).toFixed(1)} s`);
  }
} finally {
  await browser.close();
  await server.close();
  remove();
}
for (const { name, problems } of ROWS) for (const problem of problems) tell(`${name}: ${problem}`);
console.log(`${pages.length} pages: ${pages.map(({ name }) => name).join(", ")}.\n`);
console.log(tableOf(ROWS));
if (ROWS.some(({ met }) => !met)) process.exitCode = 1;
