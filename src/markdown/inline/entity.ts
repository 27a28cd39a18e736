import { entityCodePoint, formatEntity } from "../entities.ts";
import { note } from "../token-meta.ts";
import type { SpanState } from "./state.ts";

const ENTITY = /&(?:([\w:][-\w.:]*)|#(\d+)|#x([0-9a-fA-F]+));/y;

/** `&copy;`, `&#169;`, `&#xA9;`; a name that kramdown does not know is text. */
export function entity(state: SpanState): boolean {
  ENTITY.lastIndex = state.pos;
  const match = ENTITY.exec(state.src);
  if (match === null || ENTITY.lastIndex > state.posMax) return false;
  const [original, name, decimal, hex] = match;
  const codePoint =
    name !== undefined
      ? entityCodePoint(name)
      : decimal !== undefined
        ? Number.parseInt(decimal, 10)
        : Number.parseInt(hex!, 16);
  if (codePoint === undefined || !Number.isSafeInteger(codePoint)) return false;
  pushEntity(state, codePoint, original);
  state.finish(undefined, state.pos + original.length);
  return true;
}

/** Writes an entity as `entity_output` asks: as part of the text where it is a mere character. */
export function pushEntity(state: SpanState, codePoint: number, original: string | undefined): void {
  const { entity_output: output, html_to_native: isNative } = state.document.options;
  const html = formatEntity(codePoint, original, output);
  // What becomes of an element of HTML is decided by its text without these.
  if (!html.startsWith("&") && !isNative) {
    state.pending += html;
    return;
  }
  const token = state.push("entity", "", 0);
  token.content = html;
  note(token, { codePoint });
}
