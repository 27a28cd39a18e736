/** jekyll-scholar's Liquid tags. */
import { renderToString } from "preact-render-to-string";
import { PublicationGroups } from "../../_layouts/parts/publication.tsx";
import { escapeHtml } from "../html.ts";
import { renderToText } from "../jekyll/body.ts";
import { parseExpression } from "../jekyll/expression.ts";
import type { Scope } from "../jekyll/scope.ts";
import { node, type TagReader, type TagSource } from "../jekyll/tag.ts";
import type { Helpers } from "../layout.ts";
import type { Document } from "../model.ts";
import { bibtexBlock } from "./bibtex-block.ts";
import { citationsOf } from "./citations.ts";
import { hasBibliography, relatedKeys } from "./cited.ts";
import { anchor, oneLine, plainForMarkdown } from "./in-markdown.ts";
import type { Library } from "./library.ts";
import type { Publication, ShownGroup, ShownPublication } from "./model.ts";
import { locatorText, readOptions, splitKeys, type TagOptions } from "./options.ts";
import { piecesOf } from "./styles/pieces.ts";

/** What a tag is given when it prints. */
interface Call {
  readonly library: Library;
  readonly helpers: Helpers;
  readonly scope: Scope;
  readonly keys: readonly string[];
  readonly options: TagOptions;
  readonly warn: (problem: string, help: string) => void;
}

/** The tags by their names. @param helpers asked when a template is rendered */
export function scholarTags(helpers: () => Helpers): ReadonlyMap<string, TagReader> {
  const tag = (print: (call: Call) => string): TagReader => {
    return (source) => node(source.token, (scope, out) => out.write(callTag(source, scope, helpers(), print)));
  };
  return new Map([
    ["bibliography", tag(bibliography)],
    ["bibliography_count", tag(({ library, options, scope }) => String(countOf(library, options, scope)))],
    ["bibtex", bibtexBlock(helpers)],
    ["cite", tag(cite)],
    ["cite_details", tag(citeDetails)],
    ["details_link", tag(detailsLink)],
    ["nocite", tag(nocite)],
    ["quote", quote(helpers)],
    ["reference", tag(reference)],
  ]);
}

function callTag({ token, parser }: TagSource, scope: Scope, helpers: Helpers, print: (call: Call) => string): string {
  const warn = (problem: string, help: string): void => parser.source.warn(token, problem, help);
  const markup = token.markup.includes("{{")
    ? renderToText(parser.parseFragment(token.markup, token), scope)
    : token.markup;
  const { keys, options: rest } = splitKeys(markup);
  const { options, problems } = readOptions(rest);
  for (const problem of problems)
    warn(`{% ${token.name} %} has no option ${problem}`, "See docs/publications.md for its options");
  const library = helpers.library();
  if (library === undefined) {
    warn(
      `{% ${token.name} %} finds no bibliography`,
      "Put a .bib file into _bibliography, or name its folder in scholar.source",
    );
    return "";
  }
  return print({ library, helpers, scope, keys: keys.map((key) => dereferenced(key, scope)), options, warn });
}

/** A key may be the name of a variable that holds one. */
function dereferenced(key: string, scope: Scope): string {
  if (!/^[a-z_][\w-]*(?:\.[\w-]+)*$/i.test(key)) return key;
  const [first = ""] = key.split(".");
  if (scope.services.settings.strictVariables) return key;
  const value = scope.find(first) === null ? null : parseExpression(key)(scope);
  return typeof value === "string" && value !== "" ? value : key;
}

/** How many entries a list would have that is not cut by `--max` and `--offset`, as in the gem. */
function countOf(library: Library, options: TagOptions, scope: Scope): number {
  const { keys } = citationsOf(scope);
  const { offset: _, max: __, ...query } = options.query;
  const groups = library.select({ ...query, groupBy: "none", ...(options.cited && { among: keys }) }, scope.document);
  return groups.reduce((sum, { publications }) => sum + publications.length, 0);
}

function bibliography({ library, helpers, scope, options }: Call): string {
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
  const isPlain = library.settings.plainReferences
    ? options.template === undefined || options.template.includes("{{")
    : false;
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

/** The entries of the keys; what is not there is told. */
function entriesOf({ library, keys, options, warn }: Call): readonly Publication[] {
  return keys.flatMap((key) => {
    const entry = library.find(key, options.query.files);
    if (entry === undefined)
      warn(
        `There is no entry ${key} in the bibliography`,
        library.guess(key) ?? "Correct the key, or add the entry to the .bib file",
      );
    return entry ?? [];
  });
}

function cite(call: Call): string {
  const { library, scope, options, helpers } = call;
  const entries = entriesOf(call);
  const [first] = entries;
  if (first === undefined) return library.settings.missingReference;
  const citations = citationsOf(scope);
  const cited = entries.map((entry, index) => ({
    entry,
    number: citations.cite(entry.key),
    locator: escapeHtml(locatorText(options.locators[index], options.labels[index])),
  }));
  const text = library.style(options.style).citation(cited, options.suppressAuthor, library.words);
  return `<a class="citation" href="${escapeHtml(targetOf(first, library, helpers, scope.document, options.prefix))}">${plainForMarkdown(text)}</a>`;
}

function nocite(call: Call): string {
  for (const { key } of entriesOf(call)) citationsOf(call.scope).cite(key);
  return "";
}

function reference(call: Call): string {
  const { library, scope, options } = call;
  const entries = entriesOf(call);
  if (entries.length === 0) return library.settings.missingReference;
  const { reference: print } = library.style(options.style);
  const { document } = scope;
  const isListed = document !== undefined && hasListBelow(document);
  const texts = entries.map((entry) => {
    const id = isListed ? undefined : citationsOf(scope).claim(anchor(entry.key, options.prefix));
    const text = plainForMarkdown(print(piecesOf(entry, library.math, library.words)));
    return `<span class="reference"${id === undefined ? "" : ` id="${escapeHtml(id)}"`}>${text}</span>`;
  });
  return texts.join(" ");
}

function citeDetails(call: Call): string {
  const { library, helpers, options } = call;
  const [entry] = entriesOf(call);
  if (entry === undefined) return library.settings.missingReference;
  const text = options.text || library.settings.detailsLink || "Details";
  const url = library.pageOf(entry);
  return url === undefined
    ? escapeHtml(text)
    : `<a href="${escapeHtml(helpers.href(url))}">${plainForMarkdown(escapeHtml(text))}</a>`;
}

function detailsLink(call: Call): string {
  const [entry] = entriesOf(call);
  const url = entry === undefined ? undefined : call.library.pageOf(entry);
  return url === undefined ? "" : call.helpers.href(url);
}

/** A block: what stands in it is a text of Markdown, whose lines stay lines. */
function quote(helpers: () => Helpers): TagReader {
  return (source) => {
    const { token, rest, parser } = source;
    const body = parser.body(token);
    parser.block(token, rest, body);
    return node(token, (scope, out) => {
      const text = renderToText(body, scope)
        .trim()
        .replace(/(?<!\n)\n(?!\n)/g, "  \n");
      const html = helpers().markdown(text).trim();
      out.write(
        oneLine(`<blockquote>${html}<p><cite>${callTag(source, scope, helpers(), cite)}</cite></p></blockquote>`),
      );
    });
  };
}

/** Where a citation leads: the list on the page, else the page of the paper, else the list of all. */
function targetOf(
  entry: Publication,
  library: Library,
  helpers: Helpers,
  document: Document | undefined,
  prefix: string,
): string {
  const fragment = `#${encodeURIComponent(anchor(entry.key, prefix)).replaceAll("%3A", ":")}`;
  const { relative } = library.settings;
  if (relative !== "") return helpers.href(relative) + fragment;
  if (document !== undefined && hasListBelow(document)) return fragment;
  const page = library.pageOf(entry);
  if (page !== undefined) return helpers.href(page);
  const all = helpers.map.publications;
  return all === undefined ? fragment : helpers.href(all.url) + fragment;
}

function hasListBelow(document: Document): boolean {
  return hasBibliography(document.body) || relatedKeys(document).length > 0;
}
