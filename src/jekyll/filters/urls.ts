/** Filters of URLs (Jekyll 4.3, `URLFilters`), with the normal form that Ruby's Addressable gives them. */

import type { Scope } from "../scope.ts";
import { absoluteUrl, relativeUrl } from "../urls.ts";
import { Drop, type Ruby } from "../values.ts";
import { type FilterTable, filter } from "./define.ts";

/** What stands for a document is its URL. */
function textOf(scope: Scope, input: Ruby): string {
  const url = input instanceof Drop && !input.isHash && input.has("url") ? input.get("url") : input;
  return scope.text(url);
}

export const urlFilters: FilterTable = {
  relative_url: filter(0, 0, (scope, input) =>
    input === null ? null : relativeUrl(textOf(scope, input), scope.services.base),
  ),
  absolute_url: filter(0, 0, (scope, input) =>
    input === null ? null : absoluteUrl(textOf(scope, input), scope.services.base),
  ),
  strip_index: filter(0, 0, (scope, input) => {
    const text = scope.text(input);
    return text === "" ? null : text.replace(/\/index\.html?$/m, "/");
  }),
};
