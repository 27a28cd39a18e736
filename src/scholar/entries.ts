/** Entries as they were parsed → publications: cross-references, names and dates; what is odd about them is told. */

import { grouped } from "../grouped.ts";
import { fingerprint } from "../hash.ts";
import { nearest } from "../nearest.ts";
import { wordSet } from "../word-set.ts";
import type { RawEntry } from "./bib-source.ts";
import { issuedOf } from "./dates.ts";
import { withJournalNames } from "./journals.ts";
import { fieldNames, isKnownField, knownTypes } from "./known.ts";
import type { BibProblem, Publication } from "./model.ts";
import { isMisdivided, parseNames } from "./names.ts";
import { texToText } from "./tex.ts";

/** What belongs to a collection and not to each part of it. */
const notInherited = wordSet(
  `title subtitle author crossref abstract pdf html doi pages preview selected bibtex_show slides poster video code supp blog
  website award award_name annotation additional_info note key shorttitle abbr_link isbn_link`,
);

/** The publications of one file, in its order, and what an author should know of its entries. @param file as messages name it */
export function toPublications(
  raw: readonly RawEntry[],
  file: string,
): { readonly entries: readonly Publication[]; readonly problems: readonly BibProblem[] } {
  const problems: BibProblem[] = [];
  const tell: Tell = (line, problem, help) => {
    problems.push({ file, line, column: 1, problem, help, excerpt: "" });
  };
  const byKey = new Map<string, RawEntry>();
  for (const entry of raw.toReversed()) byKey.set(entry.key.toLowerCase(), entry);
  const keys = new Set<string>();
  const entries = raw.map((entry): Publication => {
    const key = uniqueKey(entry, keys, byKey, tell);
    tellOddities(entry, key, tell);
    const fields = withJournalNames(inherited(entry, byKey, tell));
    const authors = parseNames(fields.author ?? "");
    const publication = {
      key,
      type: entry.type,
      file,
      line: entry.line,
      fields,
      lines: entry.lines,
      authors: authors.names,
      editors: parseNames(fields.editor ?? "").names,
      title: plainTitle(key, fields),
      summary: summaryOf(fields.abstract ?? ""),
      moreAuthors: authors.others,
      ...issuedOf(fields),
    };
    return { ...publication, print: fingerprint(JSON.stringify(publication)) };
  });
  tellUnknownFields(raw, tell);
  return { entries, problems };
}

type Tell = (line: number, problem: string, help: string) => void;

/** A type that nobody knows, and names that look as if "and" were missing between them. */
function tellOddities({ type, line, lines, fields }: RawEntry, key: string, tell: Tell): void {
  if (!knownTypes.has(type))
    tell(
      line,
      `The type @${type} of ${key} is not known`,
      "It is shown as @misc would be; see whether the name is misspelt",
    );
  for (const name of ["author", "editor"])
    if (isMisdivided(fields[name] ?? ""))
      tell(
        lines[name] ?? line,
        `The field ${name} of ${key} is taken for fewer names than it seems to hold`,
        'Write "and" between names',
      );
}

/** Each field that nobody knows, once, where it stands first. */
function tellUnknownFields(raw: readonly RawEntry[], tell: Tell): void {
  const named = raw.flatMap((entry) => Object.keys(entry.fields).map((name) => ({ name, entry })));
  const unknown = grouped(
    named.filter(({ name }) => !isKnownField(name)),
    ({ name }) => name,
  );
  for (const [name, [{ entry }, ...others]] of unknown) {
    const guess = nearest(name, fieldNames);
    const times = others.length === 0 ? "" : ` (${others.length + 1} entries have it)`;
    const help =
      guess === undefined ? "It shows in the BibTeX alone" : `Did you mean "${guess}"? It shows in the BibTeX alone`;
    tell(entry.lines[name] ?? entry.line, `The field ${name} is not known${times}`, help);
  }
}

function uniqueKey(entry: RawEntry, keys: Set<string>, byKey: ReadonlyMap<string, RawEntry>, tell: Tell): string {
  const own = entry.key === "" ? `line-${entry.line}` : entry.key;
  if (entry.key === "")
    tell(entry.line, "The entry has no key", "Write it as @article{key, …}, so that it can be cited");
  let key = own;
  for (let count = 2; keys.has(key); count++) key = `${own}-${count}`;
  keys.add(key);
  if (key !== own) {
    const first = byKey.get(own.toLowerCase())?.line;
    tell(
      entry.line,
      `The key ${own} is that of line ${first} already`,
      `Give one of them another key; this one is ${key} for now`,
    );
  }
  return key;
}

/** The fields with those of the entry that `crossref` names, where they are missing. */
function inherited(
  entry: RawEntry,
  byKey: ReadonlyMap<string, RawEntry>,
  tell: Tell,
): Readonly<Record<string, string>> {
  const name = entry.fields.crossref;
  if (name === undefined) return entry.fields;
  const parent = byKey.get(name.trim().toLowerCase());
  if (parent === undefined || parent === entry) {
    const line = entry.lines.crossref ?? entry.line;
    tell(
      line,
      `crossref of ${entry.key} names ${name}, which is not in this file`,
      "Correct the key, or add the entry",
    );
    return entry.fields;
  }
  const given = Object.entries(parent.fields).filter(([field]) => !notInherited.has(field));
  const { title } = parent.fields;
  return { ...(title !== undefined && { booktitle: title }), ...Object.fromEntries(given), ...entry.fields };
}

function plainTitle(key: string, { title = "", subtitle = "" }: Readonly<Record<string, string>>): string {
  return [texToText(title).trim() || key, texToText(subtitle).trim()].filter(Boolean).join(": ");
}

/** Letters of a summary, about. */
const SHORT = 200;

function summaryOf(abstract: string): string {
  const text = texToText(abstract.slice(0, 2 * SHORT)).replace(/\s+/g, " ");
  return text.length <= SHORT ? text : `${text.slice(0, SHORT).replace(/\s+\S*$/, "")} …`;
}
