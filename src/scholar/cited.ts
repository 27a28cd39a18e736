/** What a document cites, found without rendering it. */
import { hasLiquid } from "../jekyll/signs.ts";
import { SCHOLAR_TAGS } from "../jekyll/tags/gems.ts";
import type { Document } from "../model.ts";
import { asNames } from "../settings.ts";
import { splitKeys } from "./options.ts";

/** A citation of a distill article, with its keys as a group. A pattern. */
export const ARTICLE_CITATION = String.raw`<d-cite\s[^>]*?(?:bibtex-)?key=["']([^"']+)["']`;

const CITATIONS = new RegExp(
  String.raw`\{%-?\s*(?:cite|nocite|reference|quote|cite_details)\s+([^%]*?)-?%\}|${ARTICLE_CITATION}`,
  "g",
);

/**
 * Keys in the order in which a document names them: those of its front matter (`related_publications`, a list or a text with
 * commas), or else those that its text cites. Empty where it does not ask for a list of them.
 */
export function relatedKeys({ data, body }: Pick<Document, "data" | "body">): readonly string[] {
  const { related_publications: wish } = data;
  if (wish === true) return citedKeys(body);
  return [...new Set(asNames(wish).map((name) => name.trim()))].filter((name) => name !== "" && name !== "false");
}

/** Keys that a text cites, each once. */
function citedKeys(body: string): readonly string[] {
  if (!body.includes("cite") && !body.includes("reference") && !body.includes("quote")) return [];
  const keys = [...body.matchAll(CITATIONS)].flatMap(([, markup, list]) =>
    markup === undefined ? (list ?? "").split(",").map((key) => key.trim()) : splitKeys(markup).keys,
  );
  return [...new Set(keys)].filter((key) => key !== "");
}

/** Whether a text has a bibliography of its own. */
export function hasBibliography(body: string): boolean {
  return body.includes("bibliography") && /\{%-?\s*bibliography\b/.test(body);
}

/** Whether that is one of all publications, not of what is cited. */
export function listsEverything(body: string): boolean {
  return hasBibliography(body) && /\{%-?\s*bibliography\s(?!(?:[^%]|%(?!\}))*?(?:--cited|-c\b|-C\b))/.test(body);
}

export type ScholarTag = (typeof SCHOLAR_TAGS)[number];

const OWN_TAGS = new RegExp(
  String.raw`\{%-?\s*(?:(?:${SCHOLAR_TAGS.join("|")}|endbibtex|endquote)\b|include\s+(bib_search|selected_papers)\.(?:liquid|html)\s*(?=-?%))[^{}%]*-?%\}`,
  "g",
);

/**
 * The includes that a template names whose only Liquid are the tags of this folder, so that it depends on the bibliography alone;
 * undefined of any other template.
 */
export function ownIncludes(body: string): readonly string[] | undefined {
  const includes: string[] = [];
  const rest = body.replace(OWN_TAGS, (_, include: string | undefined) => {
    if (include !== undefined) includes.push(include);
    return "";
  });
  return hasLiquid(rest) ? undefined : includes;
}
