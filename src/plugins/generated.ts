/** Pages that no file stands behind. */
import type { Config, Data, Listing, Page, Site } from "../model.ts";
import { urlToFile } from "../urls.ts";

/** What tells one generated page from another. */
export interface GeneratedPage {
  /** Site-relative, percent-encoded. */
  readonly url: string;
  readonly layout: string;
  readonly title: string;
  readonly description?: string;
  readonly data?: Data;
  readonly listing?: Listing;
}

/** A page with every field filled, as reading would have made it from an empty file. */
export function generatedPage(config: Config, { url, layout, title, ...rest }: GeneratedPage): Page {
  const { description = "", data = {}, listing } = rest;
  return {
    kind: "page",
    path: "",
    data: { layout, title, ...data },
    body: "",
    bodyLine: 1,
    url,
    // jekyll-archives writes a URL without an extension as a file without one.
    file: urlToFile(url, config.mode === "jekyll" ? "" : ".html"),
    layout,
    title,
    description,
    lang: config.lang,
    markdown: false,
    ...(listing && { listing }),
  };
}

/** The files (relative to the destination) that the site's own documents and static files fill: nothing generated goes there. */
export function takenFiles(site: Site): ReadonlySet<string> {
  const taken = new Set<string>();
  for (const { file, output = true } of site.pages) if (output) taken.add(file);
  for (const { file } of site.staticFiles) taken.add(file);
  for (const documents of [site.posts, ...site.collections.values()])
    for (const { file, output } of documents) if (output) taken.add(file);
  return taken;
}
