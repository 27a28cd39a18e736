/** jekyll-default-layout: a page or post that names no layout has the one of its kind, where the site has such a layout. */
import type { Document, Site } from "../model.ts";
import { layoutNames } from "../read/layout-names.ts";
import { extensionOf } from "../read/values.ts";
import { asData, listsPlugin } from "../settings.ts";

/**
 * The site with a layout for every Markdown page and post whose front matter and defaults have no such key: `home` for the page
 * at the root, `page`, `post`, or else `default`. Pages in HTML have one under `jekyll-default-layout: {html_pages: true}`.
 */
export function withDefaultLayouts(site: Site): Site {
  const { config } = site;
  // In mode octavo every document has the layout of its kind already.
  if (config.mode === "octavo" || !listsPlugin(config, "jekyll-default-layout")) return site;
  const layouts = layoutNames(config);
  const html = asData(config.data["jekyll-default-layout"])?.html_pages === true;
  const dress = <Item extends Document>(document: Item): Item => {
    const suits = document.markdown || (html && extensionOf(document.path) === ".html");
    if (!suits || Object.hasOwn(document.data, "layout")) return document;
    const names = [document.url === "/" ? "home" : "", document.kind, "default"];
    const layout = names.find((name) => layouts.has(name));
    return layout === undefined ? document : { ...document, layout, data: { ...document.data, layout } };
  };
  return { ...site, posts: site.posts.map(dress), pages: site.pages.map(dress) };
}
