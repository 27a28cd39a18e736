import type { Token } from "markdown-it";
import { warn } from "../document.ts";
import { readTag, type StartTag } from "../html-grammar.ts";
import { BLOCK_ELEMENTS, contentModel, VOID_ELEMENTS } from "../html-names.ts";
import { MAX_SPAN_DEPTH, parseSpans, takeText } from "./parser.ts";
import type { SpanState, Stop } from "./state.ts";

/** Elements and comments in a text (kramdown syntax, "HTML Spans"). */
export function spanHtml(state: SpanState): boolean {
  const { src, pos } = state;
  if (src.startsWith("<!--", pos)) return comment(state);
  const next = src.charCodeAt(pos + 1);
  if ((next <= 0x40 && next !== 0x2f) || state.fails(">", pos)) return false;
  const tag = readTag(src, pos);
  if (tag === undefined) {
    if (src.indexOf(">", pos) < 0) state.fail(">", pos);
    return false;
  }
  if (tag.end > state.posMax) return false;
  if (tag.kind === "end") return takeText(state, src.slice(pos, tag.end), tag.end - pos);
  if (BLOCK_ELEMENTS.has(tag.name)) {
    warn(state.document, state.currentLine(), `Block element <${tag.name}> inside a line of text`);
    return takeText(state, src.slice(pos, tag.end), tag.end - pos);
  }
  if (state.depth >= MAX_SPAN_DEPTH) return false;
  pushElement(state, tag);
  return true;
}

function comment(state: SpanState): boolean {
  const { src, pos } = state;
  if (state.fails("-->", pos)) return false;
  const end = src.indexOf("-->", pos + 4);
  if (end < 0 || end + 3 > state.posMax) {
    if (end < 0) state.fail("-->", pos);
    warn(state.document, state.currentLine(), "This comment is text: it is not closed where its paragraph ends");
    return false;
  }
  const token = state.push("html_literal", "", 0);
  token.content = src.slice(pos, end + 3);
  state.finish(token, end + 3);
  return true;
}

function pushElement(state: SpanState, tag: StartTag): void {
  const { name, attributes } = tag;
  const open = state.push("html_span_open", name, 1);
  const raw = isRaw(state, name, attributes.get("markdown"));
  attributes.delete("markdown");
  open.attrs = [...attributes];
  state.pos = state.textStart = tag.end;
  let end = tag.end;
  if (!tag.selfClosing && !VOID_ELEMENTS.has(name)) end = readInside(state, open, raw);
  state.push("html_span_close", name, -1);
  state.finish(open, end);
}

function isRaw(state: SpanState, name: string, markdown: string | undefined): boolean {
  switch (markdown) {
    case "0":
      return true;
    case "1":
      return contentModel(name) === "raw";
    case "span":
      return false;
    default:
      // `block` has no place in a line.
      return state.raw || !state.document.options.parse_span_html || contentModel(name) === "raw";
  }
}

/** So many characters may be read in search of ends of emphasis that are none; from then on what failed outside of an element fails in it. */
const MAX_VAIN = 300_000;

/** Reads on to the end tag; without one the element ends with its surroundings. */
function readInside(state: SpanState, open: Token, raw: boolean): number {
  const { raw: outerRaw, ancestors, gfmBreaks, endless } = state;
  let end = state.posMax;
  const line = state.currentLine();
  const stop: Stop = {
    code: 0x3c,
    matches: ({ src, pos }) => {
      if (src.charCodeAt(pos + 1) !== 0x2f) return false;
      const tag = readTag(src, pos);
      if (tag?.kind !== "end" || tag.name !== open.tag) return false;
      end = tag.end;
      return true;
    },
  };
  state.raw = raw;
  state.gfmBreaks = false;
  if (state.vain <= MAX_VAIN) state.endless = new Map();
  state.depth++;
  const from = state.tokens.length;
  const found = parseSpans(state, stop);
  if (!found) warn(state.document, line, `No end tag for <${open.tag}>`);
  state.depth--;
  state.raw = outerRaw;
  state.gfmBreaks = gfmBreaks;
  state.endless = endless;
  state.ancestors = ancestors;
  if (raw) markRawText(state, from);
  return end;
}

/** Text in a raw element keeps its entities; that of a script or a style in a line is escaped like any other. */
function markRawText(state: SpanState, from: number): void {
  if (state.pending !== "") state.pushPending();
  for (let index = from; index < state.tokens.length; index++) {
    const token = state.tokens[index]!;
    if (token.type === "text") token.type = "html_text";
  }
}
