/** A list of nodes: a whole template, or what stands between a block's tags. */
import type { Emitter, Token } from "liquidjs";
import { SiteError } from "../errors.ts";
import { LiquidFault } from "./errors.ts";
import type { Scope } from "./scope.ts";
import type { Source } from "./source.ts";
import type { Node } from "./tag.ts";

/** Renders its nodes in order, and says of the one that failed where it stands. */
export class Body implements Node {
  readonly token: Token;
  readonly #source: Source;
  #nodes: Node[] = [];
  #blank = true;

  constructor(token: Token, source: Source) {
    this.token = token;
    this.#source = source;
  }

  /** Whether nothing but white space and nodes that print none stand in it. */
  get blank(): boolean {
    return this.#blank;
  }

  add(node: Node): void {
    this.#nodes.push(node);
    this.#blank &&= node.blank;
  }

  /** Leaves out the texts: what a block does whose every body is blank. */
  dropText(): void {
    this.#nodes = this.#nodes.filter((node) => !(node instanceof TextNode));
  }

  /** Throws SiteError with the place of the node that failed. */
  render(scope: Scope, out: Emitter): void {
    this.#render(scope, out, (error) => {
      throw error;
    });
  }

  /**
   * What a whole template prints. Goes on after a node that failed, which may be one of several; one that met a limit ends it.
   * Throws SiteError, and tells the others.
   */
  renderWhole(scope: Scope): string {
    const out = new TextEmitter();
    const faults: SiteError[] = [];
    this.#render(scope, out, (error) => {
      if (!(error instanceof SiteError && error.cause instanceof LiquidFault)) throw error;
      faults.push(error);
    });
    this.#source.raise(faults);
    return out.buffer;
  }

  #render(scope: Scope, out: Emitter, fail: (error: unknown) => void): void {
    for (const node of this.#nodes) {
      try {
        scope.renderLimit.check(performance.now());
        node.render(scope, out);
      } catch (error) {
        fail(this.#source.locate(error, node.token));
      }
      // As in Liquid, a text is still printed after an inner block was left; the next tag or output ends it.
      if ((scope.breakCalled || scope.continueCalled) && !(node instanceof TextNode)) return;
    }
  }
}

/** A text between tags. */
export class TextNode implements Node {
  readonly token: Token;
  readonly #text: string;

  constructor(token: Token, text: string) {
    this.token = token;
    this.#text = text;
  }

  get blank(): boolean {
    return !/[^ \t\r\n\f\v]/.test(this.#text);
  }

  render(_scope: Scope, out: Emitter): void {
    out.write(this.#text);
  }
}

/** Collects what is printed. */
class TextEmitter implements Emitter {
  buffer = "";

  write(text: string): void {
    this.buffer += text;
  }
}

/** What a part of a template prints, as a text. Throws SiteError. */
export function renderToText(body: Body, scope: Scope): string {
  const out = new TextEmitter();
  body.render(scope, out);
  return out.buffer;
}
