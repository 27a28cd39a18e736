import type { LayoutProps } from "../src/layout.ts";
import type { Data, Document, Value } from "../src/model.ts";
import { asData, asText } from "../src/settings.ts";
import Default from "./default.tsx";
import { Latest } from "./parts/latest.tsx";
import { News, newestFirst } from "./parts/news.tsx";
import { NewsletterBelow } from "./parts/newsletter.tsx";
import { Pagination } from "./parts/pagination.tsx";
import { PostsByYear } from "./parts/post-list.tsx";
import { Profile } from "./parts/profile.tsx";
import { Prose } from "./parts/prose.tsx";
import { SelectedPapers } from "./parts/publications.tsx";
import { sayIn } from "./parts/say.tsx";
import { Socials } from "./parts/socials.tsx";

const MOST_LATEST = 5;

/** Whose site this is: name, portrait, text, and what is new, as far as the page asks for it. */
export default function About(props: LayoutProps) {
  const { site, page, content, helpers } = props;
  const { profile } = page.data;
  const subtitle = asText(page.data.subtitle);
  const listing = page.kind === "page" ? page.listing : undefined;
  const name = site.config.title || page.title;
  const title = page.url === "/" ? name || helpers.words(page.lang)("home") : page.title || name;
  const person = asData(profile);
  return (
    <Default {...props}>
      <article>
        {title !== "" && content.headings[0]?.level !== 1 && (
          <header class="page-header">
            <h1>{title}</h1>
            {subtitle && <p class="standfirst" dangerouslySetInnerHTML={{ __html: subtitle }} />}
          </header>
        )}
        {person && <Profile profile={person} name={name} helpers={helpers} />}
        <Prose {...props} />
        <Announcements {...props} />
        <SelectedPapers {...props} />
        {listing ? (
          <PostsByYear posts={listing.posts} lang={page.lang} helpers={helpers} />
        ) : (
          <Latest {...props} count={limitOf(page.data.latest_posts, site.config.data.latest_posts, MOST_LATEST)} />
        )}
        <Pagination paginator={listing?.paginator} lang={page.lang} helpers={helpers} />
        {wantsSocials(site.config.data, page) && <Socials site={site} lang={page.lang} helpers={helpers} />}
        <NewsletterBelow {...props} />
      </article>
    </Default>
  );
}

/** `social: true` of the page; al-folio's `enable_navbar_social` shows them in the header of the home page. */
function wantsSocials({ enable_navbar_social }: Data, { url, data }: Document): boolean {
  return data.social === true || (url === "/" && enable_navbar_social === true);
}

/** How many of a list are shown: `{enabled, limit}` of the page, or of the configuration where the page only says yes. */
function limitOf(wish: Value | undefined, fallback: Value | undefined, otherwise: number): number {
  const own = asData(wish);
  const settings = { ...asData(fallback), ...own };
  if (wish === false || settings.enabled === false || (wish !== true && settings.enabled !== true)) return 0;
  return typeof settings.limit === "number" ? settings.limit : otherwise;
}

/** `announcements`, or `news: true` as older sites have it. */
function Announcements({ site, page, helpers }: LayoutProps) {
  const { announcements, news } = page.data;
  const items = newestFirst(site.collections.get("news") ?? []);
  const { news_limit } = site.config.data;
  const most = typeof news_limit === "number" ? news_limit : items.length;
  const shown = items.slice(0, limitOf(announcements ?? news, site.config.data.announcements, most));
  if (shown.length === 0) return null;
  const say = sayIn(helpers.words(page.lang));
  const all = site.pages.find(({ url }) => url === "/news/");
  return (
    <section class="latest">
      <h2 class="minor">{all ? <a href={helpers.href(all.url)}>{say("news")}</a> : say("news")}</h2>
      <News items={shown} lang={page.lang} helpers={helpers} />
    </section>
  );
}
