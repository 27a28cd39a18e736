/** The tags `{% bibliography %}` and `{% bibliography_count %}`. */
import { renderToString } from "preact-render-to-string";
import { PublicationGroups } from "../../_layouts/parts/publication.tsx";
import { escapeHtml } from "../html.ts";
import type { Scope } from "../jekyll/scope.ts";
import { citationsOf } from "./citations.ts";
import { anchor } from "./in-markdown.ts";
import type { Library } from "./library.ts";
import type { ShownGroup, ShownPublication } from "./model.ts";
import type { TagOptions } from "./options.ts";
import { isTemplate } from "./settings.ts";
import type { Call } from "./tag-call.ts";
import { entryTemplate } from "./template.ts";

/** How many entries a list would have that is not cut by `--max` and `--offset`, as in the gem. */
export function countOf(library: Library, options: TagOptions, scope: Scope): number {
  const { keys } = citationsOf(scope);
  const { offset: _, max: __, ...query } = options.query;
  const groups = library.select({ ...query, groupBy: "none", ...(options.cited && { among: keys }) }, scope.document);
  return groups.reduce((sum, { publications }) => sum + publications.length, 0);
}

/** The list, in a style where one is asked for, else as the theme shows publications. */
export function bibliography(call: Call): string {
  const { library, helpers, scope, options } = call;
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
  const template = options.template ?? library.settings.template;
  const isPlain = isTemplate(template) || (options.style !== undefined && options.template === undefined);
  if (isPlain)
    return library.mark(renderToString(<References groups={groups} level={2} itemOf={itemPrinter(call, idOf)} />));
  const words = helpers.words(scope.document?.lang ?? scope.services.config.lang);
  const shown = <PublicationGroups groups={groups} level={2} words={words} idOf={idOf} numberOf={numberOf} />;
  return library.mark(renderToString(<div class="publications">{shown}</div>));
}

/** jekyll-scholar's own list: references in a citation style. */
function References({
  groups,
  level,
  itemOf,
}: {
  readonly groups: readonly ShownGroup[];
  readonly level: number;
  readonly itemOf: ItemPrinter;
}) {
  const Heading = `h${Math.min(level, 6)}` as "h2";
  return (
    <div class="references">
      {groups.map((group) => (
        <>
          {group.name !== "" && <Heading class="bibliography">{group.name}</Heading>}
          {group.groups.length > 0 && <References groups={group.groups} level={level + 1} itemOf={itemOf} />}
          {group.publications.length > 0 && (
            <ol class="bibliography">
              {group.publications.map((publication, index) => (
                <li key={publication.key} dangerouslySetInnerHTML={{ __html: itemOf(publication, index + 1) }} />
              ))}
            </ol>
          )}
        </>
      ))}
    </div>
  );
}

/** HTML of one item. @param index 1-based */
type ItemPrinter = (publication: ShownPublication, index: number) => string;

/** A reference, or what the site's template makes of it. */
function itemPrinter(call: Call, idOf: (publication: ShownPublication) => string | undefined): ItemPrinter {
  const { library, options } = call;
  const style = library.style(options.style);
  const template = options.template ?? library.settings.template;
  const print = isTemplate(template) ? entryTemplate(template, call) : undefined;
  return (publication, index) => {
    const entry = library.find(publication.key, options.query.files);
    if (entry === undefined) return "";
    const id = idOf(publication);
    const reference = `<span${id === undefined ? "" : ` id="${escapeHtml(id)}"`}>${library.reference(entry, style)}</span>`;
    return print === undefined ? reference : print(entry, reference, index, publication.page ?? "");
  };
}
