import type { Token } from "markdown-it";
import { letterPattern } from "../../letters.ts";
import { trim } from "../text.ts";
import { note } from "../token-meta.ts";
import { pushInline } from "./inline-text.ts";
import type { BlockState } from "./state.ts";

const explicitId = letterPattern(String.raw`([^\n]*)[ \t]\{#([\p{Alphabetic}][\p{Alphabetic}\p{M}\p{Nd}\p{Pc}:-]*)\}$`);

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
  const explicit = text.endsWith("}") ? explicitId(text, 0) : null;
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
