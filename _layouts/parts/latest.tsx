import type { LayoutProps } from "../../src/layout.ts";
import { PostList } from "./post-list.tsx";
import { sayIn } from "./say.tsx";

/** The newest posts, as many as are to be shown, and the way to all of them. */
export function Latest({ site, page, helpers, count }: LayoutProps & { readonly count: number }) {
  const posts = site.posts.slice(0, count);
  const { blog } = helpers.map;
  if (posts.length === 0) return null;
  const say = sayIn(helpers.words(page.lang));
  return (
    <section class="latest">
      <h2 class="minor">{say("latestPosts")}</h2>
      <PostList posts={posts} lang={page.lang} helpers={helpers} />
      {blog && site.posts.length > posts.length && (
        <p>
          <a href={helpers.href(blog.url)}>{say("allPosts")}</a>
        </p>
      )}
    </section>
  );
}
