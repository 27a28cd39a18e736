import { isDated } from "../../src/documents.ts";
import type { Helpers } from "../../src/layout.ts";
import type { Post } from "../../src/model.ts";
import { Time } from "./time.tsx";

/** News, newest first: an item that says `inline: true` is its own text, any other one a link to its page. */
export function News({
  items,
  lang,
  helpers,
}: {
  readonly items: readonly Post[];
  readonly lang: string;
  readonly helpers: Helpers;
}) {
  return (
    <ul class="posts news">
      {items.map((item) => (
        <li key={item.url}>
          {isDated(item) && <Time date={item.date} lang={lang} form="medium" />}
          {item.data.inline === true ? (
            <div class="item" dangerouslySetInnerHTML={{ __html: paragraph(helpers.content(item).html) }} />
          ) : (
            <a href={helpers.href(item.url)}>{item.title}</a>
          )}
        </li>
      ))}
    </ul>
  );
}

/** The news of a site, newest first. */
export function newestFirst(items: readonly Post[]): readonly Post[] {
  return items.toSorted((a, b) => b.date.toMillis() - a.date.toMillis());
}

/** A text of one paragraph stands in the line without it. */
function paragraph(html: string): string {
  return /^\s*<p>((?:(?!<p[ >])[\s\S])*)<\/p>\s*$/.exec(html)?.[1] ?? html;
}
