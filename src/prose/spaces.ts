/** The ends of the lines of a source, which nobody sees: with spaces for them a long page is two per cent smaller on its way. */

/** What keeps its lines. */
const KEPT = /(<(pre|textarea|script|style|svg)\b[\s\S]*?<\/\2\s*>|<!--[\s\S]*?-->)/i;

/** Ends of lines that are in no tag, with the space around them. */
const LINE_ENDS = /[ \t]*\n\s*(?![^<]*>)/g;

/** Between two of these the end of a line is nothing at all (CSS Text 4, "segment break transformation rules"): Chromium shows a space. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;

/**
 * Markup with spaces for the ends of its lines. Where it speaks of `white-space` it stays as it is.
 * @param html of a body
 */
export function foldLines(html: string): string {
  if (html.includes("white-space")) return html;
  // The pattern has two groups: a text, what is kept, its name, and so on.
  return html
    .split(KEPT)
    .map((part, index) => (index % 3 === 0 ? fold(part) : index % 3 === 1 ? part : ""))
    .join("");
}

function fold(text: string): string {
  return text.replace(LINE_ENDS, (end, at: number) =>
    UNSPACED.test(text[at - 1] ?? "") && UNSPACED.test(text[at + end.length] ?? "") ? "" : " ",
  );
}
