/** jekyll-last-modified-at's `{% last_modified_at %}` and `{% last_modified_at %Y-%m-%d %}`. */
import { formatTime } from "../jekyll/strftime.ts";
import { node, type TagReader } from "../jekyll/tag.ts";
import { isTime } from "../jekyll/values.ts";
import { dig, pageOf, siteOf } from "./templates.ts";

const DEFAULT_FORMAT = "%d-%b-%y";

export const readLastModifiedAt: TagReader = ({ token }) => {
  const own = token.markup.trim();
  return node(token, (scope, out) => {
    const time = dig(pageOf(scope), "last_modified_at");
    if (!isTime(time)) return;
    const sites = scope.text(dig(siteOf(scope), "last-modified-at", "date-format"));
    out.write(formatTime(time, own || sites || DEFAULT_FORMAT, scope.zone));
  });
};
