import type { Helpers, LayoutProps } from "../../src/layout.ts";
import type { Data } from "../../src/model.ts";
import { asData, asText } from "../../src/settings.ts";
import { sayIn } from "./say.tsx";

/** Where al-folio sends a form whose endpoint is no address but a name at Loops (loops.so/docs/forms/custom-form). */
const LOOPS = "https://app.loops.so/api/newsletter-form/";

/** The form below the text of a page, unless its author has put it into the text. */
export function NewsletterBelow({ site, page, content, helpers }: LayoutProps) {
  if (content.html.includes(`class="${FORM_CLASS}"`)) return null;
  return <Newsletter settings={site.config.data} lang={page.lang} helpers={helpers} />;
}

const FORM_CLASS = "newsletter";

/** A form that posts an address to the endpoint of `newsletter:`; nothing where that is off. */
export function Newsletter({
  settings,
  lang,
  helpers,
}: {
  /** The configuration. */
  readonly settings: Data;
  readonly lang: string;
  readonly helpers: Helpers;
}) {
  const newsletter = asData(settings.newsletter);
  const endpoint = asText(newsletter?.endpoint);
  if (newsletter?.enabled !== true || endpoint === undefined) return null;
  const say = sayIn(helpers.words(lang));
  return (
    <form class={FORM_CLASS} action={/^https?:/.test(endpoint) ? endpoint : LOOPS + endpoint} method="post">
      <label for="newsletter-email">{say("newsletter")}</label>
      <input id="newsletter-email" name="email" type="email" autocomplete="email" required />
      <button type="submit">{say("subscribe")}</button>
    </form>
  );
}
