/** `{% capture name %} … {% endcapture %}` */
import { renderToText } from "../body.ts";
import { LiquidFault } from "../errors.ts";
import { TARGET } from "../patterns.ts";
import { node, type TagReader } from "../tag.ts";

export const readCapture: TagReader = ({ token, rest, parser }) => {
  const target = TARGET.exec(token.markup)?.[0];
  if (target === undefined) throw new LiquidFault("A capture has no name", "Write it as {% capture name %}");
  const body = parser.block(token, rest);
  return node(
    token,
    (scope) => {
      const text = renderToText(body, scope);
      scope.charge(text);
      scope.assign(target, text);
    },
    true,
  );
};
