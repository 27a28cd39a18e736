/** ACM (ACM Citation Style and Reference Formats; numbers in the text). */
import { capital } from "../../case.ts";
import { editorList, full, series } from "./authors.ts";
import { monthName } from "./date-text.ts";
import { around, editionText, italic, join, locator, sentences, thesisText } from "./phrases.ts";
import type { Pieces } from "./pieces.ts";
import type { CitationStyle } from "./style.ts";
import type { StyleWords } from "./words.ts";

export const acm: CitationStyle = {
  name: "ACM",
  isNumeric: true,
  reference: (pieces) => {
    const { accessed, doi, year, words } = pieces;
    const when = accessed === "" || doi !== "" ? "" : retrieved(accessed, words);
    return join(" ", sentences(authorsOf(pieces), year || `[${words.noDate}]`, ...body(pieces)), when, locator(pieces));
  },
  citation: (cited) => `[${cited.map(({ number, locator: place }) => join(", ", String(number), place)).join(", ")}]`,
};

function retrieved(accessed: string, words: StyleWords): string {
  return words.locale === "en-US" ? `Retrieved ${accessed} from` : `${capital(words.accessed)} ${accessed}:`;
}

function authorsOf({ kind, authors, editors, moreAuthors, words }: Pieces): string {
  if (authors.length === 0 && kind === "book" && editors.length > 0) return editorsOf({ editors, words });
  const names = authors.map(full);
  return moreAuthors
    ? `${names.join(", ")}${names.length > 1 ? "," : ""} ${words.etAl}`
    : series(names, words.and, "from three");
}

function editorsOf({ editors, words }: Pick<Pieces, "editors" | "words">): string {
  const [one, many] = words.editors;
  return editorList(editors.map(full), words.and, [` (${capital(one)})`, ` (${capital(many)})`]);
}

function body(pieces: Pieces): readonly string[] {
  const { kind, title, container, volume, number, pages, publisher, address, edition, school, year, words } = pieces;
  const place = join(", ", publisher, address);
  const numbered = around(" (", editionText(edition, words).replace(/(?<=\d(?:st|nd|rd|th)) /, ". "), ")");
  const part = around(`${capital(words.volume)} `, volume);
  const article = around("Article ", pieces.articleNumber);
  switch (kind) {
    case "article": {
      const date = around("(", join(" ", monthName(words, pieces.month, "long"), year), ")");
      const issue = join(" ", join(", ", number, article), date);
      return [title, join(", ", join(" ", italic(container), join(", ", volume, issue)) || date, pages)];
    }
    case "paper": {
      const series = pieces.series === "" ? around(", ", part) : around(" (", join(", ", pieces.series, part), ")");
      const within = around(`${capital(words.in)} `, italic(container), series);
      return [title, join(", ", within, editorsOf(pieces)), join(", ", place, article, pages)];
    }
    case "chapter":
      return [
        title,
        join(", ", `${around(`${capital(words.in)} `, italic(container))}${numbered}`.trim(), editorsOf(pieces)),
        join(", ", pieces.series, pieces.series === "" ? "" : part),
        join(", ", place, pages),
      ];
    case "book":
      return [
        italic(title) + numbered,
        pieces.authors.length === 0 ? "" : editorsOf(pieces),
        join(", ", pieces.series, part),
        join(", ", place, pages),
      ];
    case "thesis": {
      const genre = thesisText(pieces, {
        doctoral: "Ph.D. Dissertation",
        master: "Master’s thesis",
        bachelor: "Bachelor’s thesis",
        "": "Thesis",
      });
      return [italic(title), genre, join(", ", school, address)];
    }
    case "report":
      return [
        italic(title),
        `${pieces.reportType || capital(words.report ?? "Technical Report")}${around(" ", number)}`,
        join(", ", school || publisher, address),
      ];
    case "preprint":
      return [italic(title), pieces.arxiv === "" ? container : `arXiv:${pieces.arxiv}`];
    case "patent":
      return [italic(title), pieces.patent];
    case "manuscript":
      return [italic(title), pieces.note || capital(words.manuscript), join(", ", pieces.howPublished, school)];
    case "software":
    case "dataset":
    case "other": {
      const version = around(`${capital(words.version)} `, pieces.version);
      return [italic(title), version, container, pieces.howPublished, place];
    }
  }
}
