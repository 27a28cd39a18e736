/** What every citation style is made of: the fields of an entry as HTML, and what kind of thing it is. */
import { escapeHtml } from "../../html.ts";
import { monthMacro } from "../dates.ts";
import type { Name, Publication } from "../model.ts";
import { type MathPrinter, texToHtml, texToText } from "../tex.ts";

/** What a work is, as styles tell them apart. */
export type Kind = "article" | "paper" | "chapter" | "book" | "thesis" | "report" | "preprint" | "other";

/** HTML of each field; "" where the entry has none. */
export interface Pieces {
  readonly kind: Kind;
  readonly authors: readonly Name[];
  readonly editors: readonly Name[];
  readonly moreAuthors: boolean;
  readonly title: string;
  /** The journal, the proceedings or the book that the work is part of. */
  readonly container: string;
  readonly year: string;
  readonly month: number | undefined;
  readonly volume: string;
  readonly number: string;
  readonly pages: string;
  readonly publisher: string;
  readonly address: string;
  readonly edition: string;
  readonly series: string;
  /** "PhD thesis", "Technical Report" or what the entry says instead. */
  readonly genre: "doctoral" | "master" | "bachelor" | "";
  readonly school: string;
  readonly reportType: string;
  readonly howPublished: string;
  /** "10.1145/1" */
  readonly doi: string;
  readonly url: string;
  /** "2301.01234", of arXiv. */
  readonly arxiv: string;
}

/** The pieces of an entry. @param math how a formula is printed */
export function piecesOf(entry: Publication, math: MathPrinter): Pieces {
  const { fields, type } = entry;
  const html = (...names: readonly string[]): string => {
    const name = names.find((one) => (fields[one] ?? "") !== "");
    return name === undefined ? "" : texToHtml(fields[name] ?? "", math);
  };
  const kind = kindOf(entry);
  const booktitle = html("booktitle", "maintitle");
  return {
    kind,
    authors: entry.authors,
    editors: entry.editors,
    moreAuthors: entry.moreAuthors,
    title: titleOf(entry, math),
    container:
      kind === "article" || kind === "preprint"
        ? html("journal", "journaltitle", "booktitle")
        : booktitle || html("journal", "journaltitle"),
    year: escapeHtml(entry.year),
    month: entry.month,
    volume: html("volume"),
    number: html("number", "issue"),
    pages: pagesOf(entry),
    publisher: html("publisher", "organization"),
    address: html("address", "location"),
    edition: html("edition"),
    series: html("series"),
    genre: genreOf(type, texToText(fields.type ?? "")),
    school: html("school", "institution", "organization"),
    reportType: html("type"),
    howPublished: isUrl(fields.howpublished) ? "" : html("howpublished"),
    doi: doiOf(entry),
    url: escapeHtml(plainUrl(fields.url ?? (isUrl(fields.howpublished) ? fields.howpublished : ""))),
    arxiv: escapeHtml(arxivOf(entry)),
  };
}

/** What an entry is, by its type and its fields. */
export function kindOf(entry: Publication): Kind {
  const { type, fields } = entry;
  switch (type) {
    case "article":
    case "review":
    case "periodical":
      return /\barxiv\b|\bcorr\b/i.test(fields.journal ?? fields.journaltitle ?? "") ? "preprint" : "article";
    case "inproceedings":
    case "conference":
    case "workshop":
      return "paper";
    case "incollection":
    case "inbook":
    case "inreference":
    case "suppbook":
    case "suppcollection":
      return "chapter";
    case "book":
    case "booklet":
    case "collection":
    case "proceedings":
    case "manual":
    case "mvbook":
    case "mvcollection":
    case "reference":
      return "book";
    case "phdthesis":
    case "mastersthesis":
    case "bachelorsthesis":
    case "thesis":
      return "thesis";
    case "techreport":
    case "report":
      return "report";
    default:
      return arxivOf(entry) !== "" || type === "preprint" ? "preprint" : "other";
  }
}

/** The title, with what biblatex keeps as a subtitle. */
export function titleOf({ fields, key }: Publication, math: MathPrinter): string {
  const title = texToHtml(fields.title ?? "", math) || escapeHtml(key);
  return fields.subtitle === undefined ? title : `${title}: ${texToHtml(fields.subtitle, math)}`;
}

function genreOf(type: string, given: string): Pieces["genre"] {
  if (type === "phdthesis" || /ph\.?\s?d|doctor|dissertation|habilitation/i.test(given)) return "doctoral";
  if (type === "mastersthesis" || /master|m\.?\s?sc|mathesis/i.test(given)) return "master";
  return type === "bachelorsthesis" || /bachelor|b\.?\s?sc|undergraduate|honou?rs/i.test(given) ? "bachelor" : "";
}

/** "1–18", "e12": ranges with an en dash, however many hyphens they are written with. */
export function pagesOf({ fields }: Publication): string {
  const pages = texToText(fields.pages ?? fields.eid ?? fields.articleno ?? "");
  return escapeHtml(pages.replace(/(?<=[\dA-Za-z])\s*[-–—]+\s*(?=[\dA-Za-z])/g, "–"));
}

/** A DOI without what stands before it. */
export function doiOf({ fields }: Publication): string {
  const doi = plainUrl(fields.doi ?? "").replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, "");
  return escapeHtml(doi);
}

/** "2301.01234", "hep-th/9901001": of `arxiv`, of `eprint` where it is arXiv's, or of a journal that is arXiv. */
export function arxivOf({ fields }: Publication): string {
  const archive = (fields.archiveprefix ?? fields.eprinttype ?? "").toLowerCase();
  const eprint =
    fields.eprint !== undefined && (archive === "arxiv" || (archive === "" && ARXIV.test(fields.eprint)))
      ? fields.eprint
      : undefined;
  const given =
    fields.arxiv ?? fields.arxivid ?? eprint ?? /arxiv[:\s]*([\w./-]*\d)/i.exec(fields.journal ?? "")?.[1] ?? "";
  return plainUrl(given)
    .replace(/^(?:https?:\/\/arxiv\.org\/(?:abs|pdf)\/|arxiv:\s*)/i, "")
    .replace(/\.pdf$/, "");
}

const ARXIV = /^(?:arxiv:)?(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?$/i;

/** Whether a field is an address and nothing else: BibTeX's own types have no field for one. */
function isUrl(tex = ""): tex is string {
  return /^\s*(?:\\url\s*\{[^{}]*\}|https?:\/\/\S+)\s*$/.test(tex);
}

/** A URL as it is written in a field of its own, or in `\url{…}`; TeX's escapes taken off. */
export function plainUrl(tex: string): string {
  const inner = /^\\(?:url|href)\s*\{([^{}]*)\}/.exec(tex.trim())?.[1] ?? tex;
  return inner
    .replace(/\\([%#&_~$])/g, "$1")
    .replace(/[{}]/g, "")
    .replace(/\s+/g, "")
    .trim();
}

const shortMonths = ["Jan.", "Feb.", "Mar.", "Apr.", "May", "Jun.", "Jul.", "Aug.", "Sep.", "Oct.", "Nov.", "Dec."];
const longMonths = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** "Jan."; "" where the month is not known. */
export function shortMonth(month: number | undefined): string {
  return month === undefined ? "" : (shortMonths[month - 1] ?? monthMacro(month));
}

/** "January"; "" where the month is not known. */
export function longMonth(month: number | undefined): string {
  return month === undefined ? "" : (longMonths[month - 1] ?? "");
}

/** Parts that are not empty, with a separator between them. */
export function join(separator: string, ...parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join(separator);
}

/** Sentences one after the other, each with its full stop where it has no sign of its own. */
export function sentences(...parts: readonly string[]): string {
  return parts
    .filter((part) => part !== "")
    .map((part) => (/[.?!…][”"’]*(?:<\/\w+>)*[”"’]*$/.test(part) ? part : `${part}.`))
    .join(" ");
}

/** A text with what goes around it, nothing where it is empty. */
export function around(before: string, text: string, after = ""): string {
  return text === "" ? "" : before + text + after;
}

/** In italics; "" stays so. */
export function italic(html: string): string {
  return around("<i>", html, "</i>");
}

/** “Title.” with the sign inside the quotation marks, as American styles have it. */
export function quoted(html: string, sign: string): string {
  return html === "" ? "" : /[.?!]$/.test(html) ? `“${html}”` : `“${html}${sign}”`;
}

/** "2nd" of "2", "second" or "2nd". */
export function ordinal(edition: string): string {
  const number = Number(edition);
  if (!Number.isInteger(number) || number < 1) return edition.replace(/\s*ed(?:ition|n)?\.?$/i, "").toLowerCase();
  const last = number % 100 > 10 && number % 100 < 14 ? 0 : number % 10;
  return `${number}${["th", "st", "nd", "rd"][last] ?? "th"}`;
}

/** Where to find the work: a DOI first. As a link whose text is the address itself. */
export function locator({ doi, url, arxiv }: Pick<Pieces, "doi" | "url" | "arxiv">): string {
  const address =
    doi !== "" ? `https://doi.org/${doi}` : url !== "" ? url : arxiv === "" ? "" : `https://arxiv.org/abs/${arxiv}`;
  return address === "" ? "" : `<a href="${address}">${address}</a>`;
}
