import { Painter, type Token } from "./painter.ts";
import { dialectFor } from "./pygments.ts";
import { rougeLanguage } from "./rouge-languages.ts";
import { readScopes } from "./scopes.ts";

/** Some of highlight.js's grammars take quadratic time; longer code (in UTF-16 units) stays plain. */
const LONGEST = 100_000;

/**
 * Code as Rouge 3.30 colours it: spans with Pygments' short classes around the escaped text, no wrapper.
 * `undefined` where Rouge has no lexer under that name or alias; a language that Rouge knows and highlight.js does not is plain
 * escaped text. Never throws: what a grammar cannot read stays plain.
 */
export function highlightCode(code: string, language: string): string | undefined {
  const tokens = highlightTokens(code, language);
  return tokens && formatTokens(tokens);
}

/** The same as a list of tokens, whose texts joined are the code. */
export function highlightTokens(code: string, language: string): readonly Token[] | undefined {
  const found = rougeLanguage(language);
  if (!found) return undefined;
  if (!found.grammar || code.length > LONGEST) return code === "" ? [] : [{ name: "", text: code }];
  const painter = new Painter(code);
  for (const piece of readScopes(code, found.grammar)) {
    painter.paint(piece, dialectFor(found.tag, found.grammar, piece.language));
  }
  return painter.tokens;
}

/** Rouge's HTML for tokens: `&`, `<` and `>` are escaped, quotes are not. */
function formatTokens(tokens: readonly Token[]): string {
  let html = "";
  for (const { name, text } of tokens) {
    html += name === "" ? escapeCode(text) : `<span class="${name}">${escapeCode(text)}</span>`;
  }
  return html;
}

function escapeCode(text: string): string {
  return /[&<>]/.test(text) ? text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;") : text;
}
