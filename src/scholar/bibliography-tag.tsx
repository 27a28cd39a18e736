/** The tags `{% bibliography %}` and `{% bibliography_count %}`. */
import { renderToString } from "preact-render-to-string";
import { PublicationGroups } from "../../_layouts/parts/publication.tsx";
import type { Scope } from "../jekyll/scope.ts";
import { citationsOf } from "./citations.ts";
import { anchor } from "./in-markdown.ts";
import type { Library } from "./library.ts";
import type { ShownGroup, ShownPublication } from "./model.ts";
import type { TagOptions } from "./options.ts";
import { piecesOf } from "./styles/pieces.ts";
import type { Call } from "./tag-call.ts";

/** How many entries a list would have that is not cut by `--max` and `--offset`, as in the gem. */
export function countOf(library: Library, options: TagOptions, scope: Scope): number {
  const { keys } = citationsOf(scope);
  const { offset: _, max: __, ...query } = options.query;
  const groups = library.select({ ...query, groupBy: "none", ...(options.cited && { among: keys }) }, scope.document);
  return groups.reduce((sum, { publications }) => sum + publications.length, 0);
}

/** The list, in a style where one is asked for, else as the theme shows publications. */
export function bibliography({ library, helpers, scope, options }: Call): string {
  const citations = citationsOf(scope);
  const { keys } = citations;
  const query = {
    ...options.query,
    // What a text cites stands in one list, unless it asks for groups.
    ...(options.cited && options.query.groupBy === undefined && { groupBy: "none" }),
    ...(options.inOrder ? { keys } : options.cited && { among: keys }),
  };
  const groups = library.list(query, scope.document);
  const style = library.style(options.style);
  const idOf = ({ key }: ShownPublication): string | undefined => citations.claim(anchor(key, options.prefix));
  const numberOf = ({ key }: ShownPublication): number | undefined =>
    style.isNumeric && keys.includes(key) ? citations.cite(key) : undefined;
  if (options.clear) citations.clear();
  const isPlain =
    library.settings.plainReferences && (options.template === undefined || options.template.includes("{{"));
  if (isPlain || (options.style !== undefined && options.template === undefined))
    return library.mark(
      renderToString(<References groups={groups} level={2} idOf={idOf} referenceOf={referenceOf(library, options)} />),
    );
  const words = helpers.words(scope.document?.lang ?? scope.services.config.lang);
  const shown = <PublicationGroups groups={groups} level={2} words={words} idOf={idOf} numberOf={numberOf} />;
  return library.mark(renderToString(<div class="publications">{shown}</div>));
}

/** jekyll-scholar's own list: references in a citation style. */
function References({
  groups,
  level,
  idOf,
  referenceOf,
}: {
  readonly groups: readonly ShownGroup[];
  readonly level: number;
  readonly idOf: (publication: ShownPublication) => string | undefined;
  readonly referenceOf: (key: string) => string;
}) {
  const Heading = `h${Math.min(level, 6)}` as "h2";
  return (
    <div class="references">
      {groups.map((group) => (
        <>
          {group.name !== "" && <Heading class="bibliography">{group.name}</Heading>}
          {group.groups.length > 0 && (
            <References groups={group.groups} level={level + 1} idOf={idOf} referenceOf={referenceOf} />
          )}
          {group.publications.length > 0 && (
            <ol class="bibliography">
              {group.publications.map((publication) => (
                <li key={publication.key}>
                  <span id={idOf(publication)} dangerouslySetInnerHTML={{ __html: referenceOf(publication.key) }} />
                </li>
              ))}
            </ol>
          )}
        </>
      ))}
    </div>
  );
}

function referenceOf(library: Library, { style, query }: TagOptions): (key: string) => string {
  const { reference } = library.style(style);
  return (key) => {
    const entry = library.find(key, query.files);
    return entry === undefined ? "" : reference(piecesOf(entry, library.math, library.words));
  };
}
