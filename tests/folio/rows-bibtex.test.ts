/** Every field of al-folio's .bib files: what a list shows of it, or the paper's own page. */
import assert from "node:assert/strict";
import { it } from "node:test";
import { built } from "../support/built.ts";
import { bibtex } from "./inventory.ts";
import { PICTURE, type Rows, testRows } from "./row.ts";

const BIB = `---
---
@string{ann = "Annals of Rings"}
@article{all, author={Noether, Emmy and Artin*, Emil and Weyl$^\\dagger$, Hermann}, title={Everything}, journal=ann, year=1921, month=mar,
  abbr={AoR}, abstract={What it says.}, additional_info={. *Extra* words}, altmetric={248277}, annotation={* Equal <b>work</b>},
  arxiv={2101.00001}, award={A **prize**}, award_name={Gold}, bibtex_show={true}, blog={https://blog.example/}, code={https://code.example/},
  dimensions={true}, doi={10.1000/1}, google_scholar_id={gs1}, hal={hal-01}, html={all.html}, inspirehep_id={77}, note={To appear},
  pdf={all.pdf}, pmid={123}, poster={poster.pdf}, preview={all.svg}, selected={true}, slides={slides.pdf}, supp={supp.pdf},
  video={https://video.example/}, website={https://web.example/}}
@inproceedings{talk, author={Noether, Emmy}, title={Talk}, booktitle={Congress}, location={Zürich}, year=1932, eprint={math/0001}, archiveprefix={arXiv}}
@incollection{chapter, author={Noether, Emmy}, title={Chapter}, booktitle={Handbook}, isbn={123-4}, year=1930}
@phdthesis{phd, author={Noether, Emmy}, title={Forms}, school={Erlangen}, year=1907}
@mastersthesis{master, author={Weyl, Hermann}, title={Lesser}, school={Zürich}, year=1906}
@misc{silent, author={Noether, Emmy}, title={Silent}, year=1905, bibtex_show={false}}
`;

const site = await built({
  "_config.yml": `title: T
url: https://n.example
first_name: Emmy
last_name: Noether
scholar_userid: U
enable_publication_badges: {altmetric: true, dimensions: true, google_scholar: true, inspirehep: true}
filtered_bibtex_keywords: [abbr, abstract, additional_info, altmetric, annotation, arxiv, award, award_name, bibtex_show, blog, code, dimensions, google_scholar_id, hal, html, inspirehep_id, pdf, pmid, poster, preview, selected, slides, supp, video, website]
`,
  "_bibliography/papers.bib": BIB,
  "_data/venues.yml": '"AoR": {url: https://aor.example, color: "#00369f"}\n',
  "_data/citations.yml": 'papers:\n  "U:gs1": {citations: 7}\n',
  "_includes/hook/bib.liquid": "{% comment %}A hook of the site's own{% endcomment %}",
  "publications.md": "---\nlayout: page\ntitle: publications\npermalink: /publications/\n---\n{% bibliography %}\n",
  "selected.md": "---\nlayout: page\npermalink: /selected/\n---\n{% include selected_papers.liquid %}\n",
  "filter.md":
    "---\nlayout: page\npermalink: /filter/\n---\n{% capture b %}@misc{k,\n  abbr = {X},\n  year = {1}\n}{% endcapture %}<pre>{{ b | hideCustomBibtex }}</pre>\n",
  ...Object.fromEntries(["all", "poster", "slides", "supp"].map((name) => [`assets/pdf/${name}.pdf`, "pdf"])),
  "assets/html/all.html": "<p>x</p>",
  "assets/img/publication_preview/all.svg": PICTURE,
});

const LISTS = "publications/index.html";
const PAPER = "publications/all/index.html";
const button = (text: string, url: string): RegExp => new RegExp(`<a href="${url}"[^>]*>${text}</a>`);

const rows: Rows = {
  abbr: [LISTS, /<circle [^>]*fill="#00369f".*?<a href="https:\/\/aor\.example"[^>]*>AoR<\/a>/s],
  abstract: [LISTS, /<summary>Abstract<\/summary><div><p>What it says\.<\/p><\/div>/],
  additional_info: [LISTS, "<em>Annals of Rings</em>. <em>Extra</em> words, Mar 1921"],
  altmetric: [LISTS, button("Altmetric", "https://www\\.altmetric\\.com/details\\.php\\?citation_id=248277")],
  annotation: [LISTS, "* Equal <b>work</b>"],
  arxiv: [LISTS, button("arXiv", "https://arxiv\\.org/abs/2101\\.00001")],
  award: [LISTS, "A <strong>prize</strong>"],
  award_name: [LISTS, "<strong>Gold</strong>: "],
  bibtex_show: [LISTS, /@article\{all,/, "@misc{silent,"],
  blog: [LISTS, button("Blog", "https://blog\\.example/")],
  code: [LISTS, button("Code", "https://code\\.example/")],
  dimensions: [LISTS, button("Dimensions", "https://badge\\.dimensions\\.ai/details/doi/10\\.1000/1")],
  doi: [LISTS, button("DOI", "https://doi\\.org/10\\.1000/1")],
  eprint: [LISTS, button("arXiv", "https://arxiv\\.org/abs/math/0001")],
  google_scholar_id: [LISTS, /citation_for_view=U%3Ags1"[^>]*>Google Scholar \(cited 7 times\)/],
  hal: [LISTS, button("HAL", "https://hal\\.science/hal-01")],
  html: [LISTS, button("HTML", "/assets/html/all\\.html")],
  inspirehep_id: [LISTS, button("INSPIRE", "https://inspirehep\\.net/literature/77")],
  isbn: ["publications/chapter/index.html", '<meta name="citation_isbn" content="123-4"'],
  location: [LISTS, "<em>In Congress</em>, Zürich, 1932"],
  month: [LISTS, "Mar 1921"],
  note: [LISTS, '<p class="note">To appear</p>'],
  pdf: [LISTS, button("PDF", "/assets/pdf/all\\.pdf")],
  pmid: [LISTS, button("PubMed", "https://pubmed\\.ncbi\\.nlm\\.nih\\.gov/123/")],
  poster: [LISTS, button("Poster", "/assets/pdf/poster\\.pdf")],
  preview: [LISTS, /<img class="preview" src="\/assets\/img\/publication_preview\/all\.svg"/],
  selected: ["selected/index.html", 'id="all"', 'id="talk"'],
  slides: [LISTS, button("Slides", "/assets/pdf/slides\\.pdf")],
  supp: [LISTS, button("Supp(?:lement)?", "/assets/pdf/supp\\.pdf")],
  video: [LISTS, button("Video", "https://video\\.example/")],
  website: [LISTS, button("Website", "https://web\\.example/")],
  journal: [PAPER, ["<em>Annals of Rings</em>", '<meta name="citation_journal_title" content="Annals of Rings"']],
  booktitle: ["publications/talk/index.html", '<meta name="citation_conference_title" content="Congress"'],
  school: [LISTS, "<em>Erlangen</em>, 1907"],
  "*†‡§¶‖&^": [LISTS, ["Emil Artin<sup>*</sup>", "Hermann Weyl<sup>†</sup>"]],
  "@string": [LISTS, "<em>Annals of Rings</em>"],
  "empty front matter": [LISTS, 'id="all"', "---"],
  hideCustomBibtex: ["filter/index.html", "year = {1}", "abbr"],
  "hook/bib": [LISTS, 'id="all"', "A hook"],
  "@article": [LISTS, "<em>Annals of Rings</em>"],
  "@inproceedings": [LISTS, "<em>In Congress</em>"],
  "@incollection": [LISTS, "<em>In Handbook</em>, 1930"],
  "@phdthesis": ["publications/phd/index.html", '<meta name="citation_dissertation_institution" content="Erlangen"'],
  "@mastersthesis": [LISTS, "<em>Zürich</em>, 1906"],
};

testRows("fields of BibTeX", bibtex, rows, (file) => site.page(file).replaceAll("&#10;", "\n"));

it("none of the fields and types is told as unknown", () =>
  assert.deepEqual(
    site.told.map(({ problem }) => problem),
    [],
  ));
