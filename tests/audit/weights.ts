/** What the pages weigh and load, read from their files: no browser needed. */

import { readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { type DefaultTreeAdapterTypes as Dom, parse } from "parse5";
import { type AuditPage, type AuditSite, htmlFiles, type Kind } from "./pages.ts";
import { kilobytes, type Row, row } from "./row.ts";

const KB = 1024;
/** HTML with what is inside of it, gzip -6, bytes. */
const HTML: Readonly<Partial<Record<Kind, number>>> = { home: 7 * KB, post: 8 * KB, list: 5 * KB, "404": 5 * KB };
/** All features together, raw bytes. */
const INLINE_SCRIPT = 0.6 * KB;

/** Every element of a document, in its order. */
export function elementsOf(html: string): readonly Dom.Element[] {
  const found: Dom.Element[] = [];
  const visit = (node: Dom.Node): void => {
    if ("tagName" in node) found.push(node);
    if ("content" in node) visit(node.content);
    if ("childNodes" in node) for (const child of node.childNodes) visit(child);
  };
  visit(parse(html));
  return found;
}

/** The value of an attribute; undefined where there is none. */
export function attribute(element: Dom.Element, name: string): string | undefined {
  return element.attrs.find((given) => given.name === name)?.value;
}

/** HTML with its inline CSS and JavaScript, compressed. */
export function htmlRow(pages: readonly AuditPage[]): Row {
  const sizes = pages.flatMap((page) => {
    const limit = HTML[page.kind];
    return limit === undefined ? [] : [{ page, limit, size: gzipSync(page.html, { level: 6 }).length }];
  });
  const largest = (kinds: readonly Kind[]): string =>
    kilobytes(Math.max(0, ...sizes.filter(({ page }) => kinds.includes(page.kind)).map(({ size }) => size)));
  return row(
    "HTML with its inline CSS and JS, gzip -6",
    "home ≤ 7 KB, post of 1,500 words with code and maths ≤ 8 KB, list or 404 ≤ 5 KB",
    `home ${largest(["home"])}, post ${largest(["post"])}, list or 404 ${largest(["list", "404"])}`,
    sizes
      .filter(({ size, limit }) => size > limit)
      .map(({ page, size, limit }) => `${page.name}: ${kilobytes(size)} instead of ${kilobytes(limit)}`),
  );
}

/** JavaScript in the pages themselves; data (JSON-LD, speculation rules) is none. */
export function inlineScriptRow(pages: readonly AuditPage[]): Row {
  const sizes = pages.map((page) => ({
    page,
    size: scriptsOf(page.html)
      .filter((script) => attribute(script, "src") === undefined)
      .reduce((sum, script) => sum + Buffer.byteLength(textOf(script)), 0),
  }));
  return row(
    "inline script",
    "≤ 0.6 KB",
    kilobytes(Math.max(...sizes.map(({ size }) => size))),
    sizes.filter(({ size }) => size > INLINE_SCRIPT).map(({ page, size }) => `${page.name}: ${size} bytes`),
  );
}

/** What any page of the sites would load from elsewhere, and scripts in files. The search page has one, of the site's own. */
export function foreignRow(sites: readonly AuditSite[]): Row {
  const pages = sites.flatMap((site) => site.pages);
  const search = new Set(pages.filter(({ kind }) => kind === "search").map(({ file }) => file));
  const foreign: string[] = [];
  const scripts: string[] = [];
  for (const site of sites)
    for (const name of htmlFiles(site.folder)) {
      const file = path.join(site.folder, name);
      const html = readFileSync(file, "utf8");
      foreign.push(...loadedFrom(html).map((address) => `${site.name} ${name} loads ${address}`));
      const sources = scriptsOf(html).flatMap((script) => attribute(script, "src") ?? []);
      scripts.push(
        ...sources.slice(search.has(file) ? 1 : 0).map((source) => `${site.name} ${name} has the script ${source}`),
      );
    }
  return row(
    "third-party requests, external scripts",
    "0 and 0 (search page: our own few KB, then Pagefind's on typing)",
    `${foreign.length} and ${scripts.length}`,
    [...foreign, ...scripts],
  );
}

/** Addresses on other hosts that a browser would ask for while it shows the page. */
function loadedFrom(html: string): readonly string[] {
  const addresses = elementsOf(html).flatMap((element) => {
    const { tagName } = element;
    const rel = attribute(element, "rel") ?? "";
    const loads =
      tagName !== "a" &&
      tagName !== "area" &&
      (tagName !== "link" || /icon|stylesheet|preload|prefetch|preconnect|manifest/.test(rel));
    const sets = ["srcset", "imagesrcset"].flatMap((name) =>
      (attribute(element, name) ?? "").split(",").map((part) => part.trim().split(/\s/)[0] ?? ""),
    );
    const given = ["src", "poster", "data", ...(tagName === "link" ? ["href"] : [])].map(
      (name) => attribute(element, name) ?? "",
    );
    const css = tagName === "style" ? textOf(element) : (attribute(element, "style") ?? "");
    const inCss = [...css.matchAll(/url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)/g)].map(([, a, b]) => a ?? b ?? "");
    return [...(loads ? [...sets, ...given] : []), ...inCss];
  });
  return addresses.filter((address) => /^(?:https?:)?\/\//i.test(address));
}

/** Scripts that are JavaScript. */
function scriptsOf(html: string): readonly Dom.Element[] {
  return elementsOf(html).filter(
    (element) =>
      element.tagName === "script" && /^(?:|module|text\/javascript)$/.test(attribute(element, "type") ?? ""),
  );
}

function textOf(element: Dom.Element): string {
  return element.childNodes.map((child) => ("value" in child ? child.value : "")).join("");
}
