/** Chicago, author and date (The Chicago Manual of Style, 17th edition, chapter 15). */
import { capital } from "../../case.ts";
import { citedNames, full, fullInverted, series } from "./authors.ts";
import { dateText } from "./date-text.ts";
import { around, editionText, italic, join, locator, quoted, sentences, thesisText } from "./phrases.ts";
import type { Pieces } from "./pieces.ts";
import type { CitationStyle, Cited } from "./style.ts";
import type { StyleWords } from "./words.ts";

/** Of more than ten authors the first seven are named (15.9). */
const [mostAuthors, namedOfMore] = [10, 7];

export const chicago: CitationStyle = {
  name: "Chicago",
  isNumeric: false,
  reference: (pieces) => {
    const [title, ...rest] = body(pieces);
    const authors = authorsOf(pieces);
    const { year, words, accessed, doi } = pieces;
    const date = year || words.noDate;
    const head = authors === "" ? sentences(title ?? "", date) : sentences(authors, date, title ?? "");
    const when = doi === "" ? around(`${capital(words.accessed)} `, accessed) : "";
    return join(" ", head, sentences(...rest, when), around("", locator(pieces), "."));
  },
  citation: (cited, suppressAuthor, words) => `(${cited.map((one) => inText(one, suppressAuthor, words)).join("; ")})`,
};

function authorsOf({ kind, authors, editors, moreAuthors, words }: Pieces): string {
  const asEditors = authors.length === 0 && kind === "book";
  const [first, ...others] = asEditors ? editors : authors;
  if (first === undefined) return "";
  const names = [fullInverted(first), ...others.map(full)];
  if (names.length + (moreAuthors ? 1 : 0) > mostAuthors)
    return `${names.slice(0, namedOfMore).join(", ")}, ${words.etAl}`;
  if (moreAuthors) return `${names.join(", ")}, ${words.etAl}`;
  const [one, many] = words.editors;
  const role = asEditors ? `, ${names.length > 1 ? many : one}` : "";
  return series(names, words.and, "always") + role;
}

function body(pieces: Pieces): readonly string[] {
  const { kind, title, container, volume, number, publisher, address, edition, school, words } = pieces;
  const inQuotes = quoted(title, ".", words);
  const pages = shortened(pieces.pages) || pieces.articleNumber;
  const numbered = editionText(edition, words);
  const place = join(": ", address, publisher);
  const part = around(`${words.volume} `, volume);
  // The number of a series stands behind its name alone (14.123).
  const of = pieces.series === "" ? "" : join(" ", pieces.series, volume);
  const own = pieces.series === "" ? part : "";
  switch (kind) {
    case "article": {
      const issue = join(" ", italic(container), volume, around("(", number, ")"));
      // A magazine is known by its day (15.49).
      const isDated = volume === "" && number === "" && pieces.month !== undefined;
      const dated = join(", ", issue, isDated ? dateText(words, pieces) : "");
      return [inQuotes, join(volume === "" && number === "" ? ", " : ": ", dated, pages)];
    }
    case "paper":
    case "chapter": {
      const editors = around(`${words.editedBy} `, people(pieces.editors, words));
      const within = around(`${capital(words.in)} `, italic(container));
      return [inQuotes, join(", ", within, numbered, own, editors, pages), of, place];
    }
    case "book": {
      const editors = pieces.authors.length === 0 ? "" : people(pieces.editors, words);
      return [
        italic(title),
        around(`${capital(words.editedBy)} `, editors),
        around(`${capital(words.translatedBy)} `, people(pieces.translators, words)),
        numbered,
        capital(own),
        of,
        join(", ", place, pages),
      ];
    }
    case "thesis": {
      const genre = thesisText(pieces, {
        doctoral: "PhD diss.",
        master: "Master’s thesis",
        bachelor: "Bachelor’s thesis",
        "": "Thesis",
      });
      return [inQuotes, join(", ", genre, school)];
    }
    case "report":
      return [
        italic(title),
        `${pieces.reportType || capital(words.report ?? "Technical Report")}${around(" ", number)}`,
        join(": ", address, school || publisher),
      ];
    case "preprint":
      return [inQuotes, pieces.arxiv === "" ? container : "Preprint, arXiv", around("arXiv:", pieces.arxiv)];
    case "patent":
      return [italic(title), join(", ", pieces.patent, pieces.day === undefined ? "" : dateText(words, pieces))];
    case "manuscript":
      return [inQuotes, pieces.note || capital(words.manuscript), pieces.howPublished, school];
    case "software":
    case "dataset":
    case "other": {
      const version = around(`${capital(words.version)} `, pieces.version);
      const day = kind === "other" && pieces.month !== undefined ? dateText(words, pieces) : "";
      return [inQuotes, version, container, pieces.howPublished, join(", ", place, day)];
    }
  }
}

function people(names: Pieces["editors"], words: StyleWords): string {
  return series(names.map(full), words.and, "from three");
}

/** "433–60", "103–4", "100–104", "1100–1113": the second number as far as it differs (9.61). */
function shortened(pages: string): string {
  return pages.replace(/\b(\d+)–(\d+)\b/g, (whole, first: string, last: string) => {
    if (first.length !== last.length || first.length < 3 || Number(first) % 100 === 0) return whole;
    const same = [...first].findIndex((digit, index) => digit !== last[index]);
    const changed = first.length - same;
    // Three digits that change of four are all written.
    if (same < 0 || changed >= first.length || (first.length === 4 && changed > 2)) return whole;
    const least = first.at(-2) === "0" ? 1 : 2;
    return `${first}–${last.slice(-Math.max(changed, least))}`;
  });
}

function inText({ entry, locator: place }: Cited, suppressAuthor: boolean, words: StyleWords): string {
  const names = citedNames(entry, words);
  const who =
    entry.moreAuthors || names.length > 3 ? `${names[0]} ${words.etAl}` : series(names, words.and, "from three");
  const page = place.replace(/^pp?\. /, "");
  const named = suppressAuthor ? "" : who;
  // Without a year a comma stands before what says so (15.44).
  const head = entry.year === "" ? join(", ", named, words.noDate) : join(" ", named, entry.year);
  return join(", ", head, page);
}
