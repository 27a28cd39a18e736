/** Lighthouse's mobile run, three times a page, each in a browser of its own; a page with nothing on it stands for the machine. */

import { type AddressInfo, createServer } from "node:net";
import lighthouse from "lighthouse";
import { launchDebuggable } from "../support/browser.ts";
import type { AuditPage } from "./pages.ts";
import { type Row, row } from "./row.ts";
import { FLOOR } from "./server.ts";

const RUNS = 3;
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"] as const;
/** How much later than an empty page the largest part of a page may stand there, ms. */
const LCP_MARGIN = 150;

interface Measured {
  /** 0 to 100, in the order of the categories. */
  readonly scores: readonly number[];
  /** ms. */
  readonly lcp: number;
  readonly cls: number;
  /** Audits that cost points, with what they are about. */
  readonly failed: readonly string[];
}

export async function lighthouseRows(
  origin: string,
  pages: readonly AuditPage[],
  tell: (text: string) => void,
): Promise<readonly Row[]> {
  const floor = await measure(`${origin}${FLOOR}`);
  tell(`floor: LCP ${floor.lcp} ms`);
  const results: { readonly page: AuditPage; readonly measured: Measured }[] = [];
  for (const page of pages) {
    const measured = await measure(`${origin}${page.address}`);
    tell(`${page.name}: ${measured.scores.join("/")}, LCP ${measured.lcp} ms, CLS ${measured.cls}`);
    results.push({ page, measured });
  }
  const lowest = CATEGORIES.map((_, index) => Math.min(...results.map(({ measured }) => measured.scores[index] ?? 0)));
  const slowest = Math.max(...results.map(({ measured }) => measured.lcp));
  const shift = Math.max(...results.map(({ measured }) => measured.cls));
  return [
    row(
      "Lighthouse 12 mobile, median of three, every page type",
      "100 / 100 / 100 / 100",
      `${lowest.join(" / ")}, the lowest of ${results.length} pages`,
      results
        .filter(({ measured }) => measured.scores.some((score) => score < 100))
        .map(({ page, measured }) => `${page.name}: ${measured.scores.join("/")}: ${measured.failed.join("; ")}`),
    ),
    row(
      "LCP, CLS",
      "≤ that of an empty page + 150 ms in the same run; 0.000",
      `${slowest} ms at most, the empty page ${floor.lcp} ms; ${shift.toFixed(3)}`,
      results.flatMap(({ page, measured: { lcp, cls } }) => [
        ...(lcp > floor.lcp + LCP_MARGIN ? [`${page.name}: LCP ${lcp} ms`] : []),
        ...(cls.toFixed(3) === "0.000" ? [] : [`${page.name}: CLS ${cls.toFixed(3)}`]),
      ]),
    ),
  ];
}

/** The medians of three runs. */
async function measure(url: string): Promise<Measured> {
  const runs: Measured[] = [];
  for (let run = 0; run < RUNS; run++) runs.push(await once(url));
  const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0;
  return {
    scores: CATEGORIES.map((_, index) => median(runs.map(({ scores }) => scores[index] ?? 0))),
    lcp: median(runs.map(({ lcp }) => lcp)),
    cls: median(runs.map(({ cls }) => cls)),
    failed: [...new Set(runs.flatMap(({ failed }) => failed))],
  };
}

async function once(url: string): Promise<Measured> {
  const port = await freePort();
  const browser = await launchDebuggable(port);
  try {
    const result = await lighthouse(url, { port, logLevel: "silent", output: "json", onlyCategories: [...CATEGORIES] });
    if (result === undefined) throw new Error(`Lighthouse gave nothing for ${url}`);
    const { audits, categories, runtimeError } = result.lhr;
    if (runtimeError !== undefined) throw new Error(`${url}: ${runtimeError.message}`);
    const weighed = CATEGORIES.flatMap((name) => categories[name]?.auditRefs.filter(({ weight }) => weight > 0) ?? []);
    const bad = weighed.flatMap(({ id }) => {
      const audit = audits[id];
      return audit === undefined || audit.score === null || audit.score >= 0.9 ? [] : [audit];
    });
    return {
      scores: CATEGORIES.map((name) => Math.round((categories[name]?.score ?? 0) * 100)),
      lcp: Math.round(audits["largest-contentful-paint"]?.numericValue ?? 0),
      cls: audits["cumulative-layout-shift"]?.numericValue ?? 1,
      failed: bad.map(({ id, title, displayValue = "" }) => `${id} (${title}) ${displayValue}`.trim()),
    };
  } finally {
    await browser.close();
  }
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
