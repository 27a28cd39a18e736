/** Where a work is to be found: its addresses and the numbers that stand for one, whatever an author writes around them. */
import { escapeHtml } from "../html.ts";
import type { Publication } from "./model.ts";

/** A DOI without what stands before it; that of the address, where the entry leads to doi.org. */
export function doiOf({ fields }: Publication): string {
  const url = fields.doi === undefined ? plainUrl(fields.url ?? "") : "";
  const given = fields.doi === undefined && DOI_HOST.test(url) ? url : plainUrl(fields.doi ?? "");
  return escapeHtml(given.replace(DOI_HOST, "").replace(/^doi:\s*/i, ""));
}

const DOI_HOST = /^https?:\/\/(?:dx\.|www\.)?doi\.org\//i;

/** "2301.01234", "hep-th/9901001": of `arxiv`, of `eprint` where it is arXiv's, or of a journal that is arXiv. */
export function arxivOf({ fields }: Publication): string {
  const archive = (fields.archiveprefix ?? fields.eprinttype ?? "").toLowerCase();
  const eprint =
    fields.eprint !== undefined && (archive === "arxiv" || (archive === "" && ARXIV.test(fields.eprint)))
      ? fields.eprint
      : undefined;
  const journal = fields.journal ?? fields.journaltitle ?? "";
  const given =
    fields.arxiv ??
    fields.arxivid ??
    eprint ??
    /arxiv[:\s]*([\w./-]*\d)/i.exec(journal)?.[1] ??
    // As dblp.org writes it.
    (/^corr$/i.test(journal.trim()) ? /^abs\/(.+)/.exec(fields.volume?.trim() ?? "")?.[1] : undefined) ??
    "";
  return plainUrl(given)
    .replace(/^(?:https?:\/\/arxiv\.org\/(?:abs|pdf)\/|arxiv:\s*)/i, "")
    .replace(/\.pdf$/, "");
}

const ARXIV = /^(?:arxiv:)?(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?$/i;

/** Whether a field is an address and nothing else: BibTeX's own types have no field for one. */
export function isUrl(tex = ""): tex is string {
  return /^\s*(?:\\url\s*\{[^{}]*\}|https?:\/\/\S+)\s*$/.test(tex);
}

/** A URL as it is written in a field of its own, in `\url{…}` or as a link of HTML; TeX's escapes taken off. */
export function plainUrl(tex: string): string {
  const inner = /^\\(?:url|href)\s*\{([^{}]*)\}/.exec(tex.trim())?.[1] ?? LINK.exec(tex)?.[1] ?? tex;
  return inner
    .replace(/\\([%#&_~$])/g, "$1")
    .replace(/[{}]/g, "")
    .replace(/\s+/g, "")
    .trim();
}

const LINK = /<a\s[^<>]*?\bhref\s*=\s*["']([^"'<>]+)["']/i;
