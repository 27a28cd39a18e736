/** How a tag of jekyll-scholar's is read: its keys and options, and the bibliography that it asks. */

import { type Body, renderToText } from "../jekyll/body.ts";
import { parseExpression } from "../jekyll/expression.ts";
import type { Scope } from "../jekyll/scope.ts";
import type { TagSource } from "../jekyll/tag.ts";
import type { Helpers } from "../layout.ts";
import type { Library } from "./library.ts";
import type { Publication } from "./model.ts";
import { readOptions, splitKeys, type TagOptions } from "./options.ts";

/** What a tag is given when it prints. */
export interface Call {
  readonly library: Library;
  readonly helpers: Helpers;
  readonly scope: Scope;
  readonly keys: readonly string[];
  readonly options: TagOptions;
  readonly warn: (problem: string, help: string) => void;
  /** Reads Liquid that stands elsewhere: what goes wrong in it is told of the tag. */
  readonly fragment: (markup: string) => Body;
}

/** What a tag prints; "", and a warning, where the site has no bibliography. Options that no tag has are told. */
export function callTag(
  { token, parser }: TagSource,
  scope: Scope,
  helpers: Helpers,
  print: (call: Call) => string,
): string {
  const warn = (problem: string, help: string): void => parser.source.warn(token, problem, help);
  const markup = token.markup.includes("{{")
    ? renderToText(parser.parseFragment(token.markup, token), scope)
    : token.markup;
  const { keys, options: rest } = splitKeys(markup);
  const { options, problems } = readOptions(rest);
  for (const problem of problems)
    warn(`{% ${token.name} %} has no option ${problem}`, "See docs/publications.md for its options");
  const library = helpers.library();
  if (library === undefined) {
    warn(
      `{% ${token.name} %} finds no bibliography`,
      "Put a .bib file into _bibliography, or name its folder in scholar.source",
    );
    return "";
  }
  const fragment = (text: string): Body => parser.parseFragment(text, token);
  return print({ library, helpers, scope, keys: keys.map((key) => dereferenced(key, scope)), options, warn, fragment });
}

/** A key may be the name of a variable that holds one. */
function dereferenced(key: string, scope: Scope): string {
  if (!/^[a-z_][\w-]*(?:\.[\w-]+)*$/i.test(key)) return key;
  const [first = ""] = key.split(".");
  if (scope.services.settings.strictVariables) return key;
  const value = scope.find(first) === null ? null : parseExpression(key)(scope);
  return typeof value === "string" && value !== "" ? value : key;
}

/** The entries of the keys; what is not there is told. */
export function entriesOf({ library, keys, options, warn }: Call): readonly Publication[] {
  return keys.flatMap((key) => {
    const entry = library.find(key, options.query.files);
    if (entry === undefined)
      warn(
        `There is no entry ${key} in the bibliography`,
        library.guess(key) ?? "Correct the key, or add the entry to the .bib file",
      );
    return entry ?? [];
  });
}
