import type { Helpers, Paginator } from "../../src/model.ts";
import { words } from "./words.ts";

/** The way to the newer and the older pages of a list; nothing where one page holds everything. */
export function Pagination({
  paginator,
  helpers,
}: {
  readonly paginator: Paginator | undefined;
  readonly helpers: Helpers;
}) {
  if (paginator === undefined || paginator.totalPages < 2) return null;
  const { page, totalPages, previousUrl, nextUrl } = paginator;
  return (
    <nav class="pagination" aria-label={words.pages}>
      {previousUrl && (
        <a rel="prev" href={helpers.href(previousUrl)}>
          ← {words.newer}
        </a>
      )}
      <span>{words.pageOf(page, totalPages)}</span>
      {nextUrl && (
        <a rel="next" href={helpers.href(nextUrl)}>
          {words.older} →
        </a>
      )}
    </nav>
  );
}
