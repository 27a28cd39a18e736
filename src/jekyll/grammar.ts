/**
 * Liquid's strict grammar of values (Liquid 5.4, `Lexer` and `Parser`): tried first, so that an author hears of what only the
 * lax parser makes sense of. It hands back markup in its plainest spelling.
 */
import { LiquidFault } from "./errors.ts";

type Kind =
  | "comparison"
  | "string"
  | "number"
  | "id"
  | "dotdot"
  | "|"
  | "."
  | ":"
  | ","
  | "["
  | "]"
  | "("
  | ")"
  | "?"
  | "-"
  | "end";

interface Lexeme {
  readonly kind: Kind;
  readonly text: string;
}

const LEXEME =
  /[ \t\r\n\f\v]*(?:(==|!=|<>|<=?|>=?|contains(?=[ \t\r\n\f\v]))|('[^']*'|"[^"]*")|(-?\d+(?:\.\d+)?)|([a-zA-Z_][\w-]*\??)|(\.\.)|([|.:,[\]()?-]))/y;

/** Reads one markup from left to right; every method throws LiquidFault where the grammar is broken. */
export class StrictParser {
  readonly #lexemes: readonly Lexeme[];
  #at = 0;

  constructor(markup: string) {
    this.#lexemes = scan(markup);
  }

  get #next(): Lexeme {
    return this.#lexemes[this.#at] ?? { kind: "end", text: "" };
  }

  look(kind: Kind, ahead = 0): boolean {
    return (this.#lexemes[this.#at + ahead]?.kind ?? "end") === kind;
  }

  consume(kind: Kind): string {
    const { kind: found, text } = this.#next;
    if (found !== kind) throw unexpected(text);
    this.#at++;
    return text;
  }

  /** The text of the next lexeme where it is of that kind. */
  take(kind: Kind): string | undefined {
    return this.look(kind) ? this.consume(kind) : undefined;
  }

  /** Whether the next lexeme was this word. */
  takeWord(word: string): boolean {
    if (!this.look("id") || this.#next.text !== word) return false;
    this.#at++;
    return true;
  }

  /** A value: a path, a text, a number or a range. */
  expression(): string {
    const { kind, text } = this.#next;
    if (kind === "string" || kind === "number") return this.consume(kind);
    if (kind === "id") return this.consume("id") + this.#lookups();
    if (kind === "[") return this.#bracket() + this.#lookups();
    if (kind !== "(") throw unexpected(text);
    this.consume("(");
    const first = this.expression();
    this.consume("dotdot");
    const last = this.expression();
    this.consume(")");
    return `(${first}..${last})`;
  }

  /** A filter's argument: a value, or `name: value`. */
  argument(): string {
    if (!this.look("id") || !this.look(":", 1)) return this.expression();
    const name = this.consume("id");
    this.consume(":");
    return `${name}: ${this.expression()}`;
  }

  #lookups(): string {
    let path = "";
    for (;;) {
      if (this.look("[")) path += this.#bracket();
      else if (this.take(".") !== undefined) path += `.${this.consume("id")}`;
      else return path;
    }
  }

  #bracket(): string {
    this.consume("[");
    const key = this.expression();
    this.consume("]");
    return `[${key}]`;
  }
}

function scan(markup: string): readonly Lexeme[] {
  const kinds: readonly Kind[] = ["comparison", "string", "number", "id", "dotdot"];
  const found: Lexeme[] = [];
  LEXEME.lastIndex = 0;
  for (let at = 0; /[^ \t\r\n\f\v]/.test(markup.slice(at)); at = LEXEME.lastIndex) {
    LEXEME.lastIndex = at;
    const match = LEXEME.exec(markup);
    if (match === null) throw unexpected(markup.slice(at).trimStart()[0] ?? "");
    const group = match.slice(1).findIndex((part) => part !== undefined);
    const text = match[group + 1] ?? "";
    found.push({ kind: kinds[group] ?? (text as Kind), text });
  }
  return found;
}

function unexpected(text: string): LiquidFault {
  const problem = text === "" ? "ends too early" : `has "${text}" where nothing of the kind may stand`;
  return new LiquidFault(
    problem,
    "Write it as Liquid's documentation does, or put the text between {% raw %} and {% endraw %}",
  );
}
