/** How the pages are read: without JavaScript, by keyboard, in a narrow window, on paper. The functions given to `evaluate` run in the page. */
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { overflow, readTextWithoutTools } from "../browser/page.ts";
import type { AuditPage } from "./pages.ts";
import { type Row, row } from "./row.ts";

/** Visits every page in a context of its own; what `look` finds wrong is told with the page's name. */
async function visit(
  browser: Browser,
  origin: string,
  pages: readonly AuditPage[],
  options: BrowserContextOptions,
  look: (page: Page, of: AuditPage) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const problems: string[] = [];
  for (const of of pages) {
    await page.goto(`${origin}${of.address}`, { waitUntil: "load" });
    problems.push(...(await look(page, of)).map((problem) => `${of.name}: ${problem}`));
  }
  await context.close();
  return problems;
}

/** Everything that is there without JavaScript, and what is there by it alone. */
export async function scriptlessRow(browser: Browser, origin: string, pages: readonly AuditPage[]): Promise<Row> {
  const texts = new Map<string, string>();
  await visit(browser, origin, pages, {}, async (page, { name }) => {
    texts.set(name, await textWithoutTools(page));
    return [];
  });
  const problems = await visit(browser, origin, pages, { javaScriptEnabled: false }, async (page, { name }) => {
    const shown = await page.locator("button, input, select, search").filter({ visible: true }).all();
    const tools = await Promise.all(shown.map((tool) => tool.evaluate((element) => element.outerHTML.slice(0, 90))));
    const isSame = (await textWithoutTools(page)) === texts.get(name);
    return [...tools.map((tool) => `shows ${tool}`), ...(isSame ? [] : ["does not say what it says with JavaScript"])];
  });
  return row(
    "JavaScript off",
    "everything readable and reachable but search, switch and copy, which are not shown",
    `${problems.length} differences on ${pages.length} pages`,
    problems,
  );
}

/** All that is seen, and every link, without what works by JavaScript. */
async function textWithoutTools(page: Page): Promise<string> {
  const text = await readTextWithoutTools(page);
  const links = await page.evaluate(() =>
    [...document.links].filter((link) => link.checkVisibility()).map((link) => link.href),
  );
  return [text, ...links].join("\n");
}

/** What the walk with the Tab key meets. */
export async function keyboardRow(browser: Browser, origin: string, pages: readonly AuditPage[]): Promise<Row> {
  let stops = 0;
  const problems = await visit(browser, origin, pages, { viewport: { width: 390, height: 844 } }, async (page) => {
    const found: string[] = [];
    const wanted = await page.evaluate(markStops);
    const met = new Set<string>();
    for (let press = 0; press < wanted + 5; press++) {
      await page.keyboard.press("Tab");
      const stop = await page.evaluate(readStop);
      if (stop === undefined || met.has(stop.number)) break;
      met.add(stop.number);
      stops += 1;
      if (press === 0 && !stop.isSkipLink) found.push(`the first stop is ${stop.html}`);
      if (stop.ring < 3) found.push(`a focus ring of ${stop.ring} px on ${stop.html}`);
      if (stop.isHidden) found.push(`out of sight: ${stop.html}`);
      if (stop.isSmall) found.push(`a target of ${stop.size} px: ${stop.html}`);
    }
    if (met.size < wanted) found.push(`${wanted - met.size} of ${wanted} elements are not reached`);
    return found;
  });
  return row(
    "keyboard",
    "skip link first, visible focus of 3 px, every target ≥ 24 px, nothing trapped or hidden",
    `${problems.length} faults at ${stops} stops`,
    problems,
  );
}

/** Numbers what Tab is to reach; returns how many. */
function markStops(): number {
  const selector = "a[href], button, input, select, textarea, summary, [tabindex='0']";
  const wanted = [...document.querySelectorAll<HTMLElement>(selector)].filter(
    (element) => element.checkVisibility({ visibilityProperty: true }) && !element.matches(":disabled, [inert] *"),
  );
  wanted.forEach((element, index) => {
    element.dataset.stop = String(index);
  });
  return wanted.length;
}

function readStop() {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement) || element === document.body) return undefined;
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  // A link in a line of text may be as low as the line (WCAG 2.2, 2.5.8, "Inline"); a region that scrolls is no target.
  const isInText =
    style.display === "inline" ||
    (element.tabIndex === 0 && !element.matches("a, button, input, select, textarea, summary"));
  return {
    number: element.dataset.stop ?? "",
    html: element.outerHTML.slice(0, 100),
    isSkipLink: element.matches("a[href^='#']") && document.links[0] === element,
    ring: style.outlineStyle === "none" ? 0 : Number.parseFloat(style.outlineWidth),
    isHidden: box.width === 0 || box.height === 0 || box.bottom <= 0 || box.top >= innerHeight || box.right <= 0,
    isSmall: !isInText && Math.min(box.width, box.height) < 24,
    size: `${box.width.toFixed(1)} × ${box.height.toFixed(1)}`,
  };
}

/** 320 px is what WCAG 2.2 (1.4.10) asks for; a window of 1280 × 1024 px at 400 % is one of 320 × 256. */
const NARROW = [
  { width: 320, height: 640 },
  { width: 320, height: 256 },
];

export async function reflowRow(browser: Browser, origin: string, pages: readonly AuditPage[]): Promise<Row> {
  const problems: string[] = [];
  for (const viewport of NARROW)
    problems.push(
      ...(await visit(browser, origin, pages, { viewport }, async (page) => {
        const wider = await overflow(page);
        return wider > 0 ? [`${wider} px wider than a window of ${viewport.width} × ${viewport.height}`] : [];
      })),
    );
  return row(
    "320 px and 400 % zoom",
    "no horizontal scrolling of the page",
    `${problems.length} pages scroll`,
    problems,
  );
}

/** On paper, from both themes. */
export async function printRow(browser: Browser, origin: string, pages: readonly AuditPage[]): Promise<Row> {
  const problems: string[] = [];
  for (const colorScheme of ["light", "dark"] as const)
    problems.push(
      ...(await visit(browser, origin, pages, { colorScheme }, async (page) => {
        await page.emulateMedia({ media: "print", colorScheme });
        const found = await printFaults(page);
        const pdf = await page.pdf();
        return [...found, ...(pdf.length > 1000 ? [] : ["prints nothing"])].map(
          (problem) => `${problem} (${colorScheme})`,
        );
      })),
    );
  return row(
    "print to PDF",
    "black on white from both themes, no navigation, link addresses, no split code or heading",
    `${problems.length} faults on ${pages.length} pages`,
    problems,
  );
}

/** The brightest that ink may be: 5 : 1 on white, 0 to 255. */
const DARK = 110;

/** What of one page is not as it should be on paper. */
async function printFaults(page: Page): Promise<readonly string[]> {
  const { shown, grounds } = await page.evaluate(readPrint);
  const faults = shown.flatMap(({ what, is, hasText, colour, ground, breakInside, breakAfter, address, after }) => [
    ...(hasText && brightness(colour) > DARK ? [`pale text: ${what}`] : []),
    ...(brightness(ground) < 230 ? [`a dark ground: ${what}`] : []),
    ...(is.tool ? [`shows ${what}`] : []),
    ...(is.whole && breakInside !== "avoid" ? [`may be split: ${what}`] : []),
    ...(is.heading && !breakAfter.includes("avoid") ? [`may end a page: ${what}`] : []),
    ...(is.outside && !after.includes(address) ? [`no address behind ${what}`] : []),
  ]);
  return [
    ...faults,
    ...(grounds.some((ground) => brightness(ground) < 250) ? [`the paper is ${grounds.join(", ")}`] : []),
  ];
}

/** 0 to 255; what cannot be seen through to white. */
function brightness(colour: string): number {
  const [red = 0, green = 0, blue = 0, alpha = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  return alpha === 0 ? 255 : 0.299 * red + 0.587 * green + 0.114 * blue;
}

function readPrint() {
  return {
    shown: [...document.body.querySelectorAll<HTMLElement>("*")]
      .filter((element) => element.checkVisibility())
      .map((element) => {
        const style = getComputedStyle(element);
        return {
          what: element.outerHTML.slice(0, 80),
          is: {
            tool: element.matches("nav, button, input"),
            whole: element.matches("pre, figure"),
            heading: element.matches("h1, h2, h3, h4"),
            // An address that is the text itself need not be said twice.
            outside: element.matches("main .prose a[href^='http']") && !element.textContent?.includes("://"),
          },
          hasText: [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()),
          colour: style.color,
          ground: style.backgroundColor,
          breakInside: style.breakInside,
          breakAfter: style.breakAfter,
          address: element.getAttribute("href") ?? "",
          after: getComputedStyle(element, "::after").content,
        };
      }),
    grounds: [document.documentElement, document.body].map((element) => getComputedStyle(element).backgroundColor),
  };
}
