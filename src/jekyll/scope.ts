/** What a template sees while it is rendered: LiquidJS's context, with variables found by Ruby's Liquid's rules. */
import { Context, type Liquid } from "liquidjs";
import type { SiteError } from "../errors.ts";
import type { Document } from "../model.ts";
import { LimitFault } from "./errors.ts";
import { undefinedVariable } from "./expression.ts";
import type { Services } from "./services.ts";
import { toOutput, toText } from "./text.ts";
import { isHash, isList, type Ruby } from "./values.ts";

/** The names that every template of one document starts with (`page`, `site`, `content` …), and its counters. */
export type Payload = Map<string, Ruby>;

/** What only `for` and `tablerow` may change: the loops that are running, and where the last ones stopped. */
export interface Loops {
  readonly running: Ruby[];
  readonly offsets: Map<string, number>;
}

/** Liquid's limit of scopes within scopes. */
const MAX_DEPTH = 100;

/** Texts shorter than this cost no memory worth counting. */
const SMALL = 256;

/** What an item of a list costs, in characters: the engine holds no list of more than 2^27. */
const ITEM = 16;

/** Characters of one text. No page is that long, and a filter such as `url_encode` takes seconds for more. */
const MAX_TEXT = 100_000_000;

/** The variables at one place of one template, and what its loops and limits know. */
export class Scope extends Context {
  readonly services: Services;
  readonly payload: Payload;
  /** The document that is rendered: where `include_relative` looks. */
  readonly document: Document | undefined;
  readonly loops: Loops = { running: [], offsets: new Map() };
  readonly cycles = new Map<unknown, number>();
  /** What the last `ifchanged` printed. */
  changed: string | undefined;
  /** What went wrong so far, by place and problem: a loop meets the same again. */
  readonly faults = new Map<string, SiteError>();
  readonly #frames: Map<string, Ruby>[] = [new Map()];

  constructor(liquid: Liquid, services: Services, payload: Payload, document: Document | undefined) {
    super({}, liquid.options, { sync: true, strictVariables: services.settings.strictVariables });
    this.services = services;
    this.payload = payload;
    this.document = document;
  }

  /** Takes note of what went wrong, so that the rest is seen in the same run. */
  addFault(fault: SiteError): void {
    const { file, line, column, problem } = fault.diagnostic;
    this.faults.set(JSON.stringify([file, line, column, problem]), fault);
  }

  get zone(): string {
    return this.services.zone;
  }

  /** The value of a variable, innermost scope first; nil where there is none. Throws LiquidFault under strict_variables. */
  find(name: string): Ruby {
    for (let index = this.#frames.length - 1; index >= 0; index--) {
      const value = this.#frames[index]?.get(name);
      if (value !== undefined) return value;
    }
    const value = this.payload.get(name);
    if (value === undefined && this.strictVariables) throw undefinedVariable(name);
    return value ?? null;
  }

  /** What the innermost loop has come to; nil outside of loops. */
  get loopItem(): Ruby {
    const frame = this.#frames.findLast((one) => one.has("forloop"));
    for (const [name, value] of frame ?? []) if (name !== "forloop") return value;
    return null;
  }

  /** Sets a variable of the innermost scope: a loop's or an include's own. */
  set(name: string, value: Ruby): void {
    this.#frames.at(-1)?.set(name, value);
  }

  /** Sets a variable of the whole template, as `assign` does wherever it stands. */
  assign(name: string, value: Ruby): void {
    this.#frames[0]?.set(name, value);
  }

  /** Runs `work` with a scope of its own inside the others. Throws LiquidFault where scopes nest without end. */
  nest<Result>(work: () => Result): Result {
    if (this.#frames.length >= MAX_DEPTH) {
      throw new LimitFault("Includes or loops nest too deep", "See whether an include includes itself");
    }
    this.#frames.push(new Map());
    try {
      return work();
    } finally {
      this.#frames.pop();
    }
  }

  text(value: Ruby): string {
    return typeof value === "string" ? value : toText(value, this.zone);
  }

  output(value: Ruby): string {
    return typeof value === "string" ? value : toOutput(value, this.zone);
  }

  /** Counts a new value against the limit of memory (characters of texts, items of lists). Throws LiquidJS's assertion, and LimitFault. */
  charge(value: Ruby): void {
    if (typeof value === "string") {
      if (value.length > SMALL) this.memoryLimit.use(value.length);
      if (value.length > MAX_TEXT)
        throw new LimitFault("The template makes too much text", "Look for a loop that grows a text");
    } else if (isList(value)) this.memoryLimit.use(value.length * ITEM);
    else if (isHash(value)) this.memoryLimit.use(1);
  }
}
