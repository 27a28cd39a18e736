import { endsLazily, isBlank } from "./lazy.ts";
import type { BlockState } from "./state.ts";

/**
 * Lines indented by four blanks or a tab. A line after them that is indented less is joined to the last one, but for one that a tab
 * indents behind fewer blanks.
 */
export function codeIndented(state: BlockState, startLine: number, endLine: number): boolean {
  if (isBlank(state, startLine)) return false;
  let content = "";
  let blanks = "";
  let line = startLine;
  let end = startLine;
  let first = true;
  while (line < endLine) {
    if (isBlank(state, line)) {
      blanks += `\n${withoutIndent(state, line)}`;
      line++;
      continue;
    }
    if (state.isIndented(line)) {
      content += first ? withoutIndent(state, line) : `${blanks}\n${withoutIndent(state, line)}`;
    } else {
      if (blanks !== "" || endsLazily(state, line)) break;
      content += `${state.contentStart(line) < 0 ? "\n" : " "}${state.lineText(line)}`;
    }
    first = false;
    blanks = "";
    end = ++line;
  }
  state.line = end;
  const token = state.block("code_block", "code", 0, startLine, end);
  token.content = `${content}\n`;
  return true;
}

/** A line without one step of indentation. */
export function withoutIndent(state: BlockState, line: number): string {
  const start = state.bMarks[line]!;
  const end = state.eMarks[line]!;
  if (state.src.charCodeAt(start) === 0x09) return state.src.slice(start + 1, end);
  return state.src.slice(state.src.startsWith("    ", start) && start + 4 <= end ? start + 4 : start, end);
}
