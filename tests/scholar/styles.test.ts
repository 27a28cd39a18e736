import assert from "node:assert/strict";
import test from "node:test";
import { locatorText } from "../../src/scholar/options.ts";
import { piecesOf } from "../../src/scholar/styles/pieces.ts";
import { styleOf } from "../../src/scholar/styles/styles.ts";
import { englishWords, wordsOfLocale } from "../../src/scholar/styles/words.ts";
import { readBib } from "./support.ts";

const BIB = `
@article{article, author={Erd{\\H o}s, P{\\'a}l and van der Berg, Jan and M{\\"u}ller, III, Hans}, title={On {T}hings}, journal={J. Things}, volume=12, number=3, pages={4--15}, year=2024, month=jul, doi={10.1/x}}
@inproceedings{paper, author={One, Ann and Two, Bo}, title={A Talk}, booktitle={Proc. X}, pages={7--9}, publisher={ACM}, year=2020}
@incollection{chapter, author={One, Ann}, editor={Ed, Ida and Or, Udo}, title={A Part}, booktitle={A Whole}, publisher={MIT Press}, address={Cambridge}, pages={1--2}, year=2019}
@book{book, author={Knuth, Donald E.}, title={The Art}, edition={2}, publisher={Addison-Wesley}, address={Reading}, year=1997}
@phdthesis{thesis, author={One, Ann}, title={My Thesis}, school={MIT}, year=2018}
@mastersthesis{master, author={One, Ann}, title={My Work}, school={MIT}, year=2016}
@techreport{report, author={{The CUDA Team}}, title={A Report}, institution={NVIDIA}, number={TR-1}, year=2017}
@misc{preprint, author={One, Ann and others}, title={A Draft}, eprint={2301.01234}, archiveprefix={arXiv}, year=2023}
@misc{other, author={One, Ann}, title={What Now?}, howpublished={Online}, url={https://x.org/a}, year={}}
@book{edited, editor={Ed, Ida}, title={A Whole}, publisher={P}, year=2001}
@misc{web, author={One, Ann}, title={A Page}, howpublished={\\url{https://x.org/a}}, year=2015}
@manual{manual, title={The Manual}, year=2003}
@article{anonymous, title={A Piece}, journal={J}, year=2004}
`;

const doi = (text: string): string => `<a href="https://doi.org/10.1/x">${text}</a>`;
const full = doi("https://doi.org/10.1/x");
const ARXIV = '<a href="https://arxiv.org/abs/2301.01234">https://arxiv.org/abs/2301.01234</a>';
const X = '<a href="https://x.org/a">https://x.org/a</a>';

/** The reference of each entry in each style. */
const references: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  apa: {
    article: `Erdős, P., van der Berg, J., &amp; Müller, H., III. (2024). On Things. <i>J. Things</i>, <i>12</i>(3), 4–15. ${full}`,
    paper: "One, A., &amp; Two, B. (2020). A Talk. In <i>Proc. X</i> (pp. 7–9). ACM.",
    chapter: "One, A. (2019). A Part. In I. Ed &amp; U. Or (Eds.), <i>A Whole</i> (pp. 1–2). MIT Press.",
    book: "Knuth, D. E. (1997). <i>The Art</i> (2nd ed.). Addison-Wesley.",
    thesis: "One, A. (2018). <i>My Thesis</i> [Doctoral dissertation, MIT].",
    master: "One, A. (2016). <i>My Work</i> [Master’s thesis, MIT].",
    report: "The CUDA Team. (2017). <i>A Report</i> (Technical Report No. TR-1). NVIDIA.",
    preprint: `One, A., et al. (2023). <i>A Draft</i> (arXiv:2301.01234). arXiv. ${ARXIV}`,
    other: `One, A. (n.d.). <i>What Now?</i> Online. ${X}`,
    edited: "Ed, I. (Ed.). (2001). <i>A Whole</i>. P.",
    web: `One, A. (2015). <i>A Page</i>. ${X}`,
  },
  ieee: {
    article: `P. Erdős, J. van der Berg, and H. Müller III, “On Things,” <i>J. Things</i>, vol. 12, no. 3, pp. 4–15, Jul. 2024, doi: ${doi("10.1/x")}.`,
    paper: "A. One and B. Two, “A Talk,” in <i>Proc. X</i>, ACM, 2020, pp. 7–9.",
    chapter: "A. One, “A Part,” in <i>A Whole</i>, I. Ed and U. Or, Eds., Cambridge: MIT Press, 2019, pp. 1–2.",
    book: "D. E. Knuth, <i>The Art</i>, 2nd ed. Reading: Addison-Wesley, 1997.",
    thesis: "A. One, “My Thesis,” Ph.D. dissertation, MIT, 2018.",
    master: "A. One, “My Work,” M.S. thesis, MIT, 2016.",
    report: "The CUDA Team, “A Report,” NVIDIA, Tech. Rep. TR-1, 2017.",
    preprint: "A. One et al., “A Draft,” 2023, <i>arXiv:2301.01234</i>.",
    other: `A. One, “What Now?” Online. [Online]. Available: ${X}`,
    edited: "I. Ed, Ed., <i>A Whole</i>. P, 2001.",
  },
  acm: {
    article: `Pál Erdős, Jan van der Berg, and Hans Müller III. 2024. On Things. <i>J. Things</i> 12, 3 (July 2024), 4–15. ${full}`,
    paper: "Ann One and Bo Two. 2020. A Talk. In <i>Proc. X</i>. ACM, 7–9.",
    chapter: "Ann One. 2019. A Part. In <i>A Whole</i>, Ida Ed and Udo Or (Eds.). MIT Press, Cambridge, 1–2.",
    book: "Donald E. Knuth. 1997. <i>The Art</i> (2nd. ed.). Addison-Wesley, Reading.",
    thesis: "Ann One. 2018. <i>My Thesis</i>. Ph.D. Dissertation. MIT.",
    master: "Ann One. 2016. <i>My Work</i>. Master’s thesis. MIT.",
    report: "The CUDA Team. 2017. <i>A Report</i>. Technical Report TR-1. NVIDIA.",
    preprint: `Ann One et al. 2023. <i>A Draft</i>. arXiv:2301.01234. ${ARXIV}`,
    other: `Ann One. [n.d.]. <i>What Now?</i> Online. ${X}`,
    edited: "Ida Ed (Ed.). 2001. <i>A Whole</i>. P.",
  },
  "chicago-author-date": {
    article: `Erdős, Pál, Jan van der Berg, and Hans Müller III. 2024. “On Things.” <i>J. Things</i> 12 (3): 4–15. ${full}.`,
    paper: "One, Ann, and Bo Two. 2020. “A Talk.” In <i>Proc. X</i>, 7–9. ACM.",
    chapter: "One, Ann. 2019. “A Part.” In <i>A Whole</i>, edited by Ida Ed and Udo Or, 1–2. Cambridge: MIT Press.",
    book: "Knuth, Donald E. 1997. <i>The Art</i>. 2nd ed. Reading: Addison-Wesley.",
    thesis: "One, Ann. 2018. “My Thesis.” PhD diss., MIT.",
    master: "One, Ann. 2016. “My Work.” Master’s thesis, MIT.",
    report: "The CUDA Team. 2017. <i>A Report</i>. Technical Report TR-1. NVIDIA.",
    preprint: `One, Ann, et al. 2023. “A Draft.” Preprint, arXiv. arXiv:2301.01234. ${ARXIV}.`,
    other: `One, Ann. n.d. “What Now?” Online. ${X}.`,
    edited: "Ed, Ida, ed. 2001. <i>A Whole</i>. P.",
  },
};

/** Entries whose parts styles once lost or put where no reader of theirs looks for them, each with its reference. */
const PARTS: readonly (readonly [what: string, bib: string, style: string, reference: string])[] = [
  [
    "an edition in words",
    "@book{a, author={One, Ann}, title={T}, edition={Third}, publisher={P}, year=1}",
    "apa",
    "One, A. (1). <i>T</i> (3rd ed.). P.",
  ],
  [
    "a translator",
    "@book{a, author={Foucault, Michel}, title={T}, translator={Sheridan, Alan}, publisher={P}, year=1977}",
    "apa",
    "Foucault, M. (1977). <i>T</i> (A. Sheridan, Trans.). P.",
  ],
  [
    "a translator",
    "@book{a, author={Foucault, Michel}, title={T}, translator={Sheridan, Alan}, publisher={P}, year=1977}",
    "chicago",
    "Foucault, Michel. 1977. <i>T</i>. Translated by Alan Sheridan. P.",
  ],
  [
    "who edited what another wrote",
    "@book{a, author={Frege, G}, editor={Beaney, M}, title={T}, publisher={P}, year=1997}",
    "apa",
    "Frege, G. (1997). <i>T</i> (M. Beaney, Ed.). P.",
  ],
  [
    "pages of a book of one author",
    "@inbook{a, author={One, Ann}, title={T}, pages={1--2}, publisher={P}, year=1, edition=2}",
    "apa",
    "One, A. (1). <i>T</i> (2nd ed., pp. 1–2). P.",
  ],
  [
    "the number of an article",
    "@article{a, author={One, Ann}, title={T}, journal={J}, volume=4, articleno={38}, year=2019}",
    "apa",
    "One, A. (2019). T. <i>J</i>, <i>4</i>, Article 38.",
  ],
  [
    "the number of an article",
    "@article{a, author={One, Ann}, title={T}, journal={J}, volume=4, eid={e12}, year=2019}",
    "ieee",
    "A. One, “T,” <i>J</i>, vol. 4, Art. no. e12, 2019.",
  ],
  [
    "software",
    "@software{a, author={One, Ann}, title={T}, version={1.4}, publisher={Zenodo}, year=2024}",
    "apa",
    "One, A. (2024). <i>T</i> (Version 1.4) [Computer software]. Zenodo.",
  ],
  [
    "data",
    "@dataset{a, author={One, Ann}, title={T}, publisher={Dryad}, year=2009}",
    "apa",
    "One, A. (2009). <i>T</i> [Data set]. Dryad.",
  ],
  [
    "a patent",
    "@patent{a, author={Page, L}, title={T}, number={US 6,285,999 B1}, type={patentus}, year=2001, month=sep, day=4}",
    "ieee",
    "L. Page, “T,” US Patent 6,285,999 B1, Sep. 4, 2001.",
  ],
  [
    "what is unpublished",
    "@unpublished{a, author={One, Ann}, title={T}, note={Under review}, year=2024}",
    "apa",
    "One, A. (2024). <i>T</i> [Under review].",
  ],
  [
    "a thesis with a name of its own",
    "@mastersthesis{a, author={One, Ann}, title={T}, type={Tesi di laurea}, school={S}, year=2019}",
    "acm",
    "Ann One. 2019. <i>T</i>. Tesi di laurea. S.",
  ],
  [
    "the day of a page and when it was seen",
    "@online{a, author={One, Ann}, title={T}, date={2004-12-17}, urldate={2024-05-01}, url={https://x.org/a}}",
    "apa",
    `One, A. (2004, December 17). <i>T</i>. ${X}`,
  ],
  [
    "the day of a page and when it was seen",
    "@online{a, author={One, Ann}, title={T}, date={2004-12-17}, urldate={2024-05-01}, url={https://x.org/a}}",
    "chicago",
    `One, Ann. 2004. “T.” December 17, 2004. Accessed May 1, 2024. ${X}.`,
  ],
  [
    "a quotation in the title",
    "@article{a, author={One, Ann}, title={On ``It''}, journal={J}, volume=2, year=1}",
    "ieee",
    "A. One, “On ‘It,’” <i>J</i>, vol. 2, 1.",
  ],
  [
    "a quotation in the title",
    "@article{a, author={One, Ann}, title={On ``It''}, journal={J}, volume=2, year=1}",
    "apa",
    "One, A. (1). On “It.” <i>J</i>, <i>2</i>.",
  ],
  [
    "a book of a series",
    "@book{a, author={One, Ann}, title={T}, series={S}, volume=9, publisher={P}, year=1}",
    "chicago",
    "One, Ann. 1. <i>T</i>. S 9. P.",
  ],
  [
    "a paper of a series",
    "@inproceedings{a, author={One, Ann}, editor={Ed, Ida}, title={T}, booktitle={B}, series={S}, volume=9, address={C}, publisher={P}, year=1, pages={3--4}}",
    "ieee",
    "A. One, “T,” in <i>B</i>, I. Ed, Ed., in S, vol. 9. C: P, 1, pp. 3–4.",
  ],
  [
    "a book without an edition",
    "@book{a, author={One, Ann}, title={T}, publisher={P}, address={C}, year=1}",
    "ieee",
    "A. One, <i>T</i>. C: P, 1.",
  ],
  [
    "pages that begin alike",
    "@article{a, author={One, Ann}, title={T}, journal={J}, volume=2, pages={433--460}, year=1}",
    "chicago",
    "One, Ann. 1. “T.” <i>J</i> 2: 433–60.",
  ],
  [
    "pages behind a hundred",
    "@article{a, author={One, Ann}, title={T}, journal={J}, volume=2, pages={100--104}, year=1}",
    "chicago",
    "One, Ann. 1. “T.” <i>J</i> 2: 100–104.",
  ],
  [
    "a magazine",
    "@article{a, author={One, Ann}, title={T}, journal={Time}, pages={22-25,30}, month=mar, day=14, year=2011}",
    "chicago",
    "One, Ann. 2011. “T.” <i>Time</i>, March 14, 2011, 22–25, 30.",
  ],
  [
    "an export of dblp",
    "@article{a, author={One, Ann}, title={T}, journal={CoRR}, volume={abs/1412.6572}, year=2014}",
    "ieee",
    "A. One, “T,” 2014, <i>arXiv:1412.6572</i>.",
  ],
  [
    "many authors and others",
    "@misc{a, author={A, A and B, B and C, C and D, D and E, E and F, F and G, G and others}, title={T}, year=1}",
    "ieee",
    "A. A et al., “T,” 1.",
  ],
  [
    "a patent has a day",
    "@patent{a, author={One, Ann}, title={T}, type={patentus}, number={US6285999B1}, year=2001, month=sep, day=4}",
    "chicago",
    "One, Ann. 2001. <i>T</i>. US Patent 6285999B1, September 4, 2001.",
  ],
  [
    "a patent",
    "@patent{a, author={One, Ann}, title={T}, type={patentus}, number={6285999}, year=2001}",
    "acm",
    "Ann One. 2001. <i>T</i>. US Patent 6285999.",
  ],
  [
    "a manuscript that says what it is",
    "@unpublished{a, author={One, Ann}, title={T}, note={Draft}, school={S}, year=2001}",
    "acm",
    "Ann One. 2001. <i>T</i>. Draft. S.",
  ],
  [
    "a manuscript that does not",
    "@unpublished{a, author={One, Ann}, title={T}, year=2001}",
    "chicago",
    "One, Ann. 2001. “T.” Unpublished manuscript.",
  ],
  [
    "a manuscript in quotation marks",
    "@unpublished{a, author={One, Ann}, title={T}, note={Draft}, school={S}, year=2001}",
    "ieee",
    "A. One, “T,” Draft, S, 2001.",
  ],
  [
    "a name without initials",
    "@misc{a, author={张, 伟 and One, Ann}, title={T}, year=1}",
    "apa",
    "张伟, &amp; One, A. (1). <i>T</i>.",
  ],
];

test("references keep what an entry says", async (t) => {
  for (const [what, text, style, reference] of PARTS)
    await t.test(`${what}, ${style}`, async () => {
      const { entries } = await readBib(text);
      const [entry] = entries;
      assert.ok(entry);
      assert.equal(styleOf(style).style.reference(piecesOf(entry, (tex) => tex)), reference);
    });
});

/** A locale, and the reference of a chapter in it. */
const LOCALES: readonly (readonly [locale: string, style: string, reference: string])[] = [
  [
    "de",
    "chicago",
    "One, Ann, und Bo Two. o. J. „Ein Teil“. In <i>Ein Ganzes</i>, 2. Aufl., herausgegeben von Ida Ed und Udo Or, 1–2. P.",
  ],
  [
    "fr-FR",
    "apa",
    "One, A., &amp; Two, B. (s. d.). Ein Teil. In I. Ed &amp; U. Or (Éds.), <i>Ein Ganzes</i> (2e éd., p. 1–2). P.",
  ],
  ["es", "ieee", "A. One y B. Two, «Ein Teil», en <i>Ein Ganzes</i>, 2.ª ed., I. Ed y U. Or, Eds., P, pp. 1–2."],
];

test("references speak the language of scholar.locale", async (t) => {
  const { entries } = await readBib(
    "@incollection{a, author={One, Ann and Two, Bo}, editor={Ed, Ida and Or, Udo}, title={Ein Teil}, booktitle={Ein Ganzes}, edition=2, publisher={P}, pages={1--2}}",
  );
  const [entry] = entries;
  assert.ok(entry);
  for (const [locale, style, reference] of LOCALES)
    await t.test(locale, () => {
      assert.equal(styleOf(style).style.reference(piecesOf(entry, (tex) => tex, wordsOfLocale(locale))), reference);
    });
});

test("every style writes every kind of work", async (t) => {
  const { entries } = await readBib(BIB);
  for (const [style, expected] of Object.entries(references))
    for (const [key, reference] of Object.entries(expected))
      await t.test(`${key} in ${style}`, () => {
        const entry = entries.find((one) => one.key === key);
        assert.ok(entry);
        assert.equal(styleOf(style).style.reference(piecesOf(entry, (tex) => tex)), reference);
      });
});

test("long lists of authors end where the style says", async () => {
  const names = (count: number): string =>
    Array.from({ length: count }, (_, index) => `F${String.fromCharCode(97 + index)}, G`).join(" and ");
  const { entries } = await readBib(
    `@misc{a, author={${names(21)}}, title={T}, year=1}@misc{b, author={${names(7)}}, title={T}, year=1}`,
  );
  const [many, seven] = entries.map((entry) => piecesOf(entry, (tex) => tex));
  assert.ok(many && seven);
  assert.match(styleOf("apa").style.reference(many), /Fs, G\., … Fu, G\. \(1\)/);
  assert.match(styleOf("ieee").style.reference(seven), /^G\. Fa et al\., “T,”/);
  assert.match(styleOf("chicago").style.reference(many), /G Fg, et al\. 1\./);
});

/** Style, keys with a locator each, and what stands in the text. */
const CITATIONS: readonly (readonly [
  style: string,
  cited: readonly string[],
  locators: readonly string[],
  text: string,
])[] = [
  ["apa", ["article"], [], "(Erdős et al., 2024)"],
  ["apa", ["paper"], ["23-5"], "(One &amp; Two, 2020, pp. 23–5)"],
  ["apa", ["paper", "book"], [], "(One &amp; Two, 2020; Knuth, 1997)"],
  ["apa", ["other"], [], "(One, n.d.)"],
  ["apa", ["report"], [], "(The CUDA Team, 2017)"],
  ["apa", ["manual"], [], "(<i>The Manual</i>, 2003)"],
  ["apa", ["anonymous"], ["2"], "(“A Piece,” 2004, p. 2)"],
  ["chicago", ["anonymous"], [], "(“A Piece” 2004)"],
  ["chicago", ["article"], [], "(Erdős, van der Berg, and Müller 2024)"],
  ["chicago", ["paper"], ["23"], "(One and Two 2020, 23)"],
  ["chicago", ["preprint"], [], "(One et al. 2023)"],
  ["ieee", ["article"], [], "[1]"],
  ["ieee", ["article", "paper"], ["5"], "[1, p. 5], [2]"],
  ["acm", ["article", "paper"], [], "[1, 2]"],
];

test("citations in the text", async (t) => {
  const { entries } = await readBib(BIB);
  for (const [style, keys, locators, text] of CITATIONS)
    await t.test(`${keys.join(" ")} in ${style}`, () => {
      const cited = keys.map((key, index) => {
        const entry = entries.find((one) => one.key === key);
        assert.ok(entry);
        return { entry, number: index + 1, locator: locatorText(locators[index], undefined) };
      });
      assert.equal(styleOf(style).style.citation(cited, false, englishWords), text);
    });
});

test("without authors that the sentence names already", async () => {
  const { entries } = await readBib("@book{a, author={Matz, M}, title={T}, year=2008}");
  const [entry] = entries;
  assert.ok(entry);
  assert.equal(
    styleOf("apa").style.citation([{ entry, number: 1, locator: "p. 42" }], true, englishWords),
    "(2008, p. 42)",
  );
});

/** A name of the CSL repository, the style that stands for it, and whether it is that style. */
const NAMED: readonly (readonly [string, string, boolean])[] = [
  ["apa", "APA", true],
  ["ieee", "IEEE", true],
  ["acm-sig-proceedings", "ACM", true],
  ["association-for-computing-machinery", "ACM", true],
  ["chicago-fullnote-bibliography", "Chicago", true],
  ["dependent/apa.csl", "APA", true],
  ["vancouver", "IEEE", false],
  ["modern-language-association", "Chicago", false],
  ["harvard1", "APA", false],
];

test("other styles fall back to the nearest", () => {
  for (const [name, style, isOwn] of NAMED) {
    const found = styleOf(name);
    assert.deepEqual([name, found.style.name, found.isOwn], [name, style, isOwn]);
  }
});
