import { socialLinks } from "../../src/folio/socials.ts";
import type { Helpers } from "../../src/layout.ts";
import type { Site } from "../../src/model.ts";

/** Where else the author is found: the names of the networks as links, in the author's order. */
export function Socials({
  site,
  lang,
  helpers,
}: {
  readonly site: Site;
  readonly lang: string;
  readonly helpers: Helpers;
}) {
  const links = socialLinks(site, helpers.feed);
  const words = helpers.words(lang);
  const own: Readonly<Record<string, string>> = {
    email: words("email"),
    cv: words("cv"),
    feed: words("feed"),
    work: words("work"),
  };
  const note = site.config.data.contact_note;
  if (links.length === 0 && typeof note !== "string") return null;
  return (
    <section class="social" aria-label={words("contact")}>
      {links.length > 0 && (
        <ul class="ways">
          {links.map(({ name, url }) => (
            <li key={url}>
              <a href={helpers.href(url)} rel={url.startsWith("http") ? "me" : undefined}>
                {own[name] ?? name}
              </a>
            </li>
          ))}
        </ul>
      )}
      {typeof note === "string" && <div dangerouslySetInnerHTML={{ __html: helpers.markdown(note) }} />}
    </section>
  );
}
