/** What `:year`, `:title` and the others stand for in a document's permalink (Jekyll's `UrlDrop`). */

import type { DateTime } from "luxon";
import { downcase } from "../case.ts";
import type { CollectionConfig, Config, Data } from "../model.ts";
import { slugify, slugifyCased } from "../slug.ts";
import type { Placeholders } from "../urls.ts";
import type { Origin } from "./reading.ts";
import { extensionOf, withoutCollectionsDir } from "./values.ts";

interface Described {
  readonly origin: Origin;
  readonly data: Data;
  readonly collection: CollectionConfig;
  readonly name: string;
  readonly slug: string | undefined;
  readonly categories: readonly string[];
  readonly date: { readonly time: DateTime };
  readonly outputExtension: string;
}

/** The values for one document; each is computed when a template names it. */
export function documentPlaceholders(document: Described, config: Config): Placeholders {
  return { names, value: (name) => (Object.hasOwn(values, name) ? values[name]?.(document, config) : undefined) };
}

const day = (format: (date: DateTime) => string) => (document: Described) => format(document.date.time);
const english = (format: string) => day((date) => date.setLocale("en-US").toFormat(format));
const digits = (number: number, length: number) => String(number).padStart(length, "0");
const unique = (items: readonly string[]) => [...new Set(items)];

const values: Readonly<Record<string, (document: Described, config: Config) => string>> = {
  collection: ({ collection }) => collection.label,
  output_ext: ({ outputExtension }) => outputExtension,
  name: ({ name }) => slugify(name),
  title: ({ slug, name }) => slugifyCased(slug ?? name, "pretty"),
  slug: ({ slug, name }) => slugify(slug ?? name),
  path: ({ origin, collection }, config) => pathInCollection(origin.file, collection.label, config),
  categories: ({ categories }) => unique(categories.map((category) => downcase(category))).join("/"),
  slugified_categories: ({ categories }) => unique(categories.map((category) => slugify(category))).join("/"),
  year: day((date) => digits(date.year, 4)),
  month: day((date) => digits(date.month, 2)),
  day: day((date) => digits(date.day, 2)),
  hour: day((date) => digits(date.hour, 2)),
  minute: day((date) => digits(date.minute, 2)),
  second: day((date) => digits(date.second, 2)),
  i_day: day((date) => String(date.day)),
  i_month: day((date) => String(date.month)),
  short_month: english("LLL"),
  long_month: english("LLLL"),
  short_year: day((date) => digits(date.year % 100, 2)),
  w_year: day((date) => digits(date.weekYear, 4)),
  week: day((date) => digits(date.weekNumber, 2)),
  w_day: day((date) => String(date.weekday)),
  short_day: english("ccc"),
  long_day: english("cccc"),
  y_day: day((date) => digits(date.ordinal, 3)),
};

const names = Object.keys(values);

/** The path below the collection's folder, without extension and the dots before it. */
export function pathInCollection(file: string, label: string, config: Config): string {
  const relative = withoutCollectionsDir(file, config);
  const stem = relative.slice(0, relative.length - extensionOf(relative).length);
  return stem.replace(`_${label}`, "").replace(/\.*$/, "");
}
