/** Chicago, author and date (The Chicago Manual of Style, 17th edition, chapter 15). */
import { citedNames, full, fullInverted, series } from "./authors.ts";
import { around, italic, join, locator, ordinal, type Pieces, quoted, sentences } from "./pieces.ts";
import type { CitationStyle, Cited } from "./style.ts";

/** Of more than ten authors the first seven are named (15.9). */
const [mostAuthors, namedOfMore] = [10, 7];

export const chicago: CitationStyle = {
  name: "Chicago",
  isNumeric: false,
  reference: (pieces) => {
    const [title, ...rest] = body(pieces);
    const authors = authorsOf(pieces);
    const head =
      authors === ""
        ? sentences(title ?? "", pieces.year || "n.d.")
        : sentences(authors, pieces.year || "n.d.", title ?? "");
    return join(" ", head, sentences(...rest), around("", locator(pieces), "."));
  },
  citation: (cited, suppressAuthor) => `(${cited.map((one) => inText(one, suppressAuthor)).join("; ")})`,
};

function authorsOf({ kind, authors, editors, moreAuthors }: Pieces): string {
  const asEditors = authors.length === 0 && kind === "book";
  const [first, ...others] = asEditors ? editors : authors;
  if (first === undefined) return "";
  const names = [fullInverted(first), ...others.map(full)];
  if (moreAuthors) return `${names.join(", ")}, et al.`;
  if (names.length > mostAuthors) return `${names.slice(0, namedOfMore).join(", ")}, et al.`;
  const role = asEditors ? (names.length > 1 ? ", eds." : ", ed.") : "";
  return series(names, "and", "always") + role;
}

function body(pieces: Pieces): readonly string[] {
  const { kind, title, container, volume, number, pages, publisher, address, edition, series: of, school } = pieces;
  const inQuotes = quoted(title, ".");
  const numbered = edition === "" ? "" : `${ordinal(edition)} ed.`;
  const place = join(": ", address, publisher);
  switch (kind) {
    case "article":
      return [inQuotes, join(": ", join(" ", italic(container), volume, around("(", number, ")")), pages)];
    case "paper":
    case "chapter": {
      const editors = around("edited by ", series(pieces.editors.map(full), "and", "from three"));
      return [
        inQuotes,
        join(", ", around("In ", italic(container)), numbered, around("vol. ", volume), editors, of, pages),
        place,
      ];
    }
    case "book":
      return [italic(title), numbered, around("Vol. ", volume), of, place];
    case "thesis": {
      const genre = { doctoral: "PhD diss.", master: "Master’s thesis", bachelor: "Bachelor’s thesis", "": "Thesis" }[
        pieces.genre
      ];
      return [inQuotes, join(", ", genre, school)];
    }
    case "report":
      return [
        italic(title),
        `${pieces.reportType || "Technical Report"}${around(" ", number)}`,
        join(": ", address, school || publisher),
      ];
    case "preprint":
      return [inQuotes, pieces.arxiv === "" ? container : "Preprint, arXiv", around("arXiv:", pieces.arxiv)];
    case "other":
      return [inQuotes, container, pieces.howPublished, place];
  }
}

function inText({ entry, locator: place }: Cited, suppressAuthor: boolean): string {
  const names = citedNames(entry);
  const who = entry.moreAuthors || names.length > 3 ? `${names[0]} et al.` : series(names, "and", "from three");
  const page = place.replace(/^pp?\. /, "");
  return join(", ", join(" ", suppressAuthor ? "" : who, entry.year || "n.d."), page);
}
