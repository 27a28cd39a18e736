import { createRequire } from "node:module";
import type { MarkdownIt } from "markdown-it";
import { replaceTexts } from "./text-runs.ts";
import { textToken } from "./token.ts";

/** jemoji leaves these elements alone (html-pipeline's emoji filter). */
const EXCLUDED = ["pre", "code", "tt"];

/**
 * A markdown-it plug-in: shortcodes such as `:smile:` become the character. The names are jemoji's (GitHub's gemoji); what is no name
 * stays, and so do GitHub's own pictures without a character (`:octocat:`).
 */
export function emoji(md: MarkdownIt): void {
  replaceTexts(md, "emoji", ":", EXCLUDED, (text) => {
    const replaced = replaceShortcodes(text, emojiNamed);
    return replaced === text ? undefined : [textToken(replaced)];
  });
}

/**
 * Text with what stands for each shortcode in its place: with `emojiNamed`, `:+1: a:b` is `👍 a:b`.
 * @param standIn for a name without its colons; undefined for what is no name, which stays
 */
export function replaceShortcodes(text: string, standIn: (name: string) => string | undefined): string {
  const shortcode = /:([\w+-]+):/g;
  let result = "";
  let at = 0;
  for (let match = shortcode.exec(text); match; match = shortcode.exec(text)) {
    const replacement = standIn(match[1] ?? "");
    if (replacement === undefined) {
      // The colon after what is no name may begin one.
      shortcode.lastIndex--;
    } else {
      result += text.slice(at, match.index) + replacement;
      at = shortcode.lastIndex;
    }
  }
  return result + text.slice(at);
}

let characters: ReadonlyMap<string, string> | undefined;

/** The character of a shortcode without its colons; undefined for what is no name. The table is loaded with the first one. */
export function emojiNamed(name: string): string | undefined {
  characters ??= readNames();
  return characters.get(name);
}

interface Gemoji {
  readonly emoji: string;
  readonly names: readonly string[];
}

function readNames(): ReadonlyMap<string, string> {
  const { gemoji } = createRequire(import.meta.url)("gemoji") as { readonly gemoji: readonly Gemoji[] };
  return new Map(
    gemoji.flatMap(({ emoji: character, names }) => names.map((name): [string, string] => [name, character])),
  );
}
