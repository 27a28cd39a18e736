import type { Token } from "markdown-it";
import { warn } from "../document.ts";
import { type EndTag, readTag, type StartTag } from "../html-grammar.ts";
import { contentModel, isSpanElement, VOID_ELEMENTS } from "../html-names.ts";
import { CDATA_END, CDATA_START } from "../inline/cdata.ts";
import { convertBlock } from "../native/html-to-native.ts";
import { trim } from "../text.ts";
import { metaOf, note } from "../token-meta.ts";
import { pushInline } from "./inline-text.ts";
import { type BlockState, type ContentModel, createContainer } from "./state.ts";

/** Elements nested deeper than any author nests them are text: their indentation alone would fill the memory. */
const MAX_ELEMENTS = 200;
const LITERAL_ELEMENTS = new Set(["script", "style"]);

/** An HTML element, comment or end tag at the start of a line (kramdown syntax, "HTML Blocks"). */
export function html(state: BlockState, startLine: number): boolean {
  const { src } = state;
  const start = state.contentStart(startLine);
  if (src.startsWith("<!--", start)) return start === state.bMarks[startLine] && comment(state, startLine, start);
  const tag = readTag(src, start);
  if (tag === undefined) return false;
  if (tag.kind === "end") {
    if (state.container.element !== tag.name || state.containers.length === 1) return false;
    closeElement(state, tag.end);
    continueAfter(state, tag.end, startLine);
    return true;
  }
  if (isSpanElement(tag.name, state.document.options.version) || state.containers.length > MAX_ELEMENTS) return false;
  const end = openElement(state, tag, startLine);
  const keepsLineEnd = tag.selfClosing || VOID_ELEMENTS.has(tag.name) || LITERAL_ELEMENTS.has(tag.name);
  if (state.container.model === "raw" || keepsLineEnd) state.beginLineAt(lineAt(state, end, startLine), end);
  else continueAfter(state, end, startLine);
  return true;
}

/** Reads on inside an element whose text is left as it is, until its end or the start of one that is not. */
export function readHtmlContent(state: BlockState): void {
  const { src } = state;
  let pos = state.bMarks[state.line]!;
  let line = state.line;
  let textStart = pos;
  const flush = (end: number) => {
    if (end > textStart) pushHtml(state, "html_text", src.slice(textStart, end));
  };
  const limit = src.length;
  while (pos < limit) {
    const at = src.indexOf("<", pos);
    if (at < 0) break;
    line = lineAt(state, at, line);
    const literal = literalEnd(state, at);
    if (literal > 0) {
      flush(at);
      if (src.startsWith(CDATA_START, at)) {
        pushHtml(state, "html_text", src.slice(at + CDATA_START.length, literal - CDATA_END.length));
      } else pushHtml(state, "html_literal", src.slice(at, literal));
      pos = textStart = literal;
      continue;
    }
    const tag = readTag(src, at);
    if (tag === undefined || (tag.kind === "end" && tag.name !== state.container.element) || isTooDeep(state, tag)) {
      pos = at + 1;
      continue;
    }
    flush(at);
    if (tag.kind === "end") {
      closeElement(state, tag.end);
      pos = tag.end;
    } else {
      pos = openElement(state, tag, line);
    }
    textStart = pos;
    if (state.container.model !== "raw") {
      continueAfter(state, pos, line);
      return;
    }
  }
  flush(limit);
  if (src.charCodeAt(limit - 1) !== 0x0a) pushHtml(state, "html_text", "\n");
  state.line = state.lineMax;
}

function isTooDeep(state: BlockState, tag: StartTag | EndTag): boolean {
  return tag.kind === "start" && state.containers.length > MAX_ELEMENTS;
}

/** Opens the element and returns the position after what was read of it: all of it, or its start tag only. */
function openElement(state: BlockState, tag: StartTag, line: number): number {
  const { name, attributes } = tag;
  const outer = state.container.model;
  const model = modelOf(state, name, attributes.get("markdown"));
  attributes.delete("markdown");
  const open = state.push("html_element_open", name, 1);
  open.map = [line + state.lineOffset, line + state.lineOffset + 1];
  open.attrs = [...attributes];
  if (outer === "block") {
    // kramdown loses the list that waits for an element which it turns.
    if (state.document.options.html_to_native) state.pendingAttributes = undefined;
    state.register(open);
  }
  note(open, { model, outer });
  if (tag.selfClosing || VOID_ELEMENTS.has(name)) {
    note(open, { selfClosing: tag.selfClosing });
    pushClose(state, name, open);
    return tag.end;
  }
  if (LITERAL_ELEMENTS.has(name)) return readLiteralElement(state, name, open, tag.end, line);
  if (model === "span") return readSpanElement(state, name, open, tag.end, line);
  state.containers.push(createContainer(name, model, open));
  return tag.end;
}

function modelOf(state: BlockState, name: string, markdown: string | undefined): ContentModel {
  switch (markdown) {
    case "0":
      return "raw";
    case "1":
      return contentModel(name);
    case "span":
    case "block":
      return markdown;
    default:
      return state.document.options.parse_block_html && state.container.model === "block" ? contentModel(name) : "raw";
  }
}

function readLiteralElement(state: BlockState, name: string, open: Token, start: number, line: number): number {
  const end = findClosingTag(state, name, start, line);
  if (end.from > start) pushHtml(state, "html_literal", state.src.slice(start, end.from));
  pushClose(state, name, open);
  return end.to;
}

function readSpanElement(state: BlockState, name: string, open: Token, start: number, line: number): number {
  const end = findClosingTag(state, name, start, line);
  if (end.from > start) {
    const text = state.src.slice(start, end.from);
    note(pushInline(state, text, line, lineAt(state, end.from, line) + 1), { inHtml: true });
  }
  pushClose(state, name, open);
  return end.to;
}

/** The first end tag of that name, or the end of the text, which is told. @param line of the start tag */
function findClosingTag(
  state: BlockState,
  name: string,
  start: number,
  line: number,
): { readonly from: number; readonly to: number } {
  const pattern = new RegExp(`</${name.replace(/[^\w]/g, "\\$&")}[ \\t\\n\\v\\f\\r]*>`, "gi");
  pattern.lastIndex = start;
  const match = pattern.exec(state.src);
  if (match !== null) return { from: match.index, to: pattern.lastIndex };
  warn(state.document, line + state.lineOffset, `No end tag for <${name}>`);
  return { from: state.src.length, to: state.src.length };
}

function closeElement(state: BlockState, end: number): void {
  const { element, open } = state.containers.pop()!;
  if (open?.map) open.map[1] = lineAt(state, end, open.map[0] - state.lineOffset) + 1 + state.lineOffset;
  if (open !== undefined) pushClose(state, element, open);
}

/** Ends an element, which no longer counts as one that is open. */
export function pushClose(state: BlockState, name: string, open: Token): void {
  note(state.push("html_element_close", name, -1), { open });
  if (state.document.options.html_to_native && metaOf(open).outer === "block") convertBlock(state, open);
}

/** The rest of the line is read as a line of its own; white space alone is dropped. */
function continueAfter(state: BlockState, pos: number, fromLine: number): void {
  const line = lineAt(state, pos, fromLine);
  if (trim(state.src.slice(pos, state.eMarks[line])) === "") state.line = line + 1;
  else state.beginLineAt(line, pos);
}

function comment(state: BlockState, startLine: number, start: number): boolean {
  const end = literalEnd(state, start);
  if (end < 0) return false;
  const { pendingAttributes } = state;
  state.pendingAttributes = undefined;
  const token = state.block("html_comment", "", 0, startLine, lineAt(state, end, startLine) + 1);
  // A comment passes an attribute list on to the block after it.
  state.pendingAttributes = pendingAttributes;
  token.content = state.src.slice(start, end);
  continueAfter(state, end, startLine);
  return true;
}

/** What is read as one piece, from its start to its end. CDATA sections since kramdown 2.5. */
const LITERALS = [
  ["<!--", "-->"],
  ["<?", "?>"],
  [CDATA_START, CDATA_END],
] as const;

/** End of a comment, a processing instruction or a CDATA section that begins at `pos`, or -1. */
function literalEnd({ src, failures, document }: BlockState, pos: number): number {
  const [opening, closing] = LITERALS.find(([start]) => src.startsWith(start, pos)) ?? [];
  if (opening === undefined || closing === undefined) return -1;
  if (opening === CDATA_START && document.options.version === "2.4") return -1;
  if (pos >= (failures.get(closing) ?? Number.POSITIVE_INFINITY)) return -1;
  const end = src.indexOf(closing, pos + opening.length);
  if (end >= 0) return end + closing.length;
  failures.set(closing, pos);
  return -1;
}

function pushHtml(state: BlockState, type: string, content: string): void {
  const token = state.push(type, "", 0);
  token.content = content;
}

function lineAt(state: BlockState, pos: number, from: number): number {
  let line = from;
  while (line < state.lineMax - 1 && state.eMarks[line]! < pos) line++;
  return line;
}
