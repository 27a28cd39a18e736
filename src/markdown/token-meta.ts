/** What one rule notes on a token for those that come after it: markdown-it's `meta`, with types. */
import type { Token } from "markdown-it";
import type { AttributeList } from "./attributes.ts";
import type { ContentModel } from "./block/state.ts";
import type { CodeOptions } from "./code/fence-options.ts";
import type { Footnote } from "./document.ts";

/** Each kind of token has a few of these. */
interface TokenMeta {
  /** The attribute list that a block was given, whose references may be no definition's: `toc`, `standalone`. */
  readonly attributes?: AttributeList;
  /** The same of what stands in a line: the references alone. */
  readonly refs?: readonly string[];
  /** Of a header or a text: it stands in an HTML element. */
  readonly inHtml?: boolean;
  /** Of a text: its tokens are there already. */
  readonly isRead?: boolean;
  /** Of the end of a paragraph that is written without its tags: a line break is written all the same. */
  readonly breakAfter?: boolean;
  /** Of an HTML element: how its content is read, and how that of the element around it is. */
  readonly model?: ContentModel;
  readonly outer?: ContentModel;
  readonly selfClosing?: boolean;
  /** Of the end of an HTML element: its start. */
  readonly open?: Token;
  readonly footnote?: Footnote;
  /** Of an entity: the character's code point. */
  readonly codePoint?: number;
  /** Of a text: entities in it stay as they are written. */
  readonly entities?: boolean;
  /** Of a fence: what stands on its line behind the language. */
  readonly words?: string;
  /** Of a block of code: what its author asks for. */
  readonly code?: CodeOptions;
}

const NONE: TokenMeta = {};

/** What is noted on a token. Only `note` writes there. */
export function metaOf(token: Token): TokenMeta {
  return token.meta ?? NONE;
}

/** Notes something on a token, beside what is noted there. */
export function note(token: Token, meta: TokenMeta): void {
  token.meta = token.meta === null ? { ...meta } : { ...token.meta, ...meta };
}
