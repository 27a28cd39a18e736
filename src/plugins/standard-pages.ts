/** The pages that a site cannot do without: home, 404, and the list of its projects where it has any. */
import type { Page, Site } from "../model.ts";
import { wordsIn } from "../words/words.ts";
import { generatedPage, takenFiles } from "./generated.ts";

/** These pages where the site has none of its own. Jekyll writes none of them, so in `mode: jekyll` there are none. */
export function standardPages(site: Site): readonly Page[] {
  if (site.config.mode === "jekyll") return [];
  const taken = takenFiles(site);
  const words = wordsIn(site.config, site.config.lang);
  const pages = [
    generatedPage(site.config, { url: "/", layout: "home", title: site.config.title }),
    generatedPage(site.config, { url: "/404.html", layout: "404", title: words("notFound"), data: { sitemap: false } }),
  ];
  const list = { url: "/projects/", layout: "projects", title: words("projects"), data: { nav: true } };
  if (wantsProjects(site)) pages.push(generatedPage(site.config, list));
  return pages.filter((page) => !taken.has(page.file));
}

const LISTING = /\bsite\.projects\b|\{%-?\s*include\s+projects/;

/** Whether there are projects with pages, and no page that lists them. */
function wantsProjects({ collections, pages }: Site): boolean {
  const projects = collections.get("projects") ?? [];
  return (
    projects.some(({ output }) => output) &&
    !pages.some(({ layout, body }) => layout === "projects" || LISTING.test(body))
  );
}
