/** One page through the pass. */
import type { Diagnostic } from "../../src/errors.ts";
import { pageFinisher } from "../../src/page/finish.ts";
import { helpersFor, withSite } from "../plugins/fixture.ts";
import type { Files } from "../support/site.ts";

/** A page's markup after the pass, and what the author was told. The page is `page.md`, at `/page/`. */
export function finished(
  html: string,
  config = "url: https://me.org\n",
  files: Files = {},
): { readonly html: string; readonly told: readonly Diagnostic[] } {
  const source = {
    "_config.yml": config,
    "page.md": `---\ntitle: A page\npermalink: /page/\n---\n${html}\n`,
    ...files,
  };
  return withSite(source, "octavo", (site, diagnostics) => {
    const page = site.pages.find(({ path }) => path === "page.md");
    if (page === undefined) throw new Error("page.md was not read");
    const before = diagnostics.all.length;
    const finish = pageFinisher(site.config, helpersFor(site), diagnostics);
    return { html: finish(html, page).html, told: diagnostics.all.slice(before) };
  });
}
