/**
 * What search engines of the sciences and reference managers read in the head of a paper's page: Google Scholar's Inclusion
 * Guidelines ("Indexing guidelines": Highwire Press tags), which Zotero's Embedded Metadata reads as well, and schema.org.
 */

import { decodeHtml } from "../html.ts";
import { arxivOf, doiOf, plainUrl } from "./identifiers.ts";
import type { Publication } from "./model.ts";
import { fullName } from "./name-text.ts";
import { fileUrl } from "./shown.ts";
import { type Kind, kindOf, pagesOf } from "./styles/pieces.ts";
import { texToText } from "./tex.ts";

/** Where the page and its files are. */
export interface PaperPlace {
  /** The page's own absolute URL. */
  readonly url: string;
  /** A site-relative URL made absolute. */
  readonly absolute: (url: string) => string;
  /** Plain text. */
  readonly abstract: string;
}

/**
 * `name` and `content` of each meta element, in order. Empty without a title or a year: Scholar wants these and an author, and
 * Zotero reads a work without authors as well.
 */
export function citationMetas(
  publication: Publication,
  place: PaperPlace,
): readonly (readonly [name: string, content: string])[] {
  const { fields, authors, editors, year } = publication;
  const kind = kindOf(publication);
  const text = textReader(publication);
  const [first, last] = pageRange(publication);
  const container = text("journal", "journaltitle", "booktitle");
  const names = authors.length > 0 ? authors : kind === "book" ? editors : [];
  const metas: readonly (readonly [string, string])[] = [
    ["citation_title", publication.title],
    ...names.map((name) => ["citation_author", fullName(name)] as const),
    ...(authors.length > 0 ? editors : []).map((name) => ["citation_editor", fullName(name)] as const),
    ["citation_publication_date", dateOf(publication)],
    ["citation_journal_title", kind === "article" ? container : ""],
    ["citation_conference_title", kind === "paper" ? container : ""],
    ["citation_inbook_title", kind === "chapter" ? container : ""],
    ["citation_volume", kind === "preprint" ? "" : text("volume")],
    ["citation_issue", kind === "article" ? text("number", "issue") : ""],
    ["citation_firstpage", first],
    ["citation_lastpage", last],
    ["citation_issn", text("issn")],
    ["citation_isbn", text("isbn")],
    ["citation_publisher", text("publisher")],
    ["citation_dissertation_institution", kind === "thesis" ? text("school", "institution") : ""],
    ["citation_technical_report_institution", kind === "report" ? text("institution", "school", "publisher") : ""],
    ["citation_technical_report_number", kind === "report" ? text("number") : ""],
    ["citation_doi", decodeHtml(doiOf(publication))],
    ["citation_arxiv_id", arxivOf(publication)],
    ["citation_pdf_url", pdfUrl(fields.pdf, place)],
    ["citation_abstract_html_url", place.url],
    ["citation_language", text("langid", "language")],
    [
      "citation_keywords",
      text("keywords", "keyword")
        .split(/\s*[,;]\s*/)
        .filter(Boolean)
        .join("; "),
    ],
  ];
  return publication.title === "" || year === "" ? [] : metas.filter(([, content]) => content !== "");
}

/** The first of several ranges of pages; of a whole book or thesis one number is how many it has. */
function pageRange(publication: Publication): readonly [first: string, last: string] {
  const [first = "", last = ""] = (decodeHtml(pagesOf(publication)).split(",")[0] ?? "").split("–");
  const isWhole = ["book", "thesis", "report"].includes(kindOf(publication));
  return isWhole && last === "" ? ["", ""] : [first.replace(/\+$/, ""), last];
}

/** Scholar: "2019/12/31", or the year where no more is known. Digits alone: "in press" is no date. */
function dateOf({ year, month, day }: Publication): string {
  const [digits] = /\d{4}/.exec(year) ?? [];
  if (digits === undefined) return "";
  const parts = month === undefined ? [digits] : day === undefined ? [digits, month] : [digits, month, day];
  return parts.map((part) => String(part).padStart(2, "0")).join("/");
}

/** Scholar takes a PDF of the same site only. */
function pdfUrl(pdf: string | undefined, { url, absolute }: PaperPlace): string {
  if (pdf === undefined || pdf === "") return "";
  const own = fileUrl(pdf, "/assets/pdf/");
  const whole = own.startsWith("/") && !own.startsWith("//") ? absolute(own) : own;
  const host = /^[a-z]+:\/\/[^/]+/i.exec(url)?.[0];
  return whole.startsWith("/") || (host !== undefined && whole.startsWith(`${host}/`)) ? whole : "";
}

/** schema.org's account of the paper. */
export function scholarlyArticle(publication: Publication, place: PaperPlace): Readonly<Record<string, unknown>> {
  const { fields, authors, editors } = publication;
  const kind = kindOf(publication);
  const text = textReader(publication);
  const container = text("journal", "journaltitle", "booktitle");
  const people = (names: Publication["authors"]) =>
    names.map((name) => ({ "@type": name.body ? "Organization" : "Person", name: fullName(name) }));
  const doi = decodeHtml(doiOf(publication));
  const arxiv = arxivOf(publication);
  const pdf = pdfUrl(fields.pdf, place);
  const date = dateOf(publication).replaceAll("/", "-");
  const elsewhere = [
    doi === "" ? "" : `https://doi.org/${encodeURI(doi)}`,
    arxiv === "" ? "" : `https://arxiv.org/abs/${arxiv}`,
    plainUrl(fields.url ?? ""),
  ];
  const types: Partial<Record<Kind, string>> = {
    book: "Book",
    thesis: "Thesis",
    report: "Report",
    chapter: "Chapter",
    dataset: "Dataset",
    software: "SoftwareSourceCode",
  };
  const own: Readonly<Record<string, unknown>> = {
    "@context": "https://schema.org",
    "@type": types[kind] === undefined ? "ScholarlyArticle" : ["ScholarlyArticle", types[kind]],
    headline: publication.title,
    name: publication.title,
    url: place.url,
    author: people(authors),
    editor: people(editors),
    datePublished: date,
    abstract: place.abstract,
    isPartOf:
      container === "" || kind === "preprint"
        ? ""
        : { "@type": kind === "article" ? "Periodical" : "Book", name: container },
    publisher: text("publisher") === "" ? "" : { "@type": "Organization", name: text("publisher") },
    pagination: decodeHtml(pagesOf(publication)),
    keywords: text("keywords", "keyword"),
    identifier: doi === "" ? "" : { "@type": "PropertyValue", propertyID: "DOI", value: doi },
    sameAs: [...new Set(elsewhere)].filter((url) => url !== "" && url !== place.url),
    encoding: pdf === "" ? "" : { "@type": "MediaObject", contentUrl: pdf, encodingFormat: "application/pdf" },
  };
  return Object.fromEntries(
    Object.entries(own).filter(([, value]) => (Array.isArray(value) ? value.length > 0 : value !== "")),
  );
}

function textReader({ fields }: Publication): (...names: readonly string[]) => string {
  return (...names) => texToText(names.map((name) => fields[name]).find(Boolean) ?? "").replace(/\s+/g, " ");
}
