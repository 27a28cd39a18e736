import type { LayoutProps } from "../src/layout.ts";
import Default from "./default.tsx";
import { Contents } from "./parts/contents.tsx";
import { PageHeader } from "./parts/page-header.tsx";
import { Prose } from "./parts/prose.tsx";
import { RelatedPublications } from "./parts/publications.tsx";

/** A page with its title, unless its text begins with one of its own. */
export default function Page(props: LayoutProps) {
  const { page, content } = props;
  const titled = page.title !== "" && !/<h1[ >]/.test(content.html);
  return (
    <Default {...props}>
      {titled && <PageHeader page={page} />}
      <Contents {...props} />
      <Prose {...props} />
      <RelatedPublications {...props} />
    </Default>
  );
}
