/** How a post is cited: an entry for BibTeX. */
import type { Helpers, Identity } from "../layout.ts";
import type { Document, Site } from "../model.ts";
import { authorsOf } from "./facts.ts";

/** What makes no key: articles, prepositions and the like. */
const SMALL = new Set([
  "a",
  "an",
  "the",
  "on",
  "of",
  "in",
  "for",
  "to",
  "and",
  "how",
  "why",
  "what",
  "is",
  "are",
  "my",
]);

/** The characters that TeX takes for its own, as it prints them. */
const ESCAPES: Readonly<Record<string, string>> = {
  ...{ "\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}" },
  ...{ "{": "\\{", "}": "\\}", "&": "\\&", "%": "\\%", $: "\\$", "#": "\\#", _: "\\_" },
};

/**
 * The entry of a post; "" where there is none to show: `citation: false` in the post or in `_config.yml` turns it off, and who
 * wrote it must be known.
 */
export function citationOf(
  { config }: Site,
  identity: Identity,
  { absolute }: Pick<Helpers, "absolute">,
  page: Document,
): string {
  if (page.kind !== "post" || page.collection !== "posts") return "";
  const names = authorsOf(page.data, identity).map(({ name }) => name);
  const wish = page.data.citation ?? config.data.citation ?? true;
  if (wish === false || names.length === 0) return "";
  const { date, title } = page;
  const fields: readonly (readonly [string, string])[] = [
    ["author", `{${names.map(escaped).join(" and ")}}`],
    // Two pairs of braces: no style changes the case of the title.
    ["title", `{{${escaped(title)}}}`],
    ["year", `{${date.year}}`],
    ["month", date.setLocale("en").toFormat("LLL").toLowerCase()],
    ...(config.url === "" ? [] : [["url", `{${absolute(page.url)}}`] as const]),
  ];
  const width = Math.max(...fields.map(([name]) => name.length));
  const lines = fields.map(([name, value]) => `  ${name.padEnd(width)} = ${value}`);
  return `@misc{${keyOf(names[0] ?? "", date.year, title, page.slug)},\n${lines.join(",\n")}\n}`;
}

/** Family name, year, first word of weight, in ASCII: "wang2025about". */
function keyOf(name: string, year: number, title: string, slug: string): string {
  const family = name.includes(",") ? name.slice(0, name.indexOf(",")) : (name.split(" ").at(-1) ?? "");
  const words = [title, slug].flatMap((text) => letters(text.replace(/[^\p{L}\p{N}\p{M}]+/gu, " ")).split(" "));
  const word = words.find((word) => word !== "" && !SMALL.has(word)) ?? "post";
  return `${letters(family).replaceAll(" ", "") || "anonymous"}${year}${word}`;
}

/** Letters without accents, digits and spaces; what is not Latin goes. */
function letters(text: string): string {
  return text
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^a-z0-9 ]/g, "");
}

function escaped(text: string): string {
  return text.replace(/[\\~^{}&%$#_]/g, (character) => ESCAPES[character] ?? character);
}
