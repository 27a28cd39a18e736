/** What an author meant otherwise, and what Markdown takes for text without a word. */
import type { MarkdownIt, Token } from "markdown-it";
import { nearest } from "../nearest.ts";
import { rougeLanguage, rougeNames } from "./code/rouge-languages.ts";
import { documentOf, warn } from "./document.ts";

/**
 * A markdown-it plug-in that warns of links between two pairs of brackets, as wikis have them, of the marks of a merge, and of a language of
 * code that is nearly one that is known.
 * @param others languages of fences that are no code
 */
export function slips(md: MarkdownIt, others: readonly string[]): void {
  md.core.ruler.push("slips", ({ src, tokens, env }) => {
    const document = documentOf(env);
    const mayLink = src.includes("[[");
    const mayConflict = src.includes("<<<<<<< ");
    for (const token of tokens) {
      const line = token.map?.[0] ?? 0;
      const found = mayLink && token.type === "inline" ? wikiLink(token) : undefined;
      if (found !== undefined)
        warn(document, line + linesBefore(token.content, found), `Two brackets make no link: ${found} is text`);
      const conflict = mayConflict && token.type === "inline" ? /^<{7} .*$/m.exec(token.content)?.[0] : undefined;
      if (conflict !== undefined)
        warn(
          document,
          line + linesBefore(token.content, conflict),
          "A merge left its marks here: they stand in the text",
        );
      const meant = meantLanguage(token, others);
      if (meant !== undefined)
        warn(
          document,
          line,
          `No language of code is called "${token.info}": it stands without colours. Did you mean ${meant}?`,
        );
    }
  });
}

/** A name between two pairs of brackets: of letters, so that neither a matrix nor a list of lists is one. A bar ends a table's cell. */
const WIKI_LINK = /\[\[\p{L}[^[\]\0]*(?:\]\]|$)/u;

/** The first of them in what is left of a text when its code, its formulas and its links are read. */
function wikiLink({ children }: Token): string | undefined {
  const text = (children ?? []).map(({ type, content }) => (type === "text" ? content : "\0")).join("");
  return WIKI_LINK.exec(text)?.[0];
}

function linesBefore(text: string, part: string): number {
  return text.slice(0, Math.max(0, text.indexOf(part))).split("\n").length - 1;
}

/** Rouge's name for what stands behind a fence with a letter too many, too few or another one. */
function meantLanguage({ type, info }: Token, others: readonly string[]): string | undefined {
  if ((type !== "code_block" && type !== "fence") || !/^[\w+#-]{5,}$/.test(info)) return undefined;
  if (rougeLanguage(info) !== undefined || others.includes(info)) return undefined;
  return nearest(info, rougeNames());
}
