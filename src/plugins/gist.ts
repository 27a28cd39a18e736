/** jekyll-gist: `{% gist user/1234 file.rb %}`. The text for browsers without scripts, which the gem fetches, is left out. */
import { LiquidFault } from "../jekyll/errors.ts";
import { parseExpression } from "../jekyll/expression.ts";
import { node, type TagReader } from "../jekyll/tag.ts";

export const readGist: TagReader = ({ token }) => {
  const match = /^(\S+|.*(?=\/).+)\s?(\S*)$/.exec(token.markup.trim());
  if (match === null) throw new LiquidFault("{% gist %} names no gist", "Write it as {% gist user/1234567 %}");
  const [, gist = "", file = ""] = match;
  return node(token, (scope, out) => {
    // What is the name of a variable stands for its value.
    const [id = "", name = ""] = [gist.trim(), file].map((word) => scope.text(parseExpression(word)(scope)) || word);
    const url = `https://gist.github.com/${id}.js${name === "" ? "" : `?file=${name}`}`;
    out.write(`<script src="${url}"> </script>`);
  });
};
