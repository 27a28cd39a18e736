import { createRequire } from "node:module";
import type { Emitter, HLJSApi, LanguageFn } from "highlight.js";
import core from "highlight.js/lib/core";
import { httpGrammar, liquidGrammar } from "./grammars.ts";

/** A stretch of code in one highlight.js scope; offsets into the code. */
export interface Piece {
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

/** A grammar of highlight.js is loaded with the first block of code that needs it. */
function startEngine(): Engine {
  const load = createRequire(import.meta.url);
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

/**
 * Code as highlight.js reads it with one of its grammars (or ours): pieces that follow each other without a gap.
 * @throws Error where there is no such grammar
 */
export function readScopes(code: string, grammar: string): readonly Piece[] {
  engine ??= startEngine();
  register(engine, grammar);
  const result = engine.hljs.highlight(code, { language: grammar, ignoreIllegals: true });
  const collector = result._emitter;
  if (!(collector instanceof ScopeCollector)) throw new TypeError("highlight.js used an emitter of another kind");
  // A grammar that gives up half-way leaves text behind: it stays plain.
  const rest = code.length - collector.pieces.reduce((total, piece) => total + piece.end - piece.start, 0);
  if (rest > 0) collector.addText(code.slice(-rest));
  return collector.pieces;
}

function register({ hljs, load }: Engine, grammar: string): void {
  if (hljs.getLanguage(grammar)) return;
  const define = OWN_GRAMMARS[grammar] ?? (load(`highlight.js/lib/languages/${grammar}`) as LanguageFn);
  hljs.registerLanguage(grammar, define);
  for (const part of EMBEDDED[grammar] ?? []) register({ hljs, load }, part);
}
