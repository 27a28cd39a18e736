/** What a phone asks for while it opens a page, and how much comes back. */
import type { Browser } from "playwright-core";
import type { AuditPage } from "./pages.ts";
import { kilobytes, type Row, row } from "./row.ts";
import { attribute, elementsOf } from "./weights.ts";

const KB = 1024;
const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 };

interface Loaded {
  readonly page: AuditPage;
  /** Bytes, headers included. */
  readonly bytes: number;
  readonly images: number;
  readonly others: readonly string[];
}

export async function loadingRows(
  browser: Browser,
  origin: string,
  pages: readonly AuditPage[],
): Promise<readonly Row[]> {
  const loaded: Loaded[] = [];
  for (const page of pages) loaded.push(await load(browser, origin, page));
  return [transferRow(loaded), requestsRow(loaded)];
}

async function load(browser: Browser, origin: string, page: AuditPage): Promise<Loaded> {
  const context = await browser.newContext(PHONE);
  const tab = await context.newPage();
  const requests: { readonly url: string; readonly type: string; readonly bytes: Promise<number> }[] = [];
  // The picture in the browser's tab is the browser's wish, and waits until the page stands.
  const icons = elementsOf(page.html)
    .filter((element) => /icon/.test(attribute(element, "rel") ?? ""))
    .map((element) => `${origin}${attribute(element, "href")}`);
  tab.on("requestfinished", (request) => {
    if (icons.includes(request.url())) return;
    const bytes = request.sizes().then((sizes) => sizes.responseBodySize + sizes.responseHeadersSize);
    requests.push({ url: request.url(), type: request.resourceType(), bytes });
  });
  await tab.goto(`${origin}${page.address}`, { waitUntil: "networkidle" });
  const bytes = (await Promise.all(requests.map((request) => request.bytes))).reduce((sum, size) => sum + size, 0);
  await context.close();
  return {
    page,
    bytes,
    images: requests.filter(({ type }) => type === "image").length,
    others: requests
      .filter(({ type, url }) => type !== "image" && url !== `${origin}${page.address}`)
      .map(({ url }) => url),
  };
}

function transferRow(loaded: readonly Loaded[]): Row {
  // The portrait is the one image that the limit counts with.
  const homes = loaded.filter(({ page, images }) => page.kind === "home" && images <= 1);
  const texts = loaded.filter(({ page, images }) => page.kind === "post" && images === 0);
  const most = (of: readonly Loaded[]): string => kilobytes(Math.max(0, ...of.map(({ bytes }) => bytes)));
  const over = (of: readonly Loaded[], limit: number): readonly string[] =>
    of.filter(({ bytes }) => bytes > limit).map(({ page, bytes }) => `${page.name}: ${kilobytes(bytes)}`);
  return row(
    "total transfer",
    "home ≤ 16 KB with portrait, text post ≤ 9 KB",
    `home ${most(homes)}, text post ${most(texts)}`,
    [...over(homes, 16 * KB), ...over(texts, 9 * KB)],
  );
}

/** A page is one request, and one more for each image; the search page has its script. */
function requestsRow(loaded: readonly Loaded[]): Row {
  const problems = loaded.flatMap(({ page, others }) => {
    const allowed = page.kind === "search" ? 1 : 0;
    const blocking = elementsOf(page.html).filter(
      (element) =>
        (element.tagName === "link" && attribute(element, "rel") === "stylesheet") ||
        (element.tagName === "script" &&
          attribute(element, "src") !== undefined &&
          !["type", "defer", "async"].some((name) => attribute(element, name) !== undefined)),
    );
    return [
      ...others.slice(allowed).map((url) => `${page.name} asks for ${url}`),
      ...blocking.map((element) => `${page.name} waits for a <${element.tagName}>`),
    ];
  });
  const count = (kind: string): number =>
    Math.max(
      0,
      ...loaded.filter(({ page }) => page.kind === kind).map(({ images, others }) => 1 + images + others.length),
    );
  const images = Math.max(0, ...loaded.filter(({ page }) => page.kind === "post").map(({ images }) => images));
  return row(
    "requests",
    "post 1, home 2, plus one an image; none blocking",
    `post ${count("post") - images}, home ${count("home")} with its images, ${problems.length} too many or blocking`,
    problems,
  );
}
