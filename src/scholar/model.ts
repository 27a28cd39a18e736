/** What a bibliography is once it was read. Types only; everything is plain data that JSON can hold. */

/** A person or a body, as Unicode text. */
export interface Name {
  /** "Pál"; "" for a body. */
  readonly given: string;
  /** "van der"; with a small first letter, as BibTeX tells particles. */
  readonly particle: string;
  /** "Erdős", or the whole name of a body. */
  readonly family: string;
  /** "Jr.", "III" */
  readonly suffix: string;
  /** Whether the name is one in braces, which is never taken apart. */
  readonly body: boolean;
  /** Signs behind the name that point to a note: "*†". */
  readonly marks: string;
}

/** One entry of a .bib file. */
export interface Publication {
  /** As it is written, made unique: a second entry of one key has "-2" behind it. */
  readonly key: string;
  /** Lower case: "inproceedings". */
  readonly type: string;
  /** Where it stands: relative to the source, 1-based. */
  readonly file: string;
  readonly line: number;
  /** By lower-case name, TeX as written, `@string`s replaced, fields of a `crossref` added. */
  readonly fields: Readonly<Record<string, string>>;
  /** Lines of the entry's own fields, by name; 1-based. */
  readonly lines: Readonly<Record<string, number>>;
  readonly authors: readonly Name[];
  readonly editors: readonly Name[];
  /** Whether the authors end with `and others`. */
  readonly moreAuthors: boolean;
  /** "2024", "in press", or "". */
  readonly year: string;
  /** 1 to 12. */
  readonly month?: number;
  readonly day?: number;
}

/** Something that was found wrong in a .bib file. */
export interface BibProblem {
  /** Relative to the source. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly column: number;
  readonly problem: string;
  readonly help: string;
  readonly excerpt: string;
}

/** One .bib file. */
export interface BibFile {
  /** Relative to the source: "_bibliography/papers.bib". */
  readonly file: string;
  /** In the order of the file. */
  readonly entries: readonly Publication[];
  readonly problems: readonly BibProblem[];
}

/** What the site's .bib files hold. */
export interface Bibliography {
  /** Relative to the source, sorted. */
  readonly files: readonly BibFile[];
  /** Changes when any of the files does. */
  readonly print: string;
}

/** What to list. Absent: what `scholar:` of the configuration says. */
export interface PublicationQuery {
  /** Names of .bib files, with or without extension. */
  readonly files?: readonly string[];
  /** jekyll-scholar's selector: `@article[year>=2020]`. */
  readonly query?: string;
  /** Only these, in this order. */
  readonly keys?: readonly string[];
  /** Only these, in the order of the list. */
  readonly among?: readonly string[];
  /** "none", or fields with commas between them. */
  readonly groupBy?: string;
  readonly groupOrder?: string;
  readonly offset?: number;
  readonly max?: number;
}

/** Entries under a heading; without groups there is one, without a name. */
export interface PublicationGroup {
  readonly name: string;
  readonly publications: readonly Publication[];
  /** Groups within this one; then it has no publications of its own. */
  readonly groups: readonly PublicationGroup[];
}
