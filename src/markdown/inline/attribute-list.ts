import { emptyAttributeList, readAttributeList, resolveAttributes } from "../attributes.ts";
import { takeText } from "./parser.ts";
import type { SpanState } from "./state.ts";

const LIST = /\{:(?!(?:\w[\w:-]*)?:|\/)((?:\\\}|[^}])+)\}/y;

/** `{: .class}` right after an element; after mere text it is text. */
export function spanAttributes(state: SpanState): boolean {
  const { src, pos } = state;
  if (src.charCodeAt(pos + 1) !== 0x3a) return false;
  if (state.fails("}", pos)) return false;
  LIST.lastIndex = pos;
  const match = LIST.exec(src);
  if (match === null) {
    if (src.indexOf("}", pos) < 0) state.fail("}", pos);
    return false;
  }
  if (state.elementEnd !== pos) return takeText(state, "{", 1);
  const { element } = state;
  const definitions = state.document.attributeLists;
  const list = readAttributeList(match[1]!, emptyAttributeList());
  state.giveAttributes(list, (given) => resolveAttributes(given, definitions));
  state.finish(element, LIST.lastIndex);
  return true;
}
