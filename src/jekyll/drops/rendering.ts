/** What a drop needs to know of the rendering that goes on around it. */
import type { Document } from "../../model.ts";

/**
 * How far the documents are rendered. Jekyll renders them one after another, posts and collections before pages, and a template
 * sees of each what there is at that moment.
 */
export interface Rendering {
  /** HTML where the document is rendered already, else its source text. */
  readonly content: (document: Document) => string;
  /** The whole page with its layouts, where it is rendered already. */
  readonly output: (document: Document) => string | undefined;
  /** The rendered excerpt, HTML. */
  readonly excerpt: (document: Document) => string;
}
