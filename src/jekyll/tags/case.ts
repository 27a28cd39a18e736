/** `{% case value %}{% when 1, 2 %} … {% else %} … {% endcase %}`: every branch that fits is printed, as in Liquid. */
import type { Body } from "../body.ts";
import { isSame } from "../condition.ts";
import { LiquidFault } from "../errors.ts";
import { type Evaluate, parseExpression } from "../expression.ts";
import { FIRST_FRAGMENT, FRAGMENT, SPACE } from "../patterns.ts";
import type { Scope } from "../scope.ts";
import { node, type TagReader } from "../tag.ts";
import { Literal, type Ruby } from "../values.ts";

interface Branch {
  /** Absent: `else`. */
  readonly value?: Evaluate;
  readonly body: Body;
}

const WHEN = new RegExp(`(${FRAGMENT})(?:(?:${SPACE}+or${SPACE}+|${SPACE}*,${SPACE}*)(${FRAGMENT}.*))?`, "s");

export const readCase: TagReader = ({ token, rest, parser }) => {
  const subject = FIRST_FRAGMENT.exec(token.markup)?.[0];
  if (subject === undefined) throw new LiquidFault("A case has no value", "Write it as {% case value %}");
  const value = parseExpression(subject);
  const branches: Branch[] = [];
  const before = parser.block(token, rest, {
    when: (next) => {
      const body = parser.body(next);
      for (const written of whenValues(next.markup)) branches.push({ value: parseExpression(written), body });
      return body;
    },
    else: (next) => {
      if (next.markup.trim() !== "") throw new LiquidFault("An else of a case has a condition", "Use {% when value %}");
      const body = parser.body(next);
      branches.push({ body });
      return body;
    },
  });
  const blank = before.blank && branches.every(({ body }) => body.blank);
  if (blank) for (const { body } of branches) body.dropText();
  return node(
    token,
    (scope, out) => {
      let isMet = false;
      for (const branch of branches) {
        const fits: boolean = branch.value === undefined ? !isMet : equals(value(scope), branch.value(scope), scope);
        if (branch.value !== undefined) isMet ||= fits;
        if (fits) branch.body.render(scope, out);
      }
    },
    blank,
  );
};

/** The words `empty` and `blank` are questions in a `when` alone. */
function equals(subject: Ruby, value: Ruby, scope: Scope): boolean {
  return !(subject instanceof Literal) && isSame(subject, value, scope);
}

function whenValues(markup: string): readonly string[] {
  const values: string[] = [];
  for (let rest: string | undefined = markup; rest !== undefined; ) {
    const match = WHEN.exec(rest);
    if (match === null) throw new LiquidFault("A when has no value", "Write it as {% when value %}");
    values.push(match[1] ?? "");
    rest = match[2];
  }
  return values;
}
