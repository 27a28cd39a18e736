import type { Helpers } from "../../src/model.ts";

/** A field that leaves of a long list what contains its words; hidden until its script runs. */
export function Filter({ helpers, lang }: { readonly helpers: Helpers; readonly lang: string }) {
  const words = helpers.words(lang);
  return (
    <search class="bib-filter" hidden>
      <label for="bibsearch">{words("filter")}</label>
      <input type="search" id="bibsearch" autocomplete="off" spellcheck={false} />
      <p role="status" data-one={words("filtered", { count: 1 })} data-other={words("filtered", { count: 2 })} />
      <script type="module" src={helpers.asset("/js/publications.js")} />
    </search>
  );
}
