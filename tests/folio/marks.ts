/** What a reader must never see: the marks of the languages that a page was written in. */

/** Where marks may stand: code shows them, scripts and styles are not shown, a formula's braces and an attribute's are its own. */
const ELSEWHERE = /<(script|style|pre|code|textarea|math|svg)\b[\s\S]*?<\/\1\s*>|<!--[\s\S]*?-->|<[a-z/][^<>]*>/gi;

/** Liquid's and kramdown's (and Pandoc's fenced divs): tags, output, attribute lists, extensions, formulas, delimiters. */
const MARK = /\{%|%\}|\{\{|\}\}|\{::?|:::|\$\$|\\[([]|\\begin\{/g;

/** The marks that a page shows, each with the text around it. */
export function shownMarks(html: string): readonly string[] {
  const text = html.replace(ELSEWHERE, " ");
  return [...text.matchAll(MARK)].map(({ index }) => text.slice(Math.max(0, index - 30), index + 30));
}
