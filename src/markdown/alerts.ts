import type { MarkdownIt, Token } from "markdown-it";
import { createToken } from "./token.ts";

/** The first line of the quote, alone on it (docs.github.com: basic writing and formatting syntax, alerts). */
const MARKER = /^\[!(\w+)\][ \t]*(?:\n|$)/;

/**
 * A markdown-it plug-in for GitHub's alerts: a quote whose first line is `[!NOTE]` (or TIP, IMPORTANT, WARNING, CAUTION, in any letter
 * case) becomes a `div` with GitHub's classes, a title, and the name of the kind for screen readers. As on GitHub a quote inside
 * another block stays a quote, and so does one with nothing after the marker.
 * @param titles what each kind is called in the language of the site, by the kind in small letters: no others are known
 */
export function alerts(md: MarkdownIt, titles: Readonly<Record<string, string>>): void {
  md.core.ruler.after("block", "alerts", ({ tokens }) => {
    for (let index = 0; index < tokens.length; index++) {
      const quote = tokens[index]!;
      if (quote.type === "blockquote_open" && quote.level === 0) makeAlert(tokens, index, titles);
    }
  });
}

function makeAlert(tokens: Token[], index: number, titles: Readonly<Record<string, string>>): void {
  const quote = tokens[index]!;
  const paragraph = tokens[index + 1];
  const line = tokens[index + 2];
  if (paragraph?.type !== "paragraph_open" || line?.type !== "inline") return;
  const [marker = "", name = ""] = MARKER.exec(line.content) ?? [];
  const kind = name.toLowerCase();
  if (!Object.hasOwn(titles, kind)) return;
  const rest = line.content.slice(marker.length);
  const only = rest.trim() === "";
  const close = tokens.findIndex(({ type, level }, at) => at > index && type === "blockquote_close" && level === 0);
  if (only && close === index + 4) return;
  const title = titles[kind] ?? "";
  quote.tag = "div";
  quote.attrJoin("class", `markdown-alert markdown-alert-${kind}`);
  quote.attrSet("role", "note");
  quote.attrSet("aria-label", title);
  tokens[close]!.tag = "div";
  line.content = rest;
  tokens.splice(index + 1, only ? 3 : 0, ...titleTokens(title, paragraph));
}

function titleTokens(title: string, { level, map }: Token): Token[] {
  const open = createToken("paragraph_open", "p", 1);
  open.attrSet("class", "markdown-alert-title");
  const inline = createToken("inline", "", 0, title);
  inline.children = [];
  const close = createToken("paragraph_close", "p", -1);
  for (const token of [open, inline, close]) {
    token.block = true;
    token.map = map;
    token.level = token === inline ? level + 1 : level;
  }
  return [open, inline, close];
}
