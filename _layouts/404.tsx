import type { LayoutProps } from "../src/layout.ts";
import Default from "./default.tsx";
import { Prose } from "./parts/prose.tsx";

/** The page for an address that leads nowhere: the page's own text, or ours, and the ways back. */
export default function NotFound(props: LayoutProps) {
  const { page, content, helpers } = props;
  const words = helpers.words(page.lang);
  return (
    <Default {...props}>
      <header class="page-header">
        <h1>{page.title || words("notFound")}</h1>
      </header>
      {content.html === "" ? <p>{words("notFoundHelp")}</p> : <Prose {...props} />}
      <ul class="ways">
        {[
          { text: words("home"), url: "/" },
          ...helpers.map.nav,
          ...(helpers.map.search ? [helpers.map.search] : []),
        ].map(({ text, url }) => (
          <li key={url}>
            <a href={helpers.href(url)}>{text}</a>
          </li>
        ))}
      </ul>
    </Default>
  );
}
