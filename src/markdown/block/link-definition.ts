import { type LinkDefinition, linkName } from "../document.ts";
import { trim, trimEnd } from "../text.ts";
import { isBlank } from "./lazy.ts";
import type { BlockState } from "./state.ts";

const LABEL = /\[([^\n\]]+)\]:[ \t]*/y;
const TITLE_LINE = /^[ \t]*(["'])(.+)\1[ \t]*$/;

/** `[name]: address "title"`; the title may stand on the next line. */
export function linkDefinition(state: BlockState, startLine: number, endLine: number): boolean {
  const start = state.contentStart(startLine);
  LABEL.lastIndex = start;
  const match = LABEL.exec(state.src);
  if (match === null) return false;
  const text = trim(state.src.slice(LABEL.lastIndex, state.eMarks[startLine]));
  const opening = titleStart(text);
  const address = opening < 0 ? text : trimEnd(text.slice(0, opening));
  // Text before or after `<…>` makes the brackets a part of the URL.
  const isBracketed = /^<.*>$/.test(address);
  const url = isBracketed ? address.slice(1, -1) : address;
  let title = opening < 0 ? undefined : text.slice(opening + 1, -1);
  let line = startLine + 1;
  if (title === undefined && line < endLine && !isBlank(state, line)) {
    const nextLine = TITLE_LINE.exec(state.lineText(line));
    if (nextLine !== null) {
      title = nextLine[2];
      line++;
    }
  }
  if (!isBracketed && (url === "" || /[ \t]["']/.test(url))) return false;
  const definition: LinkDefinition = { url, title, attributes: undefined };
  state.document.links.set(linkName(match[1]!), definition);
  state.endDefinition((pairs) => {
    definition.attributes = pairs;
  });
  state.line = line;
  return true;
}

/** Where the quote before a title at the end of a line stands, or -1: the first one after a blank that is of the kind of the last. */
function titleStart(text: string): number {
  const quote = text.at(-1);
  if (quote !== '"' && quote !== "'") return -1;
  for (let pos = text.indexOf(quote, 1); pos >= 0 && pos < text.length - 2; pos = text.indexOf(quote, pos + 1)) {
    if (text[pos - 1] === " " || text[pos - 1] === "\t") return pos;
  }
  return -1;
}
