import { isDated } from "../src/documents.ts";
import { distilled } from "../src/folio/distill.ts";
import { withoutMarkup } from "../src/folio/markup.ts";
import type { LayoutProps } from "../src/layout.ts";
import type { Data, Value } from "../src/model.ts";
import { asData, asList, asText } from "../src/settings.ts";
import { slugify } from "../src/slug.ts";
import Default from "./default.tsx";
import { Contents } from "./parts/contents.tsx";
import { PageHeader } from "./parts/page-header.tsx";
import { Prose } from "./parts/prose.tsx";
import { PublicationGroups } from "./parts/publication.tsx";
import { RelatedPublications } from "./parts/publications.tsx";
import { sayIn } from "./parts/say.tsx";
import { Time } from "./parts/time.tsx";

/** An article as distill.pub has them: authors with affiliations, contents, notes and references at the end. */
export default function Distill(props: LayoutProps) {
  const { page, content, helpers } = props;
  const isKnown = (key: string) => helpers.library()?.find(key, filesOf(page)) !== undefined;
  const article = distilled(content.html, helpers.markdown, isKnown);
  return (
    <Default {...props}>
      <article class="distill">
        <PageHeader page={page}>
          <Byline {...props} />
        </PageHeader>
        <ArticleContents {...props} />
        <Prose {...props} content={{ ...content, html: article.html }} />
        <Notes notes={article.footnotes} {...props} />
        <References keys={article.keys} {...props} />
        {article.keys.length === 0 && <RelatedPublications {...props} />}
      </article>
    </Default>
  );
}

/** The .bib file of the article; undefined where it cites from the site's own list. */
function filesOf({ data }: LayoutProps["page"]): readonly string[] | undefined {
  const name = asText(data.bibliography);
  return name === undefined ? undefined : [name];
}

/** The mappings of a list. */
function list(value: Value | undefined): readonly Data[] {
  return (asList(value) ?? []).map(asData).filter((one) => one !== undefined);
}

function text(value: Value | undefined): string {
  return asText(value) ?? "";
}

/** Who wrote it and where they work, and when it came out. */
function Byline({ site, page, helpers }: LayoutProps) {
  const authors = list(page.data.authors);
  const say = sayIn(helpers.words(page.lang));
  const nameOf = (name: Value | undefined): string => withoutMarkup(text(name), site.config);
  return (
    <dl class="facts">
      {authors.length > 0 && (
        <div>
          <dt>{say("authors")}</dt>
          {authors.map(({ name, url, affiliations }) => (
            <dd key={text(name)}>
              <Linked name={nameOf(name)} url={text(url)} />
              {list(asList(affiliations) ?? [affiliations ?? null]).map((one) => (
                <span key={text(one.name)} class="affiliation">
                  {", "}
                  <Linked name={nameOf(one.name)} url={text(one.url)} />
                </span>
              ))}
            </dd>
          ))}
        </div>
      )}
      {isDated(page) && (
        <div>
          <dt>{say("published")}</dt>
          <dd>
            <Time date={page.date} lang={page.lang} form="long" />
          </dd>
        </div>
      )}
    </dl>
  );
}

function Linked({ name, url }: { readonly name: string; readonly url: string }) {
  return url === "" ? name : <a href={url}>{name}</a>;
}

/** `toc: true`, or the names of the sections as the author lists them. */
function ArticleContents(props: LayoutProps) {
  const { toc } = props.page.data;
  const entry = (level: 2 | 3, name: string) => ({
    level,
    text: withoutMarkup(name, props.site.config),
    // Markdown's own id of that heading: it need not be al-folio's slug of the name.
    id: props.content.headings.find((heading) => slugify(heading.text) === slugify(name))?.id ?? slugify(name),
  });
  const listed = list(toc).flatMap(({ name, subsections }) => [
    entry(2, text(name)),
    ...list(subsections).map((section) => entry(3, text(section.name))),
  ]);
  if (listed.length === 0) return <Contents {...props} />;
  const page = { ...props.page, data: { ...props.page.data, toc: true } };
  return <Contents {...props} page={page} content={{ ...props.content, headings: listed }} />;
}

function Notes({ notes, page, helpers }: LayoutProps & { readonly notes: readonly string[] }) {
  if (notes.length === 0) return null;
  const words = helpers.words(page.lang);
  return (
    <section class="footnotes" aria-label={words("footnotes")}>
      <ol>
        {notes.map((note, index) => (
          <li key={note} id={`Note-${index + 1}`}>
            <span dangerouslySetInnerHTML={{ __html: note }} />{" "}
            <a href={`#Noteref-${index + 1}`} aria-label={words("backToText")}>
              ↩
            </a>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What the text cites, from the file that `bibliography` names, numbered as the citations are. */
function References({ keys, page, helpers }: LayoutProps & { readonly keys: readonly string[] }) {
  const library = helpers.library();
  if (keys.length === 0 || library === undefined) return null;
  const files = filesOf(page);
  const words = helpers.words(page.lang);
  const say = sayIn(words);
  return (
    <section class="publications">
      <h2 class="minor">{say("references")}</h2>
      <PublicationGroups
        groups={library.list({ ...(files && { files }), keys, query: "@*", groupBy: "none" }, page)}
        level={3}
        words={words}
        idOf={({ key }) => `Ref-${encodeURIComponent(key)}`}
        numberOf={({ key }) => keys.indexOf(key) + 1}
      />
    </section>
  );
}
