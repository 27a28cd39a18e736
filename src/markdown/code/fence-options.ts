import type { MarkdownIt, Token } from "markdown-it";
import { type Document, documentOf, warn } from "../document.ts";
import { metaOf, note } from "../token-meta.ts";

/** What an author asks of one block of code. */
export interface CodeOptions {
  /** Shown above it; empty for none. */
  readonly title: string;
  /** Numbers of the lines to mark, counted from 1, without repetition and no greater than the code's own. */
  readonly marked: readonly number[];
  /** Line numbers beside it. */
  readonly numbered: boolean;
}

const NONE: CodeOptions = { title: "", marked: [], numbered: false };

const WORD = String.raw`(?:(?:title|mark_lines)=(?:"[^"]*"|'[^']*')|linenos)(?=[ \t]|$)`;

/** What follows the marks of a fence: perhaps a language, then words. */
const FENCE_LINE = new RegExp(String.raw`^((?:[ \t]*(?!${WORD})[^ \t]+(?=[ \t]))?)((?:[ \t]*${WORD})+)[ \t]*$`);
const PAIR = /(title|mark_lines)=(?:"([^"]*)"|'([^']*)')|linenos/g;
const LINES = /^[\d\s,-]*$/;

/** The options that `fenceOptions` has read for a block of code. */
export function codeOptions(token: Token): CodeOptions {
  return metaOf(token).code ?? NONE;
}

/**
 * A markdown-it plug-in: a fence may say `title="x.rb"`, `mark_lines="1 3-5"` and `linenos` after its language, and so may the attribute
 * list of any block of code (`{: title="x.rb" mark_lines="1 3-5" linenos}`). kramdown takes no line with more than one word for a fence.
 */
export function fenceOptions(md: MarkdownIt): void {
  md.core.ruler.before("block", "fence_words", ({ env }) => {
    documentOf(env).fenceWords = FENCE_LINE;
  });
  md.core.ruler.after("block", "fence_options", ({ tokens, env }) => {
    for (const token of tokens) {
      if (token.type !== "code_block" && token.type !== "fence") continue;
      const options = readOptions(token, documentOf(env));
      if (options !== NONE) note(token, { code: options });
    }
  });
}

function readOptions(token: Token, document: Document): CodeOptions {
  const words = takeWords(token);
  const refs = metaOf(token).attributes?.refs ?? [];
  const pairs = [...words.matchAll(PAIR)].map(([, name, double, single]) => [name, double ?? single ?? ""] as const);
  const given = new Map([...pairs, ...takeAttributes(token)]);
  const numbered = given.has(undefined) || refs.includes("linenos");
  if (given.size === 0 && !numbered) return NONE;
  const lines = given.get("mark_lines") ?? "";
  if (!LINES.test(lines)) {
    warn(document, token.map?.[0] ?? 0, `mark_lines cannot be "${lines}"; write numbers and ranges: "1 3-5"`);
  }
  const last = token.content.split("\n").length - (token.content.endsWith("\n") ? 1 : 0);
  return { title: given.get("title") ?? "", marked: readLines(lines, last), numbered };
}

/** The words on a fence's line. kramdown's rule has parted them from the language; markdown-it's leaves that to others. */
function takeWords(token: Token): string {
  if (token.type === "code_block") return metaOf(token).words ?? "";
  const match = FENCE_LINE.exec(token.info);
  if (match === null) return "";
  token.info = match[1] ?? "";
  return match[2] ?? "";
}

function takeAttributes(token: Token): (readonly [string, string])[] {
  const isOption = ([name]: readonly [string, unknown]) => name === "title" || name === "mark_lines";
  const given = token.attrs ?? [];
  const taken = given.filter(isOption);
  if (taken.length > 0) token.attrs = given.filter((attribute) => !isOption(attribute));
  return taken.map(([name, value]) => [name, String(value)]);
}

/** `1 3-5` as 1, 3, 4, 5. What is not a number or a range is passed over, and so are lines that the code does not have. */
function readLines(text: string, last: number): number[] {
  const lines = new Set<number>();
  for (const [, from, to] of text.matchAll(/(\d+)(?:-(\d+))?/g)) {
    const end = Math.min(Number(to ?? from), last);
    for (let line = Math.max(1, Number(from)); line <= end; line++) lines.add(line);
  }
  return [...lines];
}
