/**
 * An entry of a curriculum vitae. One reading serves all of its files: keys that mean the same stand together, and a key that nobody
 * knows is shown with its name.
 */
import { capital } from "../case.ts";
import type { Data, Value } from "../model.ts";
import { asData, asList } from "../settings.ts";
import { isDate } from "../values.ts";

/** A position, a degree, a prize, a paper … What the file does not say is "". */
export interface CvEntry {
  readonly heading: string;
  /** Where the heading leads, or "". */
  readonly url: string;
  /** The institution, the publisher, the one who awarded it. */
  readonly party: string;
  /** "2019 – 2023", as far as the file says. */
  readonly period: string;
  readonly place: string;
  readonly texts: readonly string[];
  readonly points: readonly CvEntry[];
  readonly facts: readonly Fact[];
}

/** Something with its name: `phone: 123`. */
export interface Fact {
  readonly name: string;
  readonly value: string;
  readonly url: string;
}

const NOTHING: CvEntry = { heading: "", url: "", party: "", period: "", place: "", texts: [], points: [], facts: [] };

/** The entries of a section: a list of them, or one alone. Those that say nothing are left out. */
export function entriesOf(value: Value | undefined): readonly CvEntry[] {
  const list = asList(value);
  if (list !== undefined) return list.map(entryOf).filter((entry) => !isEmpty(entry));
  const entry = value === undefined ? NOTHING : entryOf(value);
  return isEmpty(entry) ? [] : [entry];
}

function isEmpty(entry: CvEntry): boolean {
  return (
    entry.heading + entry.party + entry.period + entry.place === "" &&
    [...entry.texts, ...entry.points, ...entry.facts].length === 0
  );
}

/** Keys in the order in which the first of them that is there gives a part of the entry. */
const HEADINGS = [
  "position",
  "title",
  "name",
  "label",
  "language",
  "category",
  "award",
  "network",
  "institution",
  "company",
  "organization",
];
const PARTIES = [
  "company",
  "institution",
  "organization",
  "department",
  "school",
  "awarder",
  "issuer",
  "publisher",
  "journal",
  "entity",
  "name",
];
const PERIODS = ["date", "year", "time", "releaseDate", "release_date"];
const PLACES = ["location", "address"];
const URLS = ["url", "website", "link", "doi"];
const TEXTS = [
  "summary",
  "description",
  "details",
  "value",
  "reference",
  "level",
  "fluency",
  "bullet",
  "number",
  "reversed_number",
  "text",
  "content",
];
const LISTS = ["highlights", "items", "contents", "courses", "keywords", "roles", "links"];

/** One entry. A text is itself; a mapping's parts are found by their names, and what is left is shown with its name. */
export function entryOf(value: Value): CvEntry {
  const data = isNumber(value) ? undefined : asData(value);
  if (data === undefined) return namelessEntry(value);
  const left = new Map(Object.entries(data).filter(([key, one]) => one !== null && one !== "" && !isPicture(key)));
  const take = (keys: readonly string[], isFit: (value: Value) => boolean = isPlain): string => {
    const key = keys.find((one) => left.has(one) && isFit(left.get(one) ?? null));
    const found = key === undefined ? undefined : left.get(key);
    if (key !== undefined) left.delete(key);
    return textOf(found);
  };
  const degree = [take(["degree", "studyType"]), take(["area", "field"])].filter((text) => text !== "").join(", ");
  const heading = degree === "" ? take(HEADINGS) : degree;
  const [start, end] = [take(["startDate", "start_date"]), take(["endDate", "end_date"])];
  // What has begun and has no end goes on, in JSON Resume and in RenderCV.
  const between = start === "" ? end : `${start} – ${end}`.trimEnd();
  const period = [between, take(PERIODS)].filter((text) => text !== "").join(", ");
  const takeAll = (keys: readonly string[]): readonly string[] =>
    keys.map((key) => take([key])).filter((text) => text !== "");
  const party = takeAll(PARTIES).join(", ");
  const place = takeAll(PLACES).join(", ") || placeOf(left);
  const url = addressOf(take(URLS));
  const shown = takeAll(TEXTS);
  const pointsIn = (keys: readonly string[]): readonly CvEntry[] =>
    keys.flatMap((key) => {
      const list = left.get(key);
      if (asList(list) === undefined) return [];
      left.delete(key);
      return entriesOf(list);
    });
  const people = namesIn(left);
  // A heading that is a link already leads where it says.
  const isLinked = /\]\(|<a\s/i.test(heading);
  return {
    heading,
    url: isLinked ? "" : url,
    party,
    period,
    place,
    texts: [...people, ...shown],
    points: pointsIn([...LISTS, "description", "details", "summary"]),
    facts: factsOf({ ...(isLinked && { url }), ...Object.fromEntries(left) }),
  };
}

/** A text, or a list of entries. */
function namelessEntry(value: Value): CvEntry {
  const list = asList(value);
  if (list !== undefined) return { ...NOTHING, points: entriesOf(list) };
  return { ...NOTHING, texts: [textOf(value)].filter((text) => text !== "") };
}

/** A class of an icon font that no page has, or a file that al-folio does not show either. */
function isPicture(key: string): boolean {
  return key === "icon" || key === "image" || key === "photo";
}

/** The authors of a publication, in one line. */
function namesIn(left: Map<string, Value>): readonly string[] {
  const names = asList(left.get("authors"));
  if (names === undefined || !names.every(isPlain)) return [];
  left.delete("authors");
  return [names.map(textOf).join(", ")];
}

/** JSON Resume's `location`, a mapping. */
function placeOf(left: Map<string, Value>): string {
  const location = asData(left.get("location"));
  if (location === undefined) return "";
  left.delete("location");
  return Object.values(location)
    .map(textOf)
    .filter((text) => text !== "")
    .join(", ");
}

/** Keys of which each value leads to an address of its own. */
const ADDRESSED: ReadonlySet<string> = new Set(["email", "phone", "website", "url"]);

/** Keys with their values; what is nested is written out. */
export function factsOf(data: Data): readonly Fact[] {
  return Object.entries(data).flatMap(([key, value]): readonly Fact[] => {
    const several = ADDRESSED.has(key) ? asList(value) : undefined;
    if (several !== undefined) return several.flatMap((one) => factsOf({ [key]: one }));
    const place = key === "location" ? asData(value) : undefined;
    // RenderCV's telephone numbers are addresses (RFC 3966).
    const text = flat(place === undefined ? value : Object.values(place)).replace(/^tel:/, "");
    if (text === "" || isPicture(key)) return [];
    const url = key === "email" ? `mailto:${text}` : key === "phone" ? telephone(text) : addressOf(text);
    return [{ name: titleOf(key), value: text, url }];
  });
}

/** What a nested value says, in one line. */
function flat(value: Value): string {
  const [list, data] = [asList(value), asData(value)];
  if (list !== undefined)
    return list
      .map(flat)
      .filter((text) => text !== "")
      .join(", ");
  if (data === undefined || isDate(value) || isNumber(value)) return textOf(value);
  return Object.entries(data)
    .map(([key, one]) => [key, flat(one)] as const)
    .filter(([, text]) => text !== "")
    .map(([key, text]) => `${titleOf(key)}: ${text}`)
    .join("; ");
}

function telephone(number: string): string {
  return /^\+?[\d\s().-]+$/.test(number) ? `tel:${number.replace(/[\s().]/g, "")}` : "";
}

function addressOf(text: string): string {
  if (/^10\.\d{4,}\//.test(text)) return `https://doi.org/${text}`;
  return /^(?:https?:\/\/|mailto:|\/)\S*$/.test(text) ? text : "";
}

/** A value that is one text: no list and no mapping, but a date. */
function isPlain(value: Value): boolean {
  return asList(value) === undefined && (asData(value) === undefined || isDate(value) || isNumber(value));
}

/** A number of YAML with a point, or a very large one: told by how it writes itself, since layouts have classes of their own. */
function isNumber(value: Value): boolean {
  return (
    typeof value === "object" &&
    value !== null &&
    /^-?[\d.]+(?:e[+-]?\d+)?$/i.test(String(value)) &&
    !Array.isArray(value)
  );
}

/** A value as text; "" for nothing. */
export function textOf(value: Value | undefined): string {
  if (value === undefined || value === null || value === false || value === true) return value === true ? "✓" : "";
  if (isDate(value)) return [value.year, value.month, value.day].map((part) => String(part).padStart(2, "0")).join("-");
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (isNumber(value)) return String(value);
  return typeof value === "object" ? flat(value) : String(value);
}

/** A key as words: "Social networks" of `social_networks`, "Study type" of `studyType`. One with blanks is words already. */
export function titleOf(key: string): string {
  if (/^(?:doi|url|isbn|issn|gpa|orcid)$/.test(key)) return key.toUpperCase();
  if (/\s/.test(key.trim())) return capital(key.trim());
  const words = key
    .replaceAll("_", " ")
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .trim();
  return capital(words.toLowerCase());
}
