import type { Token } from "markdown-it";
import { letterPattern } from "../../letters.ts";
import type { Footnote } from "../document.ts";
import { withoutIndent } from "./code-indented.ts";
import { endsLazily, isBlank } from "./lazy.ts";
import { parseNested } from "./parser.ts";
import type { BlockState } from "./state.ts";

const label = letterPattern(String.raw`\[\^([\p{Alphabetic}\p{M}\p{Nd}\p{Pc}][-\p{Alphabetic}\p{M}\p{Nd}\p{Pc}:]*)\]:`);

/** `[^name]: text`, continued by indented lines, and after these lazily by others. */
export function footnoteDefinition(state: BlockState, startLine: number, endLine: number): boolean {
  const start = state.contentStart(startLine);
  if (state.src.charCodeAt(start + 1) !== 0x5e) return false;
  const match = label(state.src, start);
  if (match === null) return false;
  // What stands behind the colon loses an indentation, as the lines below do.
  const lines = [state.src.slice(start + match[0].length, state.eMarks[startLine]).replace(/^(?:\t| {4})/, "")];
  let line = startLine + 1;
  let last = line;
  let lazy = false;
  while (line < endLine) {
    if (isBlank(state, line)) lazy = false;
    else if (state.isIndented(line)) lazy = true;
    else if (!lazy || endsLazily(state, line)) break;
    lines.push(withoutIndent(state, line));
    line++;
    if (!isBlank(state, line - 1)) last = line;
  }
  lines.length = last - startLine;
  const tokens: Token[] = [];
  const footnote: Footnote = { name: match[1]!, tokens, position: -1, references: 0 };
  parseNested(state, { text: lines.join("\n"), line: startLine, tokens, level: 3 });
  state.document.footnotes.set(footnote.name, footnote);
  // kramdown reads attributes of a footnote and shows them nowhere.
  state.endDefinition(() => {});
  state.line = last;
  return true;
}
