import type { Helpers } from "../../src/layout.ts";
import type { Paginator } from "../../src/model.ts";

/** The way to the newer and the older pages of a list; nothing where one page holds everything. */
export function Pagination({
  paginator,
  lang,
  helpers,
}: {
  readonly paginator: Paginator | undefined;
  readonly lang: string;
  readonly helpers: Helpers;
}) {
  if (paginator === undefined || paginator.totalPages < 2) return null;
  const { page, totalPages, previousUrl, nextUrl } = paginator;
  const words = helpers.words(lang);
  return (
    <nav class="pagination" aria-label={words("pages")}>
      {previousUrl && (
        <a rel="prev" href={helpers.href(previousUrl)}>
          <span>{words("newer")}</span>
        </a>
      )}
      <span>{words("pageOf", { page, total: totalPages })}</span>
      {nextUrl && (
        <a rel="next" href={helpers.href(nextUrl)}>
          <span>{words("older")}</span>
        </a>
      )}
    </nav>
  );
}
