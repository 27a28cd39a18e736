import { letterPattern } from "../../letters.ts";
import { note } from "../token-meta.ts";
import type { SpanState } from "./state.ts";

const angled = letterPattern(
  String.raw`<(?:((?:mailto|https?|ftps?):[^\n>]+|mailto:[^\n>]+)|([-.\p{Alphabetic}\p{M}\p{Nd}\p{Pc}]+@[-\p{Alphabetic}\p{M}\p{Nd}\p{Pc}]+(?:\.[-\p{Alphabetic}\p{M}\p{Nd}\p{Pc}]+)*\.?[a-z]*))>`,
);

/** `<https://example.org>` and `<me@example.org>`. */
export function autolink(state: SpanState): boolean {
  if (state.fails(">", state.pos)) return false;
  const match = angled(state.src, state.pos);
  if (match === null) return false;
  const end = state.pos + match[0].length;
  if (end > state.posMax) return false;
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
