/** ACM (ACM Citation Style and Reference Formats; numbers in the text). */
import { editorList, full, series } from "./authors.ts";
import { around, italic, join, locator, longMonth, ordinal, type Pieces, sentences } from "./pieces.ts";
import type { CitationStyle } from "./style.ts";

export const acm: CitationStyle = {
  name: "ACM",
  isNumeric: true,
  reference: (pieces) => join(" ", sentences(authorsOf(pieces), pieces.year, ...body(pieces)), locator(pieces)),
  citation: (cited) => `[${cited.map(({ number, locator: place }) => join(", ", String(number), place)).join(", ")}]`,
};

function authorsOf({ kind, authors, editors, moreAuthors }: Pieces): string {
  if (authors.length === 0 && kind === "book" && editors.length > 0) return editorsOf(editors);
  const names = authors.map(full);
  return moreAuthors ? `${names.join(", ")}, et al.` : series(names, "and", "from three");
}

function editorsOf(editors: Pieces["editors"]): string {
  return editorList(editors.map(full), " (Ed.)", " (Eds.)");
}

function body(pieces: Pieces): readonly string[] {
  const { kind, title, container, volume, number, pages, publisher, address, edition, school, year } = pieces;
  const of = pieces.series;
  const place = join(", ", publisher, address);
  const numbered = edition === "" ? "" : ` (${ordinal(edition)}. ed.)`;
  switch (kind) {
    case "article": {
      const date = around("(", join(" ", longMonth(pieces.month), year), ")");
      return [
        title,
        join(", ", join(" ", italic(container), join(", ", volume, join(" ", number, date)) || date), pages),
      ];
    }
    case "paper":
      return [title, join(", ", `${around("In ", italic(container))}${around(" (", of, ")")}`.trim(), place, pages)];
    case "chapter":
      return [
        title,
        join(", ", `${around("In ", italic(container))}${numbered}`.trim(), editorsOf(pieces.editors), place, pages),
      ];
    case "book":
      return [italic(title) + numbered, join(", ", of, around("Vol. ", volume)), place];
    case "thesis": {
      const genre = {
        doctoral: "Ph.D. Dissertation",
        master: "Master’s thesis",
        bachelor: "Bachelor’s thesis",
        "": "Thesis",
      }[pieces.genre];
      return [italic(title), genre, join(", ", school, address)];
    }
    case "report":
      return [
        italic(title),
        `${pieces.reportType || "Technical Report"}${around(" ", number)}`,
        join(", ", school || publisher, address),
      ];
    case "preprint":
      return [italic(title), pieces.arxiv === "" ? container : `arXiv:${pieces.arxiv}`];
    case "other":
      return [italic(title), container, pieces.howPublished, place];
  }
}
