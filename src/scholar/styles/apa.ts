/** APA, 7th edition (Publication Manual, chapters 8 to 10). */
import { capital } from "../../case.ts";
import { abbreviated, citedNames, inverted, series } from "./authors.ts";
import { dayText } from "./date-text.ts";
import { around, editionText, italic, join, locator, pagesText, sentences, thesisText } from "./phrases.ts";
import type { Pieces } from "./pieces.ts";
import type { CitationStyle, Cited } from "./style.ts";
import type { StyleWords } from "./words.ts";

/** From 21 authors on, the first 19 and the last are named. */
const MOST_AUTHORS = 20;

export const apa: CitationStyle = {
  name: "APA",
  // Manual of the seventh edition, 8.13: of these no name is shortened.
  labels: {
    chapter: ["Chapter", "Chapters"],
    equation: ["Equation", "Equations"],
    figure: ["Figure", "Figures"],
    part: ["Part", "Parts"],
    section: ["Section", "Sections"],
    table: ["Table", "Tables"],
    theorem: ["Theorem", "Theorems"],
  },
  isNumeric: false,
  reference: (pieces) => {
    const authors = authorsOf(pieces);
    const date = `(${dateOf(pieces)})`;
    const [title, ...rest] = body(pieces);
    // Without authors the title comes first.
    const head =
      authors === "" ? sentences(title ?? "", date) : `${sentences(authors)} ${sentences(date, title ?? "")}`;
    return join(" ", head, sentences(...rest), locator(pieces));
  },
  citation: (cited, suppressAuthor, words) => `(${cited.map((one) => inText(one, suppressAuthor, words)).join("; ")})`,
};

function authorsOf({ kind, authors, editors, moreAuthors, words }: Pieces): string {
  if (authors.length === 0 && kind === "book" && editors.length > 0)
    return `${series(editors.map(inverted), "&amp;", "always")} (${role(editors, words.editors)})`;
  const names = authors.map(inverted);
  if (moreAuthors) return `${names.join(", ")}, ${words.etAl}`;
  if (names.length > MOST_AUTHORS) return `${names.slice(0, MOST_AUTHORS - 1).join(", ")}, … ${names.at(-1)}`;
  return series(names, "&amp;", "always");
}

/** The day of what appears on one; of all else the year (9.14). */
function dateOf({ kind, year, month, day, words }: Pieces): string {
  if (year === "") return words.noDate;
  return kind === "other" && month !== undefined ? `${year}, ${dayText(words, month, day)}` : year;
}

/** Title, then the sentences that follow it. */
function body(pieces: Pieces): readonly string[] {
  const { kind, title, container, volume, number, pages, publisher, edition, school, words } = pieces;
  const part = around(`${capital(words.volume)} `, volume);
  switch (kind) {
    case "article": {
      const issue = italic(volume) + around("(", number, ")");
      return [title, join(", ", italic(container), issue, pages || around("Article ", pieces.articleNumber))];
    }
    case "paper":
    case "chapter": {
      const editors = around("", people(pieces.editors), ` (${role(pieces.editors, words.editors)}), `);
      const where = pagesText(pages, words) || around("Article ", pieces.articleNumber);
      const details = around(" (", join(", ", editionText(edition, words), part, where), ")");
      const within = around(`${capital(words.in)} ${editors}`, italic(container), details);
      return [title, within, publisher];
    }
    case "book": {
      const others = join(
        "; ",
        around("", people(pieces.translators), `, ${role(pieces.translators, words.translators)}`),
        pieces.authors.length === 0
          ? ""
          : around("", people(pieces.editors), `, ${role(pieces.editors, words.editors)}`),
      );
      const details = around(" (", join(", ", editionText(edition, words), part, pagesText(pages, words)), ")");
      return [italic(title) + around(" (", others, ")") + details, publisher];
    }
    case "thesis": {
      const genre = thesisText(pieces, {
        doctoral: "Doctoral dissertation",
        master: "Master’s thesis",
        bachelor: "Bachelor’s thesis",
        "": "Thesis",
      });
      return [`${italic(title)} [${join(", ", genre, school)}]`];
    }
    case "report": {
      const type = `${pieces.reportType || capital(words.report ?? "Technical Report")}${around(` ${capital(words.number)} `, number)}`;
      return [`${italic(title)} (${type})`, school || publisher];
    }
    case "preprint":
      return [
        italic(title) + around(" (arXiv:", pieces.arxiv, ")"),
        pieces.arxiv === "" ? container || publisher : "arXiv",
      ];
    case "software":
    case "dataset":
      return [
        `${italic(title)}${around(` (${capital(words.version)} `, pieces.version, ")")} [${capital(words[kind])}]`,
        publisher,
      ];
    case "patent":
      return [italic(title) + around(" (", pieces.patent, ")"), publisher];
    case "manuscript":
      return [`${italic(title)} [${pieces.note || capital(words.manuscript)}]`, pieces.howPublished, school];
    case "other":
      return [italic(title), container, pieces.howPublished, publisher];
  }
}

/** Names as they stand within a reference; "" without any. */
function people(names: Pieces["editors"]): string {
  return series(names.map(abbreviated), "&amp;", "from three");
}

function role(names: Pieces["editors"], [one, many]: readonly [string, string]): string {
  return capital(names.length > 1 ? many : one);
}

function inText({ entry, locator: place }: Cited, suppressAuthor: boolean, words: StyleWords): string {
  const names = citedNames(entry, words);
  const many = names.length > 2 || (entry.moreAuthors && names.length > 0);
  const who = many ? `${names[0]} ${words.etAl}` : names.join(" &amp; ");
  // The comma behind a title in quotation marks stands inside of them.
  return join(", ", suppressAuthor ? "" : who, entry.year || words.noDate, place).replace("”, ", ",” ");
}
