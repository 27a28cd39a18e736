/** A value as a template writes it (Liquid 5.4, `Expression` and `VariableLookup`): text in, a function of the scope out. */

import { strip } from "./blank.ts";
import { LiquidFault } from "./errors.ts";
import { lookUp, settled } from "./lookup.ts";
import { integer, strictInteger, toFloat, toInteger } from "./numbers.ts";
import type { Scope } from "./scope.ts";
import { isInteger, isNumeric, Literal, numeric, Range, type Ruby } from "./values.ts";

/** A value that was read: asked for in a scope. */
export type Evaluate = (scope: Scope) => Ruby;

const nil: Evaluate = () => null;

const words: ReadonlyMap<string, Evaluate> = new Map([
  ["nil", nil],
  ["null", nil],
  ["", nil],
  ["true", () => true],
  ["false", () => false],
  ["blank", constant(new Literal("blank"))],
  ["empty", constant(new Literal("empty"))],
]);

function constant(value: Ruby): Evaluate {
  return () => value;
}

/** One value: a quoted text, a number, a range, a word or a variable's path. Whatever the text is, Liquid makes something of it. */
export function parseExpression(markup: string): Evaluate {
  const value = literal(markup);
  return value === undefined ? parsePath(markup) : typeof value === "function" ? value : constant(value);
}

function literal(markup: string): Ruby | Evaluate | undefined {
  const text = strip(markup);
  const [first, last] = [text[0], text.at(-1)];
  if ((first === '"' || first === "'") && last === first) return text.slice(1, -1);
  if (/^-?\d+$/.test(text)) return integer(BigInt(text));
  const range = /^\([ \t\r\n]*(\S+)[ \t\r\n]*\.\.[ \t\r\n]*(\S+)[ \t\r\n]*\)$/.exec(text);
  if (range !== null) return parseRange(range[1] ?? "", range[2] ?? "");
  if (/^-?\d[\d.]+$/.test(text)) return toFloat(text);
  return words.get(text);
}

/** Ends that are written as numbers may have fractions; a variable's value may not. */
function parseRange(first: string, last: string): Evaluate {
  const [from, to] = [literal(first), literal(last)];
  if (isWritten(from) && isWritten(to)) return constant(new Range(wholePart(from), wholePart(to)));
  const [start, end] = [parseExpression(first), parseExpression(last)];
  return (scope) => new Range(rangeEnd(start(scope)), rangeEnd(end(scope)));
}

function isWritten(value: Ruby | Evaluate | undefined): value is Ruby {
  return value !== undefined && typeof value !== "function";
}

/** Ruby's `to_i`. */
function wholePart(value: Ruby): number {
  if (isNumeric(value)) return Math.trunc(numeric(value));
  return typeof value === "string" ? Number(toInteger(value)) : 0;
}

function rangeEnd(value: Ruby): number {
  return value === null || typeof value === "string" ? wholePart(value) : strictInteger(value);
}

const SEGMENT = /\[[^\]]+\]|[\w-]+\??/g;
const COMMANDS = ["size", "first", "last"];

/** A key of a path: a word, or whatever stands in brackets. */
interface Step {
  readonly key: Evaluate;
  readonly isCommand: boolean;
  readonly written: string;
}

function parsePath(markup: string): Evaluate {
  const [name, ...rest] = markup.match(SEGMENT) ?? [];
  if (name === undefined) return nil;
  const root = name.startsWith("[") ? parseExpression(name.slice(1, -1)) : undefined;
  const steps = rest.map((written): Step => {
    if (written.startsWith("[")) return { key: parseExpression(written.slice(1, -1)), isCommand: false, written };
    return { key: constant(written), isCommand: COMMANDS.includes(written), written };
  });
  if (root === undefined && steps.length === 0) return (scope) => settled(scope.find(name));
  return (scope) => {
    let value = settled(scope.find(root === undefined ? name : nameOf(root(scope))));
    for (const step of steps) {
      const found = lookUp(value, step.key(scope), step.isCommand);
      if (found === undefined) {
        if (scope.strictVariables) throw undefinedVariable(step.written);
        return null;
      }
      value = settled(found);
    }
    return value;
  };
}

function nameOf(value: Ruby): string {
  return typeof value === "string" ? value : isInteger(value) ? String(value) : "";
}

/** What `strict_variables` says of a name that nobody has set. */
export function undefinedVariable(name: string): LiquidFault {
  return new LiquidFault(
    `The variable ${name} is not defined`,
    "Define it, or leave out strict_variables in _config.yml",
  );
}
