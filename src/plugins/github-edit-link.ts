/** jekyll-github-metadata's `{% github_edit_link "Improve this page" %}`: where a page is edited on GitHub. */

import { node, type TagReader } from "../jekyll/tag.ts";
import { escapePath } from "../urls.ts";
import { dig, pageOf, siteOf } from "./templates.ts";

/** With a text in quotes a link, without one the URL alone; nothing where the repository is not known. */
export const readGithubEditLink: TagReader = ({ token }) => {
  const quoted = /"(.*)"|'(.*)'/.exec(token.markup);
  const text = quoted?.[1] ?? quoted?.[2];
  return node(token, (scope, out) => {
    const github = dig(siteOf(scope), "github");
    const parts = [
      dig(github, "repository_url"),
      "edit",
      dig(github, "source", "branch"),
      dig(github, "source", "path"),
      dig(pageOf(scope), "path"),
    ];
    const known = parts.every((part) => part !== null);
    const [first = "", ...rest] = parts.map((part) => scope.text(part).replace(/^\/|\/$/g, ""));
    const url = known
      ? [first, ...rest.filter((part) => part !== "").map((part) => escapePath(part, "octavo"))].join("/")
      : "";
    out.write(text === undefined ? url : `<a href="${url}">${text}</a>`);
  });
};
