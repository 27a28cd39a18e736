/** `{% increment name %}` and `{% decrement name %}`: counters of their own, which a variable of that name hides. */
import { strip } from "../blank.ts";
import type { Scope } from "../scope.ts";
import { node, type TagReader } from "../tag.ts";

export const readIncrement: TagReader = ({ token }) => {
  const name = strip(token.markup);
  return node(token, (scope, out) => {
    const value = counter(scope, name);
    scope.payload.set(name, value + 1);
    out.write(String(value));
  });
};

export const readDecrement: TagReader = ({ token }) => {
  const name = strip(token.markup);
  return node(token, (scope, out) => {
    const value = counter(scope, name) - 1;
    scope.payload.set(name, value);
    out.write(String(value));
  });
};

function counter(scope: Scope, name: string): number {
  const value = scope.payload.get(name);
  return typeof value === "number" ? value : 0;
}
