/** Tags and categories, as Jekyll takes them from a document's data (`populate_tags`, `populate_categories`). */
import type { Data, Mode, Value } from "../model.ts";
import { isData } from "../values.ts";
import { textOf } from "./values.ts";

/** Data that Jekyll fails on while it merges categories; it goes on as with broken front matter. */
export class CategoriesError extends Error {}

/** The words of a string of tags or categories. In mode octavo a comma at the end of a word is no part of it. */
export function splitTerms(text: string, mode: Mode): readonly string[] {
  const words = text.split(/[ \t\r\n\f\v]+/).filter((word) => word !== "");
  return mode === "jekyll" ? words : words.map((word) => word.replace(/,+$/, "")).filter((word) => word !== "");
}

/** Whether `splitTerms` drops a comma of this value in mode octavo, which the author is told. */
export function hasTrailingComma(value: Value | undefined): boolean {
  return typeof value === "string" && /\S,(?:\s|$)/.test(value);
}

/** `over` merged onto the categories found so far: strings are split, lists united. Throws CategoriesError. */
export function uniteCategories(base: readonly Value[], over: Value | undefined, mode: Mode): readonly Value[] {
  if (over === undefined || over === null) return base;
  const added = typeof over === "string" ? splitTerms(over, mode) : over;
  if (Array.isArray(added)) return unique([...base, ...added]);
  if (mode === "jekyll") throw new CategoriesError("`categories` is neither a text nor a list");
  return isData(added) ? base : unique([...base, added]);
}

/** The names of a document's categories; `categories` of `data` is already a list. `category` adds to them. */
export function categoriesOf(categories: readonly Value[], data: Data): readonly string[] {
  const single = data.category;
  const added = single === undefined || single === null || single === false ? [] : [single];
  return unique(flatten([...categories, ...added]).map(termName)).filter((name) => name !== "");
}

/** The names of a document's tags. `tag` is one tag whatever it holds, and beside it `tags` is not read. */
export function tagsOf(data: Data, mode: Mode): readonly string[] {
  const { tag, tags } = data;
  if (tag !== undefined && tag !== null && tag !== false) return listed([tag]);
  if (typeof tags === "string") return splitTerms(tags, mode);
  return Array.isArray(tags) ? listed(tags) : [];
}

function listed(values: readonly Value[]): readonly string[] {
  return flatten(values).flatMap((value) => (value === null ? [] : [termName(value)]));
}

function flatten(values: readonly Value[]): readonly Value[] {
  return values.flatMap((value) => (Array.isArray(value) ? flatten(value) : [value]));
}

/** The text of a tag or a category. */
export function termName(value: Value): string {
  return isData(value) ? JSON.stringify(value) : textOf(value === false ? "false" : value);
}

function unique<Item>(items: readonly Item[]): readonly Item[] {
  return [...new Set(items)];
}
