/** `{% if a %} … {% elsif b %} … {% else %} … {% endif %}` and `{% unless a %}`. */
import type { Body } from "../body.ts";
import { parseCondition, type Test } from "../condition.ts";
import { node, type TagReader, type TagSource } from "../tag.ts";
import type { TagToken } from "../tokens.ts";

interface Branch {
  readonly test: Test;
  readonly body: Body;
}

export const readIf: TagReader = (source) => readBranches(source, (test) => test);

/** Only the first condition is turned round. */
export const readUnless: TagReader = (source) => readBranches(source, (test) => (scope) => !test(scope));

function readBranches({ token, rest, parser }: TagSource, first: (test: Test) => Test): ReturnType<TagReader> {
  const branches: Branch[] = [];
  const open = (next: TagToken, test: Test): Body => {
    const body = parser.body(next);
    branches.push({ test, body });
    return body;
  };
  const condition = (next: TagToken) => parseCondition(next.markup, parser.leniency(next));
  const others = {
    elsif: (next: TagToken) => open(next, condition(next)),
    else: (next: TagToken) => open(next, () => true),
  };
  parser.block(token, rest, others, open(token, first(condition(token))));
  const blank = branches.every(({ body }) => body.blank);
  if (blank) for (const { body } of branches) body.dropText();
  return node(token, (scope, out) => branches.find(({ test }) => test(scope))?.body.render(scope, out), blank);
}
