import type { SpanState } from "./state.ts";

/** Reads an element; where `read` finds none, everything that it did to the state is undone. */
export function attempt(state: SpanState, read: () => boolean): boolean {
  const { pos, pending, textStart, element, elementEnd, level } = state;
  const { warnings } = state.document;
  const warned = warnings.length;
  const count = state.tokens.length;
  if (read()) return true;
  state.tokens.length = state.tokens_meta.length = count;
  warnings.length = warned;
  state.pos = pos;
  state.pending = pending;
  state.textStart = textStart;
  state.element = element;
  state.elementEnd = elementEnd;
  state.level = level;
  return false;
}
