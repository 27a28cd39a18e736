/** IEEE (IEEE Reference Guide, 2023). */
import { capital } from "../../case.ts";
import { abbreviated, editorList, series } from "./authors.ts";
import { monthName } from "./date-text.ts";
import { around, editionText, italic, join, pagesText, quoted, thesisText } from "./phrases.ts";
import type { Pieces } from "./pieces.ts";
import type { CitationStyle } from "./style.ts";

/** From seven authors on the first alone is named. */
const MOST_AUTHORS = 6;

export const ieee: CitationStyle = {
  name: "IEEE",
  isNumeric: true,
  reference: (pieces) => {
    const [title, rest] = body(pieces);
    const parts = join(", ", authorsOf(pieces), title);
    const doi = around("doi: ", around(`<a href="https://doi.org/${pieces.doi}">`, pieces.doi, "</a>"));
    // A sign that ends the title needs no other; the comma that follows one in quotation marks stands inside of them.
    const space = /(?:[.,?!]|[.,?!][”’“»]+|”)$/.test(title) ? " " : ", ";
    const text = join(space, parts, join(", ", rest, doi));
    const end = `${text.replace(/[.,]$/, "").replace(/,([”’]+)$/, ".$1")}`;
    const sentence = /[.?!][”’]*$/.test(end) ? end : `${end}.`;
    if (pieces.doi !== "" || pieces.url === "") return sentence;
    const accessed = around(` ${capital(pieces.words.accessed)}: `, pieces.accessed, ".");
    return `${sentence}${accessed} [Online]. Available: <a href="${pieces.url}">${pieces.url}</a>`;
  },
  citation: (cited) => cited.map(({ number, locator }) => `[${join(", ", String(number), locator)}]`).join(", "),
};

function authorsOf({ kind, authors, editors, moreAuthors, words }: Pieces): string {
  if (authors.length === 0 && kind === "book" && editors.length > 0) return editorsOf({ editors, words });
  const names = authors.map(abbreviated);
  if (names.length > MOST_AUTHORS) return `${names[0]} ${words.etAl}`;
  return moreAuthors ? `${names.join(", ")} ${words.etAl}` : series(names, words.and, "from three");
}

function editorsOf({ editors, words }: Pick<Pieces, "editors" | "words">): string {
  const [one, many] = words.editors;
  return editorList(editors.map(abbreviated), words.and, [`, ${capital(one)}`, `, ${capital(many)}`]);
}

/** The title with its sign, and what follows it. */
function body(pieces: Pieces): readonly [title: string, rest: string] {
  const { kind, title, container, volume, number, publisher, address, edition, school, year, words } = pieces;
  const inQuotes = quoted(title, ",", words);
  const range = pagesText(pieces.pages, words) || around("Art. no. ", pieces.articleNumber);
  const date = join(" ", monthName(words, pieces.month, "short"), year);
  const numbered = editionText(edition, words);
  const place = join(": ", address, publisher);
  const part = around(`${words.volume} `, volume);
  // A volume is one of its series, where it belongs to one.
  const of = around(`${words.in} `, join(", ", pieces.series, pieces.series === "" ? "" : part), ".");
  const own = pieces.series === "" ? part : "";
  switch (kind) {
    case "article":
      return [inQuotes, join(", ", italic(container), part, around(`${words.number} `, number), range, date)];
    case "paper":
    case "chapter": {
      const within = join(", ", around(`${words.in} `, italic(container)), numbered, own, editorsOf(pieces), of);
      const when = kind === "paper" ? date : year;
      return [inQuotes, join(", ", join(of === "" ? ", " : " ", within, join(", ", place, when)), range)];
    }
    case "book": {
      const others = pieces.authors.length === 0 ? "" : editorsOf(pieces);
      const [one, many] = words.translators;
      const translators = editorList(pieces.translators.map(abbreviated), words.and, [
        `, ${capital(one)}`,
        `, ${capital(many)}`,
      ]);
      const head = join(", ", italic(title), numbered, own, others, translators, of);
      return [/\.(?:<\/i>)?$/.test(head) ? head : `${head}.`, join(", ", place, year, range)];
    }
    case "thesis": {
      const genre = thesisText(pieces, {
        doctoral: "Ph.D. dissertation",
        master: "M.S. thesis",
        bachelor: "B.S. thesis",
        "": "thesis",
      });
      return [inQuotes, join(", ", genre, school, address, date)];
    }
    case "report": {
      const type = pieces.reportType || capital(words.report ?? "Tech. Rep.");
      return [inQuotes, join(", ", school || publisher, address, `${type}${around(" ", number)}`, date)];
    }
    case "preprint":
      return [inQuotes, join(", ", date, italic(pieces.arxiv === "" ? container : `arXiv:${pieces.arxiv}`))];
    case "patent": {
      const { month, day } = pieces;
      const issued =
        month === undefined || day === undefined ? date : `${monthName(words, month, "short")} ${day}, ${year}`;
      return [inQuotes, join(", ", pieces.patent, issued)];
    }
    case "manuscript":
      return [inQuotes, join(", ", pieces.note || words.manuscript, pieces.howPublished, school, date)];
    case "software":
    case "dataset":
    case "other": {
      const version = around(`${words.version} `, pieces.version);
      return [inQuotes, join(", ", version, container, pieces.howPublished, place, date)];
    }
  }
}
