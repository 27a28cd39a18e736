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

export interface MentionOptions {
  /** The name follows it, after a slash where it ends in neither `/` nor `~`; jekyll-mentions' `base_url`. */
  readonly baseUrl: string;
}

export const GITHUB: MentionOptions = { baseUrl: "https://github.com" };

/** A markdown-it plug-in: `@name` becomes a link of class `user-mention`. */
export function mentions(md: MarkdownIt, { baseUrl }: MentionOptions): void {
  const prefix = /[/~]$/.test(baseUrl) ? baseUrl : `${baseUrl}/`;
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
    if (RESERVED.has(name.toLowerCase())) continue;
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
