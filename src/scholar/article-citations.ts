/** Citations of distill articles (`<d-cite key="…">`) that no bibliography has: a link to nothing, told with its place. */
import { documentsOf, lineInFile } from "../documents.ts";
import type { Diagnostics } from "../errors.ts";
import type { Document, Site } from "../model.ts";
import { nearest } from "../nearest.ts";
import { asText } from "../settings.ts";
import { ARTICLE_CITATION } from "./cited.ts";
import { entriesOf } from "./query.ts";
import { scholarSettings } from "./settings.ts";

/** Comments and code, which hold no citations, and citations. */
const CITES = new RegExp(
  String.raw`<!--[\s\S]*?-->|(?<!\x60)(\x60+)(?!\x60)[\s\S]*?(?<!\x60)\1(?!\x60)|${ARTICLE_CITATION}`,
  "g",
);

/** Warns of each of them, with what may have been meant. */
export function tellMissingCitations(site: Site, diagnostics: Diagnostics): void {
  for (const document of documentsOf(site)) {
    if (document.path === "" || !document.body.includes("<d-cite")) continue;
    const known = keysFor(document, site);
    for (const { index, 2: keys = "" } of document.body.matchAll(CITES))
      for (const key of keys.split(/[,\s]+/))
        if (key !== "" && !known.includes(key)) {
          const guess = nearest(key, known);
          diagnostics.warn({
            file: document.path,
            line: lineInFile(document, index),
            problem: `There is no entry ${key} in the article's bibliography`,
            help:
              guess === undefined ? "Correct the key, or add the entry to the .bib file" : `Did you mean "${guess}"?`,
          });
        }
  }
}

/** The keys of the file that the article names, or of the site's own list. */
function keysFor({ data }: Document, { bibliography, config }: Site): readonly string[] {
  if (bibliography === undefined) return [];
  const named = asText(data.bibliography);
  const { entries } = entriesOf(bibliography, named === undefined ? undefined : [named], scholarSettings(config));
  return entries.map(({ key }) => key);
}
