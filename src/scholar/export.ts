/** A publication for other programs: BibTeX and RIS, as texts. */

import { decodeHtml } from "../html.ts";
import { MONTHS } from "./dates.ts";
import { arxivOf, doiOf, plainUrl } from "./identifiers.ts";
import type { Name, Publication } from "./model.ts";
import { nameText } from "./name-text.ts";
import { kindOf, pagesOf } from "./styles/pieces.ts";
import { texToText } from "./tex.ts";

/**
 * The entry by itself: `@string`s replaced, with the fields of the entry that `crossref` names in its place, one field a line.
 * @param without names of fields to leave out
 */
export function toBibtex(publication: Publication, without: readonly string[]): string {
  const { key, type, fields, lines } = publication;
  const shown = Object.entries(fields).filter(([name]) => !without.includes(name));
  const own = shown.filter(([name]) => lines[name] !== undefined);
  const inherited = shown.filter(([name]) => lines[name] === undefined);
  const all = inherited.length === 0 ? own : [...own.filter(([name]) => name !== "crossref"), ...inherited];
  const written = all.map(([name, value]) => `  ${name} = ${bibtexValue(publication, name, value)}`);
  return `@${type}{${[key, ...written].join(",\n")}\n}`;
}

/** A value in braces; a month that was BibTeX's own name is one again, also with a day beside it. */
function bibtexValue({ month, day }: Publication, name: string, value: string): string {
  if (name === "month" && month !== undefined && /^[\d~\s]+$/.test(value))
    return `${day === undefined || /^\d+$/.test(value) ? "" : `"${day}~" # `}${MONTHS[month - 1]}`;
  return `{${value.replace(/\s*\r?\n\s*/g, " ")}}`;
}

/** Types of RIS (refman.com, "RIS format specifications") by kind. */
const RIS_TYPES = {
  article: "JOUR",
  paper: "CPAPER",
  chapter: "CHAP",
  book: "BOOK",
  thesis: "THES",
  report: "RPRT",
  preprint: "UNPB",
  software: "COMP",
  dataset: "DATA",
  patent: "PAT",
  manuscript: "UNPB",
  other: "GEN",
} as const;

/** "Müller, Hans, III": RIS has what BibTeX writes between the names behind them. */
function risName({ suffix, ...name }: Name): string {
  return [nameText({ ...name, suffix: "" }), suffix].filter(Boolean).join(", ");
}

/** RIS: lines end with CR LF, as the format asks. @param abstract plain text */
export function toRis(publication: Publication, abstract: string): string {
  const { fields, authors, editors, year, month, day } = publication;
  const kind = kindOf(publication);
  const text = (...names: readonly string[]): string =>
    texToText(names.map((name) => fields[name]).find(Boolean) ?? "");
  const [first = "", last = ""] = decodeHtml(pagesOf(publication)).split("–");
  const arxiv = arxivOf(publication);
  const date = [year, month ?? "", day ?? ""].map((part) => String(part).padStart(2, "0"));
  const lines: readonly (readonly [string, string])[] = [
    ["TY", RIS_TYPES[kind]],
    ...authors.map((name) => ["AU", risName(name)] as const),
    ...editors.map((name) => ["ED", risName(name)] as const),
    ["TI", [text("title"), text("subtitle")].filter(Boolean).join(": ")],
    ["T2", text("journal", "journaltitle", "booktitle")],
    ["PY", year],
    ["DA", month === undefined ? "" : `${date[0]}/${date[1]}/${day === undefined ? "" : date[2]}`],
    ["VL", text("volume")],
    ["IS", text("number", "issue")],
    ["SP", first],
    ["EP", last],
    ["PB", text("publisher", "school", "institution", "organization")],
    ["CY", text("address", "location")],
    ["ET", text("edition")],
    ["SN", text("issn", "isbn")],
    ["DO", decodeHtml(doiOf(publication))],
    ["UR", plainUrl(fields.url ?? "") || (arxiv === "" ? "" : `https://arxiv.org/abs/${arxiv}`)],
    ["AB", abstract],
    ...text("keywords", "keyword")
      .split(/\s*[,;]\s*/)
      .map((word) => ["KW", word] as const),
  ];
  const written = lines.filter(([, value]) => value !== "").map(([tag, value]) => `${tag}  - ${value}`);
  return [...written, "ER  - ", ""].join("\r\n");
}
