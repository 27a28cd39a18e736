import type { ComponentChildren } from "preact";
import type { Helpers, LayoutProps } from "../../src/layout.ts";
import type { Document } from "../../src/model.ts";
import { hasBibliography, relatedKeys } from "../../src/scholar/cited.ts";
import type { PublicationQuery } from "../../src/scholar/model.ts";
import { PublicationGroups } from "./publication.tsx";
import { sayIn } from "./say.tsx";

/** Where a list stands. */
interface Place {
  readonly page: Document | undefined;
  /** BCP 47 tag. */
  readonly lang: string;
  readonly helpers: Helpers;
}

/** al-folio: `selected_papers: true` in the front matter shows the selected publications. */
export function SelectedPapers({ page, helpers }: LayoutProps) {
  // Its text may have the list where it wants it.
  if (page.data.selected_papers !== true || page.body.includes("selected_papers")) return null;
  return <SelectedPublications page={page} lang={page.lang} helpers={helpers} />;
}

/** What has `selected = {true}`, and the way to all the rest. */
export function SelectedPublications(place: Place) {
  const words = place.helpers.words(place.lang);
  const say = sayIn(words);
  const all = place.helpers.map.publications;
  const query = { query: "@*[selected=true]", groupBy: "none" };
  return (
    <Publications {...place} title={words("selectedPublications")} query={query}>
      {all && (
        <p>
          <a href={place.helpers.href(all.url)}>{say("allPublications")}</a>
        </p>
      )}
    </Publications>
  );
}

/**
 * al-folio: `related_publications: true` shows what the text cites, a list of keys those entries. A text with a bibliography of its
 * own has its list there.
 */
export function RelatedPublications({ page, helpers }: LayoutProps) {
  const keys = relatedKeys(page);
  if (keys.length === 0 || hasBibliography(page.body)) return null;
  const title = helpers.words(page.lang)("references");
  const query = { keys, query: "@*", groupBy: "none" };
  return <Publications page={page} lang={page.lang} helpers={helpers} title={title} query={query} />;
}

function Publications({
  page,
  lang,
  helpers,
  title,
  query,
  children,
}: Place & { readonly title: string; readonly query: PublicationQuery; readonly children?: ComponentChildren }) {
  const library = helpers.library();
  const groups = library?.list(query, page) ?? [];
  if (library === undefined || groups.every(({ publications }) => publications.length === 0)) return null;
  const isNumbered = query.keys !== undefined && library.style().isNumeric;
  return (
    <section class="publications">
      <h2 class="minor">{title}</h2>
      <PublicationGroups
        groups={groups}
        level={3}
        words={helpers.words(lang)}
        idOf={({ key }) => key.replace(/\s+/g, "_")}
        numberOf={({ key }) => (isNumbered ? (query.keys ?? []).indexOf(key) + 1 : undefined)}
      />
      {children}
    </section>
  );
}
