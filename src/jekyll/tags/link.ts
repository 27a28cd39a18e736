/** `{% link _posts/2020-01-02-name.md %}` and `{% post_url 2020-01-02-name %}` (Jekyll 4.3): URLs with baseurl. */

import { strip } from "../blank.ts";
import { renderToText } from "../body.ts";
import { LiquidFault } from "../errors.ts";
import { node, type TagReader } from "../tag.ts";

export const readLink: TagReader = ({ token, parser }) => {
  const path = parser.parseFragment(strip(token.markup), token);
  return node(token, (scope, out) => {
    const wanted = renderToText(path, scope);
    const url = scope.services.linkTo(wanted);
    if (url === undefined) {
      throw new LiquidFault(
        `{% link ${wanted} %} leads to no file of the site`,
        "Give the file's path from the site's folder, with its extension",
      );
    }
    out.write(url);
  });
};

export const readPostUrl: TagReader = ({ token, parser }) => {
  const name = parser.parseFragment(strip(token.markup), token);
  return node(token, (scope, out) => {
    const wanted = renderToText(name, scope);
    const url = scope.services.postUrl(wanted);
    if (url === undefined) {
      throw new LiquidFault(
        `{% post_url ${wanted} %} leads to no post`,
        "Give the post's file name with its date, without the extension",
      );
    }
    out.write(url);
  });
};
