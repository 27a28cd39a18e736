import type { Abbreviation } from "../document.ts";
import { trim } from "../text.ts";
import type { BlockState } from "./state.ts";

const DEFINITION = /\*\[(.+?)\]:(.*)/y;

/** `*[HTML]: HyperText Markup Language`. */
export function abbreviationDefinition(state: BlockState, startLine: number): boolean {
  const start = state.contentStart(startLine);
  if (state.src.charCodeAt(start + 1) !== 0x5b) return false;
  DEFINITION.lastIndex = start;
  const match = DEFINITION.exec(state.src);
  if (match === null) return false;
  const [, name = "", title = ""] = match;
  const abbreviation: Abbreviation = { title: trim(title), attributes: undefined };
  state.document.abbreviations.set(name, abbreviation);
  state.endDefinition((pairs) => {
    abbreviation.attributes = pairs;
  });
  state.line = startLine + 1;
  return true;
}
