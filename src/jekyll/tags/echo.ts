/** `{% echo value | filters %}`: an output where braces cannot stand. */
import { node, type TagReader } from "../tag.ts";

export const readEcho: TagReader = ({ token, parser }) => {
  const value = parser.filtered(token.markup, token);
  return node(token, (scope, out) => out.write(scope.output(value(scope))));
};
