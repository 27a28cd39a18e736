/** How the gems' tags ask a template for values. */
import type { Scope } from "../jekyll/scope.ts";
import { Drop, hashValue, isHash, isList, isTruthy, type Ruby } from "../jekyll/values.ts";

/** The value at a path of keys; nil where a step leads nowhere. */
export function dig(value: Ruby, ...keys: readonly string[]): Ruby {
  return keys.reduce<Ruby>((at, key) => (isHash(at) || at instanceof Drop ? hashValue(at, key) : null), value);
}

/** Ruby's `a || b || c`. */
export function firstOf(...values: readonly Ruby[]): Ruby {
  return values.find(isTruthy) ?? null;
}

/** The document that is rendered, as a template sees it. */
export function pageOf(scope: Scope): Ruby {
  return scope.payload.get("page") ?? null;
}

/** The site, as a template sees it. */
export function siteOf(scope: Scope): Ruby {
  return scope.payload.get("site") ?? null;
}

/** A value through some of Jekyll's filters, one after the other, without arguments. */
export function filtered(scope: Scope, value: Ruby, ...names: readonly string[]): Ruby {
  return names.reduce((at, name) => scope.services.filters.get(name)?.apply(scope, at) ?? null, value);
}

/** A value as text through filters. */
export function filteredText(scope: Scope, value: Ruby, ...names: readonly string[]): string {
  return scope.text(filtered(scope, value, ...names));
}

/** Whether a URL leads elsewhere: it has a scheme. */
export function isAbsolute(url: string): boolean {
  return /^[a-z][a-z0-9+.-]*:/i.test(url);
}

/** The first item of a list; nil of any other value. */
export function firstItem(value: Ruby): Ruby {
  return isList(value) ? (value[0] ?? null) : null;
}
