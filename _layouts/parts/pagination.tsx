import type { Helpers } from "../../src/layout.ts";
import type { Paginator } from "../../src/model.ts";
import { sayIn } from "./say.tsx";

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
  const say = sayIn(words);
  return (
    <nav class="pagination" aria-label={words("pages")}>
      {previousUrl && (
        <a rel="prev" href={helpers.href(previousUrl)}>
          {say("newer")}
        </a>
      )}
      <span>{say("pageOf", { page, total: totalPages })}</span>
      {nextUrl && (
        <a rel="next" href={helpers.href(nextUrl)}>
          {say("older")}
        </a>
      )}
    </nav>
  );
}
