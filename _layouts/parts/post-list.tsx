import { Fragment } from "preact";
import type { Helpers } from "../../src/layout.ts";
import type { Post } from "../../src/model.ts";
import { spoken } from "./spoken.ts";
import { Time } from "./time.tsx";

interface PostListProps {
  readonly posts: readonly Post[];
  readonly lang: string;
  readonly helpers: Helpers;
}

/** Posts in the order given: the whole date, the title, and what each is about. */
export function PostList(props: PostListProps) {
  return (
    <ul class="posts">
      <Items {...props} form="medium" />
    </ul>
  );
}

/** Posts of one year, where a heading says which: their dates do without it. */
export function PostsOfYear(props: PostListProps) {
  return (
    <ul class="posts of-year">
      <Items {...props} form="short" />
    </ul>
  );
}

function Items({ posts, lang, helpers, form }: PostListProps & { readonly form: "medium" | "short" }) {
  return (
    <>
      {posts.map((post) => (
        <li key={post.url}>
          <Time date={post.date} lang={lang} form={form} />
          <a href={helpers.href(post.url)} {...spoken(post.lang, lang, helpers)}>
            {post.title}
          </a>
          {post.description && (
            <p class="gist" {...spoken(post.lang, lang, helpers)}>
              {post.description}
            </p>
          )}
        </li>
      ))}
    </>
  );
}

/** Posts under a heading for each year. */
export function PostsByYear({ posts, ...rest }: PostListProps) {
  return (
    <>
      {byYear(posts).map(([year, ofYear]) => (
        <Fragment key={year}>
          <h2 class="minor">{year}</h2>
          <PostsOfYear posts={ofYear} {...rest} />
        </Fragment>
      ))}
    </>
  );
}

/** Runs of one year; a list that is sorted by something else may name a year twice. */
function byYear(posts: readonly Post[]): readonly (readonly [number, readonly Post[]])[] {
  const years: [number, Post[]][] = [];
  for (const post of posts) {
    const last = years.at(-1);
    if (last?.[0] === post.date.year) last[1].push(post);
    else years.push([post.date.year, [post]]);
  }
  return years;
}
