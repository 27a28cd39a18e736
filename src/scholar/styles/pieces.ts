/** What every citation style is made of: the fields of an entry as HTML, and what kind of thing it is. */
import { capital } from "../../case.ts";
import { escapeHtml } from "../../html.ts";
import { issuedOf } from "../dates.ts";
import { arxivOf, doiOf, isUrl, plainUrl } from "../identifiers.ts";
import type { Name, Publication } from "../model.ts";
import { parseNames } from "../names.ts";
import { type MathPrinter, texToHtml, texToText } from "../tex.ts";
import { dateText } from "./date-text.ts";
import { join } from "./phrases.ts";
import { englishWords, type StyleWords } from "./words.ts";

/** What a work is, as styles tell them apart. */
export type Kind =
  | "article"
  | "paper"
  | "chapter"
  | "book"
  | "thesis"
  | "report"
  | "preprint"
  | "software"
  | "dataset"
  | "patent"
  | "manuscript"
  | "other";

/** HTML of each field; "" where the entry has none. */
export interface Pieces {
  readonly kind: Kind;
  /** What styles say in words. */
  readonly words: StyleWords;
  readonly authors: readonly Name[];
  readonly editors: readonly Name[];
  readonly translators: readonly Name[];
  readonly moreAuthors: boolean;
  readonly title: string;
  /** The journal, the proceedings or the book that the work is part of. */
  readonly container: string;
  readonly year: string;
  readonly month: number | undefined;
  readonly day: number | undefined;
  /** "May 1, 2024": when an address was asked. */
  readonly accessed: string;
  readonly volume: string;
  readonly number: string;
  readonly pages: string;
  /** The number of an article that has no pages: "e12". */
  readonly articleNumber: string;
  readonly publisher: string;
  readonly address: string;
  readonly edition: string;
  readonly series: string;
  readonly genre: Genre;
  /** What a thesis says of its kind that is none of these: "Tesi di laurea". */
  readonly ownGenre: string;
  readonly school: string;
  readonly reportType: string;
  /** "US Patent 6,285,999" */
  readonly patent: string;
  readonly version: string;
  /** What an unpublished work says of itself. */
  readonly note: string;
  readonly howPublished: string;
  /** "10.1145/1" */
  readonly doi: string;
  readonly url: string;
  /** "2301.01234", of arXiv. */
  readonly arxiv: string;
}

/** What a thesis is for; "" where nothing says so. */
export type Genre = "doctoral" | "master" | "bachelor" | "";

/** The pieces of an entry. @param math how a formula is printed @param words the language of what styles say themselves */
export function piecesOf(entry: Publication, math: MathPrinter, words: StyleWords = englishWords): Pieces {
  const { fields, type } = entry;
  const html = (...names: readonly string[]): string => {
    const name = names.find((one) => (fields[one] ?? "") !== "");
    return name === undefined ? "" : texToHtml(fields[name] ?? "", math);
  };
  const kind = kindOf(entry);
  const booktitle = html("booktitle", "maintitle");
  const given = texToText(fields.type ?? "");
  const genre = genreOf(type, given);
  return {
    kind,
    words,
    authors: entry.authors,
    editors: entry.editors,
    translators: parseNames(fields.translator ?? "").names,
    moreAuthors: entry.moreAuthors,
    title: titleOf(entry, math),
    container:
      kind === "article" || kind === "preprint"
        ? html("journal", "journaltitle", "booktitle")
        : booktitle || html("journal", "journaltitle"),
    year: escapeHtml(entry.year),
    month: entry.month,
    day: entry.day,
    accessed: accessedOf(fields, words),
    volume: html("volume"),
    number: html("number", "issue"),
    pages: fields.pages === undefined ? "" : pagesOf(entry),
    articleNumber: fields.pages === undefined ? pagesOf(entry) : "",
    publisher: html("publisher", "organization"),
    address: withCountries(html("address", "location", "city"), words),
    edition: html("edition"),
    series: html("series"),
    genre,
    ownGenre: genreOf("", given) === "" ? escapeHtml(given) : "",
    school: html("school", "institution", "organization"),
    reportType: REPORT_TYPES[given] ?? html("type"),
    patent: kind === "patent" ? patentOf(given, html("number"), words) : "",
    version: html("version"),
    note: html("note"),
    howPublished: isUrl(fields.howpublished) ? "" : html("howpublished"),
    doi: doiOf(entry),
    url: escapeHtml(plainUrl(fields.url ?? (isUrl(fields.howpublished) ? fields.howpublished : ""))),
    arxiv: escapeHtml(arxivOf(entry)),
  };
}

/** Types of entries by what they are (BibTeX's, and biblatex 3.19, sections 2.1.1 to 2.1.3). */
const TYPES: Partial<Record<Kind, string>> = {
  article: "article review periodical",
  paper: "inproceedings conference workshop",
  // The last one is Mendeley's.
  chapter: "inbook incollection inreference suppbook suppcollection book_section",
  book: "book booklet collection proceedings manual mvbook mvcollection reference",
  thesis: "phdthesis mastersthesis bachelorsthesis thesis",
  report: "techreport report",
  software: "software",
  dataset: "dataset",
  patent: "patent",
  manuscript: "unpublished",
};
const kinds = new Map(
  Object.entries(TYPES).flatMap(([kind, types]) => types.split(" ").map((type) => [type, kind as Kind] as const)),
);

/** What an entry is, by its type and its fields. */
export function kindOf(entry: Publication): Kind {
  const { type, fields } = entry;
  const kind = kinds.get(type) ?? (arxivOf(entry) !== "" || type === "preprint" ? "preprint" : "other");
  if (kind === "article" && /\barxiv\b|\bcorr\b/i.test(fields.journal ?? fields.journaltitle ?? "")) return "preprint";
  // BibTeX: pages or a chapter of a book that has no other author.
  return type === "inbook" && fields.booktitle === undefined && fields.maintitle === undefined ? "book" : kind;
}

/** biblatex's names of types of reports; the style has its own words for a technical one. */
const REPORT_TYPES: Readonly<Record<string, string>> = { techreport: "", resreport: "Research Report" };

/** The title, with what biblatex keeps as a subtitle. */
export function titleOf({ fields, key }: Publication, math: MathPrinter): string {
  const title = texToHtml(fields.title ?? "", math) || escapeHtml(key);
  return fields.subtitle === undefined ? title : `${title}: ${texToHtml(fields.subtitle, math)}`;
}

function genreOf(type: string, given: string): Genre {
  if (type === "phdthesis" || /ph\.?\s?d|doctor|dissertation|habilitation/i.test(given)) return "doctoral";
  if (type === "mastersthesis" || /master|m\.?\s?sc|mathesis/i.test(given)) return "master";
  return type === "bachelorsthesis" || /bachelor|b\.?\s?sc|undergraduate|honou?rs/i.test(given) ? "bachelor" : "";
}

/** "US Patent 6,285,999 B1": biblatex's types of patents ("patentus"), or what stands there. */
function patentOf(type: string, number: string, words: StyleWords): string {
  const country = /^patreq|^patent/i.test(type) ? type.replace(/^pat(?:ent|req)/i, "").toUpperCase() : "";
  const name = /^patreq|^patent/i.test(type) || type === "" ? capital(words.patent) : escapeHtml(type);
  const plain =
    country !== "" && number.toUpperCase().startsWith(country) ? number.slice(country.length).trim() : number;
  return join(" ", country, name, plain);
}

/** A place with the names of countries that biblatex has keys for: "countryde". */
export function withCountries(place: string, { locale }: StyleWords): string {
  return place.replace(/\bcountry(de|ep|eu|fr|uk|us)\b/g, (key, code: string) => {
    const region = { ep: "EU", uk: "GB" }[code] ?? code.toUpperCase();
    return new Intl.DisplayNames(locale, { type: "region" }).of(region) ?? key;
  });
}

/** biblatex's `urldate`. */
function accessedOf({ urldate }: Publication["fields"], words: StyleWords): string {
  if (urldate === undefined) return "";
  const { year, month, day } = issuedOf({ date: urldate });
  return dateText(words, { year: escapeHtml(year), month, day });
}

/** "1–18", "e12": ranges with an en dash, however many hyphens they are written with. */
export function pagesOf({ fields }: Publication): string {
  const pages = texToText(fields.pages ?? fields.eid ?? fields.articleno ?? fields["article-number"] ?? "");
  return escapeHtml(pages.replace(/(?<=[\dA-Za-z])\s*[-–—]+\s*(?=[\dA-Za-z])/g, "–").replace(/,(?=\S)/g, ", "));
}
