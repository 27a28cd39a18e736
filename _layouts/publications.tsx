import type { LayoutProps } from "../src/layout.ts";
import Default from "./default.tsx";
import { Filter } from "./parts/filter.tsx";
import { PageHeader } from "./parts/page-header.tsx";
import { Prose } from "./parts/prose.tsx";
import { PublicationGroups } from "./parts/publication.tsx";
import { titleIn } from "./parts/say.tsx";

/** Every publication of the site, with the text of the page above them. */
export default function Publications(props: LayoutProps) {
  const { page, helpers } = props;
  const words = helpers.words(page.lang);
  const library = helpers.library();
  return (
    <Default {...props}>
      <PageHeader page={page} title={titleIn(words, page, "publications")} />
      <Prose {...props} />
      {library && (
        <div class="publications">
          {library.settings.search && <Filter helpers={helpers} lang={page.lang} />}
          <PublicationGroups
            groups={library.list({}, page)}
            level={2}
            words={words}
            idOf={({ key }) => key.replace(/\s+/g, "_")}
          />
        </div>
      )}
    </Default>
  );
}
