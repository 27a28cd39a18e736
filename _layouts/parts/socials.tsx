import { socialLinks } from "../../src/folio/socials.ts";
import type { Helpers } from "../../src/layout.ts";
import type { Site } from "../../src/model.ts";

interface Place {
  readonly site: Site;
  readonly lang: string;
  readonly helpers: Helpers;
}

/** Where else the author is found: the names of the networks as links, in the author's order, and the note of the configuration. */
export function Socials(place: Place) {
  const links = linksOf(place);
  const note = place.site.config.data.contact_note;
  if (links.length === 0 && typeof note !== "string") return null;
  return (
    <section class="social" aria-label={place.helpers.words(place.lang)("contact")}>
      {links.length > 0 && (
        <ul class="ways">
          {links.map((link) => (
            <li key={link.key}>{link}</li>
          ))}
        </ul>
      )}
      {typeof note === "string" && <div dangerouslySetInnerHTML={{ __html: place.helpers.markdown(note) }} />}
    </section>
  );
}

/** The links alone, as a piece of a line: an author may write them into one, or into a cell of a table. */
export function SocialLine(place: Place) {
  const links = linksOf(place);
  if (links.length === 0) return null;
  return <span class="ways">{links.flatMap((link, at) => (at === 0 ? [link] : [" ", link]))}</span>;
}

function linksOf({ site, lang, helpers }: Place) {
  const words = helpers.words(lang);
  const own: Readonly<Record<string, string>> = {
    email: words("email"),
    cv: words("cv"),
    feed: words("feed"),
    work: words("work"),
  };
  return socialLinks(site, helpers.feed).map(({ name, url }) => (
    <a key={url} href={helpers.href(url)} rel={url.startsWith("http") ? "me" : undefined}>
      {own[name] ?? name}
    </a>
  ));
}
