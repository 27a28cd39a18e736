/** jekyll-relative-links: links of Markdown that name files of the site lead to what those files become. */
import { posix } from "node:path";
import { oldestFirst, withPages, withPosts } from "../documents.ts";
import { relativePath } from "../jekyll/drops/site.ts";
import { SPACE } from "../jekyll/patterns.ts";
import { relativeUrl, siteBase } from "../jekyll/urls.ts";
import type { Config, Document, Site } from "../model.ts";
import { documentExcerpt } from "../read/excerpt.ts";
import { fnmatch } from "../read/globs.ts";
import { asData, asList, listsPlugin } from "../settings.ts";

/** A fragment, and a title in double quotes or in what the gem takes for single ones. */
const ENDING = `(#[^\\n]+?|)?(${SPACE}+"(?:\\\\"|[^"])*(?<!\\\\)"|${SPACE}+"(?:\\\\'|[^'])*(?<!\\\\)')?`;
const LINKS = new RegExp(
  `\\[([^\\n]*?)\\]\\(([^)]+?)${ENDING}\\)|^${SPACE}*?\\[([^\\n]*?)\\]: ([^\\n]+?)${ENDING}${SPACE}*?(?=\\n|$(?![^]))`,
  "gm",
);

/**
 * The site with the links of its Markdown pages rewritten, inline and defined ones; of collections too, posts included, under
 * `relative_links: {collections: true}`. A link to nothing of the site stays as it is.
 */
export function withRelativeLinks(site: Site): Site {
  const { config } = site;
  const settings = asData(config.data.relative_links) ?? {};
  if (!listsPlugin(config, "jekyll-relative-links") || settings.enabled === false) return site;
  const excluded = (asList(settings.exclude) ?? []).map(String);
  const targets = targetsOf(site);
  const relink = <Item extends Document>(document: Item): Item => {
    const path = pathOf(document, site);
    if (!document.markdown || isExcluded(path, excluded)) return document;
    const body = rewrite(document.body, posix.dirname(path), targets, config);
    if (body === document.body) return document;
    if (document.kind === "page") return { ...document, body };
    return { ...document, body, excerpt: documentExcerpt(document.data, body, config) };
  };
  const own = withPages(site, relink);
  return settings.collections === true ? withPosts(own, relink) : own;
}

function rewrite(body: string, folder: string, targets: ReadonlyMap<string, string>, config: Config): string {
  if (!body.includes("](") && !body.includes("]: ")) return body;
  return body.replace(LINKS, (whole, ...groups: readonly (string | undefined)[]) => {
    const isInline = groups[0] !== undefined;
    const [text = "", path = "", fragment = "", title = ""] = isInline ? groups : groups.slice(4);
    if (path.startsWith("#") || /^[a-z][a-z0-9+.-]*:/i.test(path)) return whole;
    const url = targets.get(decode(fromRoot(path, folder)));
    if (url === undefined) return whole;
    const target = relativeUrl(url, siteBase(config)) + fragment + title;
    return isInline ? `[${text}](${target})` : `\n[${text}]: ${target}`;
  });
}

/** What a link names, as a path from the source; one with a slash before it counts from there already. */
function fromRoot(path: string, folder: string): string {
  const base = path.startsWith("/") ? "/" : `/${folder}`;
  // A leading slash keeps `..` from climbing out unseen: what is above the source is no file of the site.
  const steps = posix.normalize(posix.join(base.slice(1) || ".", path.replace(/^\//, "")));
  return steps.replace(/\/$/, "");
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path.replaceAll("+", " "));
  } catch {
    return path;
  }
}

/** URLs by paths from the source, those of pages first. */
function targetsOf(site: Site): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  const documents = oldestFirst(site).filter(({ output }) => output);
  const add = (path: string, url: string): void => {
    if (path !== "" && !targets.has(path)) targets.set(path, url);
  };
  for (const page of site.pages) add(page.path, page.url);
  for (const file of site.staticFiles) add(file.path, file.url);
  for (const document of documents) add(relativePath(site, document), document.url);
  return targets;
}

function pathOf(document: Document, site: Site): string {
  return document.kind === "post" ? relativePath(site, document) : document.path;
}

function isExcluded(path: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => path.startsWith(pattern.replace(/^\//, "")) || fnmatch(pattern, path));
}
