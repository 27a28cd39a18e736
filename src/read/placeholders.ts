/** What `:year`, `:title` and the others stand for in a document's permalink (Jekyll's `UrlDrop`). */
import type { DateTime } from "luxon";
import type { CollectionConfig, Config, Data } from "../model.ts";
import { slugify, slugifyCased } from "../slug.ts";
import type { Placeholders } from "../urls.ts";
import { extensionOf, type Origin, withoutCollectionsDir } from "./reading.ts";

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

/** Each is computed when a template names it. */
export function documentPlaceholders(document: Described, config: Config): Placeholders {
  const { name, slug, collection, outputExtension } = document;
  const date = document.date.time;
  const english = (format: string) => () => date.setLocale("en-US").toFormat(format);
  return {
    collection: collection.label,
    output_ext: outputExtension,
    name: () => slugify(name),
    title: () => slugifyCased(slug ?? name, "pretty"),
    slug: () => slugify(slug ?? name),
    path: () => pathInCollection(document.origin.file, collection.label, config),
    categories: () => unique(document.categories.map((category) => category.toLowerCase())).join("/"),
    slugified_categories: () => unique(document.categories.map((category) => slugify(category))).join("/"),
    year: () => digits(date.year, 4),
    month: () => digits(date.month, 2),
    day: () => digits(date.day, 2),
    hour: () => digits(date.hour, 2),
    minute: () => digits(date.minute, 2),
    second: () => digits(date.second, 2),
    i_day: () => String(date.day),
    i_month: () => String(date.month),
    short_month: english("LLL"),
    long_month: english("LLLL"),
    short_year: () => digits(date.year % 100, 2),
    w_year: () => digits(date.weekYear, 4),
    week: () => digits(date.weekNumber, 2),
    w_day: () => String(date.weekday),
    short_day: english("ccc"),
    long_day: english("cccc"),
    y_day: () => digits(date.ordinal, 3),
  };
}

/** The path below the collection's folder, without extension and the dots before it. */
export function pathInCollection(file: string, label: string, config: Config): string {
  const relative = withoutCollectionsDir(file, config);
  const stem = relative.slice(0, relative.length - extensionOf(relative).length);
  return stem.replace(`_${label}`, "").replace(/\.*$/, "");
}

function digits(number: number, length: number): string {
  return String(number).padStart(length, "0");
}

function unique(items: readonly string[]): readonly string[] {
  return [...new Set(items)];
}
