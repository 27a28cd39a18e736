import { type AttributeList, emptyAttributeList, readAttributeList } from "../attributes.ts";
import type { BlockState } from "./state.ts";

const LINE = /\{:(?!:|\/)((?:\\\}|[^}])+)\}[ \t\r\f\v]*(?:\n|$)/y;
const DEFINITION = /^(\w[\w:-]*?):((?:.|\n)+)$/;

/** `{: .class #id key="value"}` on a line of its own, or `{:name: …}`, which gives a list a name. */
export function attributeList(state: BlockState, startLine: number, endLine: number): boolean {
  LINE.lastIndex = state.contentStart(startLine);
  const match = LINE.exec(state.src);
  if (match === null) return false;
  let line = startLine + 1;
  while (line < endLine && state.bMarks[line]! < LINE.lastIndex) line++;
  state.line = line;
  const { container } = state;
  const definition = DEFINITION.exec(match[1]!);
  if (definition !== null) {
    const lists = state.document.attributeLists;
    lists.set(definition[1]!, readAttributeList(definition[2]!, lists.get(definition[1]!) ?? emptyAttributeList()));
  } else {
    const target = state.targetAttributes();
    if (target !== undefined) readAttributeList(match[1]!, target);
    else state.pendingAttributes = readAttributeList(match[1]!, state.pendingAttributes ?? emptyAttributeList());
  }
  if (container.last !== "blank" && container.last !== "none" && container.last !== "end-of-block") {
    state.push("end_of_block", "", 0);
    container.last = "attributes";
  }
  container.paragraph = undefined;
  return true;
}

/** Reads the list that stands at the very start of an item; returns the text after it. */
export function takeLeadingAttributes(text: string, list: AttributeList): string {
  const match = /^[ \t\n\v\f\r]*\{:(?!(?:\w[\w:-]*)?:|\/)((?:\\\}|[^}])+)\}[ \t\n\v\f\r]*/.exec(text);
  if (match === null) return text;
  readAttributeList(match[1]!, list);
  return text.slice(match[0].length);
}
