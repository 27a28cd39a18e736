import type { MarkdownIt, StateCore, Token } from "markdown-it";

/** GitHub's five kinds (docs.github.com: basic writing and formatting syntax, alerts). */
/** The first line of the quote, alone on it. */
const MARKER = /^\[!(\w+)\][ \t]*(?:\n|$)/;

/**
 * A markdown-it plug-in for GitHub's alerts: a quote whose first line is `[!NOTE]` (or TIP, IMPORTANT, WARNING, CAUTION, in any letter
 * case) becomes a `div` with GitHub's classes, a title, and the name of the kind for screen readers. As on GitHub a quote inside
 * another block stays a quote, and so does one with nothing after the marker.
 * @param titles what each kind is called in the language of the site, by the kind in small letters: no others are known
 */
export function alerts(md: MarkdownIt, titles: Readonly<Record<string, string>>): void {
  md.core.ruler.after("block", "alerts", (state) => {
    for (let index = 0; index < state.tokens.length; index++) {
      const quote = state.tokens[index]!;
      if (quote.type === "blockquote_open" && quote.level === 0) makeAlert(state, index, titles);
    }
  });
}

function makeAlert(state: StateCore, index: number, titles: Readonly<Record<string, string>>): void {
  const { tokens } = state;
  const quote = tokens[index]!;
  const paragraph = tokens[index + 1];
  const line = tokens[index + 2];
  const close = closingOf(tokens, index);
  if (paragraph?.type !== "paragraph_open" || line?.type !== "inline" || close < 0) return;
  const marker = MARKER.exec(line.content);
  const kind = marker?.[1]?.toLowerCase() ?? "";
  const rest = line.content.slice(marker?.[0].length ?? 0);
  const only = rest.trim() === "";
  if (!Object.hasOwn(titles, kind) || (only && close === index + 4)) return;
  const title = titles[kind] ?? "";
  quote.tag = "div";
  quote.attrJoin("class", `markdown-alert markdown-alert-${kind}`);
  quote.attrSet("role", "note");
  quote.attrSet("aria-label", title);
  tokens[close]!.tag = "div";
  line.content = rest;
  tokens.splice(index + 1, only ? 3 : 0, ...titleTokens(title, paragraph, state));
}

function closingOf(tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let index = open; index < tokens.length; index++) {
    const { type } = tokens[index]!;
    if (type === "blockquote_open") depth++;
    else if (type === "blockquote_close" && --depth === 0) return index;
  }
  return -1;
}

function titleTokens(title: string, { level, map }: Token, state: StateCore): Token[] {
  const open = new state.Token("paragraph_open", "p", 1);
  open.attrSet("class", "markdown-alert-title");
  const inline = new state.Token("inline", "", 0);
  inline.content = title;
  inline.children = [];
  const close = new state.Token("paragraph_close", "p", -1);
  for (const token of [open, inline, close]) {
    token.block = true;
    token.map = map;
    token.level = token === inline ? level + 1 : level;
  }
  return [open, inline, close];
}
