import { linkName } from "../document.ts";
import { trim, trimEnd } from "../text.ts";
import { isBlank } from "./lazy.ts";
import type { BlockState } from "./state.ts";

const LABEL = /\[([^\n\]]+)\]:[ \t]*(?:<([^\n]*?)>|([^\n]*))/y;
const TITLE_AT_END = /(?:^|[ \t]+)(["'])(.+)\1$/;
const TITLE_LINE = /^[ \t]*(["'])(.+)\1[ \t]*$/;

/** `[name]: address "title"`; the title may stand on the next line. */
export function linkDefinition(state: BlockState, startLine: number, endLine: number): boolean {
  const start = state.contentStart(startLine);
  LABEL.lastIndex = start;
  const match = LABEL.exec(state.src);
  if (match === null) return false;
  const lineEnd = state.eMarks[startLine]!;
  const rest = state.src.slice(LABEL.lastIndex, lineEnd);
  let url = match[2] ?? trim(match[3]!);
  let title: string | undefined;
  let line = startLine + 1;
  const sameLine = TITLE_AT_END.exec(trimEnd(match[2] === undefined ? url : rest));
  if (sameLine !== null && (match[2] !== undefined || sameLine.index > 0)) {
    title = sameLine[2];
    if (match[2] === undefined) url = url.slice(0, sameLine.index);
  } else if (match[2] !== undefined && trim(rest) !== "") {
    // Text after `<…>` makes both the URL, brackets and all.
    url = `<${url}>${trimEnd(rest)}`;
  } else if (line < endLine && !isBlank(state, line)) {
    const nextLine = TITLE_LINE.exec(state.lineText(line));
    if (nextLine !== null) {
      title = nextLine[2];
      line++;
    }
  }
  if (match[2] === undefined && (url === "" || /[ \t]["']/.test(url))) return false;
  const definition = { url, title, attributes: undefined as ReadonlyMap<string, string> | undefined };
  state.document.links.set(linkName(match[1]!), definition);
  state.offerAttributes((pairs) => {
    definition.attributes = pairs;
  });
  state.push("end_of_block", "", 0);
  state.container.last = "definition";
  state.container.paragraph = undefined;
  state.line = line;
  return true;
}
