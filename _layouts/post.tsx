import { isDated } from "../src/documents.ts";
import type { Helpers, LayoutProps } from "../src/layout.ts";
import { authorsOf } from "../src/meta/facts.ts";
import type { Post as PostDocument, Value } from "../src/model.ts";
import { asData } from "../src/settings.ts";
import Default from "./default.tsx";
import Page from "./page.tsx";
import { Cite } from "./parts/cite.tsx";
import { Contents } from "./parts/contents.tsx";
import { Facts } from "./parts/facts.tsx";
import { NewsletterBelow } from "./parts/newsletter.tsx";
import { Prose } from "./parts/prose.tsx";
import { RelatedPublications } from "./parts/publications.tsx";
import { readingMinutes } from "./parts/reading-time.ts";
import { sayIn } from "./parts/say.tsx";
import { spoken } from "./parts/spoken.ts";
import { Term, Terms } from "./parts/terms.tsx";
import { Time } from "./parts/time.tsx";

const MOST_RELATED = 3;

/** A post, with what is known about it, and the ways on from it. A page that asks for this layout has no date: it is shown as a page. */
export default function Post(props: LayoutProps) {
  const { page: post, content, helpers } = props;
  if (post.kind !== "post") return <Page {...props} />;
  return (
    <Default {...props}>
      <article>
        <header class="page-header">
          <h1>{post.title}</h1>
          <About post={post} minutes={readingMinutes(content)} helpers={helpers} />
        </header>
        <Contents {...props} />
        <Prose {...props} />
        <RelatedPublications {...props} />
        <Terms post={post} types={["tag"]} helpers={helpers} />
        <Cite {...props} />
      </article>
      <NewsletterBelow {...props} />
      <Others {...props} post={post} />
    </Default>
  );
}

interface PostProps {
  readonly post: PostDocument;
  readonly helpers: Helpers;
}

function About({ post, minutes, helpers }: PostProps & { readonly minutes: number }) {
  const { date, updated, lang, categories, draft } = post;
  const dated = isDated(post);
  const say = sayIn(helpers.words(lang));
  return (
    <Facts>
      {draft && say("draft")}
      {dated && <Time date={date} lang={lang} form="long" />}
      {updated && !(dated && updated.hasSame(date, "day")) && (
        <>
          {say("updated")} <Time date={updated} lang={lang} form="long" />
        </>
      )}
      {writers(post, helpers)}
      {say("readingTime", { count: minutes })}
      {categories.map((category) => (
        <Term key={category} type="category" name={category} post={post} helpers={helpers} />
      ))}
    </Facts>
  );
}

/** al-folio: who wrote it, where the post says so, and `meta`, which is HTML. */
function writers({ data }: PostDocument, helpers: Helpers) {
  const { author, authors, meta } = data;
  const names = author === undefined && authors === undefined ? [] : authorsOf(data, helpers.identity);
  return [
    ...names.map(({ name }) => name),
    typeof meta === "string" && meta !== "" && <span dangerouslySetInnerHTML={{ __html: meta }} />,
  ];
}

/** The ways on from a post: the one before it, the one after it, and those about the same. */
function Others({ site, post, helpers }: LayoutProps & PostProps) {
  const { previous, next } = helpers.neighbours(post);
  const count = relatedCount(post, site.config.data.related_blog_posts);
  const found = count === 0 ? [] : helpers.related(post, count + 2);
  const isNamed = (other: PostDocument): boolean => other === previous || other === next;
  // Those named already are so only where there are no others.
  const related = [...found.filter((other) => !isNamed(other)), ...found.filter(isNamed)].slice(0, count);
  const words = helpers.words(post.lang);
  const say = sayIn(words);
  const ways = [
    ...(previous ? [{ label: say("previous"), rel: "prev", other: previous }] : []),
    ...(next ? [{ label: say("next"), rel: "next", other: next }] : []),
    ...related.map((other, index) => ({ label: index === 0 ? say("relatedPosts") : "", rel: undefined, other })),
  ];
  if (ways.length === 0) return null;
  return (
    <nav class="others" aria-label={words("otherPosts")}>
      <ul class="posts">
        {ways.map(({ label, rel, other }) => (
          <li key={`${rel} ${other.url}`}>
            <span>{label}</span>
            <a rel={rel} href={helpers.href(other.url)} {...spoken(other.lang, post.lang, helpers)}>
              {other.title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** How many related posts are shown. al-folio: `related_posts: false` in the post, `related_blog_posts` of the configuration. */
function relatedCount(post: PostDocument, wish: Value | undefined): number {
  const { enabled = true, max_related = MOST_RELATED } = asData(wish) ?? {};
  if (post.data.related_posts === false || enabled === false) return 0;
  return typeof max_related === "number" && max_related >= 0 ? Math.floor(max_related) : MOST_RELATED;
}
