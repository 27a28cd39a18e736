/** jekyll-avatar: `{% avatar hubot size=80 %}`, the picture of a user of GitHub in four densities. */
import { crc32 } from "node:zlib";
import { renderToText } from "../jekyll/body.ts";
import { parseExpression } from "../jekyll/expression.ts";
import { node, type TagReader } from "../jekyll/tag.ts";

/** Width and height in px where the tag says nothing. */
const DEFAULT_SIZE = 40;
/** Below it the picture has a class of its own. */
const SMALL_SIZE = 48;
const SERVERS = 4;

/**
 * The user is the first word of what the tag's text renders to, or the variable named as in `user=page.author`, whose name stands where
 * it has no value. The variable and the size are read from the text as it is written.
 */
export const readAvatar: TagReader = ({ token, parser }) => {
  const markup = parser.parseFragment(token.markup, token);
  const variable = /\buser=([\w.]+)\b/.exec(token.markup)?.[1];
  const evaluate = variable === undefined ? undefined : parseExpression(variable);
  const size = Number(/\bsize=(\d+)\b/i.exec(token.markup)?.[1] ?? DEFAULT_SIZE);
  return node(token, (scope, out) => {
    const text = renderToText(markup, scope);
    const word = text.trim().split(/\s+/)[0] ?? "";
    const user = evaluate === undefined ? word.replace(/^@/, "") : scope.text(evaluate(scope) || (variable ?? ""));
    const path = (scale: number) => `${user}?v=3&s=${size * scale}`;
    const host = `https://avatars${crc32(path(1)) % SERVERS}.githubusercontent.com/`;
    const set = [1, 2, 3, 4].map((scale) => `${host}${path(scale)} ${scale}x`).join(", ");
    const lazy = text.includes("lazy=true");
    const sources = lazy
      ? `src="" data-src="${host}${path(1)}" data-srcset="${set}"`
      : `src="${host}${path(1)}" srcset="${set}"`;
    const classes = size < SMALL_SIZE ? "avatar avatar-small" : "avatar";
    const dimensions = `width="${size}" height="${size}"`;
    out.write(`<img class="${classes}" alt="${user}" ${dimensions} data-proofer-ignore="true" ${sources} />`);
  });
};
