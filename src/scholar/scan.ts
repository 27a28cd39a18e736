/**
 * The outline of a .bib file: where each object begins and ends, and which texts stand in it between braces or quotes. An
 * object that is never closed ends where the next one begins, so that one mistake costs one entry.
 */
import { withoutMark } from "../byte-order-mark.ts";

/** One `@type{…}`. Offsets count from the beginning of the text. */
export interface BibObject {
  /** Lower case: "article", "string", "comment", "preamble". */
  readonly type: string;
  readonly start: number;
  /** Behind the last character. */
  readonly end: number;
  /** Offset of the first character behind the opening brace or parenthesis. */
  readonly body: number;
  /** False where no end was found. */
  readonly closed: boolean;
  /** Texts in braces or quotes, without these, in order: from, to. */
  readonly values: readonly (readonly [from: number, to: number])[];
}

// Authors write addresses between entries, and put a percent sign before what they do not want.
const OBJECT = /(?<![\w.%])@[ \t]*([A-Za-z][\w-]*)[ \t\r\n]*([{(])/g;

/** The text without a mark of byte order and without front matter, every line where it was. */
export function withoutFrontMatter(text: string): string {
  const plain = withoutMark(text);
  const front = /^---[ \t]*\r?\n(?:[\s\S]*?\r?\n)??---[ \t]*(?=\r?\n|$)/.exec(plain)?.[0];
  return front === undefined ? plain : front.replace(/[^\r\n]+/g, "") + plain.slice(front.length);
}

/** The objects of a file, in order. */
export function scanBib(text: string): readonly BibObject[] {
  const objects: BibObject[] = [];
  let at = 0;
  while (true) {
    OBJECT.lastIndex = at;
    const match = OBJECT.exec(text);
    if (match === null) return objects;
    const lineStart = text.lastIndexOf("\n", match.index) + 1;
    if (text.slice(lineStart, match.index).trimStart().startsWith("%")) {
      const end = text.indexOf("\n", match.index);
      at = end < 0 ? text.length : end;
      continue;
    }
    const object = readObject(text, match);
    objects.push(object);
    at = object.end;
  }
}

function readObject(text: string, match: RegExpExecArray): BibObject {
  const [head, name = "", opening] = match;
  const start = match.index;
  const body = start + head.length;
  const type = name.toLowerCase();
  const closing = opening === "(" ? ")" : "}";
  const values: [number, number][] = [];
  let at = body;
  while (at < text.length) {
    const letter = text[at];
    if (letter === closing) return { type, start, end: at + 1, body, closed: true, values };
    // Quotes mean something where a value may begin; in a key or a comment they are letters like others.
    const isQuote = letter === '"' && type !== "comment" && /[=#]\s*$|^$/.test(text.slice(Math.max(body, at - 80), at));
    if (letter !== "{" && !isQuote) {
      at++;
      continue;
    }
    const end = letter === "{" ? endOfBraces(text, at) : endOfQuotes(text, at);
    if (end === undefined) break;
    values.push([at + 1, end - 1]);
    at = end;
  }
  return { type, start, end: nextObject(text, body), body, closed: false, values: [] };
}

/** Behind the brace that closes the one at `at`. A brace behind a backslash is a letter. */
function endOfBraces(text: string, at: number): number | undefined {
  let depth = 0;
  for (let index = at; index < text.length; index++) {
    const letter = text[index];
    if (letter === "\\") index++;
    else if (letter === "{") depth++;
    else if (letter === "}" && --depth === 0) return index + 1;
  }
  return undefined;
}

function endOfQuotes(text: string, at: number): number | undefined {
  for (let index = at + 1; index < text.length; index++) {
    const letter = text[index];
    if (letter === "\\") index++;
    else if (letter === '"') return index + 1;
    else if (letter === "{") {
      const end = endOfBraces(text, index);
      if (end === undefined) return undefined;
      index = end - 1;
    } else if (letter === "}") return undefined;
  }
  return undefined;
}

/** Where the next object begins at the start of a line. */
function nextObject(text: string, from: number): number {
  const next = /^[ \t]*@[ \t]*[A-Za-z][\w-]*[ \t]*[{(]/gm;
  next.lastIndex = from;
  return next.exec(text)?.index ?? text.length;
}
