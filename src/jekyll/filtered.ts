/** A value with filters (Liquid 5.4, `Variable`): `page.title | slice: 0, 4 | upcase`. */
import { LiquidFault } from "./errors.ts";
import { type Evaluate, parseExpression } from "./expression.ts";
import { StrictParser } from "./grammar.ts";
import type { Leniency } from "./lax.ts";
import { settled } from "./lookup.ts";
import { FRAGMENT, SPACE } from "./patterns.ts";
import type { Ruby } from "./values.ts";

/** A filter and its arguments, as they were written. */
interface Call {
  readonly name: string;
  readonly arguments: readonly string[];
}

interface Parts {
  readonly value: string | undefined;
  readonly calls: readonly Call[];
}

const PLAIN_PATH = /^[ \t\r\n]*[a-zA-Z_][\w-]*(?:\.[a-zA-Z_][\w-]*)*[ \t\r\n]*$/;

/**
 * Reads a value with filters. Throws LiquidFault where the site wants strict Liquid and this is none.
 * @param onFilter called with the name of each filter
 */
export function parseFiltered(markup: string, leniency: Leniency, onFilter: (name: string) => void): Evaluate {
  if (PLAIN_PATH.test(markup)) return parseExpression(markup);
  const { value, calls } = leniency.parse(
    markup,
    () => strictParts(markup),
    () => laxParts(markup),
  );
  for (const { name } of calls) onFilter(name);
  const evaluate = parseExpression(value ?? "");
  return calls.length === 0 ? evaluate : chain(evaluate, calls);
}

function strictParts(markup: string): Parts {
  const parser = new StrictParser(markup);
  if (parser.look("end")) return { value: undefined, calls: [] };
  const value = parser.expression();
  const calls: Call[] = [];
  while (parser.take("|") !== undefined) {
    const name = parser.consume("id");
    const given: string[] = [];
    if (parser.take(":") !== undefined) {
      do given.push(parser.argument());
      while (parser.take(",") !== undefined);
    }
    calls.push({ name, arguments: given });
  }
  parser.consume("end");
  return { value, calls };
}

const VALUE_AND_REST = new RegExp(`(${FRAGMENT})(.*)`, "s");
const FILTER_MARKUP = new RegExp(`\\|${SPACE}*(.*)`, "s");
const FILTER_CALL = new RegExp(`(?:${SPACE}+|${FRAGMENT}|,)+`, "g");
const FILTER_ARGUMENT = new RegExp(`(?::|,)${SPACE}*((?:\\w+${SPACE}*:${SPACE}*)?${FRAGMENT})`, "g");

function laxParts(markup: string): Parts {
  const match = VALUE_AND_REST.exec(markup);
  if (match === null) return { value: undefined, calls: [] };
  const calls = FILTER_MARKUP.exec(match[2] ?? "")?.[1]?.match(FILTER_CALL) ?? [];
  return {
    value: match[1],
    calls: calls.flatMap((call) => {
      const name = /\w+/.exec(call)?.[0];
      return name === undefined
        ? []
        : [{ name, arguments: [...call.matchAll(FILTER_ARGUMENT)].map(([, given = ""]) => given) }];
    }),
  };
}

const NAMED = new RegExp(`^(\\w[\\w-]*)${SPACE}*:${SPACE}*(${FRAGMENT})$`);

function chain(value: Evaluate, calls: readonly Call[]): Evaluate {
  const steps = calls.map((call) => {
    const plain: Evaluate[] = [];
    const options: (readonly [string, Evaluate])[] = [];
    for (const given of call.arguments) {
      const match = NAMED.exec(given);
      if (match === null) plain.push(parseExpression(given));
      else options.push([match[1] ?? "", parseExpression(match[2] ?? "")]);
    }
    return { name: call.name, plain, options };
  });
  return (scope) => {
    let result = value(scope);
    for (const { name, plain, options } of steps) {
      const filter = scope.services.filters.get(name);
      if (filter === undefined) {
        if (scope.services.settings.strictFilters) {
          throw new LiquidFault(
            `The filter ${name} is not known`,
            "Correct its name, or leave out strict_filters in _config.yml",
          );
        }
        continue;
      }
      const given: Ruby[] = plain.map((argument) => argument(scope));
      if (options.length > 0) given.push(new Map(options.map(([key, argument]) => [key, argument(scope)])));
      if (given.length < filter.least || given.length > filter.most) throw wrongCount(name, given.length);
      result = settled(filter.apply(scope, result, ...given));
      scope.charge(result);
    }
    return result;
  };
}

function wrongCount(name: string, count: number): LiquidFault {
  const given = count === 1 ? "one argument" : `${count} arguments`;
  return new LiquidFault(`The filter ${name} cannot work with ${given}`, "Give as many as its documentation names");
}
