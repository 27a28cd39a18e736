import { trim, trimEnd } from "../text.ts";
import { pushHeader } from "./header.ts";
import { interruptsParagraphs } from "./lazy.ts";
import type { BlockState } from "./state.ts";

/** `# Header`. With GFM input a blank after the marks is needed, with kramdown's own it is not. */
export function atxHeader(state: BlockState, startLine: number): boolean {
  const start = state.bMarks[startLine]!;
  if (state.src.charCodeAt(start) !== 0x23) return false;
  const gfm = state.document.options.input === "GFM";
  const quirk = interruptsParagraphs(state);
  if (!quirk && !state.atBoundary) return false;
  let pos = start;
  while (pos - start < 6 && state.src.charCodeAt(pos) === 0x23) pos++;
  const rest = state.src.slice(pos, state.eMarks[startLine]);
  if (
    gfm
      ? !/^[ \t]+[^ \t\n\v\f\r]/.test(rest)
      : !/^[ \t]*[^ \t\n\v\f\r#]/.test(rest) && !/^[ \t]+[^ \t\n\v\f\r]/.test(rest)
  )
    return false;
  const closing = quirk ? dropSeparateMarks : dropClosingMarks;
  if (!pushHeader(state, pos - start, trim(rest), [startLine, startLine + 1], closing)) return false;
  state.line = startLine + 1;
  return true;
}

/** `# C#` keeps its mark with GFM's quirk (parse_atx_header_gfm_quirk), so that languages keep their names. */
function dropSeparateMarks(text: string): string {
  return trimEnd(text.replace(/[ \t]#+$/, ""));
}

function dropClosingMarks(text: string): string {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) === 0x23) end--;
  if (end === text.length) return text;
  if (text.charCodeAt(end - 1) === 0x5c) end++;
  return trimEnd(text.slice(0, end));
}
