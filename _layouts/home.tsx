import type { LayoutProps } from "../src/layout.ts";
import Default from "./default.tsx";
import { Pagination } from "./parts/pagination.tsx";
import { PostList, PostsByYear } from "./parts/post-list.tsx";
import { Profile } from "./parts/profile.tsx";
import { Prose } from "./parts/prose.tsx";
import { SelectedPapers } from "./parts/publications.tsx";
import { sayIn } from "./parts/say.tsx";
import { Socials } from "./parts/socials.tsx";

const mostLatest = 5;

/** Who this is, and what is new. Where the page itself lists posts (`paginate`), that list stands for the latest. */
export default function Home(props: LayoutProps) {
  const { site, page, content, helpers } = props;
  const { subtitle, profile } = page.data;
  const listing = page.kind === "page" ? page.listing : undefined;
  const first = (listing?.paginator?.page ?? 1) === 1;
  return (
    <Default {...props}>
      {content.headings[0]?.level !== 1 && (
        <header class="page-header">
          <h1>{(first && site.config.title) || page.title || helpers.words(page.lang)("home")}</h1>
          {typeof subtitle === "string" ? (
            <p class="standfirst" dangerouslySetInnerHTML={{ __html: subtitle }} />
          ) : (
            site.config.description && <p class="standfirst">{site.config.description}</p>
          )}
        </header>
      )}
      {first && typeof profile === "object" && profile !== null && "image" in profile && (
        <Profile profile={profile} name={site.config.title} helpers={helpers} />
      )}
      {first && <Prose {...props} />}
      {first && page.data.social !== false && <Socials site={site} lang={page.lang} helpers={helpers} />}
      {first && <SelectedPapers {...props} />}
      {listing ? <PostsByYear posts={listing.posts} lang={page.lang} helpers={helpers} /> : <Latest {...props} />}
      <Pagination paginator={listing?.paginator} lang={page.lang} helpers={helpers} />
    </Default>
  );
}

/** al-folio: `latest_posts: {enabled: false}` turns it off, `limit` says how many. */
function Latest({ site, page, helpers }: LayoutProps) {
  const { latest_posts: wish } = page.data;
  const settings = typeof wish === "object" && wish !== null && "enabled" in wish ? wish : undefined;
  const limit = typeof settings?.limit === "number" ? settings.limit : mostLatest;
  const posts = settings?.enabled === false ? [] : site.posts.slice(0, limit);
  const { blog } = helpers.map;
  const say = sayIn(helpers.words(page.lang));
  if (posts.length === 0) return null;
  return (
    <section class="latest">
      <h2>{say("latestPosts")}</h2>
      <PostList posts={posts} lang={page.lang} helpers={helpers} />
      {blog && site.posts.length > posts.length && (
        <p>
          <a href={helpers.href(blog.url)}>{say("allPosts")}</a>
        </p>
      )}
    </section>
  );
}
