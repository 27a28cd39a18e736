import type { LayoutProps } from "../src/model.ts";
import Default from "./default.tsx";
import { words } from "./parts/words.ts";

/** The page for an address that leads nowhere: the page's own text, or ours, and the ways back. */
export default function NotFound(props: LayoutProps) {
  const { page, content, helpers } = props;
  return (
    <Default {...props}>
      <header class="page-header">
        <h1>{page.title || words.notFound}</h1>
      </header>
      {content.html === "" ? (
        <p>{words.notFoundHelp}</p>
      ) : (
        <div class="prose" dangerouslySetInnerHTML={{ __html: content.html }} />
      )}
      <ul class="ways">
        {[{ text: words.home, url: "/" }, ...helpers.map.nav].map(({ text, url }) => (
          <li key={url}>
            <a href={helpers.href(url)}>{text}</a>
          </li>
        ))}
      </ul>
    </Default>
  );
}
