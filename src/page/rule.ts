/** What a rule of the pass over the finished page is, and what it may ask for. */

import type { MessagePlace } from "../errors.ts";
import type { Helpers } from "../layout.ts";
import type { Config, Document, StaticFile } from "../model.ts";
import type { Words } from "../words/words.ts";
import type { Edit } from "./edits.ts";
import type { PageElement } from "./element.ts";

/** One thing that is done to finished pages. */
export interface Rule {
  readonly name: string;
  /** Names of the elements that it looks at, in lower case. */
  readonly elements: readonly string[];
  /** Names of others that it asks for: around an element, or in `editPage`. */
  readonly around?: readonly string[];
  /** Called for every such element of a page, in the page's order. What it changes goes through the element. */
  readonly edit?: (element: PageElement, context: PageContext) => void;
  /** Called once for a page, after `edit` for its elements, with all elements that rules look at, and those with styles and scripts of their own. */
  readonly editPage?: (elements: readonly PageElement[], context: PageContext) => readonly Edit[];
}

/** The page at hand. */
export interface PageContext {
  readonly config: Config;
  readonly page: Document;
  /** What is asked of them is noted: a page is rendered again when an answer changes. */
  readonly helpers: Helpers;
  /** Where `<main>` begins; 0 where the page has none. */
  readonly mainStart: number;
  /** The page's markup as it was before any change. */
  readonly html: string;
  /** A reference of the page as a site-relative URL without baseurl, query and fragment; undefined where it leads elsewhere. */
  readonly localUrl: (reference: string) => string | undefined;
  /** The static file of the site that a reference of the page leads to. Noted. */
  readonly file: (reference: string) => StaticFile | undefined;
  /** The theme's words in the page's language. */
  readonly words: Words;
  /** A label that no other region of the page has: with a number where it was given before. */
  readonly label: (text: string) => string;
  /** Counts the things of a kind through the page, from 1. */
  readonly count: (kind: string) => number;
  /** Tells the author, with the place of `written` in the page's source where it stands there. */
  readonly warn: (problem: string, help: string, written: string) => void;
  /** Tells the author, with a place that is known. */
  readonly warnAt: (place: MessagePlace, problem: string, help: string) => void;
}
