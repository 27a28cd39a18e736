/**
 * .bib files by @retorquere/bibtex-parser, and what it needs to be told first. The library knows BibTeX's grammar: fields,
 * `@string`s and the months, `#`. It would also read the TeX of every value, which takes 2 s for 500 entries with abstracts
 * and loses what it does not know (`$O(\log n)$` comes out as O(n)); a dollar or an unusual key costs it the entry. So it is
 * given the file with a number in place of every value and every key, and the values are put back as they were. Plain fields,
 * `name = {value}` between commas, need no grammar: each would still cost 0.08 ms in the library, and does not go there. A file
 * of nothing else is read without it.
 */
import { BibSource, type RawEntry } from "./bib-source.ts";
import type { BibProblem } from "./model.ts";
import { type BibObject, scanBib, withoutFrontMatter } from "./scan.ts";

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
