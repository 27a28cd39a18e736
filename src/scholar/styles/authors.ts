/** Lists of names, as styles write them. */
import { escapeHtml } from "../../html.ts";
import type { Name, Publication } from "../model.ts";
import { familyName, fullName, initials, isEastAsian } from "../name-text.ts";
import { texToText } from "../tex.ts";
import { quoted } from "./phrases.ts";
import { kindOf } from "./pieces.ts";
import type { StyleWords } from "./words.ts";

/** "Erdős, P., III" */
export function inverted(name: Name): string {
  if (isEastAsian(name)) return full(name);
  return escapeHtml([familyName(name), initials(name.given), name.suffix].filter(Boolean).join(", "));
}

/** "P. Erdős III" */
export function abbreviated(name: Name): string {
  if (isEastAsian(name)) return full(name);
  return escapeHtml([initials(name.given), familyName(name), name.suffix].filter(Boolean).join(" "));
}

/** "Pál Erdős III" */
export function full(name: Name): string {
  return escapeHtml(fullName(name));
}

/** "Erdős, Pál, III" */
export function fullInverted(name: Name): string {
  if (isEastAsian(name)) return full(name);
  return escapeHtml([familyName(name), name.given, name.suffix].filter(Boolean).join(", "));
}

/** "A", "A and B", "A, B, and C": the last one behind `last`, with a comma before it where there are more than `pairs`. */
export function series(names: readonly string[], last: string, comma: "always" | "from three" | "never"): string {
  if (names.length < 2) return names.join("");
  const withComma = comma === "always" || (comma === "from three" && names.length > 2);
  return `${names.slice(0, -1).join(", ")}${withComma ? "," : ""} ${last} ${names.at(-1)}`;
}

/** Editors with what says that they are: `one` behind a single name, `many` behind several; nothing where there are none. */
export function editorList(names: readonly string[], and: string, [one, many]: readonly [string, string]): string {
  return names.length === 0 ? "" : `${series(names, and, "from three")}${names.length > 1 ? many : one}`;
}

/**
 * The family names that a citation in the text begins with: those of the authors, else of the editors, else the title: in
 * quotation marks where it is part of a larger work.
 */
export function citedNames(entry: Publication, words: StyleWords): readonly string[] {
  const names = entry.authors.length > 0 ? entry.authors : entry.editors;
  if (names.length > 0) return names.map((name) => escapeHtml(familyName(name)));
  const title = escapeHtml(texToText(entry.fields.title ?? entry.key));
  const isPart = ["article", "paper", "chapter", "preprint"].includes(kindOf(entry));
  return [isPart ? quoted(title, "", words) : `<i>${title}</i>`];
}
