/**
 * What the walk asks of one page in the browser. The functions given to `evaluate` run in the page.
 */
import type { Page } from "playwright-core";

/** What one page points to. */
export interface PageFacts {
  /** Every address in the page, resolved, fragment included. */
  readonly links: readonly string[];
  /** Every id in the page. */
  readonly ids: readonly string[];
}

export function readFacts(page: Page): Promise<PageFacts> {
  return page.evaluate(() => ({
    links: [...document.querySelectorAll("[href], [src]")].flatMap((element) => {
      const address = element.getAttribute("href") ?? element.getAttribute("src");
      return address === null ? [] : [new URL(address, document.baseURI).href];
    }),
    ids: [...document.querySelectorAll("[id]")].map((element) => element.id),
  }));
}

/** By how many CSS pixels the page is wider than its window; 0 where it fits. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** What a reader gets, by eye or by ear: text, links, headings and controls in their order; nothing that is hidden. */
export function readText(page: Page): Promise<string> {
  return page.locator("body").ariaSnapshot();
}

/** The same without what works by JavaScript alone: the switch of the theme, copying, searching. */
export async function readTextWithoutTools(page: Page): Promise<string> {
  await page.evaluate(() => {
    for (const tool of document.querySelectorAll<HTMLElement>("button, search")) tool.style.display = "none";
  });
  return await readText(page);
}

const INTERACTIVE = "a[href], button, input, select, textarea, summary, [tabindex='0']";

/**
 * Tabs through the page once. Returns what a keyboard does not reach, and what shows no focus when it does.
 * An element that is reached by arrow keys from its group (a radio button), or is disabled or hidden, is not asked for.
 */
export async function tabThrough(page: Page): Promise<{ readonly missed: string[]; readonly unseen: string[] }> {
  const count = await page.evaluate((selector) => {
    const wanted = [...document.querySelectorAll<HTMLElement>(selector)].filter(
      (element) =>
        element.checkVisibility({ visibilityProperty: true }) &&
        !element.matches(":disabled, [tabindex='-1'], [type='radio'], [inert] *"),
    );
    wanted.forEach((element, index) => {
      element.dataset.wanted = String(index);
    });
    return wanted.length;
  }, INTERACTIVE);
  const reached = new Set<string>();
  const unseen: string[] = [];
  // A scroll area is a stop of its own, so there may be more stops than elements.
  for (let press = 0; press < 2 * count + 10; press++) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(() => {
      const element = document.activeElement;
      if (!(element instanceof HTMLElement) || element === document.body) return undefined;
      const style = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      const outlined = style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) > 0;
      const inside = box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0;
      return {
        wanted: element.dataset.wanted,
        seen: (outlined || style.boxShadow !== "none") && inside,
        html: element.outerHTML.slice(0, 120),
      };
    });
    if (stop?.wanted === undefined) continue;
    if (reached.has(stop.wanted)) break;
    reached.add(stop.wanted);
    if (!stop.seen) unseen.push(stop.html);
  }
  const missed = await page.evaluate(
    (found) =>
      [...document.querySelectorAll<HTMLElement>("[data-wanted]")]
        .filter((element) => !found.includes(element.dataset.wanted ?? ""))
        .map((element) => element.outerHTML.slice(0, 120)),
    [...reached],
  );
  return { missed, unseen };
}
