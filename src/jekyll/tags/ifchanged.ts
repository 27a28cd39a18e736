/** `{% ifchanged %} … {% endifchanged %}`: printed where it is not what the last one printed. */
import { renderToText } from "../body.ts";
import { node, type TagReader } from "../tag.ts";

export const readIfChanged: TagReader = ({ token, rest, parser }) => {
  const body = parser.block(token, rest);
  return node(
    token,
    (scope, out) => {
      const text = renderToText(body, scope);
      if (text === scope.changed) return;
      scope.changed = text;
      out.write(text);
    },
    body.blank,
  );
};
