/** Names as BibTeX takes them apart (Patashnik, "Designing BibTeX styles", section 4; Markey, "Tame the BeaST", section 11). */
import type { Name } from "./model.ts";
import { texToText } from "./tex.ts";

/** What al-folio takes for a sign that points to a note. */
const MARKS = /[*∗†‡§¶‖&^]+/g;

/** The names of a field, and whether it ends with `and others`. */
export function parseNames(tex: string): { readonly names: readonly Name[]; readonly others: boolean } {
  const all = splitOutside(tex.replace(/\s+/g, " ").trim(), /^\s+and(?=\s|$)/i).map((name) => name.trim());
  const given = all.map((name) => name.replace(ET_AL, "")).filter((name) => name !== "");
  const names = given.filter((name) => !/^others$/i.test(name));
  return { names: names.map(parseName), others: names.length < given.length || all.some((name) => ET_AL.test(name)) };
}

const ET_AL = /(?:^|,?\s)et\.? al\.?$/i;

/** Whether a field of names has other signs between them than "and", of which BibTeX makes one name. */
export function isMisdivided(tex: string): boolean {
  const names = splitOutside(tex.replace(/\s+/g, " ").trim(), /^\s+and(?=\s|$)/i);
  return names.some((name) => !EXTENDED.test(name) && isOdd(name));
}

function isOdd(name: string): boolean {
  return splitOutside(name, /^,/).length > 3 || splitOutside(name, /^;\s/).length > 1;
}

/** biblatex 3.19, section 3.4, "Extended name format": "family=Beethoven, given=Ludwig, prefix=van, useprefix=true". */
const EXTENDED = /(?:^|,)\s*"?family"?\s*=/;

function extendedName(parts: readonly string[]): Name {
  const named = parts.map((part) => /^"?([a-z-]+)\s*=\s*([\s\S]*?)"?$/.exec(part) ?? []);
  const all = new Map(named.map(([, name = "", value = ""]) => [name, value]));
  const [given, prefix, family, suffix] = ["given", "prefix", "family", "suffix"].map((name) => all.get(name) ?? "");
  return make([given ?? ""], [prefix ?? ""], [family ?? ""], suffix ?? "");
}

const JUNIOR = /^(?:[JS]r\.?|[IVX]{2,})$/;

/** A name by one of BibTeX's three forms: "First von Last", "von Last, First", "von Last, Jr, First". */
function parseName(tex: string): Name {
  if (/^\{[\s\S]*\}$/.test(tex) && endOfGroup(tex, 0) === tex.length) {
    const { text, marks } = withoutMarks(texToText(tex));
    return { given: "", particle: "", family: text, suffix: "", body: true, marks };
  }
  const parts = splitOutside(tex, /^,/).map((part) => part.trim());
  if (EXTENDED.test(tex)) return extendedName(parts);
  const [before = "", second = "", third] = parts;
  if (parts.length === 1) {
    const all = wordsOf(before);
    // BibTeX would take it for the family name.
    const junior = all.length > 2 && JUNIOR.test(all.at(-1) ?? "") ? (all.at(-1) ?? "") : "";
    const words = junior === "" ? all : all.slice(0, -1);
    // The last word is the family name, whatever its first letter; the particle is what is written small before it.
    const from = words.findIndex((word, index) => index < words.length - 1 && isSmall(word));
    const to =
      from < 0 ? words.length - 1 : words.findLastIndex((word, i) => i < words.length - 1 && isSmall(word)) + 1;
    return make(words.slice(0, from < 0 ? to : from), from < 0 ? [] : words.slice(from, to), words.slice(to), junior);
  }
  const words = wordsOf(before);
  const end = words.findLastIndex((word, index) => index < words.length - 1 && isSmall(word)) + 1;
  const particle = isSmall(words[0] ?? "") ? words.slice(0, end) : [];
  // "Martin Luther King, Jr." is no King whose first name is Jr.
  if (third === undefined && JUNIOR.test(second) && words.length > 1) return parseName(`${before} ${second}`);
  const given = third === undefined ? second : parts.slice(2).join(", ");
  return make([given], particle, words.slice(particle.length), third === undefined ? "" : second);
}

function make(given: readonly string[], particle: readonly string[], family: readonly string[], suffix: string): Name {
  const texts = [given, particle, family, [suffix]].map((words) => withoutMarks(texToText(words.join(" ").trim())));
  const [first, von, last, junior] = texts;
  return {
    given: first?.text ?? "",
    particle: von?.text ?? "",
    family: last?.text ?? "",
    suffix: junior?.text ?? "",
    body: false,
    marks: texts.map(({ marks }) => marks).join(""),
  };
}

/** A text without the marks at its end, and these. */
function withoutMarks(text: string): { readonly text: string; readonly marks: string } {
  const marks = /[\s*∗†‡§¶‖&^]*$/.exec(text)?.[0] ?? "";
  return { text: text.slice(0, text.length - marks.length), marks: (marks.match(MARKS) ?? []).join("") };
}

function wordsOf(tex: string): readonly string[] {
  return splitOutside(tex, /^[\s~]+/).filter((word) => word !== "");
}

/** BibTeX: the first letter outside of braces decides, or that of a group which begins with a command; none counts as large. */
function isSmall(word: string): boolean {
  for (let at = 0; at < word.length; ) {
    const rest = word.slice(at);
    if (rest.startsWith("{")) {
      const end = endOfGroup(word, at);
      const accented = /^\{\\/.test(rest) ? texToText(word.slice(at, end)) : "";
      if (/\p{L}/u.test(accented)) return /^\P{L}*\p{Ll}/u.test(accented);
      at = end;
      continue;
    }
    if (rest.startsWith("\\")) return /^\P{L}*\p{Ll}/u.test(texToText(rest));
    if (/^\p{L}/u.test(rest)) return /^\p{Ll}/u.test(rest);
    at++;
  }
  return false;
}

/** The parts of a text between matches of `separator` (anchored) that stand outside of braces. */
function splitOutside(tex: string, separator: RegExp): readonly string[] {
  const parts: string[] = [];
  let start = 0;
  for (let at = 0; at < tex.length; ) {
    if (tex[at] === "{") at = endOfGroup(tex, at);
    else if (tex[at] === "\\") at += 2;
    else {
      const length = separator.exec(tex.slice(at, at + 40))?.[0].length ?? 0;
      if (length === 0) at++;
      else {
        parts.push(tex.slice(start, at));
        at += length;
        start = at;
      }
    }
  }
  parts.push(tex.slice(start));
  return parts;
}

/** Behind the brace that closes the one at `at`. */
function endOfGroup(tex: string, at: number): number {
  let depth = 0;
  for (let index = at; index < tex.length; index++) {
    if (tex[index] === "\\") index++;
    else if (tex[index] === "{") depth++;
    else if (tex[index] === "}" && --depth === 0) return index + 1;
  }
  return tex.length;
}
