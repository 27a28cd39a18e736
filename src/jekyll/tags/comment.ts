/** `{% comment %} … {% endcomment %}`, whatever stands in it, and `{% # a remark %}`. */
import { LiquidFault } from "../errors.ts";
import { node, type TagReader } from "../tag.ts";
import { TagToken } from "../tokens.ts";

export const readComment: TagReader = ({ token, rest }) => {
  for (let depth = 1; depth > 0; ) {
    const { value: next } = rest.next();
    if (next === undefined) {
      throw new LiquidFault("{% comment %} is never closed", "Write {% endcomment %} where it ends");
    }
    if (!(next instanceof TagToken)) continue;
    if (next.name === "comment") depth++;
    if (next.name === "endcomment") depth--;
  }
  return node(token, () => undefined, true);
};

export const readRemark: TagReader = ({ token }) => {
  if (/\n[ \t\r\n\f\v]*[^# \t\r\n\f\v]/.test(token.markup)) {
    throw new LiquidFault("A line of a remark does not begin with #", "Begin every line of {% # … %} with #");
  }
  return node(token, () => undefined, true);
};
