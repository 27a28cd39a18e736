import assert from "node:assert/strict";
import test from "node:test";
import { locatorText } from "../../src/scholar/options.ts";
import { piecesOf } from "../../src/scholar/styles/pieces.ts";
import { styleOf } from "../../src/scholar/styles/styles.ts";
import { readBib } from "./support.ts";

const bib = `
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
const arxiv = '<a href="https://arxiv.org/abs/2301.01234">https://arxiv.org/abs/2301.01234</a>';
const x = '<a href="https://x.org/a">https://x.org/a</a>';

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
    preprint: `One, A., et al. (2023). <i>A Draft</i> (arXiv:2301.01234). arXiv. ${arxiv}`,
    other: `One, A. (n.d.). <i>What Now?</i> Online. ${x}`,
    edited: "Ed, I. (Ed.). (2001). <i>A Whole</i>. P.",
    web: `One, A. (2015). <i>A Page</i>. ${x}`,
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
    other: `A. One, “What Now?” Online. [Online]. Available: ${x}`,
    edited: "I. Ed, Ed., <i>A Whole</i>, P, 2001.",
  },
  acm: {
    article: `Pál Erdős, Jan van der Berg, and Hans Müller III. 2024. On Things. <i>J. Things</i> 12, 3 (July 2024), 4–15. ${full}`,
    paper: "Ann One and Bo Two. 2020. A Talk. In <i>Proc. X</i>, ACM, 7–9.",
    chapter: "Ann One. 2019. A Part. In <i>A Whole</i>, Ida Ed and Udo Or (Eds.), MIT Press, Cambridge, 1–2.",
    book: "Donald E. Knuth. 1997. <i>The Art</i> (2nd. ed.). Addison-Wesley, Reading.",
    thesis: "Ann One. 2018. <i>My Thesis</i>. Ph.D. Dissertation. MIT.",
    master: "Ann One. 2016. <i>My Work</i>. Master’s thesis. MIT.",
    report: "The CUDA Team. 2017. <i>A Report</i>. Technical Report TR-1. NVIDIA.",
    preprint: `Ann One, et al. 2023. <i>A Draft</i>. arXiv:2301.01234. ${arxiv}`,
    other: `Ann One. <i>What Now?</i> Online. ${x}`,
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
    preprint: `One, Ann, et al. 2023. “A Draft.” Preprint, arXiv. arXiv:2301.01234. ${arxiv}.`,
    other: `One, Ann. n.d. “What Now?” Online. ${x}.`,
    edited: "Ed, Ida, ed. 2001. <i>A Whole</i>. P.",
  },
};

test("every style writes every kind of work", async (t) => {
  const { entries } = await readBib(bib);
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
const citations: readonly (readonly [
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
  const { entries } = await readBib(bib);
  for (const [style, keys, locators, text] of citations)
    await t.test(`${keys.join(" ")} in ${style}`, () => {
      const cited = keys.map((key, index) => {
        const entry = entries.find((one) => one.key === key);
        assert.ok(entry);
        return { entry, number: index + 1, locator: locatorText(locators[index], undefined) };
      });
      assert.equal(styleOf(style).style.citation(cited, false), text);
    });
});

test("without authors that the sentence names already", async () => {
  const { entries } = await readBib("@book{a, author={Matz, M}, title={T}, year=2008}");
  const [entry] = entries;
  assert.ok(entry);
  assert.equal(styleOf("apa").style.citation([{ entry, number: 1, locator: "p. 42" }], true), "(2008, p. 42)");
});

/** A name of the CSL repository, the style that stands for it, and whether it is that style. */
const named: readonly (readonly [string, string, boolean])[] = [
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
  for (const [name, style, isOwn] of named) {
    const found = styleOf(name);
    assert.deepEqual([name, found.style.name, found.isOwn], [name, style, isOwn]);
  }
});
