/** The pages that a site cannot do without: home and 404. */
import type { Page, Site } from "../model.ts";
import { wordsIn } from "../words.ts";
import { generatedPage, takenFiles } from "./generated.ts";

/** The home page and the 404 page where the site has none. Jekyll writes neither, so in `mode: jekyll` there are none. */
export function standardPages(site: Site): readonly Page[] {
  if (site.config.mode === "jekyll") return [];
  const taken = takenFiles(site);
  const words = wordsIn(site.config, site.config.lang);
  return [
    generatedPage(site.config, { url: "/", layout: "home", title: site.config.title }),
    generatedPage(site.config, { url: "/404.html", layout: "404", title: words("notFound"), data: { sitemap: false } }),
  ].filter((page) => !taken.has(page.file));
}
