import type { LayoutProps } from "../src/layout.ts";
import Default from "./default.tsx";
import { Prose } from "./parts/prose.tsx";
import { sayIn, titleIn } from "./parts/say.tsx";
import { Ways } from "./parts/ways.tsx";

/** The search page: one input, and the lists of everything, which need no script. */
export default function Search(props: LayoutProps) {
  const { page, helpers } = props;
  return (
    <Default {...props}>
      <header class="page-header">
        <h1>{titleIn(helpers.words(page.lang), page, "search")}</h1>
      </header>
      <Prose {...props} />
      {helpers.map.search && <Finder {...props} />}
      <Others {...props} />
    </Default>
  );
}

/** What the script (public/js/search.js, which no other page loads) works on, in its order. */
function Finder({ page, helpers }: LayoutProps) {
  const words = helpers.words(page.lang);
  const say = sayIn(words);
  return (
    <>
      <search
        data-search=""
        class="search"
        data-index={helpers.href("/pagefind/")}
        data-one={words("results", { count: 1 })}
        data-many={words("results", { count: "{}" })}
        data-none={words("noResults")}
        data-failed={words("searchFailed")}
      >
        <label for="Query">{say("searchLabel")}</label>
        <input
          data-search=""
          id="Query"
          type="search"
          autocomplete="off"
          spellcheck={false}
          enterkeyhint="search"
          aria-keyshortcuts="/"
        />
      </search>
      <p data-search="" class="facts" role="status" />
      <ol data-search="" class="results" />
      <button data-search="" type="button" hidden>
        {say("moreResults")}
      </button>
      <template id="Search">
        <script type="module" src={helpers.asset("/js/search.js")} data-wasm />
      </template>
    </>
  );
}

/** The ways to pages and lists, for a reader without JavaScript, or without luck. */
function Others({ page, helpers }: LayoutProps) {
  const { blog, nav, tags, categories } = helpers.map;
  const links = [blog, ...nav.filter(({ url }) => url !== blog?.url), tags, categories];
  return (
    <div data-search="">
      <p>{sayIn(helpers.words(page.lang))("everything")}</p>
      <Ways links={links.filter((link) => link !== undefined)} lang={page.lang} helpers={helpers} />
    </div>
  );
}
