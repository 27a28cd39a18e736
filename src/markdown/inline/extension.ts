import { emptyAttributeList, readAttributeList } from "../attributes.ts";
import { readExtension } from "../extension.ts";
import { changeOptions } from "../option-values.ts";
import type { SpanState } from "./state.ts";

/** `{::comment}`, `{::nomarkdown}` and `{::options}` in a text. */
export function spanExtension(state: SpanState): boolean {
  const { src, pos } = state;
  if (src.charCodeAt(pos + 1) !== 0x3a || src.charCodeAt(pos + 2) !== 0x3a) return false;
  const found = readExtension(src, pos, state.failures, false);
  if (found === undefined || found.end > state.posMax) return false;
  const list = readAttributeList(found.attributes, emptyAttributeList());
  switch (found.name) {
    case "comment":
      if (found.body !== undefined) state.push("span_comment", "", 0).content = found.body;
      break;
    case "nomarkdown":
      if (found.body !== undefined) {
        const token = state.push("raw_span", "", 0);
        token.content = found.body;
        token.info = list.pairs.get("type") ?? "";
      }
      break;
    case "options":
      changeOptions(state.document, list.pairs, state.currentLine());
      break;
    default:
      return false;
  }
  state.finish(undefined, found.end);
  return true;
}
