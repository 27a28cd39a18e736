import type { LayoutProps } from "../../src/layout.ts";
import { sayIn } from "./say.tsx";
import { Time } from "./time.tsx";

/**
 * The feed, at the end of the line, and whose site this is, with al-folio's `footer_text`, which is HTML, below; the way back to
 * the top, the imprint and the day of the last change where `back_to_top`, `impressum_path` and `last_updated` ask for them.
 */
export function Footer({ site, page, helpers }: LayoutProps) {
  const { author, title, data } = site.config;
  const { impressum, lastUpdated } = helpers.map;
  const say = sayIn(helpers.words(page.lang));
  const text = data.footer_text;
  return (
    <footer class="site-footer">
      {helpers.feed && <a href={helpers.href(helpers.feed)}>{say("feed")}</a>}
      {data.back_to_top === true && <a href="#top">{say("backToTop")}</a>}
      {impressum && <a href={helpers.href(impressum.url)}>{impressum.text}</a>}
      {author || title}
      {typeof text === "string" && <div dangerouslySetInnerHTML={{ __html: text }} />}
      {lastUpdated && (
        <div>
          {say("updated")} <Time date={lastUpdated} lang={page.lang} form="medium" />
        </div>
      )}
    </footer>
  );
}
