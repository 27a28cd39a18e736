/** The documents of a site, all at once. */
import type { Document, Page, Post, Site } from "./model.ts";

/** The items of every collection but the posts. */
export function itemsOf({ collections }: Pick<Site, "collections">): readonly Post[] {
  return [...collections.values()].flat();
}

/** Posts, newest first; the items of the other collections; pages. */
export function documentsOf(site: Pick<Site, "posts" | "collections" | "pages">): readonly Document[] {
  return [...site.posts, ...itemsOf(site), ...site.pages];
}

/** What Jekyll calls the site's documents: posts from the oldest on, then the items of the other collections. */
export function oldestFirst(site: Pick<Site, "posts" | "collections">): readonly Post[] {
  return [...site.posts.toReversed(), ...itemsOf(site)];
}

/** The name of a file that begins with a day. */
const DATED_FILE = /(?:^|\/)\d{2,4}-\d{1,2}-\d{1,2}-[^/]*$/;

/** Whether a document has a day of its own: an item of a collection that names none has the build's, which is nobody's. */
export function isDated(document: Document): document is Post {
  const { kind, path, data } = document;
  return kind === "post" && (document.collection === "posts" || data.date !== undefined || DATED_FILE.test(path));
}

/** The 1-based line of the file on which something stands. @param at its offset in the body */
export function lineInFile({ body, bodyLine }: Pick<Document, "body" | "bodyLine">, at: number): number {
  return bodyLine + body.slice(0, at).split("\n").length - 1;
}

/** The site with a change to each page. */
export function withPages(site: Site, change: (page: Page) => Page): Site {
  return { ...site, pages: site.pages.map(change) };
}

/** The site with a change to each post and to each item of the other collections. */
export function withPosts(site: Site, change: (post: Post) => Post): Site {
  const collections = new Map([...site.collections].map(([label, items]) => [label, items.map(change)]));
  return { ...site, posts: site.posts.map(change), collections };
}
