import assert from "node:assert/strict";
import test from "node:test";
import { built } from "../support/built.ts";
import type { Files } from "../support/site.ts";

const FILES: Files = {
  "_config.yml": "title: T\nurl: https://e.org\nbaseurl: /x\n",
  "assets/pdf/a.pdf": "pdf",
  "_bibliography/papers.bib": `
@article{a, author={Erd{\\H o}s, P{\\'a}l and {The Team}}, title={A {B} \\& <C>}, journal={J. Things}, volume=12, number=3, pages={4--15}, year=2024, month=jul, day=9, doi={10.1/x}, abstract={What it says, with $x$.}, pdf={a.pdf}, publisher={P}, issn={1234-5678}, keywords={one, two}}
@inproceedings{c, author={One, Ann}, title={Talk}, booktitle={Proc. X}, pages={7}, year=2020, pdf={https://other.org/c.pdf}}
@phdthesis{t, author={One, Ann}, title={Thesis}, school={MIT}, year=2019}
@techreport{r, author={One, Ann}, title={Report}, institution={NVIDIA}, number={7}, year=2018}
@misc{p, author={One, Ann}, title={Draft}, eprint={2301.01234}, archiveprefix={arXiv}, date={2023-05-06}}
@misc{n, author={One, Ann}, title={Soon}, year={in press}}
@incollection{ch, author={One, Ann}, editor={Ed, Ida}, title={Part}, booktitle={Whole}, year=2017}
@article{several, author={One, Ann}, title={Several}, journal={J}, pages={S12--S15, S20}, year=2015}
@phdthesis{long, author={One, Ann}, title={Long}, school={MIT}, pages={120}, year=2015}
@article{corr, author={One, Ann}, title={Corr}, journal={CoRR}, volume={abs/1706.03762}, year=2014}
@dataset{d, author={One, Ann}, title={Data}, year=2016}
`,
};

const site = await built(FILES);

/** `name` and `content` of the citation_* elements of a page, in order. */
function metas(key: string): readonly string[] {
  const page = site.page(`publications/${key}/index.html`);
  return [...page.matchAll(/<meta name="(citation_\w+)" content="([^"]*)"/g)].map(
    ([, name, content]) => `${name}=${content}`,
  );
}

test("an article carries what Google Scholar and Zotero read", () => {
  assert.deepEqual(metas("a"), [
    "citation_title=A B &amp; &lt;C>",
    "citation_author=Pál Erdős",
    "citation_author=The Team",
    "citation_publication_date=2024/07/09",
    "citation_journal_title=J. Things",
    "citation_volume=12",
    "citation_issue=3",
    "citation_firstpage=4",
    "citation_lastpage=15",
    "citation_issn=1234-5678",
    "citation_publisher=P",
    "citation_doi=10.1/x",
    "citation_pdf_url=https://e.org/x/assets/pdf/a.pdf",
    "citation_abstract_html_url=https://e.org/x/publications/a/",
    "citation_keywords=one; two",
  ]);
});

/** Scholar's rules: what the page of each kind has, and what it has not. */
const RULES: readonly (readonly [sentence: string, key: string, has: readonly string[], hasNot: readonly string[]])[] =
  [
    [
      "a talk names its conference, one page first and last is one",
      "c",
      ["citation_conference_title=Proc. X", "citation_firstpage=7"],
      ["citation_journal_title", "citation_lastpage"],
    ],
    [
      "a chapter names who edited its book",
      "ch",
      ["citation_author=Ann One", "citation_editor=Ida Ed", "citation_inbook_title=Whole"],
      ["citation_journal_title"],
    ],
    ["a PDF on another site is none for Scholar", "c", ["citation_title=Talk"], ["citation_pdf_url"]],
    ["a thesis names its university", "t", ["citation_dissertation_institution=MIT"], ["citation_publisher"]],
    [
      "a report names its institution and number",
      "r",
      ["citation_technical_report_institution=NVIDIA", "citation_technical_report_number=7"],
      [],
    ],
    [
      "a preprint names arXiv and its whole date",
      "p",
      ["citation_arxiv_id=2301.01234", "citation_publication_date=2023/05/06"],
      [],
    ],
    ["of several ranges of pages the first", "several", ["citation_firstpage=S12", "citation_lastpage=S15"], []],
    ["how many pages a thesis has is not where it begins", "long", ["citation_title=Long"], ["citation_firstpage"]],
    [
      "a preprint has no volume and no journal, whatever a .bib file makes of arXiv",
      "corr",
      ["citation_arxiv_id=1706.03762"],
      ["citation_volume", "citation_journal_title"],
    ],
    ["what has no year yet has no date", "n", ["citation_title=Soon"], ["citation_publication_date"]],
  ];

test("the rules for other kinds", async (t) => {
  for (const [sentence, key, has, hasNot] of RULES)
    await t.test(sentence, () => {
      const found = metas(key);
      for (const meta of has) assert.ok(found.includes(meta), `${meta} in ${found.join("\n")}`);
      for (const name of hasNot) assert.ok(!found.some((meta) => meta.startsWith(`${name}=`)), name);
    });
});

test("one author a tag, title, author and date on every page that has them", () => {
  for (const key of ["a", "c", "t", "r", "p"]) {
    const found = metas(key);
    for (const name of ["citation_title", "citation_publication_date"])
      assert.equal(found.filter((meta) => meta.startsWith(`${name}=`)).length, 1, `${name} of ${key}`);
    assert.ok(found.some((meta) => meta.startsWith("citation_author=")));
    assert.ok(!found.some((meta) => /citation_author=.*(?: and |;)/.test(meta)));
  }
});

test("the abstract, the links and the references can be read without a script", () => {
  const main = site.main("publications/a/index.html");
  for (const pattern of [
    /<h1>A B &amp; &lt;C&gt;<\/h1>/,
    /<h2 class="minor">Abstract<\/h2>.*What it says, with <math>/s,
    /<a href="\/x\/assets\/pdf\/a\.pdf" aria-label="PDF: A B &amp; &lt;C>"/,
    /Erdős, P\., &amp; The Team\. \(2024\)\. A B &amp; &lt;C&gt;\. <i>J\. Things<\/i>/,
    /<pre[^>]*><code>@article\{a,/,
    /<a download="a\.bib" href="data:application\/x-bibtex;charset=utf-8,%40article%7Ba%2C/,
    /<a download="a\.ris" href="data:application\/x-research-info-systems;charset=utf-8,TY%20%20-%20JOUR%0D%0A/,
    /<a href="\/x\/publications\/">Publications<\/a>/,
  ])
    assert.match(main, pattern);
});

test("JSON-LD says that it is a scholarly article", () => {
  const page = site.page("publications/a/index.html");
  const scripts = [...page.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(([, json = ""]) =>
    JSON.parse(json),
  );
  const article = scripts.find((one) => one["@type"] === "ScholarlyArticle");
  assert.deepEqual(
    [
      article.headline,
      article.author,
      article.datePublished,
      article.isPartOf,
      article.identifier,
      article.encoding.contentUrl,
    ],
    [
      "A B & <C>",
      [
        { "@type": "Person", name: "Pál Erdős" },
        { "@type": "Organization", name: "The Team" },
      ],
      "2024-07-09",
      { "@type": "Periodical", name: "J. Things" },
      { "@type": "PropertyValue", propertyID: "DOI", value: "10.1/x" },
      "https://e.org/x/assets/pdf/a.pdf",
    ],
  );
});

test("what is not an article says what it is, and who edited it", () => {
  assert.match(site.page("publications/d/index.html"), /"@type":\["ScholarlyArticle","Dataset"\]/);
  assert.match(site.page("publications/ch/index.html"), /"editor":\[\{"@type":"Person","name":"Ida Ed"\}\]/);
});
