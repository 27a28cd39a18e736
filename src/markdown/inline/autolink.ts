import { note } from "../token-meta.ts";
import type { SpanState } from "./state.ts";

const AUTOLINK =
  /<(?:((?:mailto|https?|ftps?):[^\n>]+|mailto:[^\n>]+)|([-.\p{Alphabetic}\p{M}\p{Nd}\p{Pc}]+@[-\p{Alphabetic}\p{M}\p{Nd}\p{Pc}]+(?:\.[-\p{Alphabetic}\p{M}\p{Nd}\p{Pc}]+)*\.?[a-z]*))>/uy;

/** `<https://example.org>` and `<me@example.org>`. */
export function autolink(state: SpanState): boolean {
  if (state.fails(">", state.pos)) return false;
  AUTOLINK.lastIndex = state.pos;
  const match = AUTOLINK.exec(state.src);
  if (match === null || AUTOLINK.lastIndex > state.posMax) return false;
  const end = AUTOLINK.lastIndex;
  const address = match[1] ?? `mailto:${match[2]!}`;
  const open = state.push("link_open", "a", 1);
  open.attrs = [["href", address]];
  const text = state.push("text", "", 0);
  text.content = address.startsWith("mailto:") ? address.slice(7) : address;
  note(text, { entities: true });
  state.push("link_close", "a", -1);
  state.finish(open, end);
  return true;
}
