/** The text of a .bib file: what its parser is to see of it, and what the file says where that left numbers. */
import { addTo, type Some } from "../grouped.ts";
import { MERGE_HELP, mergeMark } from "../read/merge-marks.ts";
import { MONTHS } from "./dates.ts";
import type { BibProblem } from "./model.ts";
import type { BibObject } from "./scan.ts";

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

/** A file may give the months other texts. */
const OWN_MONTH = new RegExp(String.raw`@[ \t]*string\s*[{(]\s*(?:${MONTHS.join("|")})\s*=`, "i");
const plainFields = (months: string): RegExp =>
  new RegExp(String.raw`,\s*([A-Za-z][\w:+.-]*)\s*=\s*(?:\{(<\d+>)\}|(\d+)${months})\s*(?=,|$)`, "gi");
const PLAIN = plainFields("");
const PLAIN_OR_MONTH = plainFields(`|(${MONTHS.join("|")})`);

/** One file, with what is wrong in it. */
export class BibSource {
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
    const conflict = mergeMark(text);
    if (conflict >= 0) this.#tell(conflict, "A merge left its marks here: both texts are read", MERGE_HELP);
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
    const places = new Map<string, Some<number>>();
    let at = body;
    const look = (to: number): void => {
      for (const match of this.text.slice(at, to).matchAll(/([A-Za-z][\w:+.-]*)\s*=/g)) {
        const name = match[1]?.toLowerCase() ?? "";
        addTo(places, name, at + match.index);
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
