/** IEEE (IEEE Reference Guide, 2023). */
import { abbreviated, editorList, series } from "./authors.ts";
import { around, italic, join, ordinal, type Pieces, shortMonth } from "./pieces.ts";
import type { CitationStyle } from "./style.ts";

/** From seven authors on the first alone is named. */
const mostAuthors = 6;

export const ieee: CitationStyle = {
  name: "IEEE",
  isNumeric: true,
  reference: (pieces) => {
    const [title, rest] = body(pieces);
    const parts = join(", ", authorsOf(pieces), title);
    const doi = around("doi: ", around(`<a href="https://doi.org/${pieces.doi}">`, pieces.doi, "</a>"));
    // The comma that follows a title in quotation marks stands inside of them.
    const space = title.endsWith("”") ? " " : ", ";
    const text = join(space, parts, join(", ", rest, doi));
    const end = `${text.replace(/[.,]$/, "")}.`;
    return pieces.doi === "" && pieces.url !== ""
      ? `${end} [Online]. Available: <a href="${pieces.url}">${pieces.url}</a>`
      : end;
  },
  citation: (cited) => cited.map(({ number, locator }) => `[${join(", ", String(number), locator)}]`).join(", "),
};

function authorsOf({ kind, authors, editors, moreAuthors }: Pieces): string {
  if (authors.length === 0 && kind === "book" && editors.length > 0) return editorsOf(editors);
  const names = authors.map(abbreviated);
  if (moreAuthors || names.length > mostAuthors) return `${moreAuthors ? names.join(", ") : names[0]} et al.`;
  return series(names, "and", "from three");
}

function editorsOf(editors: Pieces["editors"]): string {
  return editorList(editors.map(abbreviated), ", Ed.", ", Eds.");
}

function body(pieces: Pieces): readonly [title: string, rest: string] {
  const { kind, title, container, volume, number, pages, publisher, address, edition, school, year } = pieces;
  const of = pieces.series;
  const quoted = /[?!]$/.test(title) ? `“${title}”` : `“${title},”`;
  const range = around(/[–,]/.test(pages) ? "pp. " : "p. ", pages);
  const date = join(" ", shortMonth(pieces.month), year);
  const numbered = edition === "" ? "" : `${ordinal(edition)} ed.`;
  const place = join(": ", address, publisher);
  switch (kind) {
    case "article":
      return [quoted, join(", ", italic(container), around("vol. ", volume), around("no. ", number), range, date)];
    case "paper":
      return [quoted, join(", ", around("in ", italic(container)), around("vol. ", volume), of, place, date, range)];
    case "chapter":
      return [
        quoted,
        join(
          ", ",
          around("in ", italic(container)),
          around("vol. ", volume),
          editorsOf(pieces.editors),
          join(" ", numbered, place),
          year,
          range,
        ),
      ];
    case "book":
      return [join(", ", italic(title), around("vol. ", volume), of), join(", ", join(" ", numbered, place), year)];
    case "thesis": {
      const genre = { doctoral: "Ph.D. dissertation", master: "M.S. thesis", bachelor: "B.S. thesis", "": "thesis" }[
        pieces.genre
      ];
      return [quoted, join(", ", genre, school, address, date)];
    }
    case "report":
      return [
        quoted,
        join(", ", school || publisher, address, `${pieces.reportType || "Tech. Rep."}${around(" ", number)}`, date),
      ];
    case "preprint":
      return [quoted, join(", ", date, italic(pieces.arxiv === "" ? container : `arXiv:${pieces.arxiv}`))];
    case "other":
      return [quoted, join(", ", container, pieces.howPublished, place, date)];
  }
}
