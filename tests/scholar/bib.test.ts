import assert from "node:assert/strict";
import test from "node:test";
import { toBibtex, toRis } from "../../src/scholar/export.ts";
import { nameText } from "../../src/scholar/name-text.ts";
import { isMisdivided, parseNames } from "../../src/scholar/names.ts";
import { texToHtml, texToText } from "../../src/scholar/tex.ts";
import { entry, readBib } from "./support.ts";

const math = (tex: string): string => `<math>${tex}</math>`;

/** TeX, its HTML, its plain text. */
const TEX: readonly (readonly [sentence: string, tex: string, html: string, text: string])[] = [
  [
    "tags that Zotero wrote as TeX are tags, and what is less than something is text",
    "On {\\textless}i{\\textgreater}E. coli{\\textless}/i{\\textgreater} at p {\\textless} 0.05 {\\textless}jats:sub{\\textgreater}2{\\textless}/jats:sub{\\textgreater}",
    "On <i>E. coli</i> at p &lt; 0.05 <sub>2</sub>",
    "On E. coli at p < 0.05 2",
  ],
  ["plain text stays", "Plain text", "Plain text", "Plain text"],
  [
    "braces that Google Scholar gives to be shown are braces that keep case; a set keeps its own",
    "$\\{$BERT$\\}$: $\\{$Co-DETR$\\}$ on $\\{0,1\\}$",
    "BERT: Co-DETR on <math>\\{0,1\\}</math>",
    "BERT: Co-DETR on {0,1}",
  ],
  ["a command with a star is that command", "The \\enquote*{series}", "The “series”", "The “series”"],
  [
    "accents with and without braces",
    `Erd{\\H o}s M{\\"u}ller L\\'opez \\v{Z}`,
    "Erdős Müller López Ž",
    "Erdős Müller López Ž",
  ],
  ["dotless letters get their accent", `Na{\\"\\i}ve {\\'\\i} \\"{\\i}`, "Naïve í ï", "Naïve í ï"],
  ["two accents on one letter", "Nguy{\\~{\\^e}}n", "Nguyễn", "Nguyễn"],
  [
    "letters of other alphabets",
    "{\\O}stergaard Stra{\\ss}e {\\L}ukasz \\aa \\AE",
    "Østergaard Straße Łukasz åÆ",
    "Østergaard Straße Łukasz åÆ",
  ],
  ["cedilla, ogonek, dot below, ring", "\\c{c} \\k{a} \\d{s} \\r{u}", "ç ą ṣ ů", "ç ą ṣ ů"],
  ["braces that keep case are not shown", "A {GPU} {{Scheduler}}", "A GPU Scheduler", "A GPU Scheduler"],
  ["escaped signs", "50\\% \\& \\$5 \\#1 a\\_b", "50% &amp; $5 #1 a_b", "50% & $5 #1 a_b"],
  ["dashes and quotation marks", "1--2 --- ``a'' `b'", "1–2 — “a” ‘b’", "1–2 — “a” ‘b’"],
  [
    "fonts",
    "\\emph{a} \\textbf{b} {\\it c} {\\sc d}",
    '<em>a</em> <b>b</b> <i>c</i> <span class="small-caps">d</span>',
    "a b c d",
  ],
  ["superscripts", "10\\textsuperscript{th}", "10<sup>th</sup>", "10th"],
  ["a formula goes to the maths", "$O(\\log n)$ latency", "<math>O(\\log n)</math> latency", "O(log n) latency"],
  ["a formula in LaTeX's own signs", "\\(x^2\\)", "<math>x^2</math>", "x²"],
  [
    "small signs in a formula as text, where Unicode has them",
    "$O(n^2)$, $10^{-3}$, $H_{2}O$, $L^p$",
    "<math>O(n^2)</math>, <math>10^{-3}</math>, <math>H_{2}O</math>, <math>L^p</math>",
    "O(n²), 10⁻³, H₂O, Lp",
  ],
  ["Greek in a formula as text", "$\\alpha$-stable", "<math>\\alpha</math>-stable", "α-stable"],
  ["Greek outside of a formula", "\\alpha-stable", "α-stable", "α-stable"],
  ["one dollar is a dollar", "It costs $5", "It costs $5", "It costs $5"],
  ["names of programs", "\\LaTeX{} models", "LaTeX models", "LaTeX models"],
  ["addresses become links", "\\url{http://x.y/z_1}", '<a href="http://x.y/z_1">http://x.y/z_1</a>', "http://x.y/z_1"],
  ["links with a text", "\\href{http://x.y}{here}", '<a href="http://x.y">here</a>', "here"],
  ["signs of HTML are escaped", "a < b && c > d", "a &lt; b &amp;&amp; c &gt; d", "a < b && c > d"],
  ["tags that the author wrote stay", "an <b>oral</b> talk", "an <b>oral</b> talk", "an oral talk"],
  ["without what the page's policy forbids", '<b style="color:red" onclick="x()">y</b>', "<b>y</b>", "y"],
  ["a character of HTML, escaped or not", "\\&gt;1 and &lt;2, R\\&D", "&gt;1 and &lt;2, R&amp;D", ">1 and <2, R&D"],
  ["a tag that is none is text", "<script>x</script>", "&lt;script&gt;x&lt;/script&gt;", "<script>x</script>"],
  ["a tie does not break", "Fig.~1", "Fig.\u00A01", "Fig.\u00A01"],
  ["an unknown command shows its argument", "\\foo{bar} \\baz qux", "bar qux", "bar qux"],
  [
    "lists, one in another",
    "We\n\\begin{itemize}\n\\item[a] \\emph{do}\n\\begin{enumerate}\\item x\\end{enumerate} \\item say\n\\end{itemize}",
    "We <ul><li><em>do</em> <ol><li>x</li></ol></li><li>say</li></ul>",
    "We do x say",
  ],
  ["a list that never ends", "\\begin{itemize} \\item a \\item b", "• a • b", "• a • b"],
  [
    "formulas that stand alone",
    "\\begin{equation}a^2\\end{equation} \\begin{align*}a&=b\\\\c&=d\\end{align*}",
    "<math>a^2</math> <math>\\begin{aligned}a&=b\\\\c&=d\\end{aligned}</math>",
    "a² a=b c=d",
  ],
  ["any other environment", "\\begin{center}\\textbf{a} b\\end{center}", "<b>a</b> b", "a b"],
  ["quotation marks by a command", "\\enquote{a} b", "“a” b", "“a” b"],
  ["what has no place in a line", "a\\footnote{b}\\label{x} c\\vspace{1em}", "a c", "a c"],
  ["colours go, their text stays", "\\textcolor{red}{a} b", "a b", "a b"],
  ["a formula by a command", "\\ensuremath{x^2}", "<math>x^2</math>", "x²"],
  ["lines are joined", "a\r\n  b", "a b", "a b"],
  ["signs that stand on their heads", "?`Qu\\'e? !`Ya!", "¿Qué? ¡Ya!", "¿Qué? ¡Ya!"],
  [
    "a link that would run a program is none",
    '\\url{javascript:a()} \\href{ JavaScript:b()}{b} <a href="java&#10;script:c()">c</a> <a href=data:text/html,d>d</a>',
    "javascript:a() b <a>c</a> <a>d</a>",
    "javascript:a() b c d",
  ],
];

test("TeX of values becomes HTML and text", async (t) => {
  for (const [sentence, source, html, text] of TEX)
    await t.test(sentence, () => {
      assert.equal(texToHtml(source, math), html);
      assert.equal(texToText(source), text);
    });
});

/** A field's names, and each as "particle family, suffix, given" (BibTeX's order). */
const NAMES: readonly (readonly [sentence: string, field: string, expected: readonly string[], others?: boolean])[] = [
  ["given name first", "Donald E. Knuth", ["Knuth, Donald E."]],
  ["family name first", "Knuth, Donald E.", ["Knuth, Donald E."]],
  ["several", "A One and Two, B.", ["One, A", "Two, B."]],
  ["over two lines", "A One and\n  B Two", ["One, A", "Two, B"]],
  ["particles in the middle", "Ludwig van der Berg", ["van der Berg, Ludwig"]],
  ["particles first", "van der Berg, Jan", ["van der Berg, Jan"]],
  ["a particle with a large letter is part of the name", "De Morgan, Augustus", ["De Morgan, Augustus"]],
  ["a small letter with an accent is one of a particle", "Jean {\\'e}tat Dupont", ["état Dupont, Jean"]],
  ["so it is without braces", "Jean \\'etat Dupont", ["état Dupont, Jean"]],
  ["what stands in braces is large, whatever its letters", "Jean {de} La Tour", ["Tour, Jean de La"]],
  ["junior between commas", 'M{\\"u}ller, III, Hans', ["Müller, III, Hans"]],
  ["junior without a comma", "Sammy Davis Jr.", ["Davis, Jr., Sammy"]],
  ["a body in braces", "{The {CUDA} Team}", ["The CUDA Team"]],
  ["`and` inside of braces", "{Barnes and Noble} and Ann Ok", ["Barnes and Noble", "Ok, Ann"]],
  ["the rest is left out", "A One and others", ["One, A"], true],
  ["one word", "Plato", ["Plato"]],
  ["another script", "张, 伟", ["张, 伟"]],
  ["an accented first letter", "{\\'E}tienne de La Tour", ["de La Tour, Étienne"]],
  ["a comma too many is no error", "One, A,", ["One, A"]],
  ["junior behind the only comma", "Martin Luther King, Jr.", ["King, Jr., Martin Luther"]],
  ["the rest in Latin", "One, A. et al.", ["One, A."], true],
];

test("names are taken apart as BibTeX does it", async (t) => {
  for (const [sentence, field, expected, others = false] of NAMES)
    await t.test(sentence, () => {
      const read = parseNames(field);
      assert.deepEqual(read.names.map(nameText), expected);
      assert.equal(read.others, others);
    });
});

test("a particle ends before the last word", () => {
  const families = (field: string): readonly unknown[] =>
    parseNames(field).names.map(({ particle, family }) => [particle, family]);
  assert.deepEqual(families("Ludwig van der Berg and van der Berg, Jan and de la Peña y Ruiz, Ana"), [
    ["van der", "Berg"],
    ["van der", "Berg"],
    ["de la Peña y", "Ruiz"],
  ]);
});

test("names in biblatex's extended form are names like others", () => {
  const field =
    "given=Hans, family=Harman, given-i={H} and family=Beethoven, given=Ludwig, prefix=van, useprefix=true and Smith, J.";
  assert.deepEqual(
    parseNames(field).names.map(({ given, particle, family }) => [given, particle, family]),
    [
      ["Hans", "", "Harman"],
      ["Ludwig", "van", "Beethoven"],
      ["J.", "", "Smith"],
    ],
  );
  assert.equal(isMisdivided(field), false);
});

test("a journal that AASTeX has a command for is called by its name", async () => {
  const { entries } = await readBib(
    "@article{a, journal = {\\mnras}}\n@article{b, journaltitle = {{\\aap}}}\n@article{c, journal = {\\unknown}}",
  );
  assert.deepEqual(
    entries.map(({ fields }) => fields.journal ?? fields.journaltitle),
    ["Monthly Notices of the Royal Astronomical Society", "Astronomy \\& Astrophysics", "\\unknown"],
  );
});

test("signs behind a name are no part of it", () => {
  const read = parseNames("Einstein*, Albert and Bohr$^{\\dagger}$, Niels and AT\\&T Labs");
  assert.deepEqual(
    read.names.map(({ family, marks }) => [family, marks]),
    [
      ["Einstein", "*"],
      ["Bohr", "†"],
      ["Labs", ""],
    ],
  );
});

/** A file, and its entries as key → fields. */
const FILES: readonly (readonly [sentence: string, text: string, expected: Readonly<Record<string, unknown>>])[] = [
  [
    "braces, quotes and numbers",
    '@article{a, title={T}, journal="J", year=2020}',
    { a: { title: "T", journal: "J", year: "2020" } },
  ],
  ["parentheses around an entry", "@article(a:1, title = {T})", { "a:1": { title: "T" } }],
  ["upper case of types and fields", "@ARTICLE{a, Title={T}}", { a: { title: "T" } }],
  ["strings", '@string{j = "Journal"} @article{a, journal=j}', { a: { journal: "Journal" } }],
  ["pieces joined", '@string{j = {J}} @article{a, journal = j # " of " # {X}}', { a: { journal: "J of X" } }],
  ["a string of strings", '@string{p = {U } # "A"} @book{a, publisher = p}', { a: { publisher: "U A" } }],
  [
    "comments and preambles",
    '@comment{ @article{no, title={x}} } @preamble{"\\x{}"} @misc{a, title={T}}',
    { a: { title: "T" } },
  ],
  [
    "a comment over several lines",
    "@comment{\n@article{no,\n title={x}}\n}\n@misc{a, title={T}}",
    { a: { title: "T" } },
  ],
  [
    "lines that begin with a percent sign",
    "% @misc{no, title={x}}\n@misc{a,\n% note={n},\n title={T}}",
    { a: { title: "T" } },
  ],
  ["front matter at the top", "---\n---\n@misc{a, title={T}}", { a: { title: "T" } }],
  ["a mark of byte order, Windows line ends", "\uFEFF---\r\n---\r\n@misc{a,\r\n title={T}\r\n}", { a: { title: "T" } }],
  ["an address between entries", "me@example.org\n@misc{a, title={T}}", { a: { title: "T" } }],
  ["a dollar alone in a value", "@misc{a, title={It costs $5}}", { a: { title: "It costs $5" } }],
  ["an at sign in a value", "@misc{a, title={x @y{z} w}}", { a: { title: "x @y{z} w" } }],
  ["keys with other letters", "@misc{doe*2020(a), title={T}}", { "doe*2020(a)": { title: "T" } }],
  ["a key on a line of its own", "@misc{\n  a,\n  title={T}\n}", { a: { title: "T" } }],
  ["a comma at the end", "@misc{a, title={T},}", { a: { title: "T" } }],
  [
    "fields of a parent",
    "@inproceedings{a, title={T}, crossref={p}} @proceedings{p, title={Proc}, year=2020, editor={E D}}",
    {
      a: { title: "T", booktitle: "Proc", year: "2020", editor: "E D", crossref: "p" },
      p: { title: "Proc", year: "2020", editor: "E D" },
    },
  ],
  ["months by their names", "@misc{a, title={T}, month=jul}", { a: { title: "T", month: "07" } }],
  ["a month beside a day", '@misc{a, title={T}, month = 10 # "~" # JAN}', { a: { title: "T", month: "10~01" } }],
  [
    "a month that the file gives another text",
    '@string{mar = "Mars"} @misc{a, title={T}, month = mar}',
    { a: { title: "T", month: "Mars" } },
  ],
  ["quotes inside of braces inside of quotes", '@misc{a, title="a {"}b{"} c"}', { a: { title: 'a {"}b{"} c' } }],
];

test("files are read by BibTeX's grammar", async (t) => {
  for (const [sentence, text, expected] of FILES)
    await t.test(sentence, async () => {
      const { entries, problems } = await readBib(text);
      assert.deepEqual(Object.fromEntries(entries.map(({ key, fields }) => [key, { ...fields }])), expected);
      assert.deepEqual(problems, []);
    });
});

/** A file, where its one problem is, what it says, and the keys that are read. */
const FAULTS: readonly (readonly [
  sentence: string,
  text: string,
  place: string,
  says: RegExp,
  keys: readonly string[],
])[] = [
  ["a key that is taken", "@misc{a, title={1}}\n@misc{a, title={2}}", "2:1", /key a is that of line 1/, ["a", "a-2"]],
  [
    "an entry that is never closed",
    "@misc{a, title={1}}\n@misc{b, title={x {y}\n@misc{c, title={3}}",
    "2:1",
    /b is never closed/,
    ["a", "c"],
  ],
  [
    "a quotation mark that is missing",
    '@misc{b, title="x, year={1}}\n@misc{c, title={3}}',
    "1:1",
    /b is never closed/,
    ["c"],
  ],
  [
    "a comma that is missing",
    "@misc{b, title={x}\n year={1}}\n@misc{c, title={3}}",
    "2:8",
    /b is left out: a comma may be missing/,
    ["c"],
  ],
  ["a string that nobody defined", "@misc{b, title={x},\n journal=foo}", "2:2", /no @string foo/, ["b"]],
  ["a field twice", "@misc{b, title={x},\n title={y}}", "2:2", /title stands twice in b/, ["b"]],
  ["a type that nobody knows", "@artikel{b, title={x}}", "1:1", /type @artikel of b is not known/, ["b"]],
  ["a field that nobody knows", "@misc{b, title={x},\n titel={y}}", "2:1", /field titel is not known/, ["b"]],
  ["a parent that is not there", "@misc{b, title={x},\n crossref={p}}", "2:1", /crossref of b names p/, ["b"]],
  [
    "names with commas between them",
    "@misc{b, title={x},\n author={One, A., Two, B., Three, C.}}",
    "2:1",
    /author of b/,
    ["b"],
  ],
  ["names with semicolons between them", "@misc{b, title={x},\n editor={A One; B Two}}", "2:1", /editor of b/, ["b"]],
  ["an entry without a key", "@misc{title={x}}", "1:1", /has no key/, ["line-1"]],
];

test("what is wrong is told with its place, and the rest is read", async (t) => {
  for (const [sentence, text, place, says, keys] of FAULTS)
    await t.test(sentence, async () => {
      const { entries, problems } = await readBib(text);
      assert.deepEqual(
        problems.map(({ line, column }) => `${line}:${column}`),
        [place],
      );
      assert.match(problems[0]?.problem ?? "", says);
      assert.notEqual(problems[0]?.help, "");
      assert.deepEqual(
        entries.map(({ key }) => key),
        keys,
      );
    });
});

/** Fields, and year, month and day. */
const DATES: readonly (readonly [fields: string, expected: readonly unknown[]])[] = [
  ["year=2024, month=jul", ["2024", 7, undefined]],
  ["year=2024, month={July}", ["2024", 7, undefined]],
  ["year=2024, month={7}", ["2024", 7, undefined]],
  ['year=2024, month="10~" # jul', ["2024", 7, 10]],
  ["year=2024, month={July 10--12}", ["2024", 7, 10]],
  ["date={2023-05-06}", ["2023", 5, 6]],
  ["date={2023-05}", ["2023", 5, undefined]],
  ["year={in press}", ["in press", undefined, undefined]],
  ["title={T}", ["", undefined, undefined]],
];

test("when something appeared is read from year, month and date", async (t) => {
  for (const [fields, expected] of DATES)
    await t.test(fields, async () => {
      const { year, month, day } = await entry(`@misc{a, ${fields}}`);
      assert.deepEqual([year, month, day], expected);
    });
});

test("BibTeX is written back as one entry that needs no other", async () => {
  const text = '@string{j = "J"}\n@article{a, title={A {B}}, journal=j, month=may, year=2020, pdf={x.pdf}}';
  assert.equal(
    toBibtex(await entry(text), ["pdf"]),
    "@article{a,\n  title = {A {B}},\n  journal = {J},\n  month = may,\n  year = {2020}\n}",
  );
});

/** An entry, and a line of its BibTeX. */
const WRITTEN: readonly (readonly [sentence: string, text: string, line: RegExp, not: RegExp])[] = [
  [
    "what it has of the proceedings that it names stands in it",
    "@inproceedings{a, title={T}, crossref={p}} @proceedings{p, title={Proc}, year=2020}",
    /title = \{T\},\n {2}booktitle = \{Proc\},\n {2}year = \{2020\}\n/,
    /crossref/,
  ],
  ["a parent that is not there stays named", "@misc{a, title={T}, crossref={p}}", /crossref = \{p\}/, /booktitle/],
  ["a month beside a day", '@misc{a, title={T}, month = "10~" # jul}', /month = "10~" # jul\n/, /07/],
];

test("BibTeX is whole, whatever the entry is made of", async (t) => {
  for (const [sentence, text, line, not] of WRITTEN)
    await t.test(sentence, async () => {
      const bibtex = toBibtex(await entry(text), []);
      assert.match(bibtex, line);
      assert.doesNotMatch(bibtex, not);
      const { entries, problems } = await readBib(bibtex.replace(/\n {2}crossref = .*/, ""));
      assert.deepEqual([entries.length, problems.length], [1, 0]);
    });
});

test("RIS has its tags, dates and line ends", async () => {
  const text =
    "@article{a, author={Erd{\\H o}s, P{\\'a}l and M{\\\"u}ller, III, Hans}, title={T}, journal={J}, volume=1, number=2, pages={3--4}, year=2020, month=may, doi={10.1/x}}";
  assert.equal(
    toRis(await entry(text), "Abstract."),
    "TY  - JOUR\r\nAU  - Erdős, Pál\r\nAU  - Müller, Hans, III\r\nTI  - T\r\nT2  - J\r\nPY  - 2020\r\nDA  - 2020/05/\r\nVL  - 1\r\nIS  - 2\r\nSP  - 3\r\nEP  - 4\r\nDO  - 10.1/x\r\nAB  - Abstract.\r\nER  - \r\n",
  );
});
