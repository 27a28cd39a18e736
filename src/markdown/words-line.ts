/**
 * A line that is nothing but words: a title, a motto, a caption. Templates have many of them made into HTML, and no rule of
 * Markdown needs to be asked.
 */

// Of signs those that kramdown and the rules of Octavo see nothing in: no quotes, no two dashes or full stops in a row.
const words = /^\p{L}(?:[\p{L}\p{N}]|[ -](?=[\p{L}\p{N}(])|[,;?)!](?![[.])|[(](?=\p{L})|[.:](?=$|[ )]))*$/u;

/** The HTML of such a line; undefined of any other text. */
export function wordsLine(text: string): string | undefined {
  return text.length <= 200 && words.test(text) ? `<p>${text}</p>\n` : undefined;
}
