import type { Token } from "markdown-it";
import { applyAttributes } from "../attributes.ts";
import { type LinkDefinition, linkName, warn } from "../document.ts";
import { attempt } from "./attempt.ts";
import { closingBracket } from "./brackets.ts";
import { readTarget, type Target } from "./link-target.ts";
import { MAX_SPAN_DEPTH, parseSpans, takeText } from "./parser.ts";
import { LINK, type SpanState, type Stop } from "./state.ts";

const REFERENCE = /[ \t\n\v\f\r]*\[([^\]]*)\]/y;
/** Longer texts are no names of references. */
const MAX_NAME = 1000;

/** `[text](target)`, `[text][name]`, `[name]`, and images with `!` before (kramdown syntax, "Links and Images"). */
export function link(state: SpanState): boolean {
  const { src, pos } = state;
  const isImage = src.charCodeAt(pos) === 0x21;
  if (isImage && src.charCodeAt(pos + 1) !== 0x5b) return false;
  const mark = isImage ? "![" : "[";
  // `[^` is a footnote's mark or text (kramdown's LINK_START).
  if (src.charCodeAt(pos + mark.length) === 0x5e) return false;
  const open = pos + mark.length - 1;
  if (!isImage && (state.ancestors & LINK) !== 0) return takeText(state, mark, mark.length);
  if (hasNoEnd(state, open)) return takeText(state, mark, mark.length);
  const close = closingBracket(state, open);
  if (mayHideBrackets(state, open, close)) {
    return attempt(state, () => readText(state, open, isImage)) || takeText(state, mark, mark.length);
  }
  if (close < 0) return takeText(state, mark, mark.length);
  const target = findTarget(state, open + 1, close);
  if (target === undefined) return takeText(state, mark, mark.length);
  if (isImage) pushImage(state, target, src.slice(open + 1, close));
  else pushLink(state, target, open + 1, close);
  return true;
}

/** Whether no bracket is closed behind this one: nothing needs to be read to know it. */
function hasNoEnd(state: SpanState, open: number): boolean {
  if (state.fails("]", open)) return true;
  if (state.src.includes("]", open)) return false;
  state.fail("]", open);
  return true;
}

/** What may swallow a bracket that counts as text: emphasis, HTML, extensions, footnotes, images. */
const HIDING = /[*_~<{]|\[\^|!\[/g;
/** So many characters may be read for nothing; after that brackets are only counted, so that no input takes long. */
const MAX_LOST = 10_000;

function mayHideBrackets(state: SpanState, open: number, close: number): boolean {
  const { src, depth, lost } = state;
  if (lost > MAX_LOST + src.length || depth >= MAX_SPAN_DEPTH) return false;
  return nextHiding(state, open + 1) < (close < 0 ? state.posMax : close);
}

/** Where the next of them stands. What was found last holds for every place up to it. */
function nextHiding(state: SpanState, from: number): number {
  const { hiding, src } = state;
  if (hiding !== undefined && hiding.from <= from && from <= hiding.at) return hiding.at;
  HIDING.lastIndex = from;
  const at = HIDING.exec(src)?.index ?? src.length;
  state.hiding = { from, at };
  return at;
}

const BRACKETS: ReadonlySet<number> = new Set([0x21, 0x5b]);

/** Reads the text up to the bracket that closes it, as kramdown does, and what follows. */
function readText(state: SpanState, open: number, isImage: boolean): boolean {
  const token = isImage ? state.push("image", "img", 0) : state.push("link_open", "a", 1);
  const first = state.tokens.length;
  const { ancestors } = state;
  state.pos = state.textStart = open + 1;
  state.ancestors |= LINK;
  state.depth++;
  const closed = parseSpans(state, stopAtClosing(state));
  state.depth--;
  state.ancestors = ancestors;
  const close = state.pos;
  const target = closed ? findTarget(state, open + 1, close) : undefined;
  if (target === undefined) {
    state.lost += close - open;
    return false;
  }
  if (isImage) {
    state.tokens.length = state.tokens_meta.length = first;
    state.pending = "";
    describeImage(token, target, state.src.slice(open + 1, close));
  } else {
    describeLink(token, target);
    state.push("link_close", "a", -1);
  }
  state.finish(token, target.end);
  return true;
}

/** Where as many brackets are closed as were opened, for kramdown: an image that was read on the way has closed one of them, too. */
function stopAtClosing({ tokens, level }: SpanState): Stop {
  let brackets = 1;
  let looked = tokens.length;
  const images = (): number => {
    const from = looked;
    looked = tokens.length;
    return tokens.slice(from).filter((inner) => inner.type === "image" && inner.level === level).length;
  };
  return {
    code: 0x5d,
    others: BRACKETS,
    matches: ({ src, pos }) => {
      if (src.charCodeAt(pos) === 0x5d) {
        brackets -= 1 + images();
        return brackets === 0;
      }
      if (src.charCodeAt(pos) === 0x5b || src.charCodeAt(pos + 1) === 0x5b) brackets++;
      return false;
    },
  };
}

interface Found extends Target {
  readonly attributes: LinkDefinition["attributes"];
}

function findTarget(state: SpanState, start: number, close: number): Found | undefined {
  const { src } = state;
  REFERENCE.lastIndex = close + 1;
  const reference = state.posMax > close + 1 ? REFERENCE.exec(src) : null;
  if (reference !== null || src.charCodeAt(close + 1) !== 0x28 || close + 1 >= state.posMax) {
    if (state.document.links.size === 0 && reference === null) return undefined;
    const named = reference !== null && reference[1] !== "";
    const name = named ? reference[1]! : unescaped(src.slice(start, Math.min(close, start + MAX_NAME)));
    const definition = state.document.links.get(linkName(name));
    if (definition === undefined) {
      // In `[PDF] [words](/address/)` the second pair is a link of its own.
      const isOther = named && src[REFERENCE.lastIndex] === "(";
      if (reference !== null && !isOther) warn(state.document, state.currentLine(), `No link definition for '${name}'`);
      return undefined;
    }
    const end = reference === null ? close + 1 : REFERENCE.lastIndex;
    return { url: definition.url, title: definition.title, end, attributes: definition.attributes };
  }
  const target = readTarget(state, close + 1);
  return target === undefined ? undefined : { ...target, attributes: undefined };
}

function attributesOf(token: Token, target: Found, addressName: string): void {
  if (target.attributes !== undefined) applyAttributes(token, target.attributes);
  token.attrPush([addressName, target.url]);
}

function pushImage(state: SpanState, target: Found, text: string): void {
  const token = state.push("image", "img", 0);
  describeImage(token, target, text);
  state.finish(token, target.end);
}

function describeImage(token: Token, target: Found, text: string): void {
  attributesOf(token, target, "src");
  token.content = unescaped(text);
  token.attrPush(["alt", token.content]);
  if (target.title !== undefined) token.attrPush(["title", target.title]);
}

function unescaped(text: string): string {
  return text.replace(/\\([\\.*_+`<>()[\]{}#!:|"'$=-])/g, "$1");
}

function describeLink(token: Token, target: Found): void {
  attributesOf(token, target, "href");
  if (target.title !== undefined) token.attrPush(["title", target.title]);
}

function pushLink(state: SpanState, target: Found, start: number, close: number): void {
  const open = state.push("link_open", "a", 1);
  describeLink(open, target);
  const { posMax, failures, endless } = state;
  state.pos = state.textStart = start;
  state.posMax = close;
  state.failures = new Map();
  state.endless = new Map();
  state.ancestors |= LINK;
  if (++state.depth <= MAX_SPAN_DEPTH) parseSpans(state, undefined);
  else state.pending += state.src.slice(start, close);
  state.depth--;
  state.ancestors &= ~LINK;
  state.failures = failures;
  state.endless = endless;
  state.posMax = posMax;
  state.push("link_close", "a", -1);
  state.finish(open, target.end);
}
