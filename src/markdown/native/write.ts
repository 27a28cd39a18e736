import type { Token } from "markdown-it";
import { createToken } from "../token.ts";
import { note } from "../token-meta.ts";
import type { Part } from "./parts.ts";

/** Where a part is written. */
export interface Place {
  /** How many elements hold it. */
  readonly level: number;
  /** The elements of HTML around it: none; some; or the nearest element of all is one, whose text is left as it is. */
  readonly html: "none" | "around" | "raw";
}

/** Native blocks whose text other rules look for right behind their first token. */
const WITH_LINE = new Set(["heading_open", "table_cell_open", "definition_term_open"]);

/** Whether there is a line in it for other rules to find. */
function holdsLine(part: Part): boolean {
  return part.children.some(
    (child) => child.token.type === "inline" || WITH_LINE.has(child.token.type) || holdsLine(child),
  );
}

/** Parts as tokens of blocks: what stands in a line between them becomes a line of its own. */
export function writeBlocks(parts: readonly Part[], place: Place): Token[] {
  const tokens: Token[] = [];
  let line: Part[] = [];
  const endLine = () => {
    if (line.some(({ kind, token }) => kind !== "text" || token.content !== "")) tokens.push(lineToken(line, place));
    line = [];
  };
  for (const part of parts) {
    if (isInLine(part)) {
      line.push(part);
      continue;
    }
    endLine();
    if (part.token.type === "inline") note(part.token, { inHtml: place.html !== "none" });
    writePart(tokens, part, place, writeBlocks);
  }
  endLine();
  return tokens;
}

/** Parts as tokens of a line. */
export function writeSpans(parts: readonly Part[], place: Place): Token[] {
  const tokens: Token[] = [];
  for (const part of parts) writePart(tokens, part, place, writeSpans);
  return tokens;
}

/** Something that stands in a line, with nothing in it that other rules look for among blocks. */
function isInLine(part: Part): boolean {
  return part.category === "span" && part.children.every((child) => child.kind === "comment" || isInLine(child));
}

/** A line that is read already. @param source what a header's id is made of where markup counts */
function lineToken(parts: readonly Part[], place: Place, source = ""): Token {
  const inline = createToken("inline", "", 0, source);
  inline.level = place.level;
  inline.children = writeSpans(parts, place);
  note(inline, { isRead: true });
  return inline;
}

function writePart(tokens: Token[], part: Part, place: Place, writeInside: typeof writeBlocks): void {
  const { token, kind } = part;
  token.level = place.level;
  if (kind === "text") token.type = place.html === "raw" ? "html_text" : "text";
  else if (kind === "comment")
    token.type = part.category === "block" && place.html !== "raw" ? "html_comment" : "html_literal";
  else if (kind === "html") {
    token.type = part.category === "span" ? "html_span_open" : "html_element_open";
    note(token, { model: part.model, outer: place.html === "raw" ? "raw" : "block", selfClosing: false });
  } else if (token.type === "heading_open") note(token, { inHtml: place.html !== "none" });
  tokens.push(token);
  if (!part.paired) return;
  const level = place.level + 1;
  const html = kind !== "html" ? (place.html === "none" ? "none" : "around") : part.model === "raw" ? "raw" : "around";
  const needsLine = writeInside === writeBlocks && WITH_LINE.has(token.type);
  const content =
    needsLine && !holdsLine(part)
      ? [lineToken(part.children, { level, html }, part.source)]
      : writeInside(part.children, { level, html });
  if (needsLine && content[0]?.type !== "inline") content.unshift(lineToken([], { level, html }));
  for (const inner of content) tokens.push(inner);
  if (kind === "html" && part.category === "block" && part.model === "block" && endsInLine(part)) {
    tokens.push(createToken("html_text", "", 0, "\n"));
  }
  tokens.push(closingToken(part));
}

/** Whether nothing has ended the line of the last text in a part. */
function endsInLine({ children }: Part): boolean {
  const last = children[children.length - 1];
  if (last === undefined) return false;
  if (last.category === "span" || last.token.type === "inline") return true;
  return last.token.hidden && last.close === undefined && endsInLine(last);
}

function closingToken({ token, close }: Part): Token {
  const type = token.type.replace(/_open$/, "_close");
  const closing = close?.type === type ? close : createToken(type, token.tag, -1);
  closing.level = token.level;
  closing.hidden = token.hidden;
  if (type === "html_element_close") note(closing, { open: token });
  return closing;
}
