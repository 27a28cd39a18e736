/**
 * .bib files by @retorquere/bibtex-parser, and what it needs to be told first. The library knows BibTeX's grammar: fields,
 * `@string`s and the months, `#`. It would also read the TeX of every value, which takes 2 s for 500 entries with abstracts
 * and loses what it does not know (`$O(\log n)$` comes out as O(n)); a dollar or an unusual key costs it the entry. So it is
 * given the file with a number in place of every value and every key, and the values are put back as they were. Plain fields,
 * `name = {value}` between commas, need no grammar: each would still cost 0.08 ms in the library, and does not go there. A file
 * of nothing else is read without it.
 */
import type { BibProblem } from "./model.ts";
import { type BibObject, scanBib, withoutFrontMatter } from "./scan.ts";

/** An entry with its values as they are written. */
export interface RawEntry {
  readonly key: string;
  readonly type: string;
  /** 1-based. */
  readonly line: number;
  /** By lower-case name, `@string`s replaced. */
  readonly fields: Readonly<Record<string, string>>;
  /** 1-based line of each field. */
  readonly lines: Readonly<Record<string, number>>;
}

/** A .bib file, read. */
export interface ParsedBib {
  readonly entries: readonly RawEntry[];
  readonly problems: readonly BibProblem[];
}

/** Reads a file's text. `file` is its path as messages name it. Nothing is thrown: what cannot be read is a problem. */
export async function parseBib(text: string, file: string): Promise<ParsedBib> {
  const outline = outlineOf(text, file);
  if (outline.isHard) await loadGrammar();
  return readOutline(outline);
}

/** `parseBib` at once: without `loadGrammar` an entry is a problem that needs the library. */
export function parseBibNow(text: string, file: string): ParsedBib {
  return readOutline(outlineOf(text, file));
}

/** The library, once it was loaded: it takes 40 ms, and can be had by `import()` alone, for its build for `require` fails. */
let grammar: typeof import("@retorquere/bibtex-parser").parse | undefined;

/** Loads what reads entries of every form: to be waited for before `parseBibNow`. */
export async function loadGrammar(): Promise<void> {
  grammar ??= (await import("@retorquere/bibtex-parser")).parse;
}

/** A file's objects before its grammar is read. */
interface Outline {
  readonly source: BibSource;
  readonly objects: readonly BibObject[];
  readonly parts: readonly Part[];
  /** Whether it takes the library to read it. */
  readonly isHard: boolean;
}

/** An object as the library is to see it. */
interface Part {
  readonly object: BibObject;
  readonly index: number;
  readonly masked: string;
}

function outlineOf(text: string, file: string): Outline {
  const source = new BibSource(withoutFrontMatter(text), file);
  const objects = scanBib(source.text).filter(({ type }) => type !== "comment" && type !== "preamble");
  const parts = objects.flatMap((object, index): readonly Part[] => {
    const masked = source.mask(object, index);
    return masked === undefined ? [] : [{ object, index, masked }];
  });
  return { source, objects, parts, isHard: parts.some((part) => !isString(part) && !isPlain(part)) };
}

function isString({ object }: Part): boolean {
  return object.type === "string";
}

function isPlain({ masked }: Part): boolean {
  return BARE.test(masked);
}

function readOutline(outline: Outline): ParsedBib {
  const { source, parts, isHard } = outline;
  const read = isHard ? readGrammar(outline) : NOTHING;
  const entries = parts.flatMap((part) => {
    const fields = isString(part) ? undefined : isPlain(part) ? {} : read.get(part.index);
    return fields === undefined ? [] : [source.entry(part.object, fields)];
  });
  return { entries, problems: source.problems };
}

type Fields = Readonly<Record<string, unknown>>;

const NOTHING: ReadonlyMap<number, Fields> = new Map();

/** What the library makes of entries and strings: fields by the number of the entry. */
function readGrammar({ parts, source, objects }: Outline): ReadonlyMap<number, Fields> {
  const hard = parts.filter((part) => !isPlain(part));
  if (grammar === undefined) {
    for (const part of hard) if (!isString(part)) source.tellGrammar(part.object);
    return NOTHING;
  }
  const { errors, entries } = grammar(hard.map(({ masked }) => masked).join("\n"), {
    raw: true,
    sentenceCase: false,
    english: false,
    applyCrossRef: false,
    verbatimFields: [/./],
  });
  for (const { error, input } of errors) source.tellError(error, input ?? "", objects);
  // What the library gave up on has no text.
  const read = entries.filter(({ input }) => input !== "");
  return new Map(read.map(({ key, fields }) => [Number(key.slice(1)), fields]));
}

/** A masked entry of which nothing is left but its key. */
const BARE = /^@[\w-]+\{e\d+[\s,]*\}$/;

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
/** A file may give the months other texts. */
const OWN_MONTH = new RegExp(String.raw`@[ \t]*string\s*[{(]\s*(?:${MONTHS.join("|")})\s*=`, "i");
const plainFields = (months: string): RegExp =>
  new RegExp(String.raw`,\s*([A-Za-z][\w:+.-]*)\s*=\s*(?:\{(<\d+>)\}|(\d+)${months})\s*(?=,|$)`, "gi");
const PLAIN = plainFields("");
const PLAIN_OR_MONTH = plainFields(`|(${MONTHS.join("|")})`);

class BibSource {
  readonly text: string;
  readonly problems: BibProblem[] = [];
  readonly #file: string;
  readonly #isPlain: RegExp;
  /** Where the values stand that were taken out, by their numbers. */
  readonly #values: (readonly [from: number, to: number])[] = [];
  /** The plain fields of each entry, masked, in order. */
  readonly #plain = new Map<BibObject, (readonly [name: string, masked: string])[]>();
  /** Offsets at which lines begin. */
  readonly #lines: readonly number[];

  constructor(text: string, file: string) {
    this.text = text;
    this.#file = file;
    this.#isPlain = OWN_MONTH.test(text) ? PLAIN : PLAIN_OR_MONTH;
    this.#lines = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  }

  /** The object with numbers in place of its key and its values; undefined for one that is never closed, which is told. */
  mask(object: BibObject, index: number): string | undefined {
    if (!object.closed) {
      this.#tell(
        object.start,
        `${object.type === "string" ? "The @string" : `The entry ${this.#keyOf(object)}`} is never closed: it is left out`,
        "Look for a brace or a quotation mark that is missing in it",
      );
      return undefined;
    }
    let masked = "";
    let at = object.body;
    if (object.type !== "string") {
      at = this.#keyEnd(object);
      masked = `e${index}${at === object.body && this.text[at] !== "," ? "," : ""}`;
    }
    for (const [from, to] of object.values) {
      if (from < at) continue;
      masked += `${this.text.slice(at, from - 1)}{<${this.#values.length}>}`;
      this.#values.push([from, to]);
      at = to + 1;
    }
    // Values are taken out: what begins with a percent sign is a remark between fields.
    const rest = `${masked}${this.text.slice(at, object.end - 1)}`.replace(/^[ \t]*%.*$/gm, "");
    return `@${object.type}{${object.type === "string" ? rest : this.#withoutPlain(object, rest)}}`;
  }

  /** A masked entry without its fields of one value in braces or quotes, of digits or a month: "07", as the library has it. */
  #withoutPlain(object: BibObject, masked: string): string {
    const plain: [string, string][] = [];
    this.#plain.set(object, plain);
    return masked.replace(this.#isPlain, (_, name: string, value = "", digits = "", month?: string | number) => {
      const number = typeof month === "string" ? MONTHS.indexOf(month.toLowerCase()) + 1 : 0;
      plain.push([name.toLowerCase(), number > 0 ? String(number).padStart(2, "0") : `${value}${digits}`]);
      return "";
    });
  }

  /** @param read what the library made of the fields that are not plain */
  entry(object: BibObject, read: Readonly<Record<string, unknown>>): RawEntry {
    const fields: Record<string, string> = {};
    const lines: Record<string, number> = {};
    const others = Object.entries(read).map(([name, value]) => [
      name.replace(/\+duplicate-\d+$/, ""),
      Array.isArray(value) ? value.join(", ") : String(value),
    ]);
    const places = this.#fieldPlaces(object);
    const all = [...(this.#plain.get(object) ?? []), ...others].map(([name = "", masked = ""]) => ({ name, masked }));
    const first = (name: string): number => places.get(name)?.[0] ?? 0;
    for (const { name, masked } of all.sort((a, b) => first(a.name) - first(b.name))) {
      const at = places.get(name) ?? [];
      if (Object.hasOwn(fields, name)) {
        const help = "Remove one of the two; one alone is used";
        this.#tell(at.at(-1) ?? object.start, `The field ${name} stands twice in ${this.#keyOf(object)}`, help);
        continue;
      }
      const unknown = /\{\{(.+?)\}\}/.exec(masked)?.[1];
      if (unknown !== undefined) {
        const help = `Define it with @string{${unknown} = {…}}, or write {${unknown}} in braces`;
        this.#tell(at[0] ?? object.start, `There is no @string ${unknown}`, help);
      }
      lines[name] = this.#place(at[0] ?? object.start).line;
      fields[name] = this.#restore(masked.replace(/\{\{(.+?)\}\}/g, "$1")).trim();
    }
    return { key: this.#keyOf(object), type: object.type, line: this.#place(object.start).line, fields, lines };
  }

  tellGrammar(object: BibObject): void {
    this.#tell(
      object.start,
      `The entry ${this.#keyOf(object)} is left out: its values are put together with # or @string`,
      "Write its values in braces",
    );
  }

  /** What the library says of a masked entry. */
  tellError(error: string, input: string, objects: readonly BibObject[]): void {
    const object = objects[Number(/^@\s*\w[\w-]*\s*\{e(\d+)\b/.exec(input)?.[1] ?? Number.NaN)];
    // A string that is not defined is told where it is used.
    if (object === undefined) return;
    const value = this.#values[Number(/<(\d+)>/.exec(error)?.[1] ?? Number.NaN)];
    const expected = /expected "(.)"/.exec(error)?.[1];
    const problem = expected === "}" ? "A comma may be missing before this" : "It cannot be read";
    this.#tell(
      value?.[0] ?? object.start,
      `The entry ${this.#keyOf(object)} is left out: ${problem[0]?.toLowerCase()}${problem.slice(1)}`,
      "Write fields as name = {value}, with commas between them",
    );
  }

  #restore(masked: string): string {
    return masked.replace(/<(\d+)>/g, (whole, number: string) => {
      const value = this.#values[Number(number)];
      return value === undefined ? whole : this.text.slice(value[0], value[1]);
    });
  }

  #keyOf(object: BibObject): string {
    return this.text.slice(object.body, this.#keyEnd(object)).trim();
  }

  /** The end of the key: a comma, the end, or, where the author forgot it, the beginning. */
  #keyEnd(object: BibObject): number {
    const key = /^\s*[^,=}\n]*/.exec(this.text.slice(object.body, object.end))?.[0] ?? "";
    const end = object.body + key.length;
    return this.text[end] === "=" ? object.body : end;
  }

  /** Offsets at which each field is written, outside of values, by lower-case name. */
  #fieldPlaces({ body, end, values }: BibObject): ReadonlyMap<string, readonly number[]> {
    const places = new Map<string, number[]>();
    let at = body;
    const look = (to: number): void => {
      for (const match of this.text.slice(at, to).matchAll(/([A-Za-z][\w:+.-]*)\s*=/g)) {
        const name = match[1]?.toLowerCase() ?? "";
        places.set(name, [...(places.get(name) ?? []), at + match.index]);
      }
    };
    for (const [from, to] of values) {
      look(from);
      at = to;
    }
    look(end);
    return places;
  }

  #place(offset: number): { readonly line: number; readonly column: number; readonly excerpt: string } {
    let [low, high] = [0, this.#lines.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#lines[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const start = this.#lines[low] ?? 0;
    const excerpt = this.text.slice(start, this.#lines[low + 1] ?? this.text.length).trimEnd();
    return { line: low + 1, column: offset - start + 1, excerpt };
  }

  #tell(offset: number, problem: string, help: string): void {
    this.problems.push({ file: this.#file, ...this.#place(offset), problem, help });
  }
}
