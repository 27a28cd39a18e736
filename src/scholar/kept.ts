/**
 * .bib files between builds. What a site is planned with is small and read by every build; the rest of an entry is read when a page
 * shows it, which on most builds none does.
 */
import type { CacheFile } from "../disk/cache.ts";
import { filesOf } from "./files.ts";
import type { BibFile, Name, Publication } from "./model.ts";

/** What is kept of a .bib file, by its path and its text. */
export interface KeptBibliography {
  readonly outlines: CacheFile<Outline>;
  readonly entries: CacheFile<readonly Rest[]>;
}

interface Outline extends Omit<BibFile, "file" | "entries"> {
  readonly heads: readonly Head[];
}

type Head = Pick<Publication, "key" | "line" | "title" | "summary" | "print">;

type Rest = Omit<Publication, "file" | keyof Head>;

/** The file as it was kept; undefined where it was not, or not whole. */
export function keptFile(file: string, key: string, { outlines, entries }: KeptBibliography): BibFile | undefined {
  const outline = entries.has(key) ? outlines.get(key) : undefined;
  return outline && wholeFile(file, outline, () => entries.get(key)!);
}

/** Keeps a file's entries and what was told of it, and gives the file. */
export function keepFile(
  file: string,
  key: string,
  all: readonly Publication[],
  problems: BibFile["problems"],
  { outlines, entries }: KeptBibliography,
): BibFile {
  const heads = all.map(({ key, line, title, summary, print }) => ({ key, line, title, summary, print }));
  const outline = {
    heads,
    namedFiles: all.flatMap(filesOf),
    asksForBibtex: all.some(({ fields }) => fields.bibtex_show !== undefined),
    problems,
  };
  const rests = all.map(({ file, key, line, title, summary, print, ...rest }) => rest);
  outlines.set(key, outline);
  entries.set(key, rests);
  return wholeFile(file, outline, () => rests);
}

/** @param rests of all entries: as many as the outline has heads, for both were kept together */
function wholeFile(file: string, { heads, ...rest }: Outline, rests: () => readonly Rest[]): BibFile {
  return { ...rest, file, entries: heads.map((head, index) => new KeptEntry(file, head, () => rests()[index]!)) };
}

/** An entry of which most is read when it is asked for. */
class KeptEntry implements Publication {
  readonly file: string;
  readonly #head: Head;
  readonly #rest: () => Rest;

  constructor(file: string, head: Head, rest: () => Rest) {
    this.file = file;
    this.#head = head;
    this.#rest = rest;
  }

  get key(): string {
    return this.#head.key;
  }
  get line(): number {
    return this.#head.line;
  }
  get title(): string {
    return this.#head.title;
  }
  get summary(): string {
    return this.#head.summary;
  }
  get print(): string {
    return this.#head.print;
  }
  get type(): string {
    return this.#rest().type;
  }
  get fields(): Publication["fields"] {
    return this.#rest().fields;
  }
  get lines(): Publication["lines"] {
    return this.#rest().lines;
  }
  get authors(): readonly Name[] {
    return this.#rest().authors;
  }
  get editors(): readonly Name[] {
    return this.#rest().editors;
  }
  get moreAuthors(): boolean {
    return this.#rest().moreAuthors;
  }
  get year(): string {
    return this.#rest().year;
  }
  get month(): number | undefined {
    return this.#rest().month;
  }
  get day(): number | undefined {
    return this.#rest().day;
  }
}
