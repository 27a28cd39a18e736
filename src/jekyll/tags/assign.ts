/** `{% assign name = value | filters %}` */
import { LiquidFault } from "../errors.ts";
import { TARGET } from "../patterns.ts";
import { node, type TagReader } from "../tag.ts";

const SYNTAX = /(\(?[\w\-.[\]]\)?)+[ \t\r\n\f\v]*=[ \t\r\n\f\v]*(.*)[ \t\r\n\f\v]*/s;

export const readAssign: TagReader = ({ token, parser }) => {
  const match = SYNTAX.exec(token.markup);
  const target = TARGET.exec(match?.[0] ?? "")?.[0];
  if (match === null || target === undefined) {
    throw new LiquidFault(
      `"{% assign ${token.markup.trim()} %}" assigns nothing`,
      "Write it as {% assign name = value %}",
    );
  }
  const value = parser.filtered(match[2] ?? "", token);
  return node(token, (scope) => scope.assign(target, value(scope)), true);
};
