import type { LayoutProps } from "../src/layout.ts";
import { toRis } from "../src/scholar/export.ts";
import type { Publication, ShownPublication } from "../src/scholar/model.ts";
import type { Words } from "../src/words/words.ts";
import Default from "./default.tsx";
import Page from "./page.tsx";
import { Authors, Circumstances, Links, Preview, Venue } from "./parts/publication.tsx";
import { sayIn } from "./parts/say.tsx";

/** One paper: what it says, where it is, and how to cite it. */
export default function Paper(props: LayoutProps) {
  const { page, helpers } = props;
  const publication = page.kind === "page" ? page.publication : undefined;
  const shown = publication && helpers.paper(publication);
  if (publication === undefined || shown === undefined) return <Page {...props} />;
  const words = helpers.words(page.lang);
  const say = sayIn(words);
  const all = helpers.map.publications;
  return (
    <Default {...props}>
      <article class="paper">
        <header class="page-header">
          {all && (
            <p class="kind">
              <a href={helpers.href(all.url)}>{all.text || words("publications")}</a>
            </p>
          )}
          <h1 dangerouslySetInnerHTML={{ __html: shown.title }} />
          <Authors
            publication={{ ...shown, authors: [...shown.authors, ...shown.hiddenAuthors], hiddenAuthors: [] }}
            words={words}
          />
          {shown.venue && (
            <p>
              <Venue {...shown} />
            </p>
          )}
          <Circumstances publication={shown} words={words} />
          <Links publication={shown} words={words} />
        </header>
        {shown.preview && <Preview {...shown.preview} />}
        {shown.abstract !== "" && (
          <section>
            <h2 class="minor">{say("abstract")}</h2>
            <div class="prose" dangerouslySetInnerHTML={{ __html: shown.abstract }} />
          </section>
        )}
        <Citation publication={publication} shown={shown} words={words} />
      </article>
    </Default>
  );
}

/** How the paper is cited, to read and to download. */
function Citation({
  publication,
  shown,
  words,
}: {
  readonly publication: Publication;
  readonly shown: ShownPublication;
  readonly words: Words;
}) {
  const say = sayIn(words);
  const ris = toRis(publication, shown.plainAbstract);
  return (
    <section>
      <h2 class="minor">{say("citeAs")}</h2>
      <p class="reference" dangerouslySetInnerHTML={{ __html: shown.reference }} />
      <pre class="bibtex">
        <code>{shown.bibtex}</code>
      </pre>
      <ul class="links">
        <li>
          <a download={`${publication.key}.bib`} href={dataUrl("application/x-bibtex", shown.bibtex)}>
            {say("download")} .bib
          </a>
        </li>
        <li>
          <a download={`${publication.key}.ris`} href={dataUrl("application/x-research-info-systems", ris)}>
            {say("download")} .ris
          </a>
        </li>
      </ul>
    </section>
  );
}

/** A file that needs no other request than the page's. */
function dataUrl(type: string, text: string): string {
  return `data:${type};charset=utf-8,${encodeURIComponent(text)}`;
}
