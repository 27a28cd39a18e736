/** `paginator` (jekyll-paginate, `Pager#to_liquid`; jekyll-paginate-v2, `Paginator#to_liquid`). */
import type { Config, Document, Paginator } from "../../model.ts";
import type { Ruby } from "../values.ts";

/** The paginator of a page that is one of several of a list; nil for any other. */
export function paginatorOf(
  document: Document,
  config: Config,
  listed: (documents: readonly Document[]) => readonly Ruby[],
): Ruby {
  const listing = document.kind === "page" ? document.listing : undefined;
  const paginator = listing?.paginator;
  if (listing === undefined || paginator === undefined) return null;
  const { page, perPage, totalPages, totalPosts, previousUrl, nextUrl } = paginator;
  return {
    page,
    per_page: perPage,
    posts: listed(listing.posts),
    total_posts: totalPosts,
    total_pages: totalPages,
    previous_page: previousUrl === undefined ? null : page - 1,
    previous_page_path: pathOf(previousUrl, page - 1, paginator, config),
    next_page: nextUrl === undefined ? null : page + 1,
    next_page_path: pathOf(nextUrl, page + 1, paginator, config),
    ...secondVersion(paginator),
  };
}

/** jekyll-paginate writes a neighbour's path as `paginate_path` has it, without the slash that its URL may end with. */
function pathOf(url: string | undefined, number: number, { path }: Paginator, { mode, data }: Config): string | null {
  if (url === undefined) return null;
  const isFirstVersion = mode === "jekyll" && path === undefined && number > 1;
  if (!isFirstVersion || typeof data.paginate_path !== "string") return url;
  return `/${data.paginate_path.replace(":num", String(number))}`.replace(/^\/+/, "/");
}

/** What jekyll-paginate-v2 adds. */
function secondVersion({ path, urls, totalPages, trail }: Paginator): { readonly [key: string]: Ruby } {
  if (path === undefined) return {};
  return {
    page_path: path,
    first_page: 1,
    first_page_path: urls[0] ?? null,
    last_page: totalPages,
    last_page_path: urls.at(-1) ?? null,
    page_trail: trail?.map(({ number, path, title }) => ({ num: number, path, title })) ?? null,
  };
}
