/** Tables and equations in regions that scroll; cells aligned by classes. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { htmlFaults } from "../support/html-faults.ts";
import { finished } from "./fixture.ts";

const region = (label: string, inner: string): string =>
  `<section class="scroll" tabindex="0" aria-label="${label}">${inner}</section>`;
const equation = (label: string, inner: string): string =>
  `<section class="scroll" tabindex="0" aria-label="${label}">${inner}</section>`;
const MATH = '<math display="block"><mi>x</mi></math>';
const long = `<math><mrow>${"<mi>a</mi><mo>+</mo>".repeat(12)}<mi>b</mi></mrow></math>`;
const NUMBERED =
  '<math display="block"><mtable class="math-numbered"><mtr><mtd class="math-glue"></mtd><mtd><mi>x</mi></mtd><mtd class="math-glue"></mtd><mtd class="math-number"><mtext>(3)</mtext></mtd></mtr></mtable></math>';

describe("wide things", () => {
  for (const [what, html, expected] of [
    [
      "are counted",
      "<table>a</table><table>b</table>",
      region("Table 1", "<table>a</table>") + region("Table 2", "<table>b</table>"),
    ],
    [
      "are called as their caption says",
      "<table><caption>Of <b>x</b> &amp; y</caption></table>",
      region("Of x &amp; y", "<table><caption>Of <b>x</b> &amp; y</caption></table>"),
    ],
    [
      "are called as their figure's caption says",
      "<figure><table></table><figcaption>Sums</figcaption></figure>",
      `<figure>${region("Sums", "<table></table>")}<figcaption>Sums</figcaption></figure>`,
    ],
    [
      "never share a name",
      "<table><caption>A</caption></table><table><caption>A</caption></table>",
      region("A", "<table><caption>A</caption></table>") + region("A (2)", "<table><caption>A</caption></table>"),
    ],
    [
      "are no tables of code",
      '<pre><table class="rouge-table"></table></pre><table class="rouge-table"></table>',
      '<pre><table class="rouge-table"></table></pre><table class="rouge-table"></table>',
    ],
    [
      "hold others as they are",
      "<table><tr><td><table></table></td></tr></table>",
      region("Table 1", "<table><tr><td><table></table></td></tr></table>"),
    ],
    ["are equations", MATH + MATH, equation("Formula 1", MATH) + equation("Formula 2", MATH)],
    ["are equations by their number", NUMBERED, equation("Equation (3)", NUMBERED)],
    [
      "in a paragraph are groups",
      `<p>a ${MATH} b</p>`,
      `<p>a <span class="scroll" role="group" tabindex="0" aria-label="Formula 1">${MATH}</span> b</p>`,
    ],
    [
      "in a side note or a heading are groups",
      `<span>a <b>${MATH}</b></span><h2>${MATH}</h2>`,
      `<span>a <b><span class="scroll" role="group" tabindex="0" aria-label="Formula 1">${MATH}</span></b></span><h2><span class="scroll" role="group" tabindex="0" aria-label="Formula 2">${MATH}</span></h2>`,
    ],
    ["are no formulas in a line", "<p><math><mi>x</mi></math></p>", "<p><math><mi>x</mi></math></p>"],
    [
      "are formulas in a line that no narrow window holds",
      `<p>a ${long} b</p>`,
      `<p>a <span class="scroll long" role="group" tabindex="0" aria-label="Formula 1">${long}</span> b</p>`,
    ],
    ["are nothing in a link, which takes the focus itself", `<a href="#x">${long}</a>`, `<a href="#x">${long}</a>`],
    [
      "are counted with those that are long",
      `<p>${long}</p>${MATH}`,
      `<p><span class="scroll long" role="group" tabindex="0" aria-label="Formula 1">${long}</span></p>${equation("Formula 2", MATH)}`,
    ],
  ] as const)
    it(what, () => {
      assert.equal(finished(html).html, expected);
    });

  it("speak the page's language", () => {
    assert.match(finished("<table></table>", "url: https://me.org\nlang: zh\n").html, /aria-label="表 1"/);
  });

  it("are valid HTML", () => {
    const html = `<p>a ${MATH} b</p>${NUMBERED}<table><caption>C</caption><tbody><tr><td style="text-align: right">1</td></tr></tbody></table>`;
    assert.deepEqual(htmlFaults(finished(html).html), []);
  });

  for (const [html, expected] of [
    ['<td style="text-align: right">1</td>', '<td class="right">1</td>'],
    ['<th class="x" style="text-align:center;">1</th>', '<th class="x center">1</th>'],
    ['<td style="text-align: right; color: red">1</td>', '<td style="text-align: right; color: red">1</td>'],
    ['<p style="text-align: right">1</p>', '<p style="text-align: right">1</p>'],
  ] as const)
    it(`cells: ${html}`, () => {
      assert.equal(finished(html).html, expected);
    });
});
