/** jekyll-mentions: `@name` is a link to that name on GitHub, or wherever the site says. */
import type { MarkdownIt, StateCore, Token } from "markdown-it";
import { replaceText } from "./text-runs.ts";

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
  md.core.ruler.push("mentions", (state) => {
    for (const { children } of state.tokens) {
      if (!children?.some(({ type, content }) => type === "text" && content.includes("@"))) continue;
      const replaced = replaceText(children, ({ text, inside }) =>
        EXCLUDED.some((name) => inside.has(name)) ? undefined : linkNames(text, prefix, state),
      );
      children.splice(0, children.length, ...replaced);
    }
  });
}

function linkNames(text: string, prefix: string, state: StateCore): Token[] | undefined {
  const tokens: Token[] = [];
  let at = 0;
  for (const match of text.matchAll(MENTION)) {
    const name = match[1] ?? "";
    if (isReserved(name)) continue;
    const open = new state.Token("link_open", "a", 1);
    open.attrs = [
      ["href", prefix + name],
      ["class", "user-mention"],
    ];
    tokens.push(textToken(text.slice(at, match.index), state), open, textToken(match[0], state));
    tokens.push(new state.Token("link_close", "a", -1));
    at = match.index + match[0].length;
  }
  return tokens.length > 0 ? [...tokens, textToken(text.slice(at), state)] : undefined;
}

function textToken(content: string, state: StateCore): Token {
  const token = new state.Token("text", "", 0);
  token.content = content;
  return token;
}
