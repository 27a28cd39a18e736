import { letterPattern } from "../../letters.ts";
import { warn } from "../document.ts";
import { note } from "../token-meta.ts";
import { takeText } from "./parser.ts";
import type { SpanState } from "./state.ts";

const reference = letterPattern(
  String.raw`\[\^([\p{Alphabetic}\p{M}\p{Nd}\p{Pc}][-\p{Alphabetic}\p{M}\p{Nd}\p{Pc}:]*)\]`,
);

/** `[^name]`. Without a definition it stays as it is written. */
export function footnoteReference(state: SpanState): boolean {
  if (state.src.charCodeAt(state.pos + 1) !== 0x5e) return false;
  const match = reference(state.src, state.pos);
  if (match === null) return false;
  const footnote = state.document.footnotes.get(match[1]!);
  if (footnote === undefined) {
    warn(state.document, state.currentLine(), `No definition for footnote '${match[1]}'`);
    return takeText(state, match[0], match[0].length);
  }
  const token = state.push("footnote_reference", "", 0);
  note(token, { footnote });
  state.finish(token, state.pos + match[0].length);
  return true;
}
