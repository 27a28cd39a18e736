/**
 * `bibliography_template` of jekyll-scholar where it is a text of Liquid (lib/jekyll/scholar/utilities.rb, `reference_data` and
 * `liquidify`): what stands around `{{ reference }}`, and the fields that it names.
 */
import { escapeHtml } from "../html.ts";
import { renderToText } from "../jekyll/body.ts";
import type { Ruby } from "../jekyll/values.ts";
import { toBibtex } from "./export.ts";
import { plainUrl } from "./identifiers.ts";
import type { Name, Publication } from "./model.ts";
import { nameText } from "./name-text.ts";
import type { Call } from "./tag-call.ts";
import { type MathPrinter, texToHtml } from "./tex.ts";

/** What the gem leaves out of `entry.bibtex`. */
const SKIPPED = ["abstract", "month_numeric"];

/** One entry by a template of the site. @param reference HTML @param index 1-based @param details URL of its page, or "" */
export type EntryTemplate = (entry: Publication, reference: string, index: number, details: string) => string;

/** Reads a template: what is wrong in it is told of the tag. */
export function entryTemplate(text: string, { scope, fragment, library }: Call): EntryTemplate {
  const body = fragment(text);
  return (entry, reference, index, details) =>
    scope.nest(() => {
      const { key, type } = entry;
      const values = { reference, index, key, type, details, entry: fieldsOf(entry, library.math) };
      for (const [name, value] of Object.entries(values)) scope.set(name, value);
      return renderToText(body, scope);
    });
}

function fieldsOf(entry: Publication, math: MathPrinter): Map<string, Ruby> {
  const { key, type, fields, year, authors, editors } = entry;
  const values = new Map<string, Ruby>(
    Object.entries(fields).map(([name, value]) => [
      name,
      /^\s*(?:\\url|https?:)/.test(value) ? escapeHtml(plainUrl(value)) : texToHtml(value, math),
    ]),
  );
  values.set("key", key).set("type", type).set("bibtex", toBibtex(entry, SKIPPED));
  if (year !== "") values.set("year", escapeHtml(year));
  for (const [name, people] of [["author", authors] as const, ["editor", editors] as const]) {
    if (people.length === 0) continue;
    const parts = people.map(partsOf);
    values.set(name, people.map((person) => escapeHtml(nameText(person))).join(" and "));
    values.set(`${name}_array`, parts);
    for (const [index, person] of parts.entries())
      for (const [part, text] of person) values.set(`${name}_${index}_${part}`, text);
  }
  return values;
}

/** A name in bibtex-ruby's parts. */
function partsOf({ given, particle, family, suffix, marks }: Name): Map<string, Ruby> {
  const parts = { first: given, last: family + marks, prefix: particle, suffix };
  return new Map(Object.entries(parts).map(([part, text]) => [part, escapeHtml(text)]));
}
