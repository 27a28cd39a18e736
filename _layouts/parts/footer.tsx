import type { LayoutProps } from "../../src/layout.ts";
import { sayIn } from "./say.tsx";

/** Whose site this is (or al-folio's `footer_text`, which is HTML), and the feed. */
export function Footer({ site, page, helpers }: LayoutProps) {
  const { author, title, data } = site.config;
  const text = data.footer_text;
  return (
    <footer class="site-footer">
      {typeof text === "string" ? <div dangerouslySetInnerHTML={{ __html: text }} /> : <div>{author || title}</div>}
      {helpers.feed && <a href={helpers.href(helpers.feed)}>{sayIn(helpers.words(page.lang))("feed")}</a>}
    </footer>
  );
}
