/** A document in its layout. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { compare } from "../compare.ts";
import type { Diagnostics, MessagePlace } from "../errors.ts";
import type { Helpers } from "../layout.ts";
import type { Config, Content, Document, Site } from "../model.ts";
import { nearest } from "../nearest.ts";
import { pageFinisher } from "../page/finish.ts";
import { policyWriter } from "../page/policy.ts";
import { placeInConfig, placeInFile } from "../read/reading.ts";
import { asData, asList } from "../settings.ts";
import { inlineAssets } from "./inline.ts";
import { LAYOUT_HELP, layoutFailure } from "./layout-failure.ts";
import type { Layouts } from "./layouts.ts";

/** Renders documents of one site; the function returned throws SiteError where a layout fails. */
export function pageRenderer(
  config: Config,
  siteOf: (page: Document) => Site,
  helpers: Helpers,
  layouts: Layouts,
  diagnostics: Diagnostics,
): (document: Document) => string {
  const { source } = config;
  const finish = pageFinisher(config, helpers, diagnostics);
  const withPolicy = policyWriter(config);
  /** Throws SiteError. */
  const draw = (page: Document, content: Content): string => {
    const layout = layouts.names.includes(page.layout) ? page.layout : fallback(page, layouts, config, diagnostics);
    try {
      const html = `<!doctype html>\n${layouts.render(layout, { site: siteOf(page), page, content, helpers })}\n`;
      const finished = finish(html, page);
      return withPolicy(inlineAssets(finished.html, helpers.sheets()), finished.body);
    } catch (error) {
      const help = `${LAYOUT_HELP}; it was drawing ${page.path === "" ? page.url : page.path}`;
      throw layoutFailure(error, source, `The layout ${layout} failed`, help, fileOfLayout(layout, config));
    }
  };
  return (page) => {
    if (page.layout === "") return helpers.content(page).html;
    let content: Content;
    try {
      content = helpers.content(page);
    } catch (error) {
      // What is wrong in the layout is told in the same run.
      diagnostics.attempt(() => draw(page, NO_CONTENT));
      throw error;
    }
    return draw(page, content);
  };
}

const NO_CONTENT: Content = { html: "", headings: [], words: 0 };

/** Where a layout of the site's own stands, for what has no place in it; undefined for one of the theme's. */
function fileOfLayout(layout: string, { layoutsDir, source }: Config): MessagePlace | undefined {
  const file = `${layoutsDir}/${layout}.tsx`;
  return existsSync(join(source, file)) ? { file, line: 1, column: 1 } : undefined;
}

/** A layout that nobody has: another stands for it, and the author is told the name that may have been meant. */
function fallback(page: Document, layouts: Layouts, config: Config, diagnostics: Diagnostics): string {
  const file = `${config.layoutsDir}/${page.layout}.tsx`;
  const isThere = layouts.unfinished.includes(page.layout);
  const bare = page.layout.replace(/\.(?:html|liquid|tsx)$/, "");
  const guess = layouts.names.includes(bare) ? bare : nearest(bare, layouts.names);
  const used = standIn(page, layouts.names);
  diagnostics.warn({
    ...(isThere ? { file, line: 1, column: 1 } : placeOfLayout(page, config)),
    problem: isThere
      ? `The file has no default export that is a function, so it is no layout; "${used}" is used`
      : `There is no layout "${page.layout}"; "${used}" is used`,
    help: isThere
      ? "Let it export its component: export default function"
      : guess === undefined
        ? `Use one of ${[...layouts.names].sort(compare).join(", ")}, or add ${file}`
        : `Did you mean "${guess}"?`,
  });
  return used;
}

/** Where a document's layout is named: in its front matter, else in the `defaults` of the configuration. */
function placeOfLayout({ path, layout }: Document, config: Config): Partial<MessagePlace> {
  const place = path === "" ? undefined : placeInFile(path, "layout", config);
  if (place?.excerpt?.includes(layout) === true) return place;
  const index = (asList(config.data.defaults) ?? []).findIndex((one) => asData(asData(one)?.values)?.layout === layout);
  return index < 0 ? { ...place } : placeInConfig(config, ["defaults", `${index}`, "values", "layout"]);
}

/**
 * The layout whose name the missing one begins with, as `distill-wide` does with `distill`; that of books for another collection's
 * (`film-review`, `film-shelf`), as al-folio's forks name them; else that of a post, of a list of posts, or of a page.
 */
function standIn(page: Document, names: readonly string[]): string {
  const [, shelf] = /[-_](review|shelf)$/.exec(page.layout) ?? [];
  if (shelf !== undefined) return `book-${shelf}`;
  const [longest] = names
    .filter((name) => page.layout.startsWith(`${name}-`) || page.layout.startsWith(`${name}_`))
    .sort((a, b) => b.length - a.length);
  if (longest !== undefined) return longest;
  if (page.kind === "page" && page.listing !== undefined) return "archive";
  return page.kind === "post" && page.collection === "posts" ? "post" : "page";
}
