/** `{% for item in list reversed limit: 2 offset: 1 %} … {% else %} … {% endfor %}`, with break and continue. */
import type { Body } from "../body.ts";
import { LiquidFault } from "../errors.ts";
import { type Evaluate, parseExpression } from "../expression.ts";
import { StrictParser } from "../grammar.ts";
import { strictInteger } from "../numbers.ts";
import { ATTRIBUTES, FRAGMENT, SPACE } from "../patterns.ts";
import type { Scope } from "../scope.ts";
import { sliceItems } from "../segments.ts";
import { node, type TagReader } from "../tag.ts";
import { Drop, type Ruby } from "../values.ts";

interface Loop {
  readonly variable: string;
  readonly list: string;
  readonly reversed: boolean;
  readonly limit: string | undefined;
  readonly offset: string | undefined;
}

export const readFor: TagReader = ({ token, rest, parser }) => {
  const loop = parser.leniency(token).parse(
    token.markup,
    () => strictLoop(token.markup),
    () => laxLoop(token.markup),
  );
  const others: Body[] = [];
  const body = parser.block(token, rest, {
    else: (next) => {
      const other = parser.body(next);
      others.push(other);
      return other;
    },
  });
  const bodies = [body, ...others];
  const blank = bodies.every((part) => part.blank);
  if (blank) for (const part of bodies) part.dropText();
  const segment = segmentOf(loop);
  const name = `${loop.variable}-${loop.list}`;
  const otherwise = others.at(-1);
  return node(
    token,
    (scope, out) => {
      const items = segment(scope);
      if (items.length === 0) otherwise?.render(scope, out);
      else
        scope.nest(() =>
          runLoop(scope, { name, variable: loop.variable, items, print: () => body.render(scope, out) }),
        );
    },
    blank,
  );
};

function strictLoop(markup: string): Loop {
  const parser = new StrictParser(markup);
  const variable = parser.consume("id");
  if (!parser.takeWord("in")) throw new LiquidFault('has no "in"', "Write it as {% for item in list %}");
  const list = parser.expression();
  const reversed = parser.takeWord("reversed");
  const given = new Map<string, string>();
  while (parser.look("id") && parser.look(":", 1)) {
    const key = parser.consume("id");
    if (key !== "limit" && key !== "offset") throw new LiquidFault(`has an unknown "${key}"`, "Use limit and offset");
    parser.consume(":");
    given.set(key, parser.expression());
  }
  parser.consume("end");
  return { variable, list, reversed, limit: given.get("limit"), offset: given.get("offset") };
}

const SYNTAX = new RegExp(`^([\\w-]+)${SPACE}+in${SPACE}+((?:${FRAGMENT})+)${SPACE}*(reversed)?`);

function laxLoop(markup: string): Loop {
  const match = SYNTAX.exec(markup);
  if (match === null)
    throw new LiquidFault(`"{% for ${markup.trim()} %}" is no loop`, "Write it as {% for item in list %}");
  const given = new Map([...markup.matchAll(ATTRIBUTES)].map(([, key = "", value = ""]) => [key, value]));
  return {
    variable: match[1] ?? "",
    list: match[2] ?? "",
    reversed: match[3] !== undefined,
    limit: given.get("limit"),
    offset: given.get("offset"),
  };
}

/** The items that a loop runs over; where it stopped is kept for `offset: continue`. */
function segmentOf(loop: Loop): (scope: Scope) => readonly Ruby[] {
  const list = parseExpression(loop.list);
  const limit = optional(loop.limit);
  const offset = loop.offset === "continue" ? undefined : optional(loop.offset);
  const name = `${loop.variable}-${loop.list}`;
  return (scope) => {
    const { offsets } = scope.loops;
    const from = loop.offset === "continue" ? (offsets.get(name) ?? 0) : count(offset?.(scope) ?? null);
    const most = limit?.(scope) ?? null;
    const items = sliceItems(list(scope), from, most === null ? undefined : from + count(most), scope);
    offsets.set(name, from + items.length);
    return loop.reversed ? [...items].reverse() : items;
  };
}

function optional(markup: string | undefined): Evaluate | undefined {
  return markup === undefined ? undefined : parseExpression(markup);
}

function count(value: Ruby): number {
  return value === null ? 0 : strictInteger(value);
}

interface Running {
  readonly name: string;
  readonly variable: string;
  readonly items: readonly Ruby[];
  readonly print: () => void;
}

function runLoop(scope: Scope, { name, variable, items, print }: Running): void {
  const { running } = scope.loops;
  const loop = new ForLoop(name, items.length, running.at(-1) ?? null);
  running.push(loop);
  scope.set("forloop", loop);
  try {
    for (const item of items) {
      scope.set(variable, item);
      print();
      loop.index0++;
      const stops = scope.breakCalled;
      scope.breakCalled = false;
      scope.continueCalled = false;
      if (stops) break;
    }
  } finally {
    running.pop();
  }
}

/** `forloop` */
class ForLoop extends Drop {
  override readonly hasJson = false;
  index0 = 0;
  readonly #name: string;
  readonly #length: number;
  readonly #parent: Ruby;

  constructor(name: string, length: number, parent: Ruby) {
    super();
    this.#name = name;
    this.#length = length;
    this.#parent = parent;
  }

  get(key: string): Ruby {
    switch (key) {
      case "index":
        return this.index0 + 1;
      case "index0":
        return this.index0;
      case "rindex":
        return this.#length - this.index0;
      case "rindex0":
        return this.#length - this.index0 - 1;
      case "first":
        return this.index0 === 0;
      case "last":
        return this.index0 === this.#length - 1;
      case "length":
        return this.#length;
      case "name":
        return this.#name;
      case "parentloop":
        return this.#parent;
      default:
        return null;
    }
  }

  has(): boolean {
    return true;
  }

  keys(): readonly string[] {
    return [];
  }

  text(): string {
    return "Liquid::ForloopDrop";
  }
}

export const readBreak: TagReader = ({ token }) =>
  node(token, (scope) => {
    scope.breakCalled = true;
  });

export const readContinue: TagReader = ({ token }) =>
  node(token, (scope) => {
    scope.continueCalled = true;
  });
