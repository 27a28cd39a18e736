import type { LayoutProps } from "../src/layout.ts";
import type { Data } from "../src/model.ts";
import { asData } from "../src/settings.ts";
import Default from "./default.tsx";
import { Latest } from "./parts/latest.tsx";
import { Pagination } from "./parts/pagination.tsx";
import { PostsByYear } from "./parts/post-list.tsx";
import { Profile } from "./parts/profile.tsx";
import { Prose } from "./parts/prose.tsx";
import { SelectedPapers } from "./parts/publications.tsx";
import { Socials } from "./parts/socials.tsx";
import { Standfirst } from "./parts/standfirst.tsx";

const MOST_LATEST = 5;

/** Who this is, and what is new. Where the page itself lists posts (`paginate`), that list stands for the latest. */
export default function Home(props: LayoutProps) {
  const { site, page, content, helpers } = props;
  const { subtitle, profile } = page.data;
  const listing = page.kind === "page" ? page.listing : undefined;
  const person = asData(profile);
  const first = (listing?.paginator?.page ?? 1) === 1;
  return (
    <Default {...props}>
      {content.headings[0]?.level !== 1 && (
        <header class="page-header">
          <h1>{(first && site.config.title) || page.title || helpers.words(page.lang)("home")}</h1>
          {typeof subtitle === "string" ? (
            <p class="standfirst" dangerouslySetInnerHTML={{ __html: subtitle }} />
          ) : (
            <Standfirst of={site.config} />
          )}
        </header>
      )}
      {first && person?.image !== undefined && <Profile profile={person} name={site.config.title} helpers={helpers} />}
      {first && <Prose {...props} />}
      {first && page.data.social !== false && <Socials site={site} lang={page.lang} helpers={helpers} />}
      {first && <SelectedPapers {...props} />}
      {listing ? (
        <PostsByYear posts={listing.posts} lang={page.lang} helpers={helpers} />
      ) : (
        <Latest {...props} count={latestCount(page.data)} />
      )}
      <Pagination paginator={listing?.paginator} lang={page.lang} helpers={helpers} />
    </Default>
  );
}

/** How many posts are shown. al-folio: `latest_posts: {enabled: false}` turns them off, `limit` says how many. */
function latestCount({ latest_posts: wish }: Data): number {
  const settings = asData(wish);
  if (settings?.enabled === false) return 0;
  return typeof settings?.limit === "number" ? settings.limit : MOST_LATEST;
}
