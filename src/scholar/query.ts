/** Which publications a list shows, and in which order: jekyll-scholar's queries (bibtex-ruby's `matches?`), sorting and grouping. */
import { escapePattern } from "../escape-pattern.ts";
import { grouped } from "../grouped.ts";
import { MONTHS } from "./dates.ts";
import type { Bibliography, Publication, PublicationGroup, PublicationQuery } from "./model.ts";
import { nameText } from "./name-text.ts";
import type { ScholarSettings } from "./settings.ts";
import { monthName } from "./styles/date-text.ts";
import { englishWords, wordsOfLocale } from "./styles/words.ts";
import { texToText } from "./tex.ts";

/** The entries of the files that are named, or of the site's own list; `missing` names files that are not there. */
export function entriesOf(
  { files }: Bibliography,
  names: readonly string[] | undefined,
  settings: ScholarSettings,
): { readonly entries: readonly Publication[]; readonly missing: readonly string[] } {
  const wanted = names ?? settings.bibliography;
  const inSource = files.filter(({ file }) => file.startsWith(`${settings.source}/`));
  if (wanted.length === 0) return { entries: inSource.flatMap(({ entries }) => entries), missing: [] };
  const found = wanted.map((name) => files.filter(({ file }) => isNamed(file, name, settings.source)));
  return {
    entries: [...new Set(found.flat())].flatMap(({ entries }) => entries),
    missing: wanted.filter((_, index) => found[index]?.length === 0),
  };
}

/** Whether a file is the one that is named: with or without its extension, from its folder or from the source. */
function isNamed(file: string, name: string, source: string): boolean {
  const plain = name.replace(/^\.?\//, "");
  const pattern = plain
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("**/", "*")
    .replaceAll("*", ".*");
  const named = new RegExp(`^${pattern}(?:\\.bib|\\.bibtex)?$`);
  const inSource = file.startsWith(`${source}/`) ? file.slice(source.length + 1) : undefined;
  return (
    named.test(file) ||
    (inSource !== undefined && named.test(inSource)) ||
    named.test(file.slice(file.lastIndexOf("/") + 1))
  );
}

/** White space and the case of letters do not count, as in bibtex-ruby's `uniq!`. */
function withoutDuplicates(entries: readonly Publication[], names: readonly string[]): readonly Publication[] {
  const seen = new Set<string>();
  return entries.filter(({ type, fields }) => {
    const text = [type, ...names.map((name) => fields[name] ?? "")].join("|").replace(/\s+/g, "").toLowerCase();
    return !seen.has(text) && seen.add(text);
  });
}

/** The list that a query asks for, sorted and grouped. */
export function selectPublications(
  entries: readonly Publication[],
  query: PublicationQuery,
  settings: ScholarSettings,
): readonly PublicationGroup[] {
  const matches = compileQuery(query.query ?? settings.query);
  const unique = query.unique ?? settings.unique;
  const matching = (unique === undefined ? entries : withoutDuplicates(entries, unique)).filter(matches);
  const chosen = query.keys
    ? query.keys.flatMap((key) => matching.find((entry) => entry.key === key) ?? [])
    : sortEntries(
        query.among === undefined ? matching : matching.filter(({ key }) => query.among?.includes(key)),
        settings.sortBy,
        settings.order,
      );
  // Groups are never cut, as in the gem; years that nobody asked for do not keep a list from it.
  const isCut = query.max !== undefined || query.offset !== undefined;
  const groupBy = query.groupBy ?? (isCut && !settings.asksForGroups ? "none" : settings.groupBy);
  if (groupBy !== "none") {
    // Newest first is Octavo's own list; who asks for groups gets the gem's order.
    const order = query.groupOrder ?? (query.groupBy === undefined ? settings.groupOrder : settings.askedGroupOrder);
    return group(chosen, groupBy.split(/\s*,\s*/), order.split(/\s*,\s*/), settings);
  }
  const offset = query.offset ?? 0;
  return [
    {
      name: "",
      publications: chosen.slice(offset, query.max === undefined ? undefined : offset + query.max),
      groups: [],
    },
  ];
}

/** `@article[year>=2020 && author ^= Poe], !@book`; conditions by `,` or `&&` within `||`. Anything else is a key. */
export function compileQuery(query: string): (entry: Publication) => boolean {
  const text = query.trim().replace(/^(["'])(.*)\1$/s, "$2");
  if (text === "") return () => true;
  const selectors = [...text.matchAll(/(!)?@(\*|[\w-]+)(?:\[([^\]]*)\])?/g)];
  if (selectors.length === 0) return ({ key }) => key === text;
  const tests = selectors.map(([, not, type = "*", conditions = ""]) => {
    const ways = conditions.split("||").map((way) => way.split(/,|&&/).flatMap(compileCondition));
    return (entry: Publication) => {
      const isType = /^(?:\*|entry)$/i.test(type) || entry.type === type.toLowerCase();
      return (
        isType === (not === undefined) &&
        (conditions.trim() === "" || ways.some((all) => all.every((test) => test(entry))))
      );
    };
  });
  return (entry) => tests.some((test) => test(entry));
}

type Test = (entry: Publication) => boolean;

function compileCondition(condition: string): readonly Test[] {
  const [, name = "", operator, rest = ""] =
    /^\s*([\w-]+)\s*(?:([!~/^<>]?=|!~|=~|<|>)\s*([\s\S]*))?$/.exec(condition) ?? [];
  if (name === "") return [];
  const property = name.toLowerCase();
  if (operator === undefined) return [(entry) => entry.fields[property] !== undefined];
  const value = rest.trim().replace(/^(["'])(.*)\1$/s, "$2");
  const compareTo = (test: (actual: string) => boolean, absent: boolean): readonly Test[] => [
    (entry) => {
      const actual = propertyOf(entry, property);
      return actual === undefined ? absent : test(actual);
    },
  ];
  switch (operator) {
    case "!=":
    case "/=":
      return compareTo((actual) => actual !== value, true);
    case "^=":
      return compareTo((actual) => pattern(`^(?:${value})`, value).test(actual), false);
    case "~=":
    case "=~":
      return compareTo((actual) => pattern(value, value).test(actual), false);
    case "!~":
      return compareTo((actual) => !pattern(value, value).test(actual), true);
    case "<":
      return compareTo((actual) => compareValues(actual, value) < 0, false);
    case ">":
      return compareTo((actual) => compareValues(actual, value) > 0, false);
    case "<=":
      return compareTo((actual) => compareValues(actual, value) <= 0, false);
    case ">=":
      return compareTo((actual) => compareValues(actual, value) >= 0, false);
    default:
      return compareTo((actual) => actual === value, false);
  }
}

function propertyOf(entry: Publication, name: string): string | undefined {
  if (name === "key") return entry.key;
  if (name === "year") return entry.year === "" ? undefined : entry.year;
  if (name === "month_numeric") return entry.month === undefined ? undefined : String(entry.month);
  // bibtex-ruby keeps months by their macros.
  if (name === "month" && entry.month !== undefined) return MONTHS[entry.month - 1];
  if (name === "author" && entry.authors.length > 0) return entry.authors.map(nameText).join(" and ");
  if (name === "editor" && entry.editors.length > 0) return entry.editors.map(nameText).join(" and ");
  const value = entry.fields[name];
  return value === undefined ? undefined : texToText(value);
}

/** A regular expression of the author's, or what he wrote letter by letter where it is none. */
function pattern(source: string, literal: string): RegExp {
  try {
    return new RegExp(source.replaceAll("\\A", "^").replaceAll("\\z", "$"));
  } catch {
    return new RegExp(escapePattern(literal));
  }
}

/** Numbers by their size, texts by their letters. */
function compareValues(a: string, b: string): number {
  if (/^\d+$/.test(a) && /^\d+$/.test(b)) return Number(a) - Number(b);
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Sorted by several fields, each in its direction; entries that are equal stay in the order of the file. */
function sortEntries(entries: readonly Publication[], sortBy: string, order: string): readonly Publication[] {
  if (sortBy === "none") return entries;
  const names = sortBy.split(/\s*,\s*/);
  const directions = order.split(/\s*,\s*/).map(direction);
  const keyed = entries.map((entry) => ({ entry, values: names.map((name) => sortValue(entry, name)) }));
  keyed.sort((a, b) => {
    for (let index = 0; index < names.length; index++) {
      const way = directions[index] ?? directions.at(-1) ?? 1;
      const difference = way * compareValues(a.values[index] ?? "", b.values[index] ?? "");
      if (difference !== 0) return difference;
    }
    return 0;
  });
  return keyed.map(({ entry }) => entry);
}

function sortValue(entry: Publication, name: string): string {
  switch (name) {
    case "month":
    case "month_numeric":
      return String(entry.month ?? 0);
    case "type":
      return entry.type;
    case "date":
      return `${entry.year}-${String(entry.month ?? 0).padStart(2, "0")}-${String(entry.day ?? 0).padStart(2, "0")}`;
    case "name":
      return byName(entry).toLowerCase();
    default:
      return propertyOf(entry, name) ?? "";
  }
}

/** jekyll-scholar's `name`: whoever stands for the entry. */
function byName({ authors, editors, fields }: Publication): string {
  const names = authors.length > 0 ? authors : editors;
  if (names.length > 0) return names.map(nameText).join(" and ");
  return texToText(fields.institution ?? fields.organization ?? fields.publisher ?? "");
}

function direction(order: string): 1 | -1 {
  return /^(?:desc|reverse)/i.test(order) ? -1 : 1;
}

function group(
  entries: readonly Publication[],
  names: readonly string[],
  orders: readonly string[],
  settings: ScholarSettings,
): readonly PublicationGroup[] {
  const [name = "year", ...rest] = names;
  const way = direction(orders[0] ?? "ascending");
  const groupKey = (entry: Publication): string =>
    name === "type" ? (settings.typeAliases[entry.type] ?? entry.type) : sortValue(entry, name);
  const ordered = [...grouped(entries, groupKey)].sort(
    ([a], [b]) => way * (name === "type" ? compareTypes(a, b, settings) : compareValues(a, b)),
  );
  const furtherOrders = orders.length > 1 ? orders.slice(1) : orders;
  return ordered.map(([value, list]) => ({
    name: groupName(name, value, settings),
    publications: rest.length === 0 ? list : [],
    groups: rest.length === 0 ? [] : group(list, rest, furtherOrders, settings),
  }));
}

/** Types that `type_order` does not name come after those that it names, in the order of the file. */
function compareTypes(a: string, b: string, { typeOrder }: ScholarSettings): number {
  const place = (type: string): number => (typeOrder.includes(type) ? typeOrder.indexOf(type) : typeOrder.length);
  return place(a) - place(b);
}

function groupName(name: string, value: string, settings: ScholarSettings): string {
  if (name === "type") return settings.typeNames[value] ?? value;
  if (name === "month" || name === "month_numeric")
    return value === "0"
      ? "(unknown)"
      : (settings.monthNames[Number(value) - 1] ??
          monthName(wordsOfLocale(settings.locale) ?? englishWords, Number(value), "long"));
  return value === "" ? "Undated" : value;
}
