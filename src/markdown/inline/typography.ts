import { entityCodePoint, escapeKeepingEntities } from "../entities.ts";
import { note } from "../token-meta.ts";
import { pushEntity } from "./entity.ts";
import type { SpanState } from "./state.ts";

const DASH = 0x2d;
const DOT = 0x2e;
const LESS = 0x3c;
const GREATER = 0x3e;

/** `--`, `---`, `...`, `<<` and `>>` (kramdown syntax, "Typographic Symbols"). */
export function typography(state: SpanState): boolean {
  const { src, pos } = state;
  const code = src.charCodeAt(pos);
  if (src.charCodeAt(pos + 1) !== code) return false;
  const isTriple = src.charCodeAt(pos + 2) === code;
  switch (code) {
    case DASH:
      return isTriple ? symbol(state, "mdash", 3) : symbol(state, "ndash", 2);
    case DOT:
      return isTriple && symbol(state, "hellip", 3);
    case LESS:
      return src.charCodeAt(pos + 2) === 0x20 ? symbol(state, "laquo_space", 3) : symbol(state, "laquo", 2);
    default:
      return closingQuote(state);
  }
}

function closingQuote(state: SpanState): boolean {
  if (state.src.charCodeAt(state.pos) !== GREATER) return false;
  if (state.pos > state.textStart && state.src.charCodeAt(state.pos - 1) === 0x20) {
    state.pending = state.pending.slice(0, -1);
    return symbol(state, "raquo_space", 2);
  }
  return symbol(state, "raquo", 2);
}

function symbol(state: SpanState, name: string, length: number): boolean {
  if (state.pos + length > state.posMax) return false;
  const own = state.document.options.typographic_symbols[name];
  if (own !== undefined) pushOwn(state, name, own);
  else if (name === "laquo_space") {
    pushEntity(state, 0xab, undefined);
    pushEntity(state, 0xa0, undefined);
  } else if (name === "raquo_space") {
    pushEntity(state, 0xa0, undefined);
    pushEntity(state, 0xbb, undefined);
  } else {
    pushEntity(state, entityCodePoint(name)!, undefined);
  }
  state.finish(undefined, state.pos + length);
  return true;
}

/** A symbol of the author's own. Ids of headers count it as what it stands for. */
function pushOwn(state: SpanState, name: string, own: string): void {
  const token = state.push("entity", "", 0);
  token.content = escapeKeepingEntities(own);
  note(token, { codePoint: entityCodePoint(name.replace("_space", "")) ?? 0xfffd });
}
