/** Conditions (Liquid 5.4, `Condition` and `If`): `a == b and c`, read from the right. */

import { strip } from "./blank.ts";
import { LiquidFault } from "./errors.ts";
import { parseExpression } from "./expression.ts";
import { StrictParser } from "./grammar.ts";
import type { Leniency } from "./lax.ts";
import { compareWith, contains, isEmpty, isEqual } from "./lookup.ts";
import { FRAGMENT, SPACE } from "./patterns.ts";
import type { Scope } from "./scope.ts";
import { isTruthy, Literal, type Ruby } from "./values.ts";

/** A condition that was read. */
export type Test = (scope: Scope) => boolean;

/** Reads a condition. Throws LiquidFault for what not even the lax parser reads. */
export function parseCondition(markup: string, leniency: Leniency): Test {
  return leniency.parse(
    markup,
    () => parseStrictCondition(markup),
    () => parseLaxCondition(markup),
  );
}

/** The same by the strict grammar alone, as `where_exp` has it. */
export function parseStrictCondition(markup: string): Test {
  const parser = new StrictParser(markup);
  const test = strictTest(parser);
  parser.consume("end");
  return test;
}

function strictTest(parser: StrictParser): Test {
  const left = parser.expression();
  const operator = parser.take("comparison");
  const test = comparison(left, operator, operator === undefined ? undefined : parser.expression());
  if (parser.takeWord("and")) return both(test, strictTest(parser));
  return parser.takeWord("or") ? either(test, strictTest(parser)) : test;
}

const JOINT = `\\b(?:${SPACE}?and${SPACE}?|${SPACE}?or${SPACE}?)\\b`;
const EXPRESSIONS = new RegExp(
  `(?:${JOINT}|(?:${SPACE}*(?!${JOINT})(?:${FRAGMENT}|[^ \\t\\r\\n\\f\\v]+)${SPACE}*)+)`,
  "g",
);
const LAX_COMPARISON = new RegExp(`(${FRAGMENT})${SPACE}*([=!<>a-z_]+)?${SPACE}*(${FRAGMENT})?`);

function parseLaxCondition(markup: string): Test {
  const parts = markup.match(EXPRESSIONS) ?? [];
  let test = laxTest(parts.pop());
  while (parts.length > 0) {
    const word = strip(parts.pop() ?? "");
    const left = laxTest(parts.pop());
    if (word !== "and" && word !== "or") throw unreadable();
    test = word === "and" ? both(left, test) : either(left, test);
  }
  return test;
}

function laxTest(markup: string | undefined): Test {
  const match = LAX_COMPARISON.exec(markup ?? "");
  if (match === null) throw unreadable();
  return comparison(match[1] ?? "", match[2], match[3]);
}

function unreadable(): LiquidFault {
  return new LiquidFault("The condition cannot be read", "Write it as: value operator value, joined by and / or");
}

function both(left: Test, right: Test): Test {
  return (scope) => left(scope) && right(scope);
}

function either(left: Test, right: Test): Test {
  return (scope) => left(scope) || right(scope);
}

/** A value's truth, or two values compared. */
function comparison(left: string, operator: string | undefined, right: string | undefined): Test {
  const [first, second] = [parseExpression(left), parseExpression(right ?? "")];
  if (operator === undefined) return (scope) => isTruthy(first(scope));
  return (scope) => compare(operator, first(scope), second(scope), scope);
}

/** Whether two values are the same to a template, where one of them may be the word `empty` or `blank`. */
export function isSame(left: Ruby, right: Ruby, { services }: Scope): boolean {
  const { knowsBlank } = services.settings;
  if (left instanceof Literal) return isWord(left, right, knowsBlank);
  return right instanceof Literal ? isWord(right, left, knowsBlank) : isEqual(left, right);
}

/** The word asks for `empty?` or `blank?`; what has no such method is neither. */
function isWord({ word }: Literal, value: Ruby, knowsBlank: boolean): boolean {
  if (word === "blank") return knowsBlank && isBlank(value);
  return isEmpty(value) === true;
}

/** ActiveSupport's `blank?`. */
function isBlank(value: Ruby): boolean {
  if (typeof value === "string") return /^\p{White_Space}*$/u.test(value);
  return isEmpty(value) ?? !isTruthy(value);
}

function compare(operator: string, left: Ruby, right: Ruby, scope: Scope): boolean {
  switch (operator) {
    case "==":
      return isSame(left, right, scope);
    case "!=":
    case "<>":
      return !isSame(left, right, scope);
    case "<":
    case ">":
    case "<=":
    case ">=":
      return compareWith(operator, left, right);
    case "contains":
      return contains(left, right, (value) => scope.text(value));
    default:
      throw new LiquidFault(`"${operator}" is no operator`, "Use ==, !=, <, >, <=, >= or contains");
  }
}
