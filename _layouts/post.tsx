import type { Helpers, LayoutProps } from "../src/layout.ts";
import { authorsOf } from "../src/meta/facts.ts";
import type { Data, Post as PostDocument, Value } from "../src/model.ts";
import Default from "./default.tsx";
import Page from "./page.tsx";
import { Cite } from "./parts/cite.tsx";
import { Contents } from "./parts/contents.tsx";
import { Newsletter } from "./parts/newsletter.tsx";
import { BriefPostList } from "./parts/post-list.tsx";
import { Prose } from "./parts/prose.tsx";
import { RelatedPublications } from "./parts/publications.tsx";
import { readingMinutes } from "./parts/reading-time.ts";
import { sayIn } from "./parts/say.tsx";
import { spoken } from "./parts/spoken.ts";
import { Time } from "./parts/time.tsx";

const mostRelated = 3;

/** A post, with what is known about it, and the ways on from it. A page that asks for this layout has no date: it is shown as a page. */
export default function Post(props: LayoutProps) {
  const { page: post, content, helpers } = props;
  if (post.kind !== "post") return <Page {...props} />;
  return (
    <Default {...props}>
      <article>
        <header class="page-header">
          <h1>{post.title}</h1>
          <Facts post={post} minutes={readingMinutes(content)} helpers={helpers} />
        </header>
        <Contents {...props} />
        <Prose {...props} />
        <RelatedPublications {...props} />
        {post.tags.length > 0 && (
          <footer>
            <ul class="tags">
              {post.tags.map((tag) => (
                <li key={tag}>
                  <Term type="tag" name={tag} helpers={helpers} />
                </li>
              ))}
            </ul>
          </footer>
        )}
        <Cite {...props} />
      </article>
      {!post.body.includes("newsletter") && (
        <Newsletter settings={props.site.config.data} lang={post.lang} helpers={helpers} />
      )}
      <Neighbours post={post} helpers={helpers} />
      <Related {...props} post={post} />
    </Default>
  );
}

interface PostProps {
  readonly post: PostDocument;
  readonly helpers: Helpers;
}

function Facts({ post, minutes, helpers }: PostProps & { readonly minutes: number }) {
  const { date, updated, lang, categories, draft } = post;
  const say = sayIn(helpers.words(lang));
  return (
    <ul class="facts">
      {draft && <li>{say("draft")}</li>}
      <li>
        <Time date={date} lang={lang} form="long" />
      </li>
      {updated && !updated.hasSame(date, "day") && (
        <li>
          {say("updated")} <Time date={updated} lang={lang} form="long" />
        </li>
      )}
      <Writers post={post} helpers={helpers} />
      <li>{say("readingTime", { count: minutes })}</li>
      {categories.map((category) => (
        <li key={category}>
          <Term type="category" name={category} helpers={helpers} />
        </li>
      ))}
    </ul>
  );
}

/** al-folio: who wrote it, where the post says so, and `meta`, which is HTML. */
function Writers({ post: { data }, helpers }: PostProps) {
  const { author, authors, meta } = data;
  const names = author === undefined && authors === undefined ? [] : authorsOf(data, helpers.identity);
  return (
    <>
      {names.map(({ name }) => (
        <li key={name}>{name}</li>
      ))}
      {typeof meta === "string" && meta !== "" && <li dangerouslySetInnerHTML={{ __html: meta }} />}
    </>
  );
}

/** A tag or a category, with a link where it has a page. */
function Term({
  type,
  name,
  helpers,
}: {
  readonly type: "tag" | "category";
  readonly name: string;
  readonly helpers: Helpers;
}) {
  const url = helpers.archive(type, name);
  return url === undefined ? <span>{name}</span> : <a href={helpers.href(url)}>{name}</a>;
}

function Neighbours({ post, helpers }: PostProps) {
  const { previous, next } = helpers.neighbours(post);
  const words = helpers.words(post.lang);
  const say = sayIn(words);
  if (previous === undefined && next === undefined) return null;
  return (
    <nav class="neighbours" aria-label={words("otherPosts")}>
      {previous && (
        <a rel="prev" href={helpers.href(previous.url)}>
          <span>{say("previous")}</span> <bdi {...spoken(previous.lang, post.lang, helpers)}>{previous.title}</bdi>
        </a>
      )}
      {next && (
        <a rel="next" href={helpers.href(next.url)}>
          <span>{say("next")}</span> <bdi {...spoken(next.lang, post.lang, helpers)}>{next.title}</bdi>
        </a>
      )}
    </nav>
  );
}

/** How many related posts are shown. al-folio: `related_posts: false` in the post, `related_blog_posts` of the configuration. */
function relatedCount(post: PostDocument, wish: Value | undefined): number {
  const { enabled = true, max_related = mostRelated } =
    typeof wish === "object" && wish !== null && !Array.isArray(wish) ? (wish as Data) : {};
  if (post.data.related_posts === false || enabled === false) return 0;
  return typeof max_related === "number" && max_related >= 0 ? Math.floor(max_related) : mostRelated;
}

function Related({ site, post, helpers }: LayoutProps & PostProps) {
  const count = relatedCount(post, site.config.data.related_blog_posts);
  const related = count === 0 ? [] : helpers.related(post, count);
  if (related.length === 0) return null;
  return (
    <section class="related">
      <h2>{sayIn(helpers.words(post.lang))("relatedPosts")}</h2>
      <BriefPostList posts={related} lang={post.lang} helpers={helpers} />
    </section>
  );
}
