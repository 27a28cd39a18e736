/** The order of a collection's items (Jekyll's `Collection#sort_docs!`). */
import { compare } from "../compare.ts";
import type { Diagnostics } from "../errors.ts";
import type { CollectionConfig, Post, Value } from "../model.ts";
import { isDate } from "../values.ts";
import type { ReadPost } from "./documents.ts";

/** By date and path, oldest first; or as the collection's `order` lists them, the others after; or by the key that `sort_by` names. */
export function sortDocuments(
  found: readonly ReadPost[],
  collection: CollectionConfig | undefined,
  diagnostics: Diagnostics,
): Post[] {
  const sorted = [...found].sort(byDate).map(({ post }) => post);
  const { order, sortBy, label = "" } = collection ?? {};
  if (order !== undefined) return listed(sorted, order, label);
  return sortBy === undefined ? sorted : byKey(sorted, sortBy, diagnostics);
}

/** Items without a date stand by their path alone. */
function byDate(a: ReadPost, b: ReadPost): number {
  const dates = a.dated && b.dated ? a.post.date.toMillis() - b.post.date.toMillis() : 0;
  return dates || compare(a.post.path, b.post.path);
}

function listed(posts: readonly Post[], order: readonly string[], label: string): Post[] {
  const folder = `_${label}/`;
  const inner = (post: Post) => post.path.slice(post.path.indexOf(folder) + folder.length);
  const first = [...new Set(order)].flatMap((entry) => posts.filter((post) => inner(post) === entry));
  return [...first, ...posts.filter((post) => !first.includes(post))];
}

function byKey(posts: readonly Post[], key: string, diagnostics: Diagnostics): Post[] {
  for (const post of posts) {
    if (sortKey(post, key) !== null) continue;
    const help = `Give the item the key, or sort the collection by another one`;
    diagnostics.warn({
      file: post.path,
      problem: `The item has no \`${key}\`, by which its collection is sorted`,
      help,
    });
  }
  return [...posts].sort((a, b) => {
    const [left, right] = [sortKey(a, key), sortKey(b, key)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return compareValues(left, right);
  });
}

function sortKey(post: Post, key: string): Value {
  if (key === "title") return post.title;
  if (key === "date") return post.date.toJSDate();
  return key === "slug" ? post.slug : (post.data[key] ?? null);
}

function compareValues(a: Value, b: Value): number {
  if (typeof a === "string" && typeof b === "string") return compare(a, b);
  return numberOf(a) - numberOf(b) || 0;
}

function numberOf(value: Value): number {
  if (value instanceof Date) return value.getTime();
  return isDate(value) ? Date.UTC(value.year, value.month - 1, value.day) : Number(value);
}
