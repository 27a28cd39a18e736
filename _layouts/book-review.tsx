import type { LayoutProps } from "../src/layout.ts";
import Default from "./default.tsx";
import { BookFacts, Cover, Details } from "./parts/book.tsx";
import { PageHeader } from "./parts/page-header.tsx";
import { Prose } from "./parts/prose.tsx";
import { Terms } from "./parts/terms.tsx";

/** What the author thinks of a book, with what is to be known of the book. */
export default function BookReview(props: LayoutProps) {
  const { page, helpers } = props;
  return (
    <Default {...props}>
      <article class="book">
        <PageHeader page={page}>
          <BookFacts book={page} lang={page.lang} helpers={helpers} />
        </PageHeader>
        <Cover book={page} helpers={helpers} />
        <Details book={page} lang={page.lang} helpers={helpers} />
        <Prose {...props} />
        {page.kind === "post" && <Terms post={page} types={["category", "tag"]} helpers={helpers} />}
      </article>
    </Default>
  );
}
