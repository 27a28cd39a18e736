/** A template cut into text, outputs and tags as Liquid's tokenizer cuts it: a tag ends at the first `%}`, quotes or not. */
import { Token, TokenKind } from "liquidjs";
import { rstrip, strip } from "./blank.ts";
import { LiquidFault } from "./errors.ts";

/** Text between tags and outputs. */
export class TextToken extends Token {
  /** The text without the white space that tags beside it trim away. */
  readonly text: string;

  constructor(input: string, begin: number, end: number, text: string) {
    super(TokenKind.HTML, input, begin, end);
    this.text = text;
  }
}

/** `{{ markup }}`. */
export class OutputToken extends Token {
  readonly markup: string;

  constructor(input: string, begin: number, end: number, markup: string) {
    super(TokenKind.Output, input, begin, end);
    this.markup = markup;
  }
}

/** `{% name markup %}`. */
export class TagToken extends Token {
  readonly name: string;
  readonly markup: string;

  constructor(input: string, begin: number, end: number, name: string, markup: string) {
    super(TokenKind.Tag, input, begin, end);
    this.name = name;
    this.markup = markup;
  }
}

/** What cannot be a token: told when it is met, so that a comment may hold it. */
export class BrokenToken extends Token {
  readonly fault: LiquidFault;

  constructor(input: string, begin: number, end: number, fault: LiquidFault) {
    super(TokenKind.Output, input, begin, end);
    this.fault = fault;
  }
}

/** What a template is cut into. */
export type TopToken = TextToken | OutputToken | TagToken | BrokenToken;

const TAG = /^\{%-?[ \t\r\n\f\v]*(#|\w+)[ \t\r\n\f\v]*(.*?)-?%\}$/s;
const OUTPUT = /^\{\{-?(.*?)-?\}\}$/s;

/** Every token of a text, in order. `file` is only named in messages. */
export function tokenize(input: string): TopToken[] {
  const tokens: TopToken[] = [];
  let trimsNext = false;
  let at = 0;
  const addText = (end: number, trimsEnd: boolean): void => {
    if (end <= at) return;
    let text = input.slice(at, end);
    if (trimsNext) text = text.replace(/^[ \t\r\n\f\v\0]+/, "");
    if (trimsEnd) text = rstrip(text);
    tokens.push(new TextToken(input, at, end, text));
    trimsNext = false;
  };
  for (let begin = nextMarkup(input, 0); begin < input.length; begin = nextMarkup(input, at)) {
    const end = endOfMarkup(input, begin);
    addText(begin, input[begin + 2] === "-");
    const token = readMarkup(input, begin, end);
    tokens.push(token);
    trimsNext = input[end - 3] === "-";
    at = end;
    if (token instanceof TagToken && token.name === "raw") at = readRaw(input, at, tokens);
  }
  addText(input.length, false);
  return tokens;
}

function nextMarkup(input: string, from: number): number {
  for (let at = input.indexOf("{", from); at >= 0; at = input.indexOf("{", at + 1)) {
    const second = input.charCodeAt(at + 1);
    if (second === brace || second === percent) return at;
  }
  return input.length;
}

const [brace, percent] = [123, 37];

/** An output ends at the first brace, which Liquid then asks to be two. What is never closed is its two opening characters. */
function endOfMarkup(input: string, begin: number): number {
  if (input.charCodeAt(begin + 1) === percent) {
    const end = input.indexOf("%}", begin + 2);
    return end < 0 ? begin + 2 : end + 2;
  }
  const end = input.indexOf("}", begin + 2);
  if (end < 0) return begin + 2;
  return input[end + 1] === "}" ? end + 2 : end + 1;
}

function readMarkup(input: string, begin: number, end: number): TopToken {
  const written = input.slice(begin, end);
  const isTag = input.charCodeAt(begin + 1) === percent;
  if (isTag) {
    const match = TAG.exec(written);
    if (match !== null) return new TagToken(input, begin, end, match[1] ?? "", match[2] ?? "");
  } else {
    const match = OUTPUT.exec(written);
    if (match !== null) return new OutputToken(input, begin, end, match[1] ?? "");
  }
  const shown = strip(written).slice(0, 60);
  const help = `Close it with ${isTag ? "%}" : "}}"}, or put the text between {% raw %} and {% endraw %}`;
  return new BrokenToken(input, begin, end, new LiquidFault(`"${shown}" is not closed`, help));
}

/** The last of the end tags before the next `%}`, as in Liquid. */
const END_RAW = /\{%-?[ \t\r\n\f\v]*endraw\b(?:(?!%\}|\{%-?[ \t\r\n\f\v]*endraw\b).)*%\}/gs;

/**
 * The text of a raw block, as it stands whatever its tags trim, and its end tag. Returns where the text after it begins: that is
 * what `{% raw -%}` trims.
 */
function readRaw(input: string, from: number, tokens: TopToken[]): number {
  END_RAW.lastIndex = from;
  const match = END_RAW.exec(input);
  if (match === null) return from;
  const text = input.slice(from, match.index);
  const end = match.index + match[0].length;
  tokens.push(new TextToken(input, from, match.index, text), new TagToken(input, match.index, end, "endraw", ""));
  return end;
}

/** The lines of a `{% liquid %}` tag, each a tag. */
export function tokenizeLines({ input, begin, markup }: TagToken): TopToken[] {
  let at = input.indexOf(markup, begin);
  return markup.split("\n").flatMap((line): TopToken[] => {
    const start = at;
    at += line.length + 1;
    if (strip(line) === "") return [];
    const match = /^[ \t\r\n\f\v]*(#|\w+)[ \t\r\n\f\v]*(.*?)$/s.exec(line);
    if (match !== null) return [new TagToken(input, start, start + line.length, match[1] ?? "", match[2] ?? "")];
    const fault = new LiquidFault(
      `"${strip(line)}" is no tag`,
      "Begin every line of {% liquid %} with the name of a tag",
    );
    return [new BrokenToken(input, start, start + line.length, fault)];
  });
}
