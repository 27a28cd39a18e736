/** Jekyll's filter `smartify`: straight quotes, double hyphens and three dots of a line of text become the typographer's. */

interface QuoteRule {
  /** Tried at the character before the quote, or at the quote where that one is spoken for. */
  readonly pattern: RegExp;
  /** Which way the quotes turn that end the match. */
  readonly turn: "left" | "right";
  /** How many quotes end the match. */
  readonly quotes: 1 | 2;
}

/** kramdown's rules in kramdown's order: the first that matches decides (syntax documentation, "Typographic Symbols"). */
const quoteRules: readonly QuoteRule[] = [
  { pattern: /["'](?=[_*]{1,2}\S)/y, turn: "left", quotes: 1 },
  { pattern: /["'](?=[!-%'-/:-@[-`{-~](?!\.\.|[\p{L}\p{M}\p{N}_]))/uy, turn: "right", quotes: 1 },
  { pattern: /\s?(?:"'|'")(?=\w)/y, turn: "left", quotes: 2 },
  { pattern: /\s?'(?=\d\ds)/y, turn: "right", quotes: 1 },
  { pattern: /\s["'](?=\w)/y, turn: "left", quotes: 1 },
  { pattern: /[^ \\\t\r\n[{(-]["']/y, turn: "right", quotes: 1 },
  { pattern: /["'](?=\s|s\b|$)/my, turn: "right", quotes: 1 },
  { pattern: /.?["']/sy, turn: "left", quotes: 1 },
];

const symbols: Readonly<Record<string, string>> = {
  "---": "—",
  "--": "–",
  "...": "…",
  "<<": "«",
  ">>": "»",
  "<< ": "«\u00a0",
  " >>": "\u00a0»",
};

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** A tag or a character reference, which stay; a symbol; a character that HTML needs escaped; a quote. */
const special = /(<\/?[a-z][^<>]*>|&(?:#\d+|#x[\da-f]+|[a-z]\w*);)|(---?|\.\.\.|<< ?| ?>>)|([&<>])|(["'])/gi;

/** HTML of one line of text that may hold tags and character references. */
export function smartify(text: string): string {
  let html = "";
  let done = 0;
  // Where the last thing ended that no rule may look back at: a tag, a symbol, a quote.
  let spoken = 0;
  for (const { index, 0: whole, 1: markup, 2: symbol, 3: escaped } of text.matchAll(special)) {
    if (index < done) continue;
    if (markup ?? symbol ?? escaped) {
      html += text.slice(done, index) + (markup ?? symbols[symbol ?? ""] ?? escapes[escaped ?? ""] ?? "");
      done = index + whole.length;
      if (!escaped) spoken = done;
      continue;
    }
    const start = index > spoken ? index - 1 : index;
    const { context, turned } = turnQuotes(text, start);
    // The context may be written already; a straight quote in it stays one.
    html += text.slice(done, start + context.length) + turned;
    done = start + context.length + turned.length;
    spoken = done;
  }
  return html + text.slice(done);
}

/** What the first rule that fits matches at `start`: the text before the quotes, and the quotes, turned. */
function turnQuotes(text: string, start: number): { readonly context: string; readonly turned: string } {
  for (const { pattern, turn, quotes } of quoteRules) {
    pattern.lastIndex = start;
    const matched = pattern.exec(text)?.[0];
    if (matched === undefined) continue;
    const [double, single] = turn === "left" ? ["“", "‘"] : ["”", "’"];
    const turned = matched.slice(-quotes).replace('"', double).replace("'", single);
    return { context: matched.slice(0, -quotes), turned };
  }
  return { context: "", turned: text.charAt(start) };
}
