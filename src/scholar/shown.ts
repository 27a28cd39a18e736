/** Publications as pages show them: al-folio's fields (docs/publications.md lists them) to texts and addresses. */
import { capital } from "../case.ts";
import { decodeHtml, escapeHtml } from "../html.ts";
import type { Config, Data, Site } from "../model.ts";
import { asData, asText } from "../settings.ts";
import { wordsIn } from "../words/words.ts";
import { toBibtex } from "./export.ts";
import { isProgram } from "./html-text.ts";
import { arxivOf, doiOf, plainUrl } from "./identifiers.ts";
import type { Name, Publication, ShownLink, ShownName, ShownPublication } from "./model.ts";
import { fullName } from "./name-text.ts";
import type { People } from "./people.ts";
import type { ScholarSettings } from "./settings.ts";
import { monthNames } from "./styles/date-text.ts";
import { kindOf, piecesOf, titleOf, withCountries } from "./styles/pieces.ts";
import type { CitationStyle } from "./styles/style.ts";
import { styleOf } from "./styles/styles.ts";
import { type StyleWords, wordsOfLocale } from "./styles/words.ts";
import { type MathPrinter, texToHtml, texToText } from "./tex.ts";

/** What showing needs beside the publication itself. */
export interface Showing {
  readonly config: Config;
  readonly data: Site["data"];
  readonly settings: ScholarSettings;
  readonly people: People;
  readonly href: (url: string) => string;
  readonly markdown: (text: string) => string;
  readonly math: MathPrinter;
  /** What references say in words. */
  readonly words: StyleWords;
  /** Site-relative URL of the paper's page. */
  readonly pageOf: (publication: Publication) => string | undefined;
  /** Whether the site has what a site-relative URL names. */
  readonly isThere: (url: string) => boolean;
  /** Whether any entry of the site says if its BibTeX is shown: then those that do not say so are not. */
  readonly asksForBibtex: boolean;
}

/** An entry with all that a page shows of it. */
export function showPublication(publication: Publication, showing: Showing): ShownPublication {
  const { settings, math, href } = showing;
  const { fields, authors } = publication;
  const names = authors.map((name) => showName(name, showing));
  const limit = settings.maxAuthors > 0 && names.length > settings.maxAuthors ? settings.maxAuthors : names.length;
  const page = showing.pageOf(publication);
  const title = titleOf(publication, math);
  return {
    key: publication.key,
    type: publication.type,
    title,
    plainTitle: publication.title,
    page: page === undefined ? undefined : href(page),
    authors: names.slice(0, limit),
    hiddenAuthors: names.slice(limit),
    moreAuthors: publication.moreAuthors,
    editors: publication.editors.map((name) => showName(name, showing)),
    venue: venueOf(fields, showing.data),
    periodical: periodicalOf(publication, showing),
    note: texToHtml(fields.note ?? "", math),
    award: awardOf(fields, showing),
    annotation: texToHtml(fields.annotation ?? "", math),
    abstract: abstractOf(fields.abstract ?? "", math),
    plainAbstract: texToText(fields.abstract ?? "").replace(/\s+/g, " "),
    links: linksOf(publication, showing),
    badges: badgesOf(publication, showing),
    preview: settings.thumbnails ? previewOf(fields, showing) : undefined,
    bibtex: toBibtex(publication, settings.filteredKeywords),
    bibtexInLists: fields.bibtex_show === undefined ? !showing.asksForBibtex : fields.bibtex_show !== "false",
    reference: referenceOf(publication, styleOf(settings.style).style, showing),
    year: publication.year,
  };
}

/** A reference in a style: HTML, in the language of the entry where the site asks for that. */
export function referenceOf(entry: Publication, style: CitationStyle, { settings, math, words }: Showing): string {
  const language = settings.ownLocales ? entry.fields.language : undefined;
  const own = language === undefined ? undefined : wordsOfLocale(language);
  return style.reference(piecesOf(entry, math, own ?? words));
}

function showName(name: Name, { people }: Showing): ShownName {
  return { text: fullName(name), marks: name.marks, own: people.isOwn(name), url: people.urlOf(name) };
}

/** `_data/venues.yml`. A colour stands beside the name, never behind it, so that it takes no contrast from it. */
function venueOf({ abbr }: Publication["fields"], data: Data): ShownPublication["venue"] {
  if (abbr === undefined) return undefined;
  const text = texToText(abbr);
  const { url, color } = asData(asData(data.venues)?.[text]) ?? {};
  const isColour = typeof color === "string" && /^(?:#[0-9a-f]{3,8}|[a-z]+|(?:rgb|hsl)a?\([\d\s,.%/]+\))$/i.test(color);
  return { text, url: asText(url), colour: isColour ? color : undefined };
}

/** Where it appeared: al-folio's second line. */
function periodicalOf(publication: Publication, { math, markdown, words }: Showing): string {
  const { fields, year, month } = publication;
  const pieces = piecesOf(publication, math, words);
  const em = (html: string): string => (html === "" ? "" : `<em>${html}</em>`);
  const within = em(pieces.container === "" ? "" : `${capital(words.in)} ${pieces.container}`);
  const where: Record<typeof pieces.kind, string> = {
    article: em(pieces.container),
    paper: within,
    chapter: within,
    thesis: em(pieces.school),
    book: pieces.publisher,
    report: pieces.school || pieces.publisher,
    preprint: pieces.arxiv === "" ? em(pieces.container) : `arXiv:${pieces.arxiv}`,
    software: pieces.publisher,
    dataset: pieces.publisher,
    patent: pieces.patent,
    manuscript: pieces.howPublished || pieces.school,
    other: pieces.container || pieces.howPublished || pieces.publisher,
  };
  const place = withCountries(texToHtml(fields.location ?? "", math), words);
  // Authors begin it with the sign that is to stand before it: ". More can be found …".
  const more = fields.additional_info === undefined ? "" : inline(markdown(fields.additional_info));
  const extra = /^(?:<[a-z][^<>]*>)*[\p{L}\p{N}]/u.test(more) ? ` ${more}` : more;
  const name = month === undefined ? texToHtml(fields.month ?? "", math) : monthNames(words, "short")[month - 1];
  const date = [name, escapeHtml(year)].filter(Boolean).join(" ");
  return [([where[pieces.kind], place].filter(Boolean).join(", ") + extra).trim(), date].filter(Boolean).join(", ");
}

/** Markdown of one paragraph without the paragraph. */
function inline(html: string): string {
  return html.replace(/<\/?p>/g, "").trim();
}

function awardOf(
  { award, award_name: name }: Publication["fields"],
  { markdown, math }: Showing,
): ShownPublication["award"] {
  if (award === undefined) return undefined;
  return { name: texToHtml(name ?? "", math), text: inline(markdown(award)) };
}

/** Paragraphs stay apart. */
function abstractOf(tex: string, math: MathPrinter): string {
  const paragraphs = tex.split(/\r?\n[ \t]*\r?\n|\\par\b/).map((part) => texToHtml(part, math));
  return paragraphs
    .filter((part) => part !== "")
    .map((part) => (/<(?:ol|p|ul)\b/.test(part) ? `<div>${part}</div>` : `<p>${part}</p>`))
    .join("");
}

/** Fields that name a file of the site or an address elsewhere: folder of the files, and what the link is called. */
export const FILE_FIELDS: readonly (readonly [field: string, folder: string, name: ShownLink["name"]])[] = [
  ["html", "/assets/html/", "HTML"],
  ["pdf", "/assets/pdf/", "PDF"],
  ["supp", "/assets/pdf/", { word: "supplement" }],
  ["video", "", { word: "video" }],
  ["blog", "", { word: "blog" }],
  ["code", "", { word: "code" }],
  ["poster", "/assets/pdf/", { word: "poster" }],
  ["slides", "/assets/pdf/", { word: "slides" }],
  ["website", "", { word: "website" }],
];

/** The URL that a field leads to: absolute, or site-relative; "" for a program. */
export function fileUrl(value: string, folder: string): string {
  const url = plainUrl(value);
  if (url === "" || isProgram(url)) return "";
  if (/^[a-z][a-z\d+.-]*:/i.test(url) || url.startsWith("//") || url.startsWith("/") || url.startsWith("#")) return url;
  return url.startsWith("assets/") || folder === "" ? `/${url}` : folder + url;
}

function linksOf(publication: Publication, { href, isThere }: Showing): readonly ShownLink[] {
  const { fields } = publication;
  const doi = decodeHtml(doiOf(publication));
  const arxiv = arxivOf(publication);
  const files = FILE_FIELDS.flatMap(([field, folder, name]) => {
    const url = fileUrl(fields[field] ?? "", folder);
    // What is not there was told when the file was read: a link would lead nowhere.
    return url === "" || !isThere(url) ? [] : [{ name, url: href(url) }];
  });
  const url = plainUrl(fields.url ?? "");
  const isKnown =
    files.some((file) => file.url === url) ||
    (doi !== "" && url.endsWith(doi)) ||
    (arxiv !== "" && url.includes(arxiv));
  const others: readonly (readonly [name: ShownLink["name"], url: string])[] = [
    ["DOI", doi === "" ? "" : `https://doi.org/${encodeURI(doi)}`],
    ["arXiv", arxiv === "" ? "" : `https://arxiv.org/abs/${encodeURI(arxiv)}`],
    ["HAL", halUrl(fields.hal ?? fields.hal_id ?? "")],
    ["PubMed", fields.pmid === undefined ? "" : `https://pubmed.ncbi.nlm.nih.gov/${encodeURIComponent(fields.pmid)}/`],
    [{ word: kindOf(publication) === "book" ? "publisher" : "link" }, isKnown || !/^https?:/i.test(url) ? "" : url],
  ];
  return [...files, ...others.filter(([, to]) => to !== "").map(([name, to]) => ({ name, url: to }))];
}

function halUrl(hal: string): string {
  if (hal === "" || /^https?:/.test(hal)) return plainUrl(hal);
  return `https://hal.science/${encodeURI(plainUrl(hal))}`;
}

/** Text links in place of al-folio's pictures and scripts of other hosts. */
function badgesOf(publication: Publication, { config, data, settings }: Showing): readonly ShownLink[] {
  const { fields } = publication;
  const badges: ShownLink[] = [];
  const doi = decodeHtml(doiOf(publication));
  const arxiv = arxivOf(publication);
  const isOn = (name: string, field = name): boolean =>
    settings.badges.has(name) && fields[field] !== undefined && fields[field] !== "false";
  if (isOn("altmetric")) {
    const ids: readonly (readonly [name: string, id: string | undefined])[] = [
      ["citation_id", /^\d+$/.exec(fields.altmetric ?? "")?.[0]],
      ["doi", doi],
      ["arxiv_id", arxiv],
      ["pmid", fields.pmid],
      ["isbn", fields.isbn],
    ];
    const [name, id] = ids.find(([, one]) => one) ?? [];
    if (id !== undefined)
      badges.push({ name: "Altmetric", url: `https://www.altmetric.com/details.php?${name}=${encodeURI(id)}` });
  }
  if (isOn("dimensions")) {
    const own = fields.dimensions === "true" ? "" : (fields.dimensions ?? "");
    const id = own !== "" ? `id/${own}` : doi !== "" ? `doi/${doi}` : `pmid/${fields.pmid ?? ""}`;
    if (!id.endsWith("/"))
      badges.push({ name: "Dimensions", url: `https://badge.dimensions.ai/details/${encodeURI(id)}` });
  }
  const scholar = asText(asData(data.socials)?.scholar_userid) ?? asText(config.data.scholar_userid);
  if (isOn("google_scholar", "google_scholar_id") && scholar !== undefined) {
    const id = `${scholar}:${fields.google_scholar_id}`;
    const papers = asData(asData(data.citations)?.papers) ?? {};
    const { citations } = asData(papers[id] ?? papers[fields.google_scholar_id ?? ""]) ?? {};
    const count =
      typeof citations === "number" ? ` (${wordsIn(config, config.lang)("cited", { count: citations })})` : "";
    const query = new URLSearchParams({ view_op: "view_citation", user: scholar, citation_for_view: id });
    badges.push({ name: `Google Scholar${count}`, url: `https://scholar.google.com/citations?${query}` });
  }
  if (isOn("inspirehep", "inspirehep_id"))
    badges.push({
      name: "INSPIRE",
      url: `https://inspirehep.net/literature/${encodeURIComponent(fields.inspirehep_id ?? "")}`,
    });
  return badges;
}

function previewOf({ preview }: Publication["fields"], { href, isThere }: Showing): ShownPublication["preview"] {
  if (preview === undefined || preview === "") return undefined;
  const url = previewUrl(preview);
  // A picture of another host would be asked of it by every reader.
  if (/^(?:[a-z]+:)?\/\//i.test(url) || !isThere(url)) return undefined;
  return { url: href(url), isFilm: /\.(?:mp4|webm|ogv|mov)$/i.test(url) };
}

/** Where the picture of an entry lies: site-relative, or the address that stands there. */
export function previewUrl(preview: string): string {
  return fileUrl(preview, "/assets/img/publication_preview/");
}
