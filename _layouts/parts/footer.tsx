import type { LayoutProps } from "../../src/layout.ts";
import { sayIn } from "./say.tsx";
import { Time } from "./time.tsx";

/**
 * Whose site this is (or al-folio's `footer_text`, which is HTML), and the feed; the imprint, the day of the last change and the way
 * back to the top where `impressum_path`, `last_updated` and `back_to_top` ask for them.
 */
export function Footer({ site, page, helpers }: LayoutProps) {
  const { author, title, data } = site.config;
  const { impressum, lastUpdated } = helpers.map;
  const say = sayIn(helpers.words(page.lang));
  const text = data.footer_text;
  return (
    <footer class="site-footer">
      {typeof text === "string" ? <div dangerouslySetInnerHTML={{ __html: text }} /> : <div>{author || title}</div>}
      {impressum && <a href={helpers.href(impressum.url)}>{impressum.text}</a>}
      {lastUpdated && (
        <span>
          {say("updated")} <Time date={lastUpdated} lang={page.lang} form="medium" />
        </span>
      )}
      {data.back_to_top === true && <a href="#top">{say("backToTop")}</a>}
      {helpers.feed && <a href={helpers.href(helpers.feed)}>{say("feed")}</a>}
    </footer>
  );
}
