/** Files with the texts of al-folio's layout `profiles`. */
import { join } from "node:path";
import type { Diagnostics } from "../errors.ts";
import { isFile } from "../file-kinds.ts";
import type { Page, Site } from "../model.ts";
import { asText, mappingsOf } from "../settings.ts";

/** Where the text of a profile lies, relative to the source: beside the page. */
export function profilePath(page: Pick<Page, "path">, content: string): string {
  return page.path.slice(0, page.path.lastIndexOf("/") + 1) + content;
}

/** Warns of each text that is not there: its person has a picture alone. */
export function tellMissingProfiles({ pages, config }: Site, diagnostics: Diagnostics): void {
  for (const page of pages) {
    if (page.layout !== "profiles" || page.path === "") continue;
    for (const { content } of mappingsOf(page.data.profiles)) {
      const name = asText(content);
      if (name === undefined || name === "") continue;
      const path = profilePath(page, name);
      if (pages.some((other) => other.path === path) || isFile(join(config.source, path))) continue;
      diagnostics.warn({
        file: page.path,
        problem: `The text of a profile is not there: ${path}`,
        help: "Put the file beside the page, or correct `content`",
      });
    }
  }
}
