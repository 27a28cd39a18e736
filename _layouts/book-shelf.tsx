import type { LayoutProps } from "../src/layout.ts";
import Default from "./default.tsx";
import { BookFacts, Cover } from "./parts/book.tsx";
import { newestFirst } from "./parts/news.tsx";
import { PageHeader } from "./parts/page-header.tsx";
import { Prose } from "./parts/prose.tsx";

/** The books of a collection (`books`, unless the page names another one), newest review first. */
export default function BookShelf(props: LayoutProps) {
  const { site, page, helpers } = props;
  const { collection, covers } = page.data;
  const books = newestFirst(site.collections.get(typeof collection === "string" ? collection : "books") ?? []);
  return (
    <Default {...props}>
      <PageHeader page={page} />
      <Prose {...props} />
      <ul class="books">
        {books.map((book) => (
          <li key={book.url}>
            {covers !== false && <Cover book={book} helpers={helpers} />}
            <h2>
              <a href={helpers.href(book.url)}>{book.title}</a>
            </h2>
            <BookFacts book={book} lang={page.lang} helpers={helpers} />
            {book.description && <p>{book.description}</p>}
          </li>
        ))}
      </ul>
    </Default>
  );
}
