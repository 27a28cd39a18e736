import { type AttributeList, emptyAttributeList, readAttributeList } from "../attributes.ts";
import { readExtension } from "../extension.ts";
import { changeOptions } from "../option-values.ts";
import type { BlockState } from "./state.ts";

/** `{::comment}`, `{::nomarkdown}` and `{::options}` on lines of their own (kramdown syntax, "Extensions"). */
export function extension(state: BlockState, startLine: number, endLine: number): boolean {
  const found = readExtension(state.src, state.contentStart(startLine), state.failures, true);
  if (found === undefined) return false;
  const list: AttributeList = readAttributeList(found.attributes, emptyAttributeList());
  let line = startLine + 1;
  while (line < endLine && state.bMarks[line]! < found.end) line++;
  switch (found.name) {
    case "comment":
      if (found.body !== undefined) {
        state.block("comment", "", 0, startLine, line).content = found.body.replace(/^\n|\n$/g, "");
      }
      break;
    case "nomarkdown":
      if (found.body !== undefined) {
        const token = state.block("raw_block", "", 0, startLine, line);
        token.content = found.body;
        token.info = list.pairs.get("type") ?? "";
      }
      break;
    case "options":
      changeOptions(state.document, list.pairs, startLine + state.lineOffset);
      break;
    default:
      return false;
  }
  state.line = line;
  return true;
}
