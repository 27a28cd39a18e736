/** Links of a page in another language than the site's main one. */
import { folderOf, languageFolders } from "../language-folders.ts";
import type { Config } from "../model.ts";
import type { Rule } from "./rule.ts";

/**
 * They lead to the page in that language where there is one, as in jekyll-polyglot (`relativize_urls`): `/cv/` to `/de/cv/`. One
 * that names its language (`hreflang`) leads where it says.
 */
export function languageLinks(config: Config): Rule {
  const folders = languageFolders(config);
  return {
    name: "links within a language",
    elements: folders.length === 0 ? [] : ["a", "area"],
    edit: (link, { page, helpers, localUrl }) => {
      const href = link.get("href") ?? "";
      const url = localUrl(href);
      const folder = folderOf(page.url, folders);
      if (folder === "" || url === undefined || !/^[/a-z]/i.test(href) || link.get("hreflang") !== undefined) return;
      if (folderOf(url, folders) !== "" || typeof helpers.target(folder + url) !== "object") return;
      const rest = /[?#].*$/s.exec(href)?.[0] ?? "";
      link.set("href", helpers.href(folder + url) + rest);
    },
  };
}
