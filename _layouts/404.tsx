import type { LayoutProps } from "../src/layout.ts";
import Default from "./default.tsx";
import { Prose } from "./parts/prose.tsx";
import { sayIn, titleIn } from "./parts/say.tsx";
import { Ways } from "./parts/ways.tsx";

/** The page for an address that leads nowhere: the page's own text, or ours, and the ways back. */
export default function NotFound(props: LayoutProps) {
  const { page, content, helpers } = props;
  const words = helpers.words(page.lang);
  const { nav, search } = helpers.map;
  return (
    <Default {...props}>
      <header class="page-header">
        <h1>{titleIn(words, page, "notFound")}</h1>
      </header>
      {content.html === "" ? <p>{sayIn(words)("notFoundHelp")}</p> : <Prose {...props} />}
      <Ways links={[...nav, ...(search ? [search] : [])]} lang={page.lang} helpers={helpers} />
    </Default>
  );
}
