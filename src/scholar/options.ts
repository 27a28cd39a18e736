/** The options of jekyll-scholar's tags (lib/jekyll/scholar/utilities.rb, `optparse`). */
import { addTo, type Some } from "../grouped.ts";
import { optional } from "../optional.ts";
import type { PublicationQuery } from "./model.ts";

/** What a tag asks for by its options. */
export interface TagOptions {
  readonly cited: boolean;
  readonly inOrder: boolean;
  readonly suppressAuthor: boolean;
  readonly clear: boolean;
  readonly prefix: string;
  readonly text: string;
  readonly style: string | undefined;
  readonly template: string | undefined;
  /** "23-5", one for each key. */
  readonly locators: readonly string[];
  /** "chapter", one for each locator; pages where there is none. */
  readonly labels: readonly string[];
  readonly query: PublicationQuery;
}

const NAMES: Readonly<Record<string, string>> = {
  c: "cited",
  C: "cited_in_order",
  r: "remove_duplicates",
  A: "suppress_author",
  f: "file",
  q: "query",
  h: "bibliography_list_tag",
  p: "prefix",
  t: "text",
  l: "locator",
  L: "label",
  o: "offset",
  m: "max",
  s: "style",
  g: "group_by",
  G: "group_order",
  O: "type_order",
  T: "template",
};

const long = [...Object.values(NAMES), "clear", "locale"];

/** The words before the first option, and the rest. */
export function splitKeys(markup: string): { readonly keys: readonly string[]; readonly options: string } {
  const words = markup.trim().split(/\s+/).filter(Boolean);
  const end = words.findIndex((word) => word.startsWith("-"));
  const keys = end < 0 ? words : words.slice(0, end);
  // Authors put commas between keys as well.
  return {
    keys: keys.flatMap((key) => key.split(",")).filter(Boolean),
    options: end < 0 ? "" : words.slice(end).join(" "),
  };
}

/** Reads options; `problems` names those that do not exist. */
export function readOptions(markup: string): { readonly options: TagOptions; readonly problems: readonly string[] } {
  const { values, problems } = writtenOptions(markup);
  const last = (name: string): string | undefined => values.get(name)?.at(-1);
  const count = (name: string): number | undefined => {
    const number = Number.parseInt(last(name) ?? "", 10);
    return Number.isNaN(number) ? undefined : number;
  };
  const files = values.get("file");
  const query: PublicationQuery = {
    ...(files && { files }),
    ...optional("query", last("query")),
    ...optional("groupBy", last("group_by")),
    ...optional("groupOrder", last("group_order")),
    ...optional("offset", count("offset")),
    ...optional("max", count("max")),
    ...optional("unique", values.has("remove_duplicates") ? uniqueFields(last("remove_duplicates")) : undefined),
  };
  const options = {
    cited: values.has("cited") || values.has("cited_in_order"),
    inOrder: values.has("cited_in_order"),
    suppressAuthor: values.has("suppress_author"),
    clear: values.has("clear"),
    prefix: last("prefix") ?? "",
    text: last("text") ?? "",
    style: last("style"),
    template: last("template"),
    locators: values.get("locator") ?? [],
    labels: values.get("label") ?? [],
    query,
  };
  return { options, problems };
}

/** The values of each option as they are written, without quotes; an option may be written more than once, and shortened. */
function writtenOptions(markup: string): {
  readonly values: ReadonlyMap<string, Readonly<Some<string>>>;
  readonly problems: readonly string[];
} {
  const values = new Map<string, Some<string>>();
  const problems: string[] = [];
  const option = /(?:^|\s)(?:--([a-z_]+)(?:=|(?=\s|$))|-([a-zA-Z])(?=[^-]|$))/g;
  const found = [...` ${markup}`.matchAll(option)];
  for (const [index, match] of found.entries()) {
    const [whole, word, letter = ""] = match;
    const name =
      word === undefined
        ? NAMES[letter]
        : (long.find((one) => one === word) ?? long.find((one) => one.startsWith(word)));
    if (name === undefined) {
      problems.push(whole.trim());
      continue;
    }
    const end = found[index + 1]?.index ?? markup.length + 1;
    const value = ` ${markup}`
      .slice(match.index + whole.length, end)
      .trim()
      .replace(/^(["'])(.*)\1$/s, "$2");
    addTo(values, name, value);
  }
  return { values, problems };
}

/** Year and title where no fields are named (bibtex-ruby, `select_duplicates_by`). */
function uniqueFields(given = ""): readonly string[] {
  const fields = given.split(/[,\s]+/).filter(Boolean);
  return fields.length > 0 ? fields : ["year", "title"];
}

/** What parts of a work are called: one, and several. */
export type Labels = Readonly<Record<string, readonly [one: string, many: string]>>;

const LABELS: Labels = {
  page: ["p.", "pp."],
  chapter: ["chap.", "chaps."],
  figure: ["fig.", "figs."],
  section: ["sec.", "secs."],
  paragraph: ["para.", "paras."],
  line: ["l.", "ll."],
  volume: ["vol.", "vols."],
  table: ["table", "tables"],
  theorem: ["theorem", "theorems"],
  equation: ["eq.", "eqs."],
  note: ["n.", "nn."],
  part: ["pt.", "pts."],
  verse: ["v.", "vv."],
};

/** "pp. 23–5": where in a work something stands. @param own what a style calls parts otherwise */
export function locatorText(locator: string | undefined, label: string | undefined, own: Labels = {}): string {
  if (locator === undefined || locator === "") return "";
  const [one, many] = own[label ?? "page"] ?? LABELS[label ?? "page"] ?? [label ?? "", label ?? ""];
  const range = locator.replace(/(?<=\w)\s*-+\s*(?=\w)/g, "–");
  return `${/[–,&]| and /.test(range) ? many : one} ${range}`;
}
