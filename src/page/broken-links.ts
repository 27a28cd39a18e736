/** Links of an author's text that lead to no page, no file and no place within one, and films that are not there: told with file and line. */
import type { Config } from "../model.ts";
import { decodePath } from "../urls.ts";
import { type PageElement, quote } from "./element.ts";
import type { PageContext, Rule } from "./rule.ts";

/** Layouts that have no ids but those of the text. */
const PLAIN_LAYOUTS = ["post", "page", "default"];

/** The rule that tells them. It changes nothing. */
export function brokenLinks(config: Config): Rule {
  return {
    name: "broken links",
    elements: ["a"],
    edit: (link, context) => {
      const href = (link.get("href") ?? "").trim();
      if (href === "" || /^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(href) || !isAuthors(href, config, context)) return;
      const hash = href.indexOf("#");
      const fragment = hash < 0 ? "" : decodePath(href.slice(hash + 1));
      if (hash === 0) checkOwnPlace(fragment, href, context);
      else checkTarget(link, href, fragment, context);
    },
  };
}

/** The rule that tells which films, sounds and subtitles of the site are missing. It changes nothing. */
export const missingMedia: Rule = {
  name: "missing media",
  elements: ["audio", "video", "source", "track"],
  edit: (element, { helpers, localUrl, page, warn }) => {
    const src = (element.get("src") ?? "").trim();
    const url = src === "" || page.path === "" ? undefined : localUrl(src);
    if (url === undefined || helpers.target(url) !== undefined) return;
    // An include of al-folio's names its file without the first slash.
    warn(`There is no file ${url} for <${element.name}>`, "Put it there, or correct the address", url.slice(1));
  },
};

/** Whether the link stands in the page's source: those of the theme are right by themselves. */
function isAuthors(href: string, { baseurl }: Config, { page }: PageContext): boolean {
  const bare = baseurl !== "" && href.startsWith(`${baseurl}/`) ? href.slice(baseurl.length) : href;
  return page.path !== "" && (page.body.includes(bare) || page.body.includes(href));
}

function checkOwnPlace(fragment: string, href: string, { html, warn }: PageContext): void {
  // The top of the page needs no name (HTML standard, 7.4.6.4).
  if (fragment === "" || fragment.toLowerCase() === "top" || hasPlace(html, fragment)) return;
  warn(`The link ${href} leads nowhere: nothing in the page has that id`, "Correct the part after #", href);
}

function checkTarget(link: PageElement, href: string, fragment: string, context: PageContext): void {
  const { helpers, localUrl, warn } = context;
  const url = localUrl(href);
  if (url === undefined) return;
  const target = helpers.target(url);
  const written = link.get("href") ?? "";
  if (target === undefined) {
    const help = /\.(?:md|markdown)(?:#|$)/i.test(href)
      ? "Write the page's address, or add jekyll-relative-links to `plugins`, which makes it of a file's name"
      : "Correct the link, or write the whole address where it leads to another site";
    warn(`The link ${href} leads nowhere: the site has no page and no file ${url}`, help, written);
    return;
  }
  if (target === "file" || fragment === "" || !PLAIN_LAYOUTS.includes(target.layout)) return;
  if (fragment.toLowerCase() === "top" || hasPlace(helpers.content(target).html, fragment)) return;
  warn(`The link ${href} leads to a page that has no such id`, "Correct the part after #", written);
}

function hasPlace(html: string, id: string): boolean {
  const name = quote(id);
  return [`id="${name}"`, `id='${name}'`, `id=${name}`, `name="${name}"`].some((attribute) => html.includes(attribute));
}
