import { trim } from "../text.ts";
import { pushHeader } from "./header.ts";
import type { BlockState } from "./state.ts";

/** One line of text underlined by `===` or `---`. */
export function setextHeader(state: BlockState, startLine: number, endLine: number): boolean {
  const underline = startLine + 1;
  if (underline >= endLine) return false;
  const code = state.src.charCodeAt(state.bMarks[underline]!);
  if ((code !== 0x2d && code !== 0x3d) || !state.atBoundary || state.contentStart(startLine) < 0) return false;
  let end = state.eMarks[underline]!;
  let pos = state.bMarks[underline]!;
  while (end > pos && state.src.charCodeAt(end - 1) <= 0x20) end--;
  while (pos < end && state.src.charCodeAt(pos) === code) pos++;
  if (pos < end) return false;
  const text = trim(state.lineText(startLine));
  state.line = startLine + 2;
  pushHeader(state, code === 0x3d ? 1 : 2, text, [startLine, startLine + 2], (content) => content);
  return true;
}
