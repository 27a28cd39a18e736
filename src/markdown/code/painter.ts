import type { Dialect } from "./pygments.ts";
import type { Piece } from "./scopes.ts";

/** A piece of code with Pygments' short class (`k`, `nf`, `s2` …), or `""` for plain text, which gets no span. */
export interface Token {
  readonly name: string;
  readonly text: string;
}

/** Turns scopes into Pygments' classes; adjacent tokens of one class are one token, as in Rouge. */
export class Painter {
  readonly tokens: Token[] = [];

  constructor(private readonly code: string) {}

  paint(piece: Piece, dialect: Dialect): void {
    const inner = piece.outer === "" ? undefined : dialect.scopes[`${piece.outer} ${piece.scope}`];
    const paint = inner ?? scopePaint(piece.scope, dialect);
    switch (paint) {
      case "code":
        this.paintCode(piece.start, piece.end, dialect);
        break;
      case "string":
        this.paintString(piece, dialect);
        break;
      case "interpolation":
        this.paintInterpolation(piece, dialect);
        break;
      case "number":
        this.push(numberName(this.code.slice(piece.start, piece.end), dialect), piece.start, piece.end);
        break;
      case "comment":
        this.push(commentName(this.code, piece), piece.start, piece.end);
        break;
      default:
        this.paintWord(piece, paint, dialect);
    }
  }

  /** A word that Rouge knows goes before what highlight.js says of it, but in a preprocessor's line. */
  private paintWord({ start, end }: Piece, name: string, dialect: Dialect): void {
    const known = dialect.words.get(this.code.slice(start, end));
    this.push(known !== undefined && name !== "cp" && this.code[start - 1] !== "." ? known : name, start, end);
  }

  private paintCode(start: number, end: number, dialect: Dialect): void {
    for (let at = start; at < end; ) {
      const { name, stop } = this.pieceAt(at, end, dialect);
      const last = Math.min(Math.max(stop, at + 1), end);
      const known = dialect.words.get(this.code.slice(at, last));
      this.push(known !== undefined && this.code[at - 1] !== "." ? known : name, at, last);
      at = last;
    }
  }

  /** What begins at a place of code: one of the dialect's patterns, space, a word, a number or anything else. */
  private pieceAt(at: number, end: number, dialect: Dialect): { readonly name: string; readonly stop: number } {
    const { patterns, patternNames, word, operators, punctuation } = dialect;
    if (patterns !== undefined) {
      patterns.lastIndex = at;
      const match = patterns.exec(this.code);
      if (match !== null) {
        const group = match.findIndex((text, index) => index > 0 && text !== undefined) - 1;
        return { name: patternNames[group] ?? "", stop: patterns.lastIndex };
      }
    }
    const spaceEnd = endOf(SPACE, this.code, at);
    if (spaceEnd > at) return { name: "", stop: spaceEnd };
    const wordEnd = endOf(word, this.code, at);
    if (wordEnd > at) return { name: dialect.name, stop: wordEnd };
    const numberEnd = endOf(NUMBER, this.code, at);
    const stop = Math.min(Math.max(numberEnd, at + 1), end);
    if (dialect.name === "") return { name: "", stop };
    const text = this.code.slice(at, stop);
    if (numberEnd > at) return { name: numberName(text, dialect), stop };
    return { name: operators.includes(text) ? "o" : punctuation, stop };
  }

  private paintString(piece: Piece, dialect: Dialect): void {
    if (this.paintHeredoc(piece)) return;
    const quote = /["'`|>$@]/.exec(this.code.slice(piece.origin, piece.origin + 3))?.[0] ?? "";
    const [name = "s", quoteName = name] = (
      dialect.quotes[quote] ??
      dialect.quotes[""] ??
      dialect.quotes['"'] ??
      "s"
    ).split(" ");
    let { start, end } = piece;
    if (quoteName !== name && start === piece.origin) this.push(quoteName, start, ++start);
    const closes = quoteName !== name && end > start && this.code[end - 1] === quote && this.code[end - 2] !== "\\";
    if (closes) end--;
    if (quote !== "" && dialect.escaping.includes(quote)) this.paintEscapes(name, start, end);
    else this.push(name, start, end);
    if (closes) this.push(quoteName, end, end + 1);
  }

  /** `<<~TEXT … TEXT` in Ruby, and from the label on in shells; false where the string is none. */
  private paintHeredoc({ origin, start, end }: Piece): boolean {
    const before = this.code.slice(Math.max(0, origin - 3), origin);
    const opening = /^(<<[~-]?)(["']?)(\w+)\2/.exec(this.code.slice(origin, origin + 80));
    const label =
      opening?.[3] ??
      (/<<[~-]?$/.test(before) ? /^["']?(\w+)/.exec(this.code.slice(origin, origin + 80))?.[1] : undefined);
    if (label === undefined) return false;
    const operator = opening?.[1]?.length ?? 0;
    const heading = origin + (opening?.[0].length ?? label.length);
    const body = Math.max(start, heading);
    const tail = new RegExp(`\\n[ \\t]*${label}\\n?$`).exec(this.code.slice(body, end));
    const closing = tail ? body + tail.index + 1 : end;
    if (start === origin) {
      this.push("o", start, start + operator);
      this.push("no", start + operator, heading);
    }
    this.push("sh", body, closing);
    this.push("no", closing, end);
    return true;
  }

  private paintEscapes(name: string, start: number, end: number): void {
    const sequence = /\\(?:x[0-9a-fA-F]{1,2}|u\{[^}]*\}|u[0-9a-fA-F]{1,4}|[0-7]{1,3}|[\s\S])/g;
    let at = start;
    for (const match of this.code.slice(start, end).matchAll(sequence)) {
      const from = start + match.index;
      this.push(name, at, from);
      at = from + match[0].length;
      this.push("se", from, at);
    }
    this.push(name, at, end);
  }

  private paintInterpolation({ start, end, origin }: Piece, dialect: Dialect): void {
    const opening =
      start === origin ? (/^(?:[#$]?\{|\\\(|\$\(|\$)/.exec(this.code.slice(start, end))?.[0].length ?? 0) : 0;
    const closing = end - start > opening && /[)}]/.test(this.code[end - 1] ?? "") ? 1 : 0;
    this.push(dialect.brackets, start, start + opening);
    this.paintCode(start + opening, end - closing, dialect);
    this.push(dialect.brackets, end - closing, end);
  }

  private push(name: string, start: number, end: number): void {
    if (start >= end) return;
    const text = this.code.slice(start, end);
    const last = this.tokens.at(-1);
    if (last?.name === name) this.tokens[this.tokens.length - 1] = { name, text: last.text + text };
    else this.tokens.push({ name, text });
  }
}

const SPACE = /\s+/y;
const NUMBER = /\d(?:[\w.](?!\.\.))*/y;

/** Where the match of a sticky pattern at this place ends; 0 where there is none. */
function endOf(pattern: RegExp, code: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(code) ? pattern.lastIndex : 0;
}

/** `title.class.inherited` falls back to `title.class`, then `title`. */
function scopePaint(scope: string, dialect: Dialect): string {
  for (let name = scope; ; name = name.slice(0, name.lastIndexOf("."))) {
    const paint = dialect.scopes[name];
    if (paint !== undefined) return paint;
    if (!name.includes(".")) return dialect.name;
  }
}

function numberName(text: string, { numbers }: Dialect): string {
  if (numbers !== "by kind") return numbers;
  if (/^-?0x/i.test(text)) return "mh";
  if (/^0b/i.test(text)) return "mb";
  if (/^0o|^0[0-7]+$/i.test(text)) return "mo";
  return /[.]|\d[eE]/.test(text) ? "mf" : "mi";
}

/** `#=> 3` is what Ruby people write behind a line, and `#====` a rule below a heading: only `#= … =#` is a block. */
function commentName(code: string, { origin }: Piece): string {
  return /^(?:\/\*|\{-|\(\*|<!--|=begin|--\[\[|<#|#=(?![=>])|#\|)/.test(code.slice(origin, origin + 6)) ? "cm" : "c1";
}
