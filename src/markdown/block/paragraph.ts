import { trimEnd, trimStart } from "../text.ts";
import { metaOf } from "../token-meta.ts";
import { pushInline, pushParagraph } from "./inline-text.ts";
import { endsParagraph } from "./lazy.ts";
import { plainLine } from "./plain-line.ts";
import type { BlockState } from "./state.ts";

/**
 * What no other rule takes. A paragraph right after a paragraph continues it. A tab behind one to three blanks begins neither a
 * paragraph nor code: such a line is text outside of both.
 */
export function paragraph(state: BlockState, startLine: number, endLine: number): boolean {
  if (state.contentStart(startLine) < 0 && !state.isIndented(startLine)) {
    state.container.last = "block";
    return plainLine(state, startLine);
  }
  let line = startLine + 1;
  while (line < endLine && !endsParagraph(state, line)) line++;
  const source = state.src.slice(state.bMarks[startLine], state.eMarks[line - 1]);
  const text = trimEnd(source);
  state.line = line;
  const { container } = state;
  if (container.last === "paragraph" && container.paragraph !== undefined) {
    container.paragraph.content += `${container.paragraphEnd}\n${text}`;
    container.paragraphEnd = source.slice(text.length);
    container.paragraph.map![1] = line + state.lineOffset;
    return true;
  }
  if (continuesHtml(state)) {
    continueHtml(state, text, [startLine, line]);
    return true;
  }
  const inline = pushParagraph(state, trimStart(text), startLine, line);
  container.last = "paragraph";
  container.paragraph = inline;
  container.paragraphEnd = source.slice(text.length);
  return true;
}

/** Right behind a `<p>` that has become Markdown's own, text belongs to it (`html_to_native`). */
function continuesHtml({ document, container, tokens }: BlockState): boolean {
  return (
    document.options.html_to_native &&
    container.last === "block" &&
    tokens[tokens.length - 1]?.type === "paragraph_close"
  );
}

function continueHtml(state: BlockState, text: string, [start, end]: readonly [number, number]): void {
  const { tokens } = state;
  const last = tokens[tokens.length - 2];
  if (last?.type === "inline" && !metaOf(last).isRead) {
    last.content += `\n${text}`;
    return;
  }
  const close = tokens.pop()!;
  pushInline(state, text, start, end).level = close.level + 1;
  tokens.push(close);
}
