import { createRequire } from "node:module";
import type { Emitter, HLJSApi, LanguageFn } from "highlight.js";
import { httpGrammar, liquidGrammar } from "./grammars.ts";
import { type Dialect, dialectFor } from "./pygments.ts";
import { rougeLanguage } from "./rouge-languages.ts";

/** A piece of code with Pygments' short class (`k`, `nf`, `s2` …), or `""` for plain text, which gets no span. */
export interface Token {
  readonly name: string;
  readonly text: string;
}

/** Some of highlight.js's grammars take quadratic time; longer code (in UTF-16 units) stays plain. */
const LONGEST = 100_000;

/**
 * Code as Rouge 3.30 colours it: spans with Pygments' short classes around the escaped text, no wrapper.
 * `undefined` where Rouge has no lexer under that name or alias; a language that Rouge knows and highlight.js does not is plain
 * escaped text. Never throws: what a grammar cannot read stays plain.
 */
export function highlightCode(code: string, language: string): string | undefined {
  const tokens = highlightTokens(code, language);
  return tokens && formatTokens(tokens);
}

/** The same as a list of tokens, whose texts joined are the code with `\n` for every line end. */
export function highlightTokens(code: string, language: string): readonly Token[] | undefined {
  const found = rougeLanguage(language);
  if (!found) return undefined;
  const text = code.replace(/\r\n?/g, "\n");
  if (!found.grammar || text.length > LONGEST) return text === "" ? [] : [{ name: "", text }];
  const collector = scopesOf(text, found.grammar);
  const painter = new Painter(text);
  for (const piece of collector.pieces) {
    painter.paint(piece, dialectFor(found.tag, found.grammar, piece.language));
  }
  return painter.tokens;
}

/** Rouge's HTML for tokens: `&`, `<` and `>` are escaped, quotes are not. */
export function formatTokens(tokens: readonly Token[]): string {
  let html = "";
  for (const { name, text } of tokens) {
    html += name === "" ? escapeCode(text) : `<span class="${name}">${escapeCode(text)}</span>`;
  }
  return html;
}

function escapeCode(text: string): string {
  return /[&<>]/.test(text) ? text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;") : text;
}

/** A stretch of code in one highlight.js scope; offsets into the code. */
interface Piece {
  readonly scope: string;
  /** The scope around `scope`. */
  readonly outer: string;
  /** Where `scope` began, so that a string after an interpolation still knows its quote. */
  readonly origin: number;
  readonly start: number;
  readonly end: number;
  /** The grammar inside the grammar, such as css in an HTML page. */
  readonly language: string | undefined;
}

interface OpenScope {
  readonly name: string;
  readonly origin: number;
}

/** highlight.js writes into this instead of its own tree: the scopes as a flat list. */
class ScopeCollector implements Emitter {
  readonly pieces: Piece[] = [];
  private readonly open: OpenScope[] = [];
  private end = 0;

  addText(text: string): void {
    if (text === "") return;
    const start = this.end;
    const end = start + text.length;
    this.end = end;
    // What stands inside a comment (a doctag, a link) is comment to Rouge.
    const comment = this.open.find(({ name }) => name === "comment");
    const inner = comment ?? this.open.at(-1);
    const outer = comment ? "" : (this.open.at(-2)?.name ?? "");
    const last = this.pieces.at(-1);
    const scope = inner?.name ?? "";
    if (
      last &&
      last.scope === scope &&
      last.outer === outer &&
      !last.language &&
      (!inner || inner.origin === last.origin)
    ) {
      this.pieces[this.pieces.length - 1] = { ...last, end };
    } else {
      this.pieces.push({ scope, outer, origin: inner?.origin ?? start, start, end, language: undefined });
    }
  }

  startScope(name: string): void {
    this.open.push({ name, origin: this.end });
  }

  endScope(): void {
    this.open.pop();
  }

  /** highlight.js 11 calls these two as well, though its types do not name them. */
  openNode(name: string): void {
    this.startScope(name);
  }

  closeNode(): void {
    this.endScope();
  }

  __addSublanguage(emitter: Emitter, language: string): void {
    if (!(emitter instanceof ScopeCollector)) throw new TypeError("highlight.js made an emitter of another kind");
    for (const piece of emitter.pieces) {
      this.pieces.push({
        ...piece,
        origin: piece.origin + this.end,
        start: piece.start + this.end,
        end: piece.end + this.end,
        language: piece.language ?? language,
      });
    }
    this.end += emitter.end;
  }

  finalize(): void {}

  toHTML(): string {
    return "";
  }
}

interface Engine {
  readonly hljs: HLJSApi;
  readonly load: (name: string) => unknown;
}

let engine: Engine | undefined;

/** highlight.js is loaded with the first block of code, a grammar with the first block that needs it. */
function startEngine(): Engine {
  const load = createRequire(import.meta.url);
  const core = load("highlight.js/lib/core") as HLJSApi;
  const hljs = core.newInstance();
  hljs.configure({ __emitter: ScopeCollector });
  return { hljs, load };
}

const OWN_GRAMMARS: Readonly<Record<string, LanguageFn>> = { liquid: liquidGrammar, http: httpGrammar };

/** Grammars that a grammar hands a part of its text to. */
const EMBEDDED: Readonly<Record<string, readonly string[]>> = {
  xml: ["css", "javascript"],
  erb: ["xml", "ruby"],
  markdown: ["xml"],
  shell: ["bash"],
  dockerfile: ["bash"],
  php: ["xml"],
  javascript: ["xml", "css", "graphql"],
  typescript: ["xml", "css", "graphql"],
  django: ["xml"],
  twig: ["xml"],
  handlebars: ["xml"],
  haml: ["ruby"],
  coffeescript: ["javascript"],
  livescript: ["javascript"],
  qml: ["xml"],
  lasso: ["xml"],
  tap: ["yaml"],
};

function scopesOf(code: string, grammar: string): ScopeCollector {
  engine ??= startEngine();
  register(engine, grammar);
  const result = engine.hljs.highlight(code, { language: grammar, ignoreIllegals: true });
  const collector = result._emitter;
  if (!(collector instanceof ScopeCollector)) throw new TypeError("highlight.js used an emitter of another kind");
  // A grammar that gives up half-way leaves text behind: it stays plain.
  const rest = code.length - collector.pieces.reduce((total, piece) => total + piece.end - piece.start, 0);
  if (rest > 0) collector.addText(code.slice(-rest));
  return collector;
}

function register({ hljs, load }: Engine, grammar: string): void {
  if (hljs.getLanguage(grammar)) return;
  const define = OWN_GRAMMARS[grammar] ?? (load(`highlight.js/lib/languages/${grammar}`) as LanguageFn);
  hljs.registerLanguage(grammar, define);
  for (const part of EMBEDDED[grammar] ?? []) register({ hljs, load }, part);
}

/** Turns scopes into Pygments' classes; adjacent tokens of one class are one token, as in Rouge. */
class Painter {
  readonly tokens: Token[] = [];

  constructor(private readonly code: string) {}

  paint(piece: Piece, dialect: Dialect): void {
    const paint = dialect.scopes[`${piece.outer} ${piece.scope}`] ?? scopePaint(piece.scope, dialect);
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

  /** A word that Rouge knows goes before what highlight.js says of it. */
  private paintWord({ start, end }: Piece, name: string, dialect: Dialect): void {
    const known = dialect.words.get(this.code.slice(start, end));
    this.push(known !== undefined && this.code[start - 1] !== "." ? known : name, start, end);
  }

  private paintCode(start: number, end: number, dialect: Dialect): void {
    const { scan, patternNames, words } = dialect;
    for (let at = start; at < end; ) {
      scan.lastIndex = at;
      const match = scan.exec(this.code);
      if (!match) throw new RangeError("the scan reads any text");
      const stop = Math.min(at + Math.max(match[0].length, 1), end);
      const group = match.findIndex((text, index) => index > 0 && text !== undefined) - 1;
      const known = words.get(this.code.slice(at, stop));
      const name =
        known !== undefined && this.code[at - 1] !== "."
          ? known
          : (patternNames[group] ?? this.plainName(group - patternNames.length, at, stop, dialect));
      this.push(name, at, stop);
      at = stop;
    }
  }

  private plainName(kind: number, start: number, end: number, dialect: Dialect): string {
    if (kind === 0) return "";
    if (kind === 1) return dialect.name;
    if (dialect.name === "") return "";
    const text = this.code.slice(start, end);
    if (kind === 2) return numberName(text, dialect);
    return dialect.operators.includes(text) ? "o" : dialect.punctuation;
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

function commentName(code: string, { origin }: Piece): string {
  return /^(?:\/\*|\{-|\(\*|<!--|=begin|--\[\[|<#|#=|#\|)/.test(code.slice(origin, origin + 6)) ? "cm" : "c1";
}
