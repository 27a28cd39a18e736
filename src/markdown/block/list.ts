import { isHorizontalRule } from "./horizontal-rule.ts";
import { firstLine, type ItemText, isItemStart, type Marker, readContinuation } from "./item.ts";
import { breaksItem, isBlank, isEndMark } from "./lazy.ts";
import { dropLastBlank, type ListItem, markTasks, type Place, pushInside, transparentParagraph } from "./list-items.ts";
import type { BlockState } from "./state.ts";

/** Bulleted and numbered lists (kramdown syntax, "Lists"). */
export function list(state: BlockState, startLine: number, endLine: number): boolean {
  const start = state.contentStart(startLine);
  const marker: Marker = /\d/.test(state.src.charAt(start)) ? "number" : "bullet";
  if (!isItemStart(state.src, start, marker)) return false;
  const tag = marker === "bullet" ? "ul" : "ol";
  const open = state.block("list_open", tag, 1, startLine, startLine + 1);
  const { items, end, ended } = readItems(state, startLine, endLine, marker);
  open.map![1] = end + state.lineOffset;
  const parsed: ListItem[] = [];
  let trailingBlank = false;
  state.line = end;
  for (const item of items) {
    const isLast = parsed.length === items.length - 1;
    const { entry, blank } = pushItem(state, item, { isLast, ended, earlier: parsed });
    parsed.push(entry);
    trailingBlank = blank;
  }
  if (state.document.options.input === "GFM") markTasks(open, parsed);
  state.push("list_close", tag, -1);
  if (trailingBlank && !ended) {
    state.push("blank", "", 0);
    state.container.last = "blank";
    state.container.target = state.container.attributes = undefined;
  }
  return true;
}

function readItems(state: BlockState, startLine: number, endLine: number, marker: Marker) {
  const items: ItemText[] = [];
  let item: ItemText | undefined;
  let afterBlank = false;
  let ended = false;
  let line = startLine;
  while (line < endLine) {
    if (isBlank(state, line)) {
      if (item !== undefined) {
        item.nested = true;
        item.lines.push(state.lineText(line));
      }
      afterBlank = true;
      line++;
      continue;
    }
    const start = state.contentStart(line);
    if (afterBlank && start >= 0 && isHorizontalRule(state, start)) break;
    if (isEndMark(state, line) || (item !== undefined && state.boundaries.has(line))) {
      ended = true;
      if (!state.boundaries.has(line)) line++;
      break;
    }
    const blanks = start - state.bMarks[line]!;
    if (start >= 0 && blanks < (item?.indent ?? 4) && isItemStart(state.src, start, marker)) {
      item = firstLine(state, line, start, marker);
      items.push(item);
    } else if (item === undefined || !readContinuation(state, line, item, !afterBlank && !breaksItem(state, start))) {
      break;
    }
    afterBlank = false;
    line++;
  }
  return { items, end: line, ended };
}

function pushItem(state: BlockState, item: ItemText, place: Place): { entry: ListItem; blank: boolean } {
  const open = state.push("list_item_open", "li", 1);
  const { tokens } = state;
  const from = tokens.length;
  pushInside(state, open, item);
  const entry = transparentParagraph(tokens, from, open, place);
  const blank = dropLastBlank(tokens, from);
  state.push("list_item_close", "li", -1);
  return { entry, blank };
}
