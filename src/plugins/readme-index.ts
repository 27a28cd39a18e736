/** jekyll-readme-index: a folder's README is its index where it has no other. */
import type { Config, Page } from "../model.ts";
import { extensionOf, isMarkdown } from "../read/values.ts";
import { asData, listsPlugin } from "../settings.ts";
import { urlToFile } from "../urls.ts";
import type { Entries, ToPage } from "./entries.ts";

/**
 * The entries with a page for the README of each folder that has no index. The file itself is copied all the same, unless
 * `readme_index: {remove_originals: true}`; one with front matter is moved only under `with_frontmatter: true`.
 */
export function readmeIndex(entries: Entries, config: Config, toPage: ToPage): Entries {
  const settings = asData(config.data.readme_index) ?? {};
  if (!listsPlugin(config, "jekyll-readme-index") || settings.enabled === false) return entries;
  const indexed = new Set([...entries.pages, ...entries.files].map(({ url }) => folderOfIndex(url)));
  const claim = (folder: string): boolean => {
    const free = !indexed.has(folder.toLowerCase());
    indexed.add(folder.toLowerCase());
    return free;
  };
  const readmes = entries.files.filter(({ path }) => isReadme(path, config) && claim(folderOf(path)));
  const pages = readmes.flatMap((file) => {
    const page = toPage(file);
    return page === undefined ? [] : [atFolder(page)];
  });
  const moved = entries.pages.map((page) => {
    const wanted = settings.with_frontmatter === true && isReadme(page.path, config) && !page.url.endsWith("/");
    return wanted && claim(folderOf(page.path)) ? atFolder(page) : page;
  });
  const files =
    settings.remove_originals === true ? entries.files.filter((file) => !readmes.includes(file)) : entries.files;
  return { pages: [...moved, ...pages], files };
}

function isReadme(path: string, config: Config): boolean {
  const extension = extensionOf(path);
  return isMarkdown(extension, config) && /(?:^|\/)readme$/i.test(path.slice(0, path.length - extension.length));
}

/** "/docs/" of "docs/README.md". */
function folderOf(path: string): string {
  return `/${path.slice(0, path.lastIndexOf("/") + 1)}`;
}

/** The folder that a URL is the index of, in lower case; "" where it is none. */
function folderOfIndex(url: string): string {
  return /^(.*\/)(?:index\.(?:html?|xhtml|xml))?$/i.exec(url)?.[1]?.toLowerCase() ?? "";
}

function atFolder(page: Page): Page {
  const url = page.url.slice(0, page.url.replace(/\/$/, "").lastIndexOf("/") + 1);
  return { ...page, url, file: urlToFile(url, ".html"), data: { ...page.data, permalink: url } };
}
