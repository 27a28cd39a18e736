/**
 * What a site adds to its configuration of Eleventy, in its Liquid: filters, shortcodes and paired shortcodes
 * (www.11ty.dev/docs/filters, www.11ty.dev/docs/shortcodes). They are given plain values: texts, numbers, `Date`s, arrays, objects.
 */
import { DateTime } from "luxon";
import { messageOf } from "../errors.ts";
import { strip } from "./blank.ts";
import { renderToText } from "./body.ts";
import { LiquidFault } from "./errors.ts";
import { parseExpression } from "./expression.ts";
import type { Scope } from "./scope.ts";
import type { Filters } from "./services.ts";
import { node, type TagReader } from "./tag.ts";
import { toJson } from "./text.ts";
import { isNumeric, isTime, numeric, type Ruby } from "./values.ts";

/** What `this` is in a filter or a shortcode that is a `function`; an arrow function has none. */
export interface LiquidThis {
  /** The value of a Liquid variable: `get("page.url")`, `get("site.baseurl")`; null where there is none. */
  readonly get: (variable: string) => unknown;
  /** What stands behind a shortcode's name, as it was written: `dQw4w9 640` in `{% youtube dQw4w9 640 %}`. Empty in a filter. */
  readonly markup: string;
}

type OwnFunction = (this: LiquidThis, ...given: readonly unknown[]) => unknown;

/** The functions by their names. */
export interface OwnLiquid {
  readonly filters: Readonly<Record<string, OwnFunction>>;
  readonly shortcodes: Readonly<Record<string, OwnFunction>>;
  readonly pairedShortcodes: Readonly<Record<string, OwnFunction>>;
}

/** The site's own filters, for Liquid. */
export function ownFilters({ filters }: OwnLiquid): Filters {
  return new Map(
    Object.entries(filters).map(([name, work]) => {
      const apply = (scope: Scope, ...given: readonly Ruby[]): Ruby =>
        call({ what: `filter ${name}`, work, markup: "" }, scope, given);
      return [name, { least: 0, most: Number.POSITIVE_INFINITY, apply }];
    }),
  );
}

/** The site's own shortcodes as tags. */
export function ownTags({ shortcodes, pairedShortcodes }: OwnLiquid): ReadonlyMap<string, TagReader> {
  return new Map([
    ...Object.entries(shortcodes).map(([name, work]) => [name, shortcode(name, work)] as const),
    ...Object.entries(pairedShortcodes).map(([name, work]) => [name, pairedShortcode(name, work)] as const),
  ]);
}

/** Arguments stand between blanks or commas: `{% user "Zach", post.author %}`. */
const ARGUMENT = /"[^"]*"|'[^']*'|[^\s,]+/g;

function shortcode(name: string, work: OwnFunction): TagReader {
  return ({ token }) => {
    const own = { what: `shortcode ${name}`, work, markup: strip(token.markup) };
    const given = (token.markup.match(ARGUMENT) ?? []).map(parseExpression);
    return node(token, (scope, out) => {
      const values = given.map((evaluate) => evaluate(scope));
      out.write(scope.text(call(own, scope, values)));
    });
  };
}

/** The first argument is what stands between the tags, rendered. */
function pairedShortcode(name: string, work: OwnFunction): TagReader {
  return ({ token, rest, parser }) => {
    const own = { what: `shortcode ${name}`, work, markup: strip(token.markup) };
    const given = (token.markup.match(ARGUMENT) ?? []).map(parseExpression);
    const body = parser.block(token, rest);
    return node(token, (scope, out) => {
      const values = [renderToText(body, scope), ...given.map((evaluate) => evaluate(scope))];
      out.write(scope.text(call(own, scope, values)));
    });
  };
}

interface Own {
  /** As messages name it. */
  readonly what: string;
  readonly work: OwnFunction;
  readonly markup: string;
}

function call({ what, work, markup }: Own, scope: Scope, given: readonly Ruby[]): Ruby {
  const get = (variable: string): unknown => plainOf(parseExpression(variable)(scope), scope.zone);
  let result: unknown;
  try {
    result = work.apply(
      { get, markup },
      given.map((value) => plainOf(value, scope.zone)),
    );
  } catch (error) {
    throw new LiquidFault(
      `The ${what} failed: ${messageOf(error)}`,
      "Correct it in eleventy.config.ts, or what it is given here",
    );
  }
  if (result instanceof Promise) {
    result.catch(() => {});
    throw new LiquidFault(
      `The ${what} is asynchronous`,
      "Liquid does not wait: let it return its value at once, or put what it asks for into _data before the build",
    );
  }
  // What is neither a text, a number, a list nor a mapping is printed as JavaScript prints it.
  return typeof result === "function" || typeof result === "symbol" ? String(result) : ((result ?? null) as Ruby);
}

/** A document is what the filter `jsonify` makes of it. */
function plainOf(value: Ruby, zone: string): unknown {
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  if (isNumeric(value)) return numeric(value);
  if (!isTime(value)) return JSON.parse(toJson(value, zone));
  return value instanceof DateTime ? value.toJSDate() : new Date(Date.UTC(value.year, value.month - 1, value.day));
}
