/** Rows of tokens as trees, in which elements of HTML may be turned into Markdown's own. */
import type { Token } from "markdown-it";
import type { ContentModel } from "../block/state.ts";
import { textToken } from "../token.ts";
import { metaOf } from "../token-meta.ts";

/** A token, or a pair of them with what stands between. */
export interface Part {
  /** `native`: whatever Markdown has a token of its own for, text of a block that is not read yet included. */
  kind: "html" | "text" | "comment" | "native";
  /** Its only or its first token: attribute lists are given to that one. */
  readonly token: Token;
  /** Whether there is a last token. */
  paired: boolean;
  /** The last token of what is as it was parsed. */
  close: Token | undefined;
  /** Neither for parts of tables. */
  category: "block" | "span" | "";
  /** Of an element of HTML: how its content is written. */
  model: ContentModel;
  children: Part[];
  /** Of what was a header of HTML: its text as it was written, without markup. */
  source: string;
}

/** A part without children of a new token. */
export function createPart(kind: Part["kind"], token: Token, category: Part["category"]): Part {
  return {
    kind,
    token,
    paired: token.nesting > 0,
    close: undefined,
    category,
    model: "span",
    children: [],
    source: "",
  };
}

/** A part of text. */
export function textPart(content: string): Part {
  return createPart("text", textToken(content), "span");
}

/** The name of an element of HTML; empty for anything else. */
export function elementName(part: Part): string {
  return part.kind === "html" ? part.token.tag : "";
}

const HTML = new Set(["html_element_open", "html_span_open"]);
const TEXT = new Set(["text", "html_text"]);
const LITERAL_ELEMENTS = new Set(["script", "style"]);

/** The parts of a row of tokens. Texts that stand side by side in an element of HTML are one. */
export function partsOf(tokens: readonly Token[], category: "block" | "span"): Part[] {
  const roots: Part[] = [];
  const open: Part[] = [];
  const add = (token: Token, inLine: typeof category): void => {
    const around = open[open.length - 1];
    if (token.nesting < 0) {
      open.pop();
      if (around !== undefined) around.close = token;
      return;
    }
    if (metaOf(token).isRead) {
      for (const child of token.children ?? []) add(child, "span");
      return;
    }
    const siblings = around?.children ?? roots;
    const last = siblings[siblings.length - 1];
    if (around?.kind === "html" && last?.kind === "text" && TEXT.has(token.type)) {
      last.token.content += token.content;
      return;
    }
    const part = createPart(kindOf(token, around?.token), token, categoryOf(token, inLine));
    siblings.push(part);
    if (part.paired) open.push(part);
  };
  for (const token of tokens) add(token, category);
  return roots;
}

function kindOf(token: Token, around: Token | undefined): Part["kind"] {
  if (HTML.has(token.type)) return "html";
  if (TEXT.has(token.type) && metaOf(token).entities !== true) return "text";
  if (token.type === "html_comment") return "comment";
  // The text of a script is a literal, too.
  return token.type === "html_literal" && !LITERAL_ELEMENTS.has(around?.tag ?? "") ? "comment" : "native";
}

function categoryOf({ type }: Token, category: "block" | "span"): Part["category"] {
  // The text of a block, which is not read yet, counts as neither (kramdown's `raw_text`).
  if (type === "inline") return "";
  if (type === "html_element_open") return "block";
  return TEXT.has(type) || type === "html_literal" || type === "html_span_open" ? "span" : category;
}

/** The text in an element without its markup. */
export function textOf(part: Part): string {
  return part.kind === "text" ? part.token.content : part.children.map(textOf).join("");
}
