/**
 * A line that is nothing but words: a title, a motto, a caption. Templates have many of them made into HTML, and no rule of
 * Markdown needs to be asked.
 */
import { isAscii } from "../letters.ts";
import { once } from "../memo.ts";

// Of signs those that kramdown and the rules of Octavo see nothing in: no quotes, no two dashes or full stops in a row.
const words = once(() => /^\p{L}(?:[\p{L}\p{N}]|[ -](?=[\p{L}\p{N}(])|[,;?)!](?![[.])|[(](?=\p{L})|[.:](?=$|[ )]))*$/u);
const WORDS_IN_ASCII = /^[A-Za-z](?:[A-Za-z0-9]|[ -](?=[A-Za-z0-9(])|[,;?)!](?![[.])|[(](?=[A-Za-z])|[.:](?=$|[ )]))*$/;

/** The HTML of such a line; undefined of any other text. */
export function wordsLine(text: string): string | undefined {
  if (text.length > 200) return undefined;
  return (isAscii(text) ? WORDS_IN_ASCII : words()).test(text) ? `<p>${text}</p>\n` : undefined;
}
