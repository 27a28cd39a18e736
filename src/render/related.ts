import { addTo, type Some } from "../grouped.ts";
import type { Helpers } from "../layout.ts";
import type { Post } from "../model.ts";

/** Posts by the number of tags they share, newest first among equals. `posts` stand newest first. */
export function relatedPosts(posts: readonly Post[]): Helpers["related"] {
  const byTag = new Map<string, Some<number>>();
  for (const [index, post] of posts.entries()) for (const tag of new Set(post.tags)) addTo(byTag, tag, index);
  // A tag may be shared by thousands of posts, and every page asks: one array of counts for all, empty between the questions.
  const shares = new Uint16Array(posts.length);
  const find = (post: Post, count: number): readonly Post[] => {
    const lists = [...new Set(post.tags)].map((tag) => byTag.get(tag) ?? []);
    for (const list of lists) for (let at = 0; at < list.length; at++) shares[list[at]!]! += 1;
    // One number orders candidates: more shares first, then the newer post, which has the smaller index.
    const rank = (index: number, shared: number): number => shared * posts.length - index;
    const best: { readonly post: Post; readonly rank: number }[] = [];
    let least = Number.NEGATIVE_INFINITY;
    for (const list of lists) {
      for (let at = 0; at < list.length; at++) {
        const index = list[at]!;
        const shared = shares[index]!;
        shares[index] = 0;
        if (shared === 0 || rank(index, shared) <= least) continue;
        const other = posts[index]!;
        if (other === post) continue;
        const ranked = { post: other, rank: rank(index, shared) };
        const place = best.findIndex((one) => one.rank < ranked.rank);
        best.splice(place < 0 ? best.length : place, 0, ranked);
        if (best.length > count) best.pop();
        if (best.length === count) least = best[count - 1]?.rank ?? Number.POSITIVE_INFINITY;
      }
    }
    return best.map((one) => one.post);
  };
  const found = new Map<Post, { readonly count: number; readonly related: readonly Post[] }>();
  return (post, count) => {
    const known = found.get(post);
    if (known?.count === count) return known.related;
    const related = find(post, count);
    found.set(post, { count, related });
    return related;
  };
}
