/** jekyll-scholar's Liquid tags. */
import { escapeHtml } from "../html.ts";
import { renderToText } from "../jekyll/body.ts";
import { node, type TagReader } from "../jekyll/tag.ts";
import type { Helpers } from "../layout.ts";
import type { Document } from "../model.ts";
import { bibliography, countOf } from "./bibliography-tag.tsx";
import { bibtexBlock } from "./bibtex-block.ts";
import { citationsOf } from "./citations.ts";
import { hasBibliography, relatedKeys, type ScholarTag } from "./cited.ts";
import { anchor, oneLine, plainForMarkdown } from "./in-markdown.ts";
import type { Library } from "./library.ts";
import type { Publication } from "./model.ts";
import { locatorText } from "./options.ts";
import type { Cited } from "./styles/style.ts";
import { type Call, callTag, entriesOf } from "./tag-call.ts";

/** The tags by their names. @param helpers asked when a template is rendered */
export function scholarTags(helpers: () => Helpers): ReadonlyMap<string, TagReader> {
  const tag = (print: (call: Call) => string): TagReader => {
    return (source) => node(source.token, (scope, out) => out.write(callTag(source, scope, helpers(), print)));
  };
  const tags: Readonly<Record<ScholarTag, TagReader>> = {
    bibliography: tag(bibliography),
    bibliography_count: tag(({ library, options, scope }) => String(countOf(library, options, scope))),
    bibtex: bibtexBlock(helpers),
    cite: tag(cite),
    cite_details: tag(citeDetails),
    details_link: tag(detailsLink),
    nocite: tag(nocite),
    quote: quote(helpers),
    reference: tag(reference),
  };
  return new Map(Object.entries(tags));
}

function cite(call: Call): string {
  const { library, scope, options, helpers } = call;
  const entries = entriesOf(call);
  const [first] = entries;
  if (first === undefined) return library.settings.missingReference;
  const citations = citationsOf(scope);
  const style = library.style(options.style);
  const cited = entries.map((entry, index) => ({
    entry,
    number: citations.cite(entry.key),
    locator: escapeHtml(locatorText(options.locators[index], options.labels[index], style.labels)),
  }));
  const cite = (works: readonly Cited[]): string => style.citation(works, options.suppressAuthor, library.words);
  const link = (entry: Publication, text: string): string =>
    `<a class="citation" href="${escapeHtml(targetOf(entry, library, helpers, scope.document, options.prefix))}">${plainForMarkdown(text)}</a>`;
  const whole = cite(cited);
  if (!library.settings.separateLinks || cited.length === 1) return link(first, whole);
  const works = cited.map((one) => ({ entry: one.entry, text: cite([one]) }));
  return separateLinks(whole, works, link) ?? link(first, whole);
}

/**
 * `separate_links`: each work of a citation as a link, what a style writes around and between them outside of these. Undefined
 * where a style makes one text of several works.
 */
function separateLinks(
  whole: string,
  works: readonly { readonly entry: Publication; readonly text: string }[],
  link: (entry: Publication, text: string) => string,
): string | undefined {
  for (const around of [1, 0])
    for (const separator of ["; ", ", "]) {
      const inner = works.map(({ entry, text }) => ({ entry, text: text.slice(around, text.length - around) }));
      const [open, close] = [whole.slice(0, around), whole.slice(whole.length - around)];
      if (open + inner.map(({ text }) => text).join(separator) + close === whole)
        return open + inner.map(({ entry, text }) => link(entry, text)).join(separator) + close;
    }
  return undefined;
}

function nocite(call: Call): string {
  for (const { key } of entriesOf(call)) citationsOf(call.scope).cite(key);
  return "";
}

function reference(call: Call): string {
  const { library, scope, options } = call;
  const entries = entriesOf(call);
  if (entries.length === 0) return library.settings.missingReference;
  const style = library.style(options.style);
  const { document } = scope;
  const isListed = document !== undefined && hasListBelow(document);
  const texts = entries.map((entry) => {
    const id = isListed ? undefined : citationsOf(scope).claim(anchor(entry.key, options.prefix));
    const text = plainForMarkdown(library.reference(entry, style));
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
    const body = parser.block(token, rest);
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
