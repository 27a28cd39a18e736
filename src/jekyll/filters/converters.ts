/** Filters that hand a value to another language: Markdown, Sass, JSON. */
import { inspect, toJson } from "../text.ts";
import { type FilterTable, filter, unsuited } from "./define.ts";
import { escapeXml } from "./escapes.ts";

function sass(name: string, syntax: "scss" | "indented") {
  return filter(0, 0, (scope, input) => {
    if (typeof input !== "string") throw unsuited(name, "a text");
    return scope.services.converters.sass(input, syntax);
  });
}

export const converterFilters: FilterTable = {
  markdownify: filter(0, 0, (scope, input) => {
    const html = scope.services.converters.markdownify(scope.text(input));
    return html === "" ? "\n" : html;
  }),
  smartify: filter(0, 0, (scope, input) => scope.services.converters.smartify(scope.text(input))),
  sassify: sass("sassify", "indented"),
  scssify: sass("scssify", "scss"),
  jsonify: filter(0, 0, (scope, input) => toJson(input, scope.zone)),
  inspect: filter(0, 0, (scope, input) => escapeXml(inspect(input, scope.zone))),
};
