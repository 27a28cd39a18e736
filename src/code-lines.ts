/** Blocks of code line by line, as Rouge writes them: for Markdown and for Liquid, which do not know each other. */

/** Classes of the two cells of a table with line numbers: kramdown's `line_numbers` and Jekyll's `linenos` differ in them. */
export interface LineCells {
  readonly gutter: string;
  readonly code: string;
}

/** The classes that kramdown gives them. */
export const KRAMDOWN_CELLS: LineCells = { gutter: "rouge-gutter", code: "rouge-code" };
/** The classes that Jekyll's tag `highlight` gives them. */
export const HIGHLIGHT_TAG_CELLS: LineCells = { gutter: "gutter", code: "code" };

/**
 * Code beside its line numbers, as Rouge's `HTMLTable` writes it.
 * @param html the code's spans, from `highlightCode` or `markLines`
 * @param code the code itself; its lines are counted
 * @param firstLine number of the first line (Rouge's `start_line`, 1 without it)
 */
export function numberLines(html: string, code: string, cells: LineCells, firstLine: number): string {
  const complete = code.endsWith("\n");
  const count = code.split("\n").length - (complete ? 1 : 0);
  const numbers = Array.from({ length: count }, (_, index) => `${firstLine + index}\n`).join("");
  const gutter = `<td class="${cells.gutter} gl"><pre class="lineno">${numbers}</pre></td>`;
  const lines = `<td class="${cells.code}"><pre>${html}${complete ? "" : "\n"}</pre></td>`;
  return `<table class="rouge-table"><tbody><tr>${gutter}${lines}</tr></tbody></table>`;
}

/**
 * Spans with some lines inside `<span class="hll">`, line end included, as Rouge's `HTMLLineHighlighter` writes them
 * (Jekyll's `mark_lines`); every line ends with `\n` afterwards.
 * @param html the code's spans, from `highlightCode`, or escaped code
 * @param marked numbers of the lines, counted from 1; others than the code has are passed over
 */
export function markLines(html: string, marked: readonly number[]): string {
  const wanted = new Set(marked);
  return splitLines(html)
    .map((line, index) => (wanted.has(index + 1) ? `<span class="hll">${line}\n</span>` : `${line}\n`))
    .join("");
}

/** Lines without their ends. A span over several lines becomes one in each. */
function splitLines(html: string): string[] {
  const lines: string[] = [];
  let line = "";
  for (const [, open = "", inside, bare] of html.matchAll(/(<span[^>]*>)([^<]*)<\/span>|([^<]+)/g)) {
    for (const [index, part] of (inside ?? bare ?? "").split("\n").entries()) {
      if (index > 0) {
        lines.push(line);
        line = "";
      }
      if (part !== "") line += open === "" ? part : `${open}${part}</span>`;
    }
  }
  return line === "" ? lines : [...lines, line];
}
