import type { Helpers, Link } from "../../src/layout.ts";
import { inLanguage } from "./say.tsx";

/** Where a reader can go from here: home, and these pages. */
export function Ways({
  links,
  lang,
  helpers,
}: {
  readonly links: readonly Link[];
  readonly lang: string;
  readonly helpers: Helpers;
}) {
  const words = helpers.words(lang);
  const home: Link = { text: words("home"), url: "/", lang: words.otherLanguage("home") };
  return (
    <ul class="ways">
      {[home, ...links].map(({ text, url, lang }) => (
        <li key={url}>
          <a href={helpers.href(url)}>{inLanguage(text, lang)}</a>
        </li>
      ))}
    </ul>
  );
}
