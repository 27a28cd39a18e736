/** Files with the texts of al-folio's layout `profiles`. */
import { join } from "node:path";
import type { Diagnostics } from "../errors.ts";
import { isFile, sourceText } from "../file-kinds.ts";
import { hasLiquid } from "../jekyll/signs.ts";
import type { Document, Page, Site } from "../model.ts";
import { asText, mappingsOf } from "../settings.ts";

/** Where the text of a profile lies, relative to the source: beside the page. */
export function profilePath(page: Pick<Page, "path">, content: string): string {
  return page.path.slice(0, page.path.lastIndexOf("/") + 1) + content;
}

/**
 * The page whose body the text of a profile is, where it is a template and no page of the site: al-folio's layout includes the
 * file, so that its Liquid knows the page.
 * @param content as the front matter names the file, relative to the page
 */
export function profileTemplate(page: Document, content: string, text: string): Document | undefined {
  if (!hasLiquid(text)) return undefined;
  return { ...page, body: `{% include_relative ${content} %}`, markdown: true };
}

/** Whether a text of a profile has to go through Liquid. */
export function hasProfileTemplate({ pages, config }: Site): boolean {
  return profileTexts(pages).some(({ path }) => hasLiquid(sourceText(config.source, path) ?? ""));
}

/** Warns of each text that is not there: its person has a picture alone. */
export function tellMissingProfiles({ pages, config }: Site, diagnostics: Diagnostics): void {
  for (const { page, path } of profileTexts(pages)) {
    if (pages.some((other) => other.path === path) || isFile(join(config.source, path))) continue;
    diagnostics.warn({
      file: page.path,
      problem: `The text of a profile is not there: ${path}`,
      help: "Put the file beside the page, or correct `content`",
    });
  }
}

function profileTexts(pages: readonly Page[]): readonly { readonly page: Page; readonly path: string }[] {
  return pages
    .filter(({ layout, path }) => layout === "profiles" && path !== "")
    .flatMap((page) =>
      mappingsOf(page.data.profiles)
        .map(({ content }) => asText(content) ?? "")
        .filter((content) => content !== "")
        .map((content) => ({ page, path: profilePath(page, content) })),
    );
}
