import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { mathLetters } from "../../src/markdown/math/letters.ts";
import { renderFormulas, renderMathML } from "../../src/markdown/math/math.ts";
import type { Formula } from "../../src/markdown/options.ts";

const inline = (tex: string): Formula => ({ tex, display: false });
const block = (tex: string): Formula => ({ tex, display: true });
const numbers = (html: string) =>
  [...html.matchAll(/<mtd class="math-number">(?:<mtext>(.*?)<\/mtext>)?/g)].map(([, n]) => n ?? "");

describe("renderMathML", () => {
  const cases: readonly [sentence: string, formula: Formula, html: string][] = [
    ["a line's formula", inline("x^2"), "<math><msup><mi>x</mi><mn>2</mn></msup></math>"],
    ["a block's formula", block("x"), '<math display="block"><mi>x</mi></math>'],
    ["markup is escaped", inline("a < b"), "<math><mi>a</mi><mo>&lt;</mo><mi>b</mi></math>"],
    ["letters of a variant are characters", inline("\\mathbb{R}"), "<math><mi>ℝ</mi></math>"],
    ["upright letters need no character", inline("\\mathrm{d}"), '<math><mi mathvariant="normal">d</mi></math>'],
    ["a frame is a class", inline("\\cancel{y}"), '<math><mrow class="math-strike-up"><mi>y</mi></mrow></math>'],
    ["bold text keeps its letters", inline("\\textbf{b}"), '<math><mtext class="math-bold">b</mtext></math>'],
    ["LaTeX's box of text", inline("\\mbox{b}"), "<math><mtext>b</mtext></math>"],

    ["so is a full stop", inline("x."), "<math><mi>x</mi><mi>.</mi></math>"],
    [
      "a fence and a comma are known for what they are",
      inline("\\left(a, b\\right|"),
      '<math><mo>(</mo><mi>a</mi><mo>,</mo><mi>b</mi><mo fence="true">∣</mo></math>',
    ],
    [
      "a function stands apart from what is beside it",
      inline("n \\log_2 n"),
      '<math><mi>n</mi><mspace width="0.1667em"></mspace><msub><mrow><mi>log</mi><mo>\u2061</mo></mrow><mn>2</mn></msub><mspace width="0.1667em"></mspace><mi>n</mi></math>',
    ],
    [
      "and from a function, but not from brackets and signs",
      inline("=\\log\\log(x)"),
      '<math><mo>=</mo><mi>log</mi><mo>\u2061</mo><mspace width="0.1667em"></mspace><mi>log</mi><mo>\u2061</mo><mo stretchy="false">(</mo><mi>x</mi><mo stretchy="false">)</mo></math>',
    ],
    [
      "a space has as many decimals as show",
      inline("a\\hspace{1.23456em}b"),
      '<math><mi>a</mi><mspace width="1.2346em"></mspace><mi>b</mi></math>',
    ],
    ["nothing at all", inline(""), "<math><mrow></mrow></math>"],
  ];
  for (const [sentence, { tex, display }, html] of cases) {
    it(`${sentence}: ${tex}`, () => assert.deepEqual(renderMathML(tex, { display, macros: {} }), { html }));
  }

  it("gives the sides of cells and the lines of a table as classes", () => {
    const { html } = renderMathML("\\begin{array}{c|r} a & b\\\\ \\hline c & d\\end{array}", {
      display: false,
      macros: {},
    });
    assert.match(
      html,
      /<mtd class="math-right math-line-left">.*<mtd class="math-line-above">.*<mtd class="math-right math-line-above math-line-left">/,
    );
  });

  it("sets in a line what KaTeX has in display only", () => {
    for (const name of ["align*", "gather*", "split", "alignat*"]) {
      const { html, error } = renderMathML(`\\begin{${name}}${name === "alignat*" ? "{2}" : ""} a = b \\end{${name}}`, {
        display: false,
        macros: {},
      });
      assert.equal(error, undefined);
      assert.match(html, /^<math><mtable>/);
    }
  });

  it("writes no style attribute and no annotation, whatever the command", () => {
    for (const tex of [
      "\\fcolorbox{red}{blue}{c}",
      "\\pmb{x}",
      "\\boxed{x}",
      "\\rule{1em}{2em}",
      "\\color{red}x",
      "\\htmlStyle{color:red}{x}",
    ]) {
      const { html } = renderMathML(tex, { display: true, macros: {} });
      assert.match(html, /^<math /, tex);
      assert.doesNotMatch(html, / style=|annotation/, tex);
    }
  });

  it("shows the TeX of a broken formula and says what is wrong", () => {
    assert.deepEqual(renderMathML("a & b <", { display: true, macros: {} }), {
      html: '<code class="math-error">a &amp; b &lt;</code>',
      error: "Expected 'EOF', got '&'",
    });
    assert.equal(renderMathML("a}{", { display: false, macros: {} }).html, '<code class="math-error">a}{</code>');
  });

  it("shows a command that nobody knows by its name, as MathJax does, and says so", () => {
    assert.deepEqual(renderMathML("\\nosuch{x}", { display: false, macros: {} }), {
      html: '<math><mstyle class="math-error"><mtext>\\nosuch</mtext></mstyle><mi>x</mi></math>',
      error: "Undefined control sequence: \\nosuch",
    });
  });

  it("reads what MathJax reads beyond KaTeX", () => {
    for (const tex of [
      "\\newcommand{\\d}{\\mathord{d}} x_\\d^\\d + x_\\d y",
      "\\texttt{a_b} \\text{5% & #}",
      "\\require{mathtools} \\class{c}{x} \\cssId{i}{x} \\style{color:red}{x}",
      "\\pmatrix{a & b\\\\ c & d} \\cases{a\\cr b}",
      "\\begin{array}{l@{\\,}r p{2em}} a & b & c \\end{array}",
      "\\cancelto{0}{x}",
      "\\newcommand{\\opt}[2][k]{#1_#2} \\opt{a} \\opt[b]{c}",
      "x_\\textcolor{red}{ij} y^\\sqrt{2} z_\\frac{a_{b}}{c}",
      "\\textcolor[rgb]{0,1,0}{x} \\color{my-red}y",
    ]) {
      assert.equal(renderMathML(tex, { display: true, macros: {} }).error, undefined, tex);
    }
  });

  it("shows nothing of colours that are given a name", () => {
    const tex = "\\definecolor{key}{rgb}{.2,.4,.6}";
    assert.deepEqual(renderMathML(tex, { display: true, macros: {} }), { html: "" });
  });

  it("knows the macros of the configuration, named with or without a backslash", () => {
    const macros = { RR: "\\mathbb{R}", "\\sq": "#1^2" };
    assert.deepEqual(renderMathML("\\RR\\sq{x}", { display: false, macros }), {
      html: "<math><mi>ℝ</mi><msup><mi>x</mi><mn>2</mn></msup></math>",
    });
    assert.deepEqual(Object.keys(macros), ["RR", "\\sq"], "which stay as they are");
  });

  it("survives nesting that nobody writes", () => {
    const { html, error } = renderMathML("{".repeat(100_000), { display: true, macros: {} });
    assert.match(html, /^<code class="math-error">/);
    assert.notEqual(error ?? "", "");
  });

  it("renders any beginning of a formula without an exception", () => {
    const tex =
      "\\begin{align} a &= \\frac{1}{2} \\label{x} \\tag{3} \\\\ \\newcommand{\\R}[1]{#1} \\eqref{x} \\end{align}";
    for (let end = 0; end <= tex.length; end++) {
      assert.match(renderMathML(tex.slice(0, end), { display: true, macros: {} }).html, /^<(?:math|code|a) /);
    }
  });
});

describe("renderFormulas", () => {
  it("numbers equations through the page, rows without a number left out", () => {
    const page = renderFormulas(
      [
        block("\\begin{equation} a \\end{equation}"),
        block("\\begin{equation*} b \\end{equation*}"),
        block("\\begin{align} c &= d \\\\ e &= f \\notag \\\\ g &= h \\tag{7'} \\\\ i &= j \\end{align}"),
        block("k"),
        block("l \\tag*{A}"),
        block("\\begin{gather} m \\\\ n \\end{gather}"),
        block("\\begin{eqnarray} o &=& p \\end{eqnarray}"),
        inline("\\begin{align} q &= r \\end{align}"),
      ],
      {},
    );
    assert.deepEqual(
      page.flatMap(({ html, error }) => error ?? numbers(html)),
      ["(1)", "(2)", "", "(7')", "(3)", "A", "(4)", "(5)", "(6)", "(7)"],
    );
  });

  it("links a reference to its equation, before it as well as after it", () => {
    const [before, , , after] = renderFormulas(
      [
        inline("\\eqref{eq:b}"),
        block("\\begin{equation}\\label{eq:a} a\\end{equation}"),
        block("\\begin{align} b \\label{eq:b} \\\\ c\\end{align}"),
        inline("\\ref{eq:a}"),
      ],
      {},
    );
    assert.equal(before?.html, '<a href="#mjx-eqn:eq:b" class="math-ref">(2)</a>');
    assert.equal(after?.html, '<a href="#mjx-eqn:eq:a" class="math-ref">1</a>');
  });

  it("gives the row of a label its id", () => {
    const [formula] = renderFormulas([block("\\begin{align} a \\\\ b \\label{second} \\end{align}")], {});
    assert.equal(
      formula?.html
        .match(/<mtr id="(.*?)">.*?<mi>(.)<\/mi>/)
        ?.slice(1)
        .join(),
      "mjx-eqn:second,b",
    );
  });

  it("writes a reference inside a formula as text", () => {
    const [, formula] = renderFormulas([block("x \\tag{7}\\label{t}"), inline("y \\eqref{t}")], {});
    assert.equal(formula?.html, "<math><mi>y</mi><mtext>(7)</mtext></math>");
  });

  it("tells of a label that no equation has", () => {
    assert.deepEqual(renderFormulas([inline("\\eqref{no}")], {}), [
      { html: "(???)", error: "no equation on this page has the label no" },
    ]);
  });

  it("keeps a definition for the formulas after it, even of a name that KaTeX knows", () => {
    const page = renderFormulas(
      [
        inline("\\R"),
        inline(
          "\\newcommand{\\R}{\\mathbf{R}} \\DeclareMathOperator{\\tr}{tr} \\DeclareMathOperator*{\\argmax}{arg\\,max}",
        ),
        inline("\\R"),
        inline("\\tr A"),
        block("\\argmax_x"),
      ],
      {},
    );
    assert.deepEqual(page.map(({ error }) => error).filter(Boolean), []);
    assert.equal(page[0]?.html, "<math><mi>ℝ</mi></math>");
    assert.equal(page[2]?.html, "<math><mi>𝐑</mi></math>");
    assert.match(page[3]?.html ?? "", /<mi mathvariant="normal">tr<\/mi>/);
    assert.match(page[4]?.html ?? "", /<munder>/);
  });

  it("counts nothing for a formula that cannot be read", () => {
    const page = renderFormulas(
      [block("\\begin{equation} \\left( \\end{equation}"), block("\\begin{equation} a \\end{equation}")],
      {},
    );
    assert.match(page[0]?.error ?? "", /right/);
    assert.deepEqual(numbers(page[1]?.html ?? ""), ["(1)"]);
  });
});

describe("mathLetters", () => {
  const cases: readonly [text: string, variant: string, letters: string][] = [
    ["ABh1", "double-struck", "𝔸𝔹𝕙𝟙"],
    ["CR", "fraktur", "ℭℜ"],
    ["Lx", "script", "ℒ𝓍"],
    ["h", "italic", "ℎ"],
    ["xα", "bold", "𝐱𝛂"],
    ["+", "bold", "+"],
    ["a", "normal", "a"],
  ];
  for (const [text, variant, letters] of cases) {
    it(`${text} in ${variant} is ${letters}`, () => assert.equal(mathLetters(text, variant), letters));
  }
});
