/** jekyll-scholar's block `{% bibtex %}`: the references of entries that stand in the text itself (lib/jekyll/scholar/tags/bibtex.rb). */
import { join } from "node:path";
import { documentsOf } from "../documents.ts";
import { textsBelow } from "../files-below.ts";
import { escapeHtml } from "../html.ts";
import { renderToText } from "../jekyll/body.ts";
import { node, type TagReader } from "../jekyll/tag.ts";
import type { Helpers } from "../layout.ts";
import type { Site } from "../model.ts";
import { citationsOf } from "./citations.ts";
import { toPublications } from "./entries.ts";
import { mathPrinter } from "./formulas.ts";
import { anchor, plainForMarkdown } from "./in-markdown.ts";
import { readOptions, splitKeys } from "./options.ts";
import { parseBibNow } from "./parse.ts";
import { scholarSettings } from "./settings.ts";
import { piecesOf } from "./styles/pieces.ts";
import { styleOf } from "./styles/styles.ts";
import { englishWords, wordsOfLocale } from "./styles/words.ts";

const TEMPLATE = /\.(?:html|liquid|md|markdown)$/;
const BLOCK = /\{%-?\s*bibtex\b/;

/** Whether a document or an include of the site has such a block: what it takes to read one must be loaded before (`loadGrammar`). */
export function hasBibtexBlocks(site: Site): boolean {
  const { source, includesDir } = site.config;
  return (
    documentsOf(site).some(({ body }) => BLOCK.test(body)) ||
    [includesDir, "_layouts"].some((folder) =>
      textsBelow(join(source, folder), TEMPLATE).some((text) => BLOCK.test(text)),
    )
  );
}

/** The tag. It needs no .bib file. @param helpers asked when a template is rendered */
export function bibtexBlock(helpers: () => Helpers): TagReader {
  return ({ token, rest, parser }) => {
    const body = parser.block(token, rest);
    const { options } = readOptions(splitKeys(token.markup).options);
    return node(token, (scope, out) => {
      const { config } = scope.services;
      const library = helpers().library();
      const settings = library?.settings ?? scholarSettings(config);
      const { style } = styleOf(options.style ?? settings.style);
      const words = wordsOfLocale(settings.locale) ?? englishWords;
      const math = library?.math ?? mathPrinter(config);
      const parsed = parseBibNow(renderToText(body, scope), "");
      const { entries, problems } = toPublications(parsed.entries, "");
      for (const { line, problem, help } of [...parsed.problems, ...problems])
        parser.source.warn(token, `Line ${line} of {% bibtex %}: ${problem}`, help);
      const references = entries.map((entry) => {
        const id = citationsOf(scope).claim(anchor(entry.key, options.prefix));
        const named = id === undefined ? "" : ` id="${escapeHtml(id)}"`;
        return `<span class="reference"${named}>${plainForMarkdown(style.reference(piecesOf(entry, math, words)))}</span>`;
      });
      out.write(references.join("\n"));
    });
  };
}
