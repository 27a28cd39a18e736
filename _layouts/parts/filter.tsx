import type { Helpers } from "../../src/layout.ts";
import { sayIn } from "./say.tsx";

/** A field that leaves of a long list what contains its words; not to be seen without JavaScript (src/render/scripts.ts). */
export function Filter({ helpers, lang }: { readonly helpers: Helpers; readonly lang: string }) {
  return (
    <search class="bib-filter">
      <label for="bibsearch">{sayIn(helpers.words(lang))("filter")}</label>
      <input type="search" id="bibsearch" autocomplete="off" spellcheck={false} />
      <p role="status" data-label={helpers.words(lang)("publications")} />
    </search>
  );
}
