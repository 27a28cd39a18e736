/** APA, 7th edition (Publication Manual, chapters 8 to 10). */
import { abbreviated, citedNames, inverted, series } from "./authors.ts";
import { around, italic, join, locator, ordinal, type Pieces, sentences } from "./pieces.ts";
import type { CitationStyle, Cited } from "./style.ts";

/** From 21 authors on, the first 19 and the last are named. */
const mostAuthors = 20;

export const apa: CitationStyle = {
  name: "APA",
  isNumeric: false,
  reference: (pieces) => {
    const authors = authorsOf(pieces);
    const date = `(${pieces.year || "n.d."})`;
    const [title, ...rest] = body(pieces);
    // Without authors the title comes first.
    const head =
      authors === "" ? sentences(title ?? "", date) : `${sentences(authors)} ${sentences(date, title ?? "")}`;
    return join(" ", head, sentences(...rest), locator(pieces));
  },
  citation: (cited, suppressAuthor) => `(${cited.map((one) => inText(one, suppressAuthor)).join("; ")})`,
};

function authorsOf({ kind, authors, editors, moreAuthors }: Pieces): string {
  if (authors.length === 0 && kind === "book" && editors.length > 0)
    return `${series(editors.map(inverted), "&amp;", "always")} (${editors.length > 1 ? "Eds." : "Ed."})`;
  const names = authors.map(inverted);
  if (moreAuthors) return `${names.join(", ")}, et al.`;
  if (names.length > mostAuthors) return `${names.slice(0, mostAuthors - 1).join(", ")}, … ${names.at(-1)}`;
  return series(names, "&amp;", "always");
}

/** Title, then the sentences that follow it. */
function body(pieces: Pieces): readonly string[] {
  const { kind, title, container, volume, number, pages, publisher, edition, series: of, school } = pieces;
  switch (kind) {
    case "article": {
      const issue = italic(volume) + around("(", number, ")");
      return [title, join(", ", italic(container), issue, pages)];
    }
    case "paper":
    case "chapter": {
      const editors = series(pieces.editors.map(abbreviated), "&amp;", "from three");
      const label = around(editors, pieces.editors.length > 1 ? " (Eds.), " : " (Ed.), ");
      const details = around(
        " (",
        join(", ", around("", ordinalOf(edition)), around("Vol. ", volume), pageLabel(pages)),
        ")",
      );
      const within = container === "" ? "" : `In ${editors === "" ? "" : label}${italic(container)}${details}`;
      return [title, within, publisher];
    }
    case "book":
      return [
        italic(title) + around(" (", join(", ", ordinalOf(edition), around("Vol. ", volume)), ")"),
        of,
        publisher,
      ];
    case "thesis":
      return [`${italic(title)} [${join(", ", genre(pieces), school)}]`];
    case "report": {
      const type = `${pieces.reportType || "Technical Report"}${around(" No. ", number)}`;
      return [`${italic(title)} (${type})`, school || publisher];
    }
    case "preprint":
      return [
        italic(title) + around(" (arXiv:", pieces.arxiv, ")"),
        pieces.arxiv === "" ? container || publisher : "arXiv",
      ];
    case "other":
      return [italic(title), container, pieces.howPublished, publisher];
  }
}

function ordinalOf(edition: string): string {
  return around("", edition === "" ? "" : ordinal(edition), " ed.");
}

function genre({ genre: of }: Pieces): string {
  return { doctoral: "Doctoral dissertation", master: "Master’s thesis", bachelor: "Bachelor’s thesis", "": "Thesis" }[
    of
  ];
}

function pageLabel(pages: string): string {
  return around(/[–,]/.test(pages) ? "pp. " : "p. ", pages);
}

function inText({ entry, locator: place }: Cited, suppressAuthor: boolean): string {
  const names = citedNames(entry);
  const many = names.length > 2 || (entry.moreAuthors && names.length > 0);
  const who = many ? `${names[0]} et al.` : names.join(" &amp; ");
  // The comma behind a title in quotation marks stands inside of them.
  return join(", ", suppressAuthor ? "" : who, entry.year || "n.d.", place).replace("”, ", ",” ");
}
