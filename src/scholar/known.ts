/** Types and fields that mean something: to BibTeX and biblatex, to al-folio and jekyll-scholar, or to the programs that keep .bib files. */
import { wordSet } from "../word-set.ts";

/** The types of entries that are known. */
export const knownTypes =
  wordSet(`article book booklet collection conference dataset electronic inbook incollection inproceedings book_section
  inreference manual mastersthesis mvbook mvcollection mvproceedings mvreference misc online patent periodical phdthesis
  proceedings reference report review set software standard suppbook suppcollection suppperiodical techreport thesis unpublished
  video www artwork audio commentary image jurisdiction legal legislation letter movie music performance bachelorsthesis
  preprint poster talk presentation workshop techreport newspaper blog webpage media`);

const knownFields =
  wordSet(`abbr abbreviation abstract acmid article-number additional_info addendum address afterword altmetric annotation
  annotator annote arxiv arxivid archive archiveprefix articleno author authortype author_link award award_name biburl
  bibsource bibtex_show blog bookauthor booksubtitle booktitle booktitleaddon chapter citations city code collaborator comment
  commentator copyright crossref data date day demo dimensions doi editor editora editoratype editorb editorbtype editorc editorctype editortype edition eid
  entryset eprint eprintclass eprinttype equal equal_contribution eventdate eventtitle eventtitleaddon featured file foreword
  google_scholar_id groups hal hal_id hal_version highlight holder howpublished html ids image indexsorttitle indextitle inspirehep_id institution
  introduction isan isbn ismn isrn issn issue issue_date issuesubtitle issuetitle iswc journal journalabbr journaltitle
  journalsubtitle key keyword keywords label langid langidopts language lccn library link location mainsubtitle maintitle
  maintitleaddon month month_numeric mrclass mrnumber mrreviewer nameaddon note notes number numpages organization
  origdate origlanguage origlocation origpublisher origtitle origyear page pages pagetotal pagination part paper pdf pmcid pmid
  poster posturl prelim preprint presort press preview preview_link primaryclass project publisher pubstate ranking
  related relatedoptions relatedstring relatedtype reprinttitle repository school selected series series_number shortauthor shorteditor shorthand
  shorthandintro shorttitle slides sortkey sortshorthand sortname sorttitle sortyear source subtitle supp supplement talk teaser thumbnail title
  titleaddon tldr translator twitter tweet type url urldate urlyear venue version video volume volumes website xdata xref
  year youtube zblnumber adsurl adsnote owner timestamp __markedentry creationdate modificationdate priority printed
  collaboration reportnumber slaccitation fjournal coden qualityassured readstatus username reading citationkey local-url uri rating read doi-url mendeley-groups mendeley-tags
  mendeley-source annotate nationality assignee dayfiled monthfiled yearfiled lastchecked`);

/** Fields of one program or another, by their beginnings. */
const OF_PROGRAMS =
  /^(?:bdsk-|date-|mendeley|zotero|jabref|opt|local-|user|list|name|verb|x-|bibbase|ee$|dblp|ads|sentebib|added-at|posted-at|interhash|intrahash|citeulike-|b2h_|urn$)/;

/** Whether a field means something to anyone. */
export function isKnownField(name: string): boolean {
  return knownFields.has(name) || OF_PROGRAMS.test(name);
}

/** The known field that may have been meant by an unknown one is looked for among these. */
export const fieldNames: readonly string[] = [...knownFields];
