/** axe-core on every page, wide and narrow, light and dark. */
import axe from "axe-core";
import type { Browser } from "playwright-core";
import type { AuditPage } from "./pages.ts";
import { type Row, row } from "./row.ts";

/** WCAG 2.0 to 2.2, levels A and AA, and what axe holds for good practice. */
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const WINDOWS = [
  { width: 390, height: 844 },
  { width: 1280, height: 900 },
];
const SCHEMES = ["light", "dark"] as const;

export async function axeRow(browser: Browser, origin: string, pages: readonly AuditPage[]): Promise<Row> {
  const problems: string[] = [];
  for (const viewport of WINDOWS)
    for (const colorScheme of SCHEMES) {
      const context = await browser.newContext({ viewport, colorScheme });
      const page = await context.newPage();
      for (const { name, address } of pages) {
        await page.goto(`${origin}${address}`, { waitUntil: "load" });
        await page.evaluate(axe.source);
        const found = await page.evaluate(async (values) => {
          const { violations } = await (window as unknown as { axe: typeof axe }).axe.run({
            runOnly: { type: "tag", values },
            resultTypes: ["violations"],
          });
          return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`));
        }, TAGS);
        problems.push(...found.map((violation) => `${name}, ${viewport.width} px, ${colorScheme}: ${violation}`));
      }
      await context.close();
    }
  return row(
    "axe (A, AA, 2.2 AA, best practice), 390 and 1280 px, light and dark, every page type",
    "0",
    `${problems.length} on ${pages.length} pages`,
    problems,
  );
}
