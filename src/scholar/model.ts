/** What a bibliography is once it was read. Types only; everything is plain data that JSON can hold. */
import type { Word } from "../words/en.ts";

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
  /** The title as plain text; the key where there is none. */
  readonly title: string;
  /** The beginning of the abstract as plain text, or "". */
  readonly summary: string;
  /** Whether the authors end with `and others`. */
  readonly moreAuthors: boolean;
  /** "2024", "in press", or "". */
  readonly year: string;
  /** 1 to 12. */
  readonly month: number | undefined;
  readonly day: number | undefined;
  /** Changes when anything of the above does. */
  readonly print: string;
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
  readonly namedFiles: readonly NamedFile[];
  /** Whether any entry says if its BibTeX is shown. */
  readonly asksForBibtex: boolean;
  readonly problems: readonly BibProblem[];
}

/** A file, or an address elsewhere, that a field of an entry names. */
export interface NamedFile {
  /** Of the entry. */
  readonly key: string;
  readonly field: string;
  /** 1-based. */
  readonly line: number;
  /** Absolute, or site-relative. */
  readonly url: string;
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
  /** Of entries of one type that agree in these fields only the first. */
  readonly unique?: readonly string[];
}

/** Entries under a heading; without groups there is one, without a name. */
export interface PublicationGroup {
  readonly name: string;
  readonly publications: readonly Publication[];
  /** Groups within this one; then it has no publications of its own. */
  readonly groups: readonly PublicationGroup[];
}

/** A name as a list shows it. */
export interface ShownName {
  /** "Pál Erdős" */
  readonly text: string;
  /** Signs behind it. */
  readonly marks: string;
  /** Whether it is the site's author. */
  readonly own: boolean;
  readonly url: string | undefined;
}

/** One of the buttons of an entry. */
export interface ShownLink {
  /** What it is called: a name that every language has ("PDF"), or one of the theme's words. */
  readonly name: string | { readonly word: Word };
  /** Ready to be used: with baseurl. */
  readonly url: string;
}

/** A publication ready to be shown: texts in HTML unless said otherwise. */
export interface ShownPublication {
  readonly key: string;
  readonly type: string;
  readonly title: string;
  /** Plain text. */
  readonly plainTitle: string;
  /** With baseurl; undefined where the paper has no page. */
  readonly page: string | undefined;
  readonly authors: readonly ShownName[];
  /** Authors beyond `max_author_limit`, in order. */
  readonly hiddenAuthors: readonly ShownName[];
  readonly moreAuthors: boolean;
  readonly editors: readonly ShownName[];
  /** Short name of the venue, as a badge; plain text. */
  readonly venue:
    | { readonly text: string; readonly url: string | undefined; readonly colour: string | undefined }
    | undefined;
  /** "<em>In Proceedings</em>, Paris, Jul 2024" */
  readonly periodical: string;
  readonly note: string;
  readonly award: { readonly name: string; readonly text: string } | undefined;
  readonly annotation: string;
  readonly abstract: string;
  readonly plainAbstract: string;
  readonly links: readonly ShownLink[];
  /** Counters and records elsewhere. */
  readonly badges: readonly ShownLink[];
  /** URL with baseurl of a picture, or of a film. */
  readonly preview: { readonly url: string; readonly isFilm: boolean } | undefined;
  /** BibTeX, plain text; whether lists show it. */
  readonly bibtex: string;
  readonly bibtexInLists: boolean;
  /** In the style of the site. */
  readonly reference: string;
  readonly year: string;
}

/** Shown publications under a heading. */
export interface ShownGroup {
  readonly name: string;
  readonly publications: readonly ShownPublication[];
  readonly groups: readonly ShownGroup[];
}
