/** Tokens → nodes, with Jekyll's tags and Ruby's expressions. */

import type { Emitter, Token } from "liquidjs";
import { SiteError } from "../errors.ts";
import { nearest } from "../nearest.ts";
import { isSupportedGem } from "../plugins/gems.ts";
import { Body, TextNode } from "./body.ts";
import { LiquidFault } from "./errors.ts";
import type { Evaluate } from "./expression.ts";
import { parseFiltered } from "./filtered.ts";
import { type ErrorMode, Leniency } from "./lax.ts";
import type { Scope } from "./scope.ts";
import type { Source } from "./source.ts";
import type { Node, Rest, TagReader } from "./tag.ts";
import { gemOfTag } from "./tags/gems.ts";
import { BrokenToken, OutputToken, TagToken, TextToken, type TopToken, tokenize } from "./tokens.ts";

/** Liquid's limit of blocks within blocks. */
const MAX_DEPTH = 100;

/** What the templates of a site are read by. */
export interface ParserOptions {
  readonly tags: ReadonlyMap<string, TagReader>;
  readonly errorMode: ErrorMode;
  /** Whether a tag of this name, which nobody defines, is left out instead of being an error. */
  readonly doesWithout: (tag: string) => boolean;
  /** The site's own Ruby file that defines a tag in Jekyll. */
  readonly rubyOf: (tag: string) => string | undefined;
  /** What to do about a filter of this name; undefined where it is known, or nobody is to be told. */
  readonly helpForFilter: (name: string) => string | undefined;
}

/** What a block does at a tag of its own, such as `else`: gives the body that follows. */
export type Branches = Readonly<Record<string, (token: TagToken) => Body>>;

/** Reads one template. */
export class TemplateParser {
  readonly source: Source;
  readonly #options: ParserOptions;
  /** Tags that were left out, unknown or wrong, whose end tags go too. */
  readonly #removed = new Set<string>();
  readonly #faults: SiteError[] = [];
  /** Whether a block was told that does not open or end where it should: what follows from it is not told again. */
  #isTorn = false;
  #depth = 0;

  constructor(source: Source, options: ParserOptions) {
    this.source = source;
    this.#options = options;
  }

  /** Reads on after what cannot be read: all such places are told when the template is rendered, with what goes wrong then. */
  parse(text: string): Body {
    const body = this.parseTokens(tokenize(text), new TextToken(text, 0, text.length, text));
    body.fail(this.#faults);
    return body;
  }

  parseTokens(tokens: TopToken[], token: Token): Body {
    const body = this.body(token);
    const rest = tokens.values();
    for (const next of rest) body.add(this.#parseToken(next, rest));
    return body;
  }

  /** Liquid inside a tag's own markup. What goes wrong in it is told of the tag. */
  parseFragment(markup: string, token: Token): Body {
    return this.parseTokens(tokenize(markup), token);
  }

  body(token: Token): Body {
    return new Body(token, this.source);
  }

  /** How lenient markup of this token is read. */
  leniency(token: Token): Leniency {
    return new Leniency(this.#options.errorMode, (problem, help) => this.source.warn(token, problem, help));
  }

  filtered(markup: string, token: Token): Evaluate {
    return parseFiltered(markup, this.leniency(token), (name) => {
      const help = this.#options.helpForFilter(name);
      if (help !== undefined) this.source.warn(token, `The filter ${name} is not known: it is left out`, help);
    });
  }

  /**
   * Reads up to the end tag of a block. What stands there goes to `first`, which is given back, and after each tag named in
   * `branches` to the body that its function gives. Throws LiquidFault where the block is never closed.
   */
  block(token: TagToken, rest: Rest, branches: Branches = {}, first: Body = this.body(token)): Body {
    if (this.#depth >= MAX_DEPTH) throw new LiquidFault("Blocks nest too deep", "Move inner blocks to includes");
    let body = first;
    this.#depth++;
    try {
      for (const next of rest) {
        if (next instanceof TagToken) {
          if (next.name === `end${token.name}`) return first;
          const branch = Object.hasOwn(branches, next.name) ? branches[next.name] : undefined;
          if (branch !== undefined) {
            body = this.#located(next, () => branch(next));
            continue;
          }
        }
        body.add(this.#parseToken(next, rest));
      }
    } finally {
      this.#depth--;
    }
    if (this.#isTorn) return first;
    this.#isTorn = true;
    throw new LiquidFault(`{% ${token.name} %} is never closed`, `Write {% end${token.name} %} where it ends`);
  }

  #parseToken(token: TopToken, rest: Rest): Node {
    if (token instanceof TextToken) return new TextNode(token, token.text);
    try {
      return this.#located(token, () => {
        if (token instanceof BrokenToken) throw token.fault;
        if (token instanceof OutputToken) return outputNode(token, this.filtered(token.markup, token));
        const reader = this.#options.tags.get(token.name);
        return reader === undefined ? this.#unknown(token) : reader({ token, rest, parser: this });
      });
    } catch (error) {
      if (!(error instanceof SiteError)) throw error;
      this.#faults.push(error);
      if (token instanceof TagToken) this.#removed.add(token.name);
      return nothing(token);
    }
  }

  #located<Result>(token: Token, work: () => Result): Result {
    try {
      return work();
    } catch (error) {
      throw this.source.locate(error, token);
    }
  }

  #unknown(token: TagToken): Node {
    const { name } = token;
    if (name.startsWith("end") && this.#removed.has(name.slice(3))) return nothing(token);
    if (/^(?:else|elsif|when|end\w*)$/.test(name)) {
      const isLeft = this.#isTorn || (!name.startsWith("end") && this.#removed.size > 0);
      if (isLeft) return nothing(token);
      this.#isTorn = true;
      throw new LiquidFault(
        `{% ${name} %} stands where no block is open for it`,
        "Remove it, or see where its block was closed",
      );
    }
    const ruby = this.#options.rubyOf(name);
    const gem = ruby === undefined ? gemOfTag(name) : undefined;
    const origin = ruby ?? (gem && `the gem ${gem}`);
    const problem = `The tag {% ${name} %} is not known${origin === undefined ? "" : `; in Jekyll it comes from ${origin}`}`;
    if (this.#options.doesWithout(name)) {
      this.#removed.add(name);
      this.source.warn(token, `${problem}: it is left out`, "Take it out, or write what it stood for");
      return nothing(token);
    }
    if (gem !== undefined && isSupportedGem(gem)) {
      throw new LiquidFault(problem, `Name the gem in _config.yml: "plugins: [${gem}]"; what it does is built in`);
    }
    const guess = origin === undefined ? nearest(name, [...this.#options.tags.keys(), ...BRANCHES]) : undefined;
    if (guess !== undefined) throw new LiquidFault(problem, `Did you mean {% ${guess} %}?`);
    const remove = 'write "liquid: {unknown_tags: remove}" in _config.yml to leave out every such tag';
    const help =
      ruby === undefined ? `Remove it, or ${remove}` : `Define it in eleventy.config.ts, remove it, or ${remove}`;
    throw new LiquidFault(problem, help);
  }
}

/** Tags that stand within a block alone. */
const BRANCHES: readonly string[] = ["elsif", "else", "when"];

function nothing(token: Token): Node {
  return { token, blank: true, render: () => undefined };
}

function outputNode(token: Token, value: Evaluate): Node {
  return {
    token,
    blank: false,
    render: (scope: Scope, out: Emitter) => {
      out.write(scope.output(value(scope)));
    },
  };
}
