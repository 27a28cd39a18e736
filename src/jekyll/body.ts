/** A list of nodes: a whole template, or what stands between a block's tags. */
import type { Emitter, Token } from "liquidjs";
import { SiteError } from "../errors.ts";
import { LimitFault, LiquidFault } from "./errors.ts";
import type { Scope } from "./scope.ts";
import type { Source } from "./source.ts";
import type { Node } from "./tag.ts";

/** Nodes between two looks at the clock. */
const ASK_EVERY = 16;

/** Renders its nodes in order, and says of the one that failed where it stands. */
export class Body implements Node {
  readonly token: Token;
  readonly #source: Source;
  #nodes: Node[] = [];
  #blank = true;
  #faults: readonly SiteError[] = [];

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

  /** What could not be read in it: told with what goes wrong when it is rendered. */
  fail(faults: readonly SiteError[]): void {
    this.#faults = faults;
  }

  /** Goes on after a node that failed, which may be one of several; throws SiteError for one that met a limit. */
  render(scope: Scope, out: Emitter): void {
    for (const fault of this.#faults) scope.addFault(fault);
    let count = 0;
    for (const node of this.#nodes) {
      try {
        // A loop comes by here each time: not every node needs to ask for the time.
        if (count++ % ASK_EVERY === 0) scope.renderLimit.check(performance.now());
        node.render(scope, out);
      } catch (error) {
        const located = this.#source.locate(error, node.token);
        if (!isMistake(located)) throw located;
        scope.addFault(located);
      }
      // As in Liquid, a text is still printed after an inner block was left; the next tag or output ends it.
      if ((scope.breakCalled || scope.continueCalled) && !(node instanceof TextNode)) return;
    }
  }

  /** What a whole template prints. Throws SiteError where something in it went wrong, and tells all the rest. */
  renderWhole(scope: Scope): string {
    const out = new TextEmitter();
    try {
      this.render(scope, out);
    } catch (error) {
      if (!(error instanceof SiteError)) throw error;
      scope.addFault(error);
    }
    this.#source.raise([...scope.faults.values()]);
    return out.buffer;
  }
}

/** Whether an author's mistake is all that it is: others of its kind may follow. */
function isMistake(error: unknown): error is SiteError {
  return error instanceof SiteError && error.cause instanceof LiquidFault && !(error.cause instanceof LimitFault);
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
