/** A citation style: how a reference is written, and what stands in the text. */
import type { Publication } from "../model.ts";
import type { Labels } from "../options.ts";
import type { Pieces } from "./pieces.ts";
import type { StyleWords } from "./words.ts";

/** One work in a citation. */
export interface Cited {
  readonly entry: Publication;
  /** Its number in the order of the page. */
  readonly number: number;
  /** "p. 23", "Chapter 3", or "". */
  readonly locator: string;
}

/** One style. */
export interface CitationStyle {
  /** "APA": for messages and headings. */
  readonly name: string;
  /** Whether works are cited by numbers, which their list then shows. */
  readonly isNumeric: boolean;
  /** What it calls parts of a work that others shorten. */
  readonly labels?: Labels;
  /** A reference, HTML. */
  readonly reference: (pieces: Pieces) => string;
  /** What stands in the text for one or several works, HTML; without authors where these were named already. */
  readonly citation: (cited: readonly Cited[], suppressAuthor: boolean, words: StyleWords) => string;
}
