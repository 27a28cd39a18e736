/** How the tables of filters are written. */
import { LiquidFault } from "../errors.ts";
import type { Filter } from "../services.ts";
import type { Ruby } from "../values.ts";

/** Filters by name. */
export type FilterTable = Readonly<Record<string, Filter>>;

/** A filter that takes from `least` to `most` arguments besides its input; those left out are undefined. */
export function filter(least: number, most: number, apply: Filter["apply"]): Filter {
  return { least, most, apply };
}

/** A filter of a value alone. */
export function plain(apply: (input: Ruby) => Ruby): Filter {
  return { least: 0, most: 0, apply: (_scope, input) => apply(input) };
}

/** A filter of a text alone: any input is made one. */
export function textual(apply: (text: string) => Ruby): Filter {
  return { least: 0, most: 0, apply: (scope, input) => apply(scope.text(input)) };
}

/** What to throw where a filter is given a value that Jekyll cannot work with either. */
export function unsuited(name: string, needed: string): LiquidFault {
  return new LiquidFault(
    `The filter ${name} needs ${needed}`,
    "See what the value is, with the filter inspect; a missing one is nil",
  );
}
