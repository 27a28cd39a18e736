import type { Token } from "markdown-it";
import { applyAttributes, emptyAttributeList } from "../attributes.ts";
import { metaOf, note } from "../token-meta.ts";
import { takeLeadingAttributes } from "./attribute-list.ts";
import { pushInline } from "./inline-text.ts";
import { firstLine, type ItemText, isItemStart, readContinuation } from "./item.ts";
import { breaksItem, isBlank, isEndMark } from "./lazy.ts";
import { dropLastBlank, hideParagraph, pushInside } from "./list-items.ts";
import type { BlockState } from "./state.ts";

interface Definition {
  readonly item: ItemText;
  /** A blank line stands before it: its first paragraph is shown as one. */
  readonly loose: boolean;
}

/** `: definition` after a paragraph whose lines are the terms (kramdown syntax, "Definition Lists"). */
export function definitionList(state: BlockState, startLine: number, endLine: number): boolean {
  const start = state.contentStart(startLine);
  const { container } = state;
  if (container.last !== "paragraph" && !(container.last === "blank" && container.term)) return false;
  if (!isItemStart(state.src, start, "definition")) return false;
  const { definitions, end } = readDefinitions(state, startLine, endLine, container.last === "blank");
  pushTerms(state);
  let blank = false;
  for (const definition of definitions) blank = pushDefinition(state, definition);
  state.push("definition_list_close", "dl", -1);
  state.line = end;
  container.last = "block";
  container.paragraph = undefined;
  if (blank) {
    state.push("blank", "", 0);
    container.last = "blank";
    container.term = false;
    container.target = container.attributes = undefined;
  }
  return true;
}

function readDefinitions(state: BlockState, startLine: number, endLine: number, afterBlank: boolean) {
  const definitions: Definition[] = [];
  let item: ItemText | undefined;
  let blank = false;
  let loose = afterBlank;
  let line = startLine;
  for (; line < endLine; line++) {
    if (isBlank(state, line)) {
      item?.lines.push(state.lineText(line));
      loose = blank = true;
      continue;
    }
    if (item !== undefined && state.boundaries.has(line)) break;
    const start = state.contentStart(line);
    const blanks = start - state.bMarks[line]!;
    if (start >= 0 && blanks < (item?.indent ?? 4) && isItemStart(state.src, start, "definition")) {
      item = firstLine(state, line, start, "definition");
      definitions.push({ item, loose });
    } else if (
      item === undefined ||
      isEndMark(state, line) ||
      !readContinuation(state, line, item, !blank && !breaksItem(state, start))
    ) {
      break;
    }
    loose = blank = false;
  }
  return { definitions, end: line };
}

/** Turns the paragraph before the first definition into terms; a list right before it is continued. */
function pushTerms(state: BlockState): void {
  const { tokens } = state;
  if (tokens[tokens.length - 1]!.type === "blank") tokens.pop();
  const [open, text] = tokens.splice(tokens.length - 3, 3);
  if (open === undefined || text === undefined) return;
  const before = tokens.length - (tokens[tokens.length - 1]?.type === "blank" ? 2 : 1);
  const continued = tokens[before]?.type === "definition_list_close" ? openingOf(tokens, before) : undefined;
  // An attribute list behind the definitions is meant for the whole list.
  const list = continued ?? open;
  state.container.target = list;
  state.container.attributes = metaOf(list).attributes;
  if (continued !== undefined) {
    tokens.length = before;
  } else {
    open.type = "definition_list_open";
    open.tag = "dl";
    tokens.push(open);
  }
  state.level = open.level + 1;
  const line = text.map![0] - state.lineOffset;
  for (const [index, source] of text.content.split("\n").entries()) {
    const term = state.push("definition_term_open", "dt", 1);
    term.map = [line + index + state.lineOffset, line + index + 1 + state.lineOffset];
    pushInline(state, takeTermAttributes(state, source, term), line + index, line + index + 1);
    state.push("definition_term_close", "dt", -1);
  }
}

function openingOf(tokens: readonly Token[], close: number): Token | undefined {
  const { level } = tokens[close]!;
  for (let index = close; index-- > 0; ) {
    const token = tokens[index]!;
    if (token.type === "definition_list_open" && token.level === level) return token;
  }
  return undefined;
}

function pushDefinition(state: BlockState, { item, loose }: Definition): boolean {
  const open = state.push("definition_open", "dd", 1);
  const { tokens } = state;
  const from = tokens.length;
  pushInside(state, open, item);
  const blank = dropLastBlank(tokens, from);
  if (tokens[from]?.type === "paragraph_open" && !loose) {
    hideParagraph(tokens, from);
    note(tokens[from + 2]!, { breakAfter: tokens.length > from + 3 });
  }
  state.push("definition_close", "dd", -1);
  return blank;
}

function takeTermAttributes(state: BlockState, text: string, token: Token): string {
  const list = emptyAttributeList();
  const rest = takeLeadingAttributes(text, list);
  if (rest !== text) {
    state.document.attributeTargets.push({ list, apply: (pairs) => applyAttributes(token, pairs) });
  }
  return rest;
}
