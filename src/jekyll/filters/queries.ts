/** Filters that look for items and group them (Jekyll 4.3, `where` to `group_by_exp`). */
import { parseStrictCondition, type Test } from "../condition.ts";
import { parseFiltered } from "../filtered.ts";
import { Leniency } from "../lax.ts";
import type { Scope } from "../scope.ts";
import { inspect, joinList } from "../text.ts";
import {
  Drop,
  hashKeys,
  hashPairs,
  hashValues,
  isHash,
  isList,
  Literal,
  Range,
  type Ruby,
  rangeItems,
} from "../values.ts";
import { type FilterTable, filter } from "./define.ts";
import { identity } from "./lists.ts";
import { propertyOf } from "./properties.ts";

/** What can be searched: lists, and hashes by their values; undefined for anything else, which a filter gives back as it is. */
function searchable(input: Ruby): readonly Ruby[] | undefined {
  if (isList(input)) return input;
  if (isHash(input)) return hashValues(input);
  if (input instanceof Range) return rangeItems(input);
  return input instanceof Drop && input.isEnumerable ? hashKeys(input) : undefined;
}

/** Compared as text; a list matches by any of its items, nothing but nil matches nil. */
function matches(value: Ruby, target: Ruby, scope: Scope): boolean {
  if (target === null) return value === null;
  if (target instanceof Literal) return value === "" || joinList(listOf(value), "", scope.zone) === "";
  const text = scope.text(target);
  if (typeof value === "string") return value === text;
  return listOf(value).some((item) => scope.text(item) === text);
}

/** Ruby's `Array(value)`. */
function listOf(value: Ruby): readonly Ruby[] {
  if (isList(value)) return value;
  if (value === null) return [];
  return isHash(value) ? hashPairs(value) : [value];
}

type Search = (items: readonly Ruby[], test: (item: Ruby) => boolean) => Ruby;

const all: Search = (items, test) => items.filter(test);
const first: Search = (items, test) => items.find(test) ?? null;

function byProperty(search: Search, remember: "remembered" | "forgotten") {
  return filter(2, 2, (scope, input, property = null, target = null) => {
    if (property === null || property === false || isList(target) || isHash(target)) return input;
    const items = searchable(input);
    if (items === undefined) return input;
    const run = () => search(items, (item) => matches(propertyOf(item, property, scope), target, scope));
    if (remember === "forgotten" || items !== input) return run();
    // Layouts ask the same of the same list on every page.
    const key = `${scope.text(property)}\n${inspect(target, scope.zone)}`;
    const known = scope.services.searches.get(items) ?? new Map<string, Ruby>();
    const found = known.get(key) ?? run();
    scope.services.searches.set(items, known.set(key, found));
    return found;
  });
}

function byExpression(search: Search) {
  return filter(2, 2, (scope, input, variable = null, expression = null) => {
    const items = searchable(input);
    if (items === undefined) return input;
    const test: Test = parseStrictCondition(scope.text(expression));
    const name = scope.text(variable);
    return scope.nest(() =>
      search(items, (item) => {
        scope.set(name, item);
        return test(scope);
      }),
    );
  });
}

/** Lists of items under a name each, in the order the names come up. */
function group(items: readonly Ruby[], nameOf: (item: Ruby) => Ruby, zone: string): Ruby {
  const groups = new Map<unknown, { readonly name: Ruby; readonly items: Ruby[] }>();
  for (const item of items) {
    const name = nameOf(item);
    const key = identity(name, zone);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { name, items: [item] });
    else known.items.push(item);
  }
  return [...groups.values()].map(({ name, items: members }) => ({ name, items: members, size: members.length }));
}

/** What can be grouped: a hash by its pairs. */
function groupable(input: Ruby): readonly Ruby[] | undefined {
  return isHash(input) ? hashPairs(input) : searchable(input);
}

const silent = new Leniency("lax", () => undefined);

export const queryFilters: FilterTable = {
  where: byProperty(all, "remembered"),
  find: byProperty(first, "forgotten"),
  where_exp: byExpression(all),
  find_exp: byExpression(first),
  group_by: filter(1, 1, (scope, input, property = null) => {
    const items = groupable(input);
    if (items === undefined) return input;
    return group(items, (item) => scope.text(propertyOf(item, property, scope)), scope.zone);
  }),
  group_by_exp: filter(2, 2, (scope, input, variable = null, expression = null) => {
    const items = groupable(input);
    if (items === undefined) return input;
    const value = parseFiltered(scope.text(expression), silent, () => {});
    const name = scope.text(variable);
    return scope.nest(() =>
      group(
        items,
        (item) => {
          scope.set(name, item);
          return value(scope);
        },
        scope.zone,
      ),
    );
  }),
};
