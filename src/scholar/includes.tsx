/** al-folio's includes for publications: `{% include selected_papers.liquid %}` and `{% include bib_search.liquid %}`. */
import { renderToString } from "preact-render-to-string";
import { Filter } from "../../_layouts/parts/filter.tsx";
import { SelectedPublications } from "../../_layouts/parts/publications.tsx";
import type { Include } from "../folio/include.ts";

/** The entries that are `selected`. */
export const selectedPapers: Include = (_, { helpers, page, site }) => {
  const list = <SelectedPublications page={page} lang={page?.lang ?? site.config.lang} helpers={helpers} />;
  return helpers.library()?.mark(renderToString(list)) ?? "";
};

/** The field that filters a list. */
export const bibSearch: Include = (_, { helpers, page, site }) => {
  const library = helpers.library();
  if (library?.settings.search !== true) return "";
  return library.mark(renderToString(<Filter helpers={helpers} lang={page?.lang ?? site.config.lang} />));
};
