/** `{% liquid … %}`: a tag a line. */
import { node, type TagReader } from "../tag.ts";
import { tokenizeLines } from "../tokens.ts";

export const readLiquid: TagReader = ({ token, parser }) => {
  const body = parser.parseTokens(tokenizeLines(token), token);
  return node(token, (scope, out) => body.render(scope, out), body.blank);
};
