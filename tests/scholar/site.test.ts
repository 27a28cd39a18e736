import assert from "node:assert/strict";
import { readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import test from "node:test";
import { Builder } from "../../src/build.ts";
import { built } from "../support/built.ts";
import { buildSite, type Files, inFolder, readTree, writeFiles } from "../support/site.ts";

const BIB = `---
---
@article{new, author={Einstein, Albert and Rosen*, Nathan and Bohr, Niels and Dirac, Paul}, title={New $x^2$}, journal={Journal}, year=2020, month=may,
  abbr={PRL}, abstract={One.

Two.}, pdf={new.pdf}, slides={https://s.org/x.pdf}, code={https://c.org}, selected={true}, bibtex_show={true}, award={**Best** paper}, award_name={Prize},
  annotation={* Equal <b>work</b>}, note={To appear}, google_scholar_id={abc}, altmetric={true}, doi={10.1/new}, arxiv={2001.00001}, hal={hal-1}, preview={new.gif}}
@inproceedings{old, author={Einstein, A. and {The Team}}, title={Old}, booktitle={Proc}, year=1999, location={Paris}, additional_info={. *More* info}}
@book{undated, editor={Ed, Ida}, title={Undated}, publisher={P}}
`;

const CONFIG = `title: T
url: https://e.org
scholar_userid: U
scholar: {last_name: [Einstein], first_name: [Albert, A.], source: /_bibliography/, bibliography: papers.bib, bibliography_template: bib, group_by: year, group_order: descending}
max_author_limit: 3
enable_publication_badges: {altmetric: true, google_scholar: true}
filtered_bibtex_keywords: [abbr, abstract, pdf, slides, code, selected, bibtex_show, award, award_name, annotation, google_scholar_id, altmetric, arxiv, hal, preview]
`;

const SITE: Files = {
  "_config.yml": CONFIG,
  "_bibliography/papers.bib": BIB,
  "_bibliography/doubles.bib":
    "@misc{one, title={A B}, year=2001}\n@misc{two, title={a  b}, year=2001}\n@misc{three, title={A B}, year=2000}",
  "_bibliography/others.bib": "@misc{elsewhere, author={One, Ann}, title={Elsewhere}, year=2001}",
  "_data/coauthors.yml": '"bohr":\n  - firstname: ["Niels", "N."]\n    url: https://bohr.org\n',
  "_data/venues.yml": '"PRL":\n  url: https://prl.org\n  color: "#ff0000"\n',
  "_data/citations.yml": 'papers:\n  "U:abc": {citations: 7}\n',
  "assets/pdf/new.pdf": "pdf",
  "assets/img/publication_preview/new.gif": "GIF89a",
};

const page = (body: string, front = ""): Files => ({
  "p.md": `---\nlayout: page\npermalink: /p/\n${front}---\n${body}\n`,
});

test("a template that captures a list can ask whether it has entries", async () => {
  const asked = (query: string): string =>
    `{% capture list %}{% bibliography --query ${query} %}{% endcapture %}{% if list contains '<li' %}{{ list }}{% else %}None{% endif %}`;
  const { main } = await built({ ...SITE, ...page(`${asked("@*[key=new]")}\n${asked("@*[key=nobody]")}\n`) });
  assert.match(
    main("p/index.html"),
    /^<div class="prose e-content"><div class="publications">.*id="new".*<\/div>\s*<p>None<\/p>/s,
  );
});

test("the links of an entry are called as the language of the page says", async () => {
  const list = { ...SITE, ...page("{% bibliography --query @*[key=new] %}", "lang: LANG\n") };
  const shownIn = async (lang: string): Promise<string> => {
    const files = { ...list, "p.md": String(list["p.md"]).replace("LANG", lang) };
    return (await built(files)).main("p/index.html");
  };
  const chinese = await shownIn("zh");
  assert.match(chinese, /aria-label="PDF：New [^"]*">PDF<.*>代码<.*>幻灯片<\/a>/);
  assert.match(await shownIn("de"), /<span lang="en" dir="ltr">Slides<\/span>/);
  assert.match(await shownIn("en"), /aria-label="Slides: New [^"]*"[^>]*>Slides<\/a>/);
});

test("a list shows every special field", async (t) => {
  const main = (await built({ ...SITE, ...page('<div class="publications">\n\n{% bibliography %}\n\n</div>') })).main(
    "p/index.html",
  );
  const shown: readonly (readonly [sentence: string, pattern: RegExp])[] = [
    ["groups by year, newest first", /<h2[^>]*>2020<\/h2>.*<h2[^>]*>1999<\/h2>.*<h2[^>]*>Undated<\/h2>/s],
    ["an anchor for each key", /<li class="publication" id="new">/],
    ["the title leads to the paper's page, its formula drawn", /<a href="\/publications\/new\/">New <math>/],
    ["the author's own name is marked", /<strong>Albert Einstein<\/strong>/],
    ["also by initials", /<strong>A\. Einstein<\/strong>/],
    ["signs behind names are raised", /Nathan Rosen<sup>\*<\/sup>/],
    ["co-authors are linked", /<a href="https:\/\/bohr\.org"[^>]*>Niels Bohr<\/a>/],
    ["authors beyond the limit can be opened", /<details><summary>1 more author<\/summary> Paul Dirac<\/details>/],
    [
      "the venue, linked, its colour beside it",
      /<circle [^>]*fill="#ff0000"[^>]*>.*?<a href="https:\/\/prl\.org"[^>]*>PRL<\/a>/s,
    ],
    ["journal and date", /<em>Journal<\/em>, May 2020/],
    ["proceedings, place and more, Markdown in it", /<em>In Proc<\/em>, Paris\. <em>More<\/em> info, 1999/],
    ["editors where there are no authors", /Edited by Ida Ed/],
    ["a note", /<p class="note">To appear<\/p>/],
    ["an award in Markdown", /<strong>Prize<\/strong>: <span><strong>Best<\/strong> paper<\/span>/],
    ["an annotation in HTML", /\* Equal <b>work<\/b>/],
    ["a file of the site, named for readers", /<a href="\/assets\/pdf\/new\.pdf" aria-label="PDF: New x²"/],
    ["an address elsewhere", /<a href="https:\/\/s\.org\/x\.pdf"[^>]*>Slides<\/a>/],
    ["code", /<a href="https:\/\/c\.org"[^>]*>Code<\/a>/],
    ["a DOI", /<a href="https:\/\/doi\.org\/10\.1\/new"[^>]*>DOI<\/a>/],
    ["arXiv", /<a href="https:\/\/arxiv\.org\/abs\/2001\.00001"[^>]*>arXiv<\/a>/],
    ["HAL", /<a href="https:\/\/hal\.science\/hal-1"[^>]*>HAL<\/a>/],
    ["badges as links", /altmetric\.com\/details\.php\?doi=10\.1\/new"[^>]*>Altmetric<\/a>/],
    ["the count of citations", /Google Scholar \(cited 7 times\)/],
    ["the abstract in its paragraphs", /<summary>Abstract<\/summary><div><p>One\.<\/p><p>Two\.<\/p><\/div>/],
    [
      "BibTeX without what the site filters",
      /@article\{new,\n {2}author = \{[^}]*\},\n {2}title = \{New \$x\^2\$\},\n {2}journal = \{Journal\},\n {2}year = \{2020\},\n {2}month = may,\n {2}note = \{To appear\},\n {2}doi = \{10\.1\/new\}\n\}/,
    ],
    ["a preview", /publication_preview\/new\.gif/],
  ];
  for (const [sentence, pattern] of shown)
    await t.test(sentence, () => assert.match(main.replaceAll("&#10;", "\n"), pattern));
  await t.test("no BibTeX where an entry does not ask for it", () =>
    assert.equal(main.match(/class="bibtex"/g)?.length, 1),
  );
});

test("what is known of a paper elsewhere, by whatever number it has", async () => {
  const main = (
    await built({
      "_config.yml": "title: T\nscholar_userid: U\nenable_publication_badges: true\n",
      "_bibliography/papers.bib":
        "@misc{a, title={A}, year=2000, pmid={42}, altmetric={true}, google_scholar_id={g}, howpublished={Leaflet}, additional_info={*More* of it}}",
      "_data/citations.yml": "papers: {g: {citations: 1}}\n",
      ...page("{% bibliography %}"),
    })
  ).main("p/index.html");
  assert.match(main, /altmetric\.com\/details\.php\?pmid=42"/);
  assert.match(main, /Google Scholar \(cited once\)/);
  assert.match(main, /Leaflet <em>More<\/em> of it, 2000/);
});

test("what a list says itself is said in the language of the site, or of its references", async () => {
  const files = {
    "_bibliography/papers.bib":
      "@inproceedings{a, title={A}, booktitle={Proc}, year=2000, month=oct, google_scholar_id={g}}",
    "_data/citations.yml": "papers: {g: {citations: 3}}\n",
    ...page("{% bibliography %}"),
  };
  const shown = async (config: string): Promise<string> =>
    (
      await built({
        ...files,
        "_config.yml": `title: T\nscholar_userid: U\nenable_publication_badges: true\n${config}`,
      })
    ).main("p/index.html");
  assert.match(await shown(""), /<em>In Proc<\/em>, Oct 2000/);
  assert.match(await shown("lang: es\n"), /<em>En Proc<\/em>, oct 2000/);
  assert.match(await shown("lang: fr\nscholar: {locale: de}\n"), /<em>In Proc<\/em>, Okt 2000/);
  assert.match(await shown("lang: sw\n"), /<em>In Proc<\/em>, Oct 2000/);
  assert.match(await shown("lang: zh\n"), /Google Scholar \(被引用 3 次\)/);
});

test("what programs write into their own fields is shown where it belongs", async () => {
  const main = (
    await built({
      "_config.yml": "title: T\n",
      "_bibliography/papers.bib": [
        '@article{html, title={A}, journal={J}, year=2000, url={doi:<a href="https://doi.org/10.1016/j.cma.1">10.1016/j.cma.1</a>}}',
        "@article{address, title={B}, journal={J}, year=2000, url={https://doi.org/10.1016/j.cma.2}}",
        "@article{page, title={C}, journal={J}, year=2000, url={https://e.org/doi.org/3}}",
        "@book_section{mendeley, title={D}, booktitle={Whole}, city={Paris}, year=2000}",
        "@patent{country, title={E}, number={1}, location={countryde and countryuk}, year=2000}",
      ].join("\n"),
      ...page("{% bibliography %}"),
    })
  ).main("p/index.html");
  for (const pattern of [
    /<a href="https:\/\/doi\.org\/10\.1016\/j\.cma\.1"[^>]*>DOI<\/a>/,
    /<a href="https:\/\/doi\.org\/10\.1016\/j\.cma\.2"[^>]*>DOI<\/a>/,
    /<a href="https:\/\/e\.org\/doi\.org\/3"[^>]*>Link<\/a>/,
    /<em>In Whole<\/em>, 2000/,
    /Patent 1, Germany and United Kingdom, 2000/,
  ])
    assert.match(main, pattern);
  assert.equal(main.match(/>Link<\/a>/g)?.length, 1);
});

/** The names of one entry, and how the list shows them, with what the site knows of people. */
const PEOPLE: readonly (readonly [sentence: string, authors: string, shown: string])[] = [
  ["as it is configured", "O'Neill, Jos{\\'e}", "<strong>José O’Neill</strong>"],
  [
    "with a middle name",
    "O'Neill, Jos{\\'e} Mar{\\'i}a and O'Neill, Jos\u00e9 M.",
    "<strong>José María O’Neill</strong> and <strong>José M. O’Neill</strong>",
  ],
  [
    "by initials, with blanks or without",
    "O'Neill, J.M. and O'Neill, J. M. and O'Neill, JM",
    "<strong>J.M. O’Neill</strong>, <strong>J. M. O’Neill</strong>, and JM O’Neill",
  ],
  [
    "one initial is anyone's, unless it is configured",
    "O'Neill, J. and O'Neill, J. K.",
    "J. O’Neill and J. K. O’Neill",
  ],
  ["another first name is another person", "O'Neill, Josef and Neill, Jos{\\'e}", "Josef O’Neill and José Neill"],
  [
    "two last names, without a comma before them",
    "Jos{\\'e} Ma{\\~n}as Garc{\\'i}a",
    "<strong>José Mañas García</strong>",
  ],
  [
    "a hyphen for a blank, a sign behind it",
    "Manas-Garc{\\'i}a*, J. M.",
    "<strong>J. M. Manas-García</strong><sup>*</sup>",
  ],
  [
    "a co-author with a particle",
    "van der Waals, J.D.",
    '<a href="https://waals.example" rel="noopener">J.D. van der Waals</a>',
  ],
  [
    "a co-author with letters that are no accents",
    "M{\\o}ller, Bj{\\o}rn Ole",
    '<a href="https://moller.example" rel="noopener">Bjørn Ole Møller</a>',
  ],
  [
    "of two of one name the right one",
    "Li, Ming and Li, Na",
    'Ming Li and <a href="https://na.example" rel="noopener">Na Li</a>',
  ],
];

test("people are known however their names are written", async (t) => {
  const entries = PEOPLE.map(([, authors], index) => `@misc{p${index}, title={T}, author={${authors}}}`);
  const main = (
    await built({
      "_config.yml": "title: T\nscholar: {last_name: [O'Neill, Mañas García], first_name: [José, J. M.]}\n",
      "_bibliography/papers.bib": entries.join("\n"),
      "_data/coauthors.yml": `van der waals: {firstname: [J. D.], url: https://waals.example}
moller: [{firstname: Bjørn, url: https://moller.example}]
li: [{firstname: [Nan], url: https://nan.example}, {firstname: [Na, N.], url: https://na.example}]
`,
      ...page("{% bibliography --group_by none %}"),
    })
  ).main("p/index.html");
  for (const [index, [sentence, , shown]] of PEOPLE.entries())
    await t.test(sentence, () =>
      assert.ok(main.includes(`<div class="authors">${shown}</div>`), `p${index} in ${main}`),
    );
});

/** Options of the tag, and the keys that are listed, in order. */
const LISTS: readonly (readonly [options: string, keys: readonly string[]])[] = [
  ["--group_by none", ["new", "old", "undated"]],
  ["-q @article", ["new"]],
  ["--query @*[year>=2000]", ["new"]],
  ["-q @*[year=1999]*", ["old"]],
  ["-q @*[selected=true]*", ["new"]],
  ["-q !@article", ["old", "undated"]],
  ["-q @article,@book --group_by none", ["new", "undated"]],
  ["-q @*[title^=O]", ["old"]],
  ["-q @*[title~=ew]", ["new"]],
  ["-q @*[author^=Einstein && year!=2020]", ["old"]],
  ["-q @*[year=2020||year=1999] --group_by none", ["new", "old"]],
  ["-q @*[title!~^O] --group_by none", ["new", "undated"]],
  ["-q @*[title~=ew(]", []],
  ["-q @*[year>1999]", ["new"]],
  ["-q @*[note]", ["new"]],
  ["-q @*[year<2000] --group_by none", ["old"]],
  ["-q @*[key=old]", ["old"]],
  ["-q {{ page.title }}", ["old"]],
  ["--max 1 --group_by none", ["new"]],
  ["--offset 1 --max 1 --group_by none", ["old"]],
  ["--file others", ["elsewhere"]],
  ["-f others.bib", ["elsewhere"]],
  ["--file doubles --remove_duplicates --group_by none", ["one", "three"]],
  ["--file doubles -r title --group_by none", ["one"]],
  ["--group_by type", ["new", "old", "undated"]],
  ["--group_by year,type", ["new", "old", "undated"]],
  ["--group_by year --group_order ascending", ["undated", "old", "new"]],
];

test("the options of {% bibliography %}", async (t) => {
  for (const [options, keys] of LISTS)
    await t.test(options, async () => {
      const main = (
        await built({ ...SITE, ...page(`{% bibliography ${options} %}`, 'title: "@*[year=1999]"\n') })
      ).main("p/index.html");
      assert.deepEqual(
        [...main.matchAll(/<li class="publication" id="([^"]+)"/g)].map(([, key]) => key),
        keys,
      );
    });
});

/** A text, and what it becomes. */
const TAGS: readonly (readonly [sentence: string, text: string, pattern: RegExp])[] = [
  [
    "a citation leads to the list below",
    "A {% cite new %}.\n\n{% bibliography --cited %}",
    /<p>A <a class="citation" href="#new">\(Einstein et al\., 2020\)<\/a>\.<\/p>/,
  ],
  ["or to the paper's page", "A {% cite new %}.", /<a class="citation" href="\/publications\/new\/">/],
  [
    "several keys, a locator",
    "{% cite new old -l 2 %}",
    /\(Einstein et al\., 2020, p\. 2; Einstein &amp; The Team, 1999\)/,
  ],
  ["without the author", "{% cite new -A %}", />\(2020\)<\/a>/],
  [
    "a prefix",
    "{% cite new --prefix a %}\n\n{% bibliography --cited --prefix a %}",
    /href="#a-new".*<li class="publication" id="a-new">/s,
  ],
  ["a key of a variable", '{% assign k = "old" %}{% cite k %}', /\(Einstein &amp; The Team, 1999\)/],
  ["another file", "{% cite elsewhere --file others %}", /\(One, 2001\)/],
  ["a key that is in another file alone", "{% cite elsewhere %}", /\(One, 2001\)/],
  [
    "only what is cited, in its order",
    "{% cite old %} {% cite new %}\n\n{% bibliography --cited_in_order %}",
    /id="old".*id="new"/s,
  ],
  [
    "nocite lists without a citation",
    "{% nocite old %}\n\n{% bibliography --cited %}",
    /<li class="publication" id="old">/,
  ],
  [
    "a whole reference beside the list, whose entry has the id",
    "{% reference old %}\n\n{% bibliography %}",
    /<span class="reference">Einstein/,
  ],
  ["a whole reference", "{% reference old %}", /Einstein, A\., &amp; The Team\. \(1999\)\. Old\. In <i>Proc<\/i>\./],
  [
    "a quotation",
    "{% quote old %}\nA *line*\nB\n\nC\n{% endquote %}",
    /<blockquote>\s*<p>A <em>line<\/em><br \/>\s*B<\/p>\s*<p>C<\/p>\s*<p><cite><a class="citation"[^>]*>\(Einstein &amp; The Team, 1999\)/,
  ],
  ["how many, of all that a list may be cut to", "N={% bibliography_count --max 1 %}", /N=3/],
  [
    "entries that stand in the text, as references",
    '{% bibtex %}\n@string{j = {Journal}}\n@article{in1, author={Line, In}, title={$x^2$ and _y_}, journal=j # " A", year=2001}\n@book{in2, author={Two, T.}, title={Book}, publisher={P}, year=2002}\n{% endbibtex %}',
    /<span class="reference" id="in1">Line, I\. \(2001\)\. <math>.*<\/math> and _y_\. <i>Journal A<\/i>\.<\/span>\s<span class="reference" id="in2">Two, T\./,
  ],
  [
    "in a style of their own",
    "{% bibtex --style ieee %}@book{in1, author={Two, T.}, title={Book}, publisher={P}, year=2002}{% endbibtex %}",
    /T\. Two, <i>Book<\/i>/,
  ],
  ["how many", "N={% bibliography_count -q @article %}", /N=1/],
  ["the address of a page", "[x]({% details_link new %})", /<a href="\/publications\/new\/">x<\/a>/],
  ["a link to a page", "{% cite_details new --text Read more %}", /<a href="\/publications\/new\/">Read more<\/a>/],
  ["numbers of IEEE", "{% cite old --style ieee %}", />\[1\]<\/a>/],
  [
    "a list of references in a style",
    "{% bibliography --style ieee -q @book %}",
    /<span id="undated">I\. Ed, Ed\., <i>Undated<\/i>\. P\.<\/span>/,
  ],
  [
    "selected papers",
    "{% include selected_papers.liquid %}",
    /<h2 class="minor">Selected publications<\/h2>.*id="new"/s,
  ],
  ["a filter", "{% include bib_search.html %}", /<search class="bib-filter"><label for="bibsearch">/],
];

test("tags in a text", async (t) => {
  for (const [sentence, text, pattern] of TAGS)
    await t.test(sentence, async () => {
      const { main, told } = await built({ ...SITE, ...page(text) });
      assert.match(main("p/index.html"), pattern);
      assert.deepEqual(
        told.filter(({ file }) => file === "p.md"),
        [],
      );
    });
});

test("{% bibtex %} may stand in an include where no page has it", async () => {
  const { main } = await built({
    ...page("{% include own.html %}"),
    "_includes/own.html":
      "{% bibtex %}@book{a, author={Two, T.}, title={Own}, publisher={P}, year=2002}{% endbibtex %}",
  });
  assert.match(main("p/index.html"), /<i>Own<\/i>/);
});

test("{% bibtex %} needs no .bib file, and tells what is wrong in it", async () => {
  const { main, told } = await built(
    page("{% bibtex %}\n@book{a, title={A}, year=2001}\n@book{b, title={B\n{% endbibtex %}"),
  );
  assert.match(main("p/index.html"), /<span class="reference" id="a"><i>A<\/i>\. \(2001\)\.<\/span>/);
  assert.deepEqual(
    told.map(({ file, problem }) => [file, problem]),
    [["p.md", "Line 3 of {% bibtex %}: The entry b is never closed: it is left out"]],
  );
});

test("groups that a tag asks for stand in the gem's order where the site names none", async () => {
  const { main } = await built({
    ...SITE,
    "_config.yml": "title: T\n",
    ...page("{% bibliography --file papers --group_by year %}"),
  });
  assert.match(main("p/index.html"), /Undated<\/h2>.*1999<\/h2>.*2020<\/h2>/s);
});

test("sorted by name, a name alone stands before the same with others", async () => {
  const { main } = await built({
    "_config.yml": "title: T\nscholar: {sort_by: name, group_by: none}\n",
    "_bibliography/x.bib":
      "@misc{both, author={Poe, E and Roe, R}, title={A}}\n@misc{alone, author={Poe, E}, title={B}}\n@misc{house, editor={Abel, A}, title={C}}",
    ...page("{% bibliography %}"),
  });
  assert.match(main("p/index.html"), /id="house".*id="alone".*id="both"/s);
});

test("who says how entries are sorted has the gem's list, which has no groups", async () => {
  const { main } = await built({
    "_config.yml": "title: T\nscholar: {sort_by: year}\n",
    "_bibliography/x.bib": "@misc{new, title={A}, year=2008}\n@misc{old, title={B}, year=2007}",
    ...page("{% bibliography %}"),
  });
  assert.match(main("p/index.html"), /id="old".*id="new"/s);
  assert.doesNotMatch(main("p/index.html"), /<h2/);
});

test("parts of a work are called as the style calls them", async () => {
  const text = "{% cite new --label chapter -l 2-3 %} {% cite new -L figure -l 4,5 --style ieee %}";
  const { main } = await built({ ...SITE, ...page(text) });
  assert.match(main("p/index.html"), /, Chapters 2–3\)<\/a> <a[^>]*>\[\d, figs\. 4,5\]</);
});

test("a key that is not there is told with its place, and never shown as a tag", async () => {
  const { main, told } = await built({ ...SITE, ...page("A\nB {% cite nwe %} C") });
  assert.match(main("p/index.html"), /B \(missing reference\) C/);
  const [message] = told.filter(({ file }) => file === "p.md");
  assert.deepEqual(
    [message?.level, message?.line, message?.column, message?.help],
    ["warning", 6, 3, 'Did you mean "new"?'],
  );
});

test("related publications: what the text cites, or a list of keys", async () => {
  const cited = await built({ ...SITE, ...page("A {% cite old %}", "related_publications: true\n") });
  assert.match(
    cited.main("p/index.html"),
    /href="#old".*<h2 class="minor">References<\/h2>.*<li class="publication" id="old">/s,
  );
  const named = await built({ ...SITE, ...page("A", "related_publications: new, old\n") });
  assert.match(named.main("p/index.html"), /id="new".*id="old"/s);
});

test("numbered styles number the list as the text does", async () => {
  const files = { ...SITE, "_config.yml": CONFIG.replace("group_by", "style: ieee, group_by") };
  const { main, page: whole } = await built({
    ...files,
    ...page("{% cite old %} {% cite new %}\n\n{% bibliography --cited %}"),
  });
  assert.match(
    main("p/index.html"),
    /\[1\].*\[2\].*<ol class="bibliography">.*id="new" value="2".*id="old" value="1"/s,
  );
  // Only a list item shows its number.
  assert.match(whole("p/index.html"), /ol\.bibliography>\.publication:not\(\[hidden\]\)\{display:flow-root list-item/);
});

test("files that are not there are told with their line, and not linked", async () => {
  const { "assets/pdf/new.pdf": _pdf, ...rest } = SITE;
  const { main, told } = await built({ ...rest, ...page("{% bibliography %}") });
  assert.doesNotMatch(main("p/index.html"), /new\.pdf/);
  const [message] = told.filter(({ problem }) => problem.includes("new.pdf"));
  assert.deepEqual([message?.file, message?.line, message?.level], ["_bibliography/papers.bib", 6, "warning"]);
});

test("an article's citation of what its bibliography does not have is told with its line", async () => {
  const { told } = await built({
    "_posts/2024-01-01-before.md": "---\ntitle: T\n---\nNo citation.",
    "assets/bibliography/a.bib": "@misc{known2020, title={A}}",
    ...page(
      '\nOne <d-cite key="known2020"></d-cite>.\n\nTwo <d-cite key="known2021,known2020"></d-cite>.',
      "bibliography: a.bib\n",
    ),
  });
  assert.deepEqual(
    told.map(({ file, line, problem, help }) => [file, line, problem, help]),
    [["p.md", 9, "There is no entry known2021 in the article's bibliography", 'Did you mean "known2020"?']],
  );
});

test("an article that shows how a citation is written cites nothing by that", async () => {
  const text =
    '`<d-cite key="a"></d-cite>` and\n\n```html\n<d-cite key="b"></d-cite>\n```\n\n<d-cite key="c"></d-cite>';
  const { told } = await built({
    "assets/bibliography/a.bib": "@misc{known2020, title={A}}",
    ...page(text, "bibliography: a.bib\n"),
  });
  assert.deepEqual(
    told.map(({ problem }) => problem),
    ["There is no entry c in the article's bibliography"],
  );
});

test("a link of an entry runs no program", async () => {
  const { main } = await built({
    "_bibliography/x.bib":
      "@misc{a, title={A}, code={javascript:alert(1)}, url={javascript:alert(2)}, website={https://w.org}}",
    ...page("{% bibliography %}"),
  });
  assert.deepEqual(
    [...main("p/index.html").matchAll(/ href="([^"]*)"/g)].map(([, url]) => url),
    ["/publications/a/", "https://w.org"],
  );
});

test("a file in Latin 1 is read, and told", () => {
  inFolder({ "_config.yml": "title: T\n", "_bibliography/x.bib": "" }, (folder) => {
    const text = "@misc{a, title={Caf\u00e9},\n author={M\u00fcller, J}}";
    writeFileSync(path.join(folder, "_bibliography/x.bib"), Buffer.from(text, "latin1"));
    const site = path.join(folder, "_site");
    assert.match(buildSite(folder, site), /_bibliography\/x\.bib:1: warning: The file is not in UTF-8/);
    assert.match(readFileSync(path.join(site, "publications/index.html"), "utf8"), /Café<.*J Müller/s);
  });
});

test("a site with entries and no page for them gets one, with the papers' pages", async () => {
  const { files, main } = await built(SITE);
  assert.deepEqual(files.filter((file) => file.startsWith("publications/")).sort(), [
    "publications/index.html",
    "publications/new/index.html",
    "publications/old/index.html",
    "publications/undated/index.html",
  ]);
  assert.match(main("publications/index.html"), /<h1>Publications<\/h1>.*id="new"/s);
});

test("jekyll-scholar's own addresses of pages", async () => {
  const files = { ...SITE, "_config.yml": CONFIG.replace("group_by", "details_dir: bib, group_by") };
  const built_ = await built({ ...files, ...page("{% cite new %}") });
  assert.match(built_.main("p/index.html"), /href="\/bib\/new\/"/);
  assert.ok(built_.files.includes("bib/new/index.html"));
});

test("an address that is taken is told, and nothing is written over", async () => {
  const own = { "own.md": "---\npermalink: /publications/new/\n---\nMine\n" };
  const { main, told } = await built({ ...SITE, ...own });
  assert.match(main("publications/new/index.html"), /Mine/);
  assert.ok(
    told.some(({ file, problem }) => file === "_bibliography/papers.bib" && /page of new would be/.test(problem)),
  );
});

test("a page that lists all publications is the site's own, one that lists what it cites is not", async () => {
  const own = await built({ ...SITE, ...page("{% bibliography %}") });
  const cited = await built({ ...SITE, ...page("{% cite new %}\n\n{% bibliography --cited %}") });
  assert.ok(!own.files.includes("publications/index.html"));
  assert.ok(cited.files.includes("publications/index.html"));
});

test("ids are unique on a page that lists entries twice", async () => {
  const { page: text } = await built({ ...SITE, ...page("{% bibliography %}\n\n{% bibliography -q @article %}") });
  const ids = [...text("p/index.html").matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
  assert.deepEqual(ids, [...new Set(ids)]);
});

test("an unknown style is told once, and an option that nobody knows", async () => {
  const files = { ...SITE, "_config.yml": CONFIG.replace("group_by", "style: vancouver, group_by") };
  const { told } = await built({ ...files, ...page("{% bibliography --foo %}") });
  assert.equal(told.filter(({ problem }) => problem.includes("vancouver")).length, 1);
  assert.ok(told.some(({ problem }) => problem.includes("has no option --foo")));
});

test("pages are written again when a .bib file changes, and only those that show what changed", () => {
  inFolder({}, (folder) => {
    const post = { "_posts/2020-01-01-x.md": "---\ntitle: X\n---\nNothing cited.\n" };
    writeFiles(folder, { ...SITE, ...page("{% bibliography %}"), ...post });
    const destination = path.join(folder, "_site");
    const written = (): ReadonlyMap<string, number> => {
      buildSite(folder, destination);
      return new Map(
        Object.keys(readTree(destination)).map((file) => [file, statSync(path.join(destination, file)).mtimeMs]),
      );
    };
    const first = written();
    assert.deepEqual(written(), first);
    writeFiles(folder, { "_bibliography/papers.bib": BIB.replace("{Old}", "{Older}") });
    const second = written();
    const changed = [...second].filter(([file, time]) => first.get(file) !== time).map(([file]) => file);
    assert.ok(changed.includes("p/index.html"));
    assert.ok(changed.includes("publications/old/index.html"));
    assert.ok(!changed.includes("publications/new/index.html"));
    assert.ok(!changed.includes("blog/2020/x/index.html"));
  });
});

for (const name of ["entries", "bibliography"])
  test(`papers are shown whole where what was kept of them in ${name}.jsonl is damaged`, () => {
    inFolder({}, (folder) => {
      writeFiles(folder, { ...SITE, ...page("{% bibliography %}") });
      const destination = path.join(folder, "_site");
      buildSite(folder, destination);
      const first = readTree(destination);
      const kept = path.join(folder, ".octavo-cache", `${name}.jsonl`);
      writeFileSync(
        kept,
        readFileSync(kept, "utf8").replaceAll("Einstein", "Zweistein").replaceAll("Undated", "Dated"),
      );
      rmSync(path.join(destination, "publications/new/index.html"));
      rmSync(path.join(destination, "p/index.html"));
      buildSite(folder, destination);
      assert.deepEqual(readTree(destination), first);
    });
  });

test("the page of a paper that somebody removed or changed is written again", () => {
  inFolder({}, (folder) => {
    writeFiles(folder, { ...SITE, ...page("{% bibliography %}") });
    const destination = path.join(folder, "_site");
    buildSite(folder, destination);
    const first = readTree(destination);
    rmSync(path.join(destination, "publications/new"), { recursive: true });
    writeFiles(destination, { "publications/old/index.html": "x", "publications/old/other.html": "y" });
    buildSite(folder, destination);
    assert.deepEqual(readTree(destination), first);
  });
});

test("settings of another kind than is meant are taken for none", async () => {
  const odd =
    "title: T\nscholar: {bibliography: [{a: 1}], type_names: {book: {b: 1}}, month_names: [[1]], query: [1], style: {}}\n";
  const { main, told } = await built({ ...SITE, ...page("{% bibliography %}"), "_config.yml": odd });
  assert.match(main("p/index.html"), /Undated/);
  assert.doesNotMatch(JSON.stringify(told) + main("p/index.html"), /\[object/);
});

test("in mode jekyll nothing of this is there", async () => {
  await inFolder({ ...SITE, "index.html": "---\n---\nx" }, async (folder) => {
    const { changed } = await new Builder({ source: folder, mode: "jekyll" }).build("");
    assert.deepEqual(
      changed.map(({ file }) => file),
      ["index.html"],
    );
  });
});

test("--max cuts a list that is divided by years of its own accord, and none that the site divides", async () => {
  const entries = "@book{a, title={A}, year=2001}\n@book{b, title={B}, year=2002}\n";
  const list = { ...page("{% bibliography --max 1 %}"), "_bibliography/papers.bib": entries };
  const count = async (config: string): Promise<number> => {
    const { main } = await built({ ...list, "_config.yml": `title: T\n${config}` });
    return main("p/index.html").match(/class="publication"/g)?.length ?? 0;
  };
  assert.equal(await count(""), 1);
  assert.equal(await count("scholar: {group_by: year}\n"), 2);
});

/** Settings of jekyll-scholar, a text, and what becomes of it. */
const SETTINGS: readonly (readonly [sentence: string, scholar: string, text: string, pattern: RegExp])[] = [
  [
    "months by names of the site's own",
    "group_by: month, month_names: [Jänner, Feber, März, April, Mai, Juni, Juli, August, September, Oktober, November, Dezember]",
    "{% bibliography %}",
    /<h2 class="bibliography">Mai<\/h2>/,
  ],
  [
    "a link for each work that is cited at once",
    "separate_links: true",
    "{% cite new old %}",
    /\(<a class="citation" href="[^"]*new\/">Einstein et al\., 2020<\/a>; <a class="citation" href="[^"]*old\/">Einstein &amp; The Team, 1999<\/a>\)/,
  ],
  [
    "and by numbers",
    "separate_links: true, style: acm",
    "{% cite new old %}",
    /\[<a class="citation" href="[^"]*new\/">1<\/a>, <a class="citation" href="[^"]*old\/">2<\/a>\]/,
  ],
  [
    "one link without it",
    "style: ieee",
    "{% cite new old %}",
    /<a class="citation" href="[^"]*new\/">\[1\], \[2\]<\/a>/,
  ],
  [
    "the language of an entry",
    "allow_locale_overrides: true",
    "{% reference german %} {% reference old %}",
    /Edel, E\. \(Hrsg\.\)\..*Einstein, A\., &amp; The Team/s,
  ],
  ["the language of the site without it", "locale: en", "{% reference german %}", /Edel, E\. \(Ed\.\)\./],
  [
    "what a template has around a reference",
    `bibliography_template: "<b>{{ index }}</b> {{ reference }} <i>{{ entry.title }}</i>"`,
    "{% bibliography -q @*[key=new] %}",
    /<li><b>1<\/b> <span id="new">Einstein, A\..*<\/span> <i>New <math>/,
  ],
  [
    "the fields, people and page that a template names",
    `bibliography_template: "{% if entry.code %}<a href='{{ entry.code }}'>{{ key }}</a>{% endif %}{% for a in entry.author_array %}[{{ a.first }}|{{ a.last }}]{% endfor %}{{ entry.author_0_last }} {{ type }} {{ details }} {{ site.title }}"`,
    "{% bibliography -q @*[key=new] %}",
    /<li><a href="https:\/\/c\.org"[^>]*>new<\/a>\[Albert\|Einstein\]\[Nathan\|Rosen\*\]\[Niels\|Bohr\]\[Paul\|Dirac\]Einstein article \/publications\/new\/ T<\/li>/,
  ],
  [
    "BibTeX in a template",
    `bibliography_template: "<pre>{{ entry.bibtex }}</pre>"`,
    "{% bibliography -q @*[key=old] %}",
    /<li><pre[^>]*>@inproceedings\{old,/,
  ],
];

test("settings of jekyll-scholar's that change what is written", async (t) => {
  const german = "@book{german, editor={Edel, Eva}, title={Buch}, year=1990, publisher={P}, language={de}}";
  for (const [sentence, scholar, text, pattern] of SETTINGS)
    await t.test(sentence, async () => {
      const { main } = await built({
        ...SITE,
        "_config.yml": `title: T\nscholar: {${scholar.includes("template") ? "" : 'bibliography_template: "{{reference}}", '}${scholar}}\n`,
        "_bibliography/papers.bib": BIB + german,
        ...page(text),
      });
      assert.match(main("p/index.html"), pattern);
    });
});
