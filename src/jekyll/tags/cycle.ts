/** `{% cycle "a", "b" %}`, `{% cycle name: "a", "b" %}` */
import { LiquidFault } from "../errors.ts";
import { type Evaluate, parseExpression } from "../expression.ts";
import { FIRST_FRAGMENT, FRAGMENT, SPACE } from "../patterns.ts";
import { node, type TagReader } from "../tag.ts";
import { inspect } from "../text.ts";

const NAMED = new RegExp(`^(${FRAGMENT})${SPACE}*:${SPACE}*(.*)`, "s");
const NOTHING = /^(?:nil|null)$/;
const LITERAL = /^(?:'[^']*'|"[^"]*"|-?\d+(?:\.\d+)?|true|false|blank|empty)$/;

export const readCycle: TagReader = ({ token }) => {
  const match = NAMED.exec(token.markup);
  if (match === null && !new RegExp(`^${FRAGMENT}`).test(token.markup)) {
    throw new LiquidFault("A cycle has no values", 'Write it as {% cycle "one", "two" %}');
  }
  const written = (match?.[2] ?? token.markup).split(",").flatMap((part) => FIRST_FRAGMENT.exec(part)?.[0] ?? []);
  const shown = written.filter((part) => !NOTHING.test(part));
  const values = shown.map(parseExpression);
  const group: Evaluate | undefined = match === null ? undefined : parseExpression(match[1] ?? "");
  return node(token, (scope, out) => {
    const print = (value: Evaluate): string => inspect(value(scope), scope.zone);
    // Of variables Ruby prints their addresses: such a cycle is shared with no other tag.
    const shared = shown.every((part) => LITERAL.test(part));
    const name = group === undefined ? `values ${values.map(print).join()}` : `name ${print(group)}`;
    const key = group !== undefined || shared ? name : token;
    const turn = scope.cycles.get(key) ?? 0;
    const value = values[turn];
    if (value !== undefined) out.write(scope.output(value(scope)));
    scope.cycles.set(key, turn + 1 >= values.length ? 0 : turn + 1);
  });
};
