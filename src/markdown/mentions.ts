/** jekyll-mentions: `@name` is a link to that name on GitHub, or wherever the site says. */
import type { MarkdownIt, Token } from "markdown-it";
import { replaceTexts } from "./text-runs.ts";
import { createToken, textToken } from "./token.ts";

/** html-pipeline's mention filter, which jekyll-mentions runs, leaves these elements alone. */
const EXCLUDED = ["pre", "code", "a", "style", "script"];

/**
 * A name as html-pipeline reads it: letters, digits and hyphens after an `@` that follows no word character; no slash after it, and
 * no dot that a word follows. The lookahead with its back reference takes the longest name or none.
 */
const MENTION = /(?<=^|\W)@(?=([a-z0-9][a-z0-9-]*))\1(?!\/)(?=\.+[ \t\W]|\.+$|[^0-9a-z_.]|$)/gim;

/** What html-pipeline keeps for a page about mentions, and links nowhere without one. */
const RESERVED: ReadonlySet<string> = new Set(["mention", "mentions", "mentioned", "mentioning"]);

/** Where names lead in a site that says nothing. */
export const GITHUB = "https://github.com";

/** Whether a name is nobody's. */
export function isReserved(name: string): boolean {
  return RESERVED.has(name.toLowerCase());
}

/** What stands before a name in its URL. @param base jekyll-mentions' `base_url` */
export function namePrefix(base: string): string {
  return /[/~]$/.test(base) ? base : `${base}/`;
}

/** A markdown-it plug-in: `@name` becomes a link of class `user-mention`. @param base where the names lead */
export function mentions(md: MarkdownIt, base: string): void {
  const prefix = namePrefix(base);
  replaceTexts(md, "mentions", "@", EXCLUDED, (text) => linkNames(text, prefix));
}

function linkNames(text: string, prefix: string): Token[] | undefined {
  const tokens: Token[] = [];
  let at = 0;
  for (const match of text.matchAll(MENTION)) {
    const name = match[1] ?? "";
    if (isReserved(name)) continue;
    const open = createToken("link_open", "a", 1);
    open.attrs = [
      ["href", prefix + name],
      ["class", "user-mention"],
    ];
    tokens.push(textToken(text.slice(at, match.index)), open, textToken(match[0]));
    tokens.push(createToken("link_close", "a", -1));
    at = match.index + match[0].length;
  }
  return tokens.length > 0 ? [...tokens, textToken(text.slice(at))] : undefined;
}
