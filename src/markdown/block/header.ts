import type { Token } from "markdown-it";
import { trim } from "../text.ts";
import { note } from "../token-meta.ts";
import { pushInline } from "./inline-text.ts";
import type { BlockState } from "./state.ts";

/** An id is a name of XML 1.0 (kramdown's `HEADER_ID`; REXML's `NAME_START_CHAR` and `NAME_CHAR`), so `{#Class.method}` is one. */
const NAME_START = String.raw`:A-Z_a-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C\u200D\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\u{10000}-\u{EFFFF}`;
const NAME = String.raw`[${NAME_START}][${NAME_START}\-.0-9\u00B7\u0300-\u036F\u203F\u2040]*`;
const EXPLICIT_ID = new RegExp(String.raw`^([^\n]*)[ \t]\{#(${NAME})\}$`, "u");

/**
 * Adds a header. `text` may end with `{#id}`; closing `#` of an ATX header are dropped by `closing`.
 * @returns false, and adds nothing, where no text is left: the line is no header
 */
export function pushHeader(
  state: BlockState,
  level: number,
  text: string,
  lines: readonly [start: number, end: number],
  closing: (text: string) => string,
): boolean {
  const explicit = text.endsWith("}") ? EXPLICIT_ID.exec(text) : null;
  const content = closing(explicit === null ? text : trim(explicit[1] ?? ""));
  if (content === "") return false;
  const shifted = Math.min(6, Math.max(1, level + state.document.options.header_offset));
  const tag = `h${shifted}`;
  const open = state.block("heading_open", tag, 1, lines[0], lines[1]);
  if (explicit !== null) open.attrSet("id", explicit[2]!);
  if (state.insideHtml) note(open, { inHtml: true });
  pushInline(state, content, lines[0], lines[1]);
  state.push("heading_close", tag, -1);
  return true;
}

/** 1 to 6, of a token of type `heading_open`. */
export function headerLevel({ tag }: Token): number {
  return Number(tag.slice(1));
}
