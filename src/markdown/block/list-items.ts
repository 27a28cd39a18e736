import type { Token } from "markdown-it";
import { applyAttributes } from "../attributes.ts";
import { note } from "../token-meta.ts";
import type { ItemText } from "./item.ts";
import { parseNested } from "./parser.ts";
import type { BlockState } from "./state.ts";

/** What is remembered of an item to lay out those after it. */
export interface ListItem {
  readonly open: Token;
  /** Text of the item's first paragraph. */
  readonly text: Token | undefined;
  /** The item begins with a paragraph that is shown as one. */
  readonly loose: boolean;
}

/** Where an item stands in its list. */
export interface Place {
  readonly isLast: boolean;
  /** A mark or a boundary ended the list. */
  readonly ended: boolean;
  readonly earlier: readonly ListItem[];
}

/** The blocks inside an item or a definition, whose opening token was pushed. */
export function pushInside(state: BlockState, open: Token, item: ItemText): void {
  open.map = [item.line + state.lineOffset, item.line + item.lines.length + state.lineOffset];
  if (item.attributes !== undefined) {
    state.document.attributeTargets.push({ list: item.attributes, apply: (pairs) => applyAttributes(open, pairs) });
  }
  parseNested(state, { text: item.lines.join("\n"), line: item.line, boundaries: item.boundaries });
}

/** A blank line at the end of an item, whose tokens begin at `from`, stands behind its list. Says whether there was one. */
export function dropLastBlank(tokens: Token[], from: number): boolean {
  if (tokens.length === from || tokens[tokens.length - 1]!.type !== "blank") return false;
  tokens.pop();
  return true;
}

/**
 * A first paragraph that no blank line follows is written without `<p>`; that of the last item only if all items
 * before it are written so, too (kramdown syntax, "Lists").
 */
export function transparentParagraph(tokens: Token[], from: number, open: Token, place: Place): ListItem {
  const first = tokens[from];
  if (first?.type !== "paragraph_open" || tokens[from + 2]?.type !== "paragraph_close")
    return { open, text: undefined, loose: false };
  const text = tokens[from + 1]!;
  const second = tokens[from + 3];
  const isLoneBlank = second?.type === "blank" && place.isLast && from + 4 === tokens.length && !place.ended;
  const tight = second === undefined || second.type !== "blank" || isLoneBlank;
  const fits = !place.isLast || place.earlier.length === 0 || place.earlier.some((item) => !item.loose);
  if (!tight || !fits) return { open, text, loose: true };
  hideParagraph(tokens, from);
  return { open, text, loose: false };
}

/** Takes the tags away from the paragraph whose three tokens begin at `from`: its text stands in the item itself. */
export function hideParagraph(tokens: Token[], from: number): void {
  tokens[from]!.hidden = true;
  tokens[from + 2]!.hidden = true;
  const next = tokens[from + 3];
  note(tokens[from + 2]!, { breakAfter: next !== undefined && next.type !== "blank" });
}

const BOX = /^[ \t\n\v\f\r]*\[( |x|X)\][ \t\n\v\f\r]+/;

/** GitHub's task lists: `[ ]` or `[x]` at the start of an item. Once one is met, all items after it that begin with text are task items. */
export function markTasks(list: Token, items: readonly ListItem[]): void {
  let isTaskList = false;
  for (const { open, text } of items) {
    const box = text === undefined ? null : BOX.exec(text.content);
    if (box !== null && text !== undefined) {
      isTaskList = true;
      const checked = box[1] === " " ? "" : ' checked="checked"';
      const input = `<input type="checkbox" class="task-list-item-checkbox" disabled="disabled"${checked} />`;
      text.content = input + text.content.slice(box[0].length);
    }
    if (isTaskList && text !== undefined) open.attrSet("class", "task-list-item");
  }
  if (isTaskList) list.attrSet("class", "task-list");
}
