import type { LayoutProps } from "../src/layout.ts";
import type { Listing, Page } from "../src/model.ts";
import Default from "./default.tsx";
import PlainPage from "./page.tsx";
import { Facts } from "./parts/facts.tsx";
import { Pagination } from "./parts/pagination.tsx";
import { PostsByYear, PostsOfYear } from "./parts/post-list.tsx";
import { Prose } from "./parts/prose.tsx";
import { inLanguage, sayIn, titleIn } from "./parts/say.tsx";
import { Standfirst } from "./parts/standfirst.tsx";

/** Every page that lists: the blog, a tag, a category, a year, and the indexes of tags and categories. */
export default function Archive(props: LayoutProps) {
  const { page, helpers } = props;
  if (page.kind !== "page" || page.listing === undefined) return <PlainPage {...props} />;
  const { listing } = page;
  return (
    <Default {...props}>
      <header class="page-header">
        <Kind {...props} listing={listing} />
        <h1>{page.title ? titleIn(helpers.words(page.lang), page, "posts") : page.url}</h1>
        <Standfirst of={page} />
        <About {...props} listing={listing} />
      </header>
      <Prose {...props} />
      <List {...props} page={page} listing={listing} />
      <Pagination paginator={listing.paginator} lang={page.lang} helpers={helpers} />
    </Default>
  );
}

type ListProps = LayoutProps & { readonly listing: Listing };

/** What kind of archive this is, above its title: where there is a list of all tags or categories, or a blog, the way there. */
function Kind({ page, listing: { type }, helpers }: ListProps) {
  if (type === "blog" || type === "tags" || type === "categories") return null;
  const { map } = helpers;
  const index = type === "tag" ? map.tags : type === "category" ? map.categories : map.blog;
  return (
    <p class="kind">
      {index ? (
        <a href={helpers.href(index.url)}>{inLanguage(index.text, index.lang)}</a>
      ) : (
        helpers.words(page.lang)(type)
      )}
    </p>
  );
}

/** How many posts, or, on the blog, the other ways through them. */
function About({ page, listing, helpers }: ListProps) {
  const { type, posts } = listing;
  if (type === "tags" || type === "categories") return null;
  if (type !== "blog") return <Facts>{sayIn(helpers.words(page.lang))("posts", { count: posts.length })}</Facts>;
  const { tags, categories } = helpers.map;
  const indexes = [tags, categories].filter((index) => index !== undefined);
  return (
    <Facts>
      {indexes.map(({ url, text, lang }) => (
        <a key={url} href={helpers.href(url)}>
          {inLanguage(text, lang)}
        </a>
      ))}
    </Facts>
  );
}

function List({ page, listing, helpers }: ListProps & { readonly page: Page }) {
  const { type, posts, terms } = listing;
  const say = sayIn(helpers.words(page.lang));
  if (type === "tags" || type === "categories")
    return (
      <ul class="terms">
        {terms.map((term) => (
          <li key={term.url}>
            <a href={helpers.href(term.url)}>{term.name}</a> <span>{say("posts", { count: term.posts.length })}</span>
          </li>
        ))}
      </ul>
    );
  if (posts.length === 0) return <p>{say("noPosts")}</p>;
  const inOneYear = type === "year" || type === "month" || type === "day";
  const Posts = inOneYear ? PostsOfYear : PostsByYear;
  return <Posts posts={posts} lang={page.lang} helpers={helpers} />;
}
