import type { MarkdownIt, Token } from "markdown-it";
import type { Document } from "../document.ts";
import { type SpanRule, SpanState, type Stop } from "./state.ts";

/** Deeper nesting than any author writes is read as text, so that no input exhausts the stack. */
export const MAX_SPAN_DEPTH = 60;

interface Dispatch {
  /** Rules by the code of the character that they begin with. */
  readonly rules: ReadonlyArray<readonly SpanRule[] | undefined>;
  /** The same inside an element whose text is left as it is: HTML only. */
  readonly rawRules: ReadonlyArray<readonly SpanRule[] | undefined>;
}

const dispatches = new WeakMap<MarkdownIt, Dispatch>();

/** Adds a rule for places where one of `characters` stands. */
export function addSpanRule(md: MarkdownIt, name: string, rule: SpanRule, characters: string): void {
  rulerOf(md).push(name, rule, { alt: [...characters, name] });
}

/** markdown-it's ruler, which knows rules by its own state class: every state here is a SpanState. */
interface SpanRuler {
  push(name: string, rule: SpanRule, options: { readonly alt: string[] }): void;
  getRules(chain: string): readonly SpanRule[];
}

function rulerOf(md: MarkdownIt): SpanRuler {
  return md.inline.ruler as unknown as SpanRuler;
}

function dispatchOf(md: MarkdownIt): Dispatch {
  const known = dispatches.get(md);
  if (known !== undefined) return known;
  const ruler = rulerOf(md);
  const rules = Array.from({ length: 128 }, (_, code) => {
    const chain = ruler.getRules(String.fromCharCode(code));
    return chain.length > 0 ? chain : undefined;
  });
  const html = ["cdata", "html"].flatMap((name) => ruler.getRules(name));
  const dispatch = { rules, rawRules: rules.map((_, code) => (code === 0x3c ? html : undefined)) };
  dispatches.set(md, dispatch);
  return dispatch;
}

/** Reads spans up to the end, or to where `stop` matches. Returns whether it ended where it should. */
export function parseSpans(state: SpanState, stop: Stop | undefined): boolean {
  const { src, posMax } = state;
  const { rules, rawRules } = dispatchOf(state.md);
  const table = state.raw ? rawRules : rules;
  const stopCode = stop === undefined ? -1 : stop.code;
  let plain = state.pos;
  let pos = plain;
  while (pos < posMax) {
    const code = src.charCodeAt(pos);
    const chain = code < 128 ? table[code] : undefined;
    if (chain === undefined && code !== stopCode) {
      pos++;
      continue;
    }
    if (pos > plain) {
      state.pending += src.slice(plain, pos);
      plain = pos;
    }
    state.pos = pos;
    if ((code === stopCode || stop?.others?.has(code)) && stop!.matches(state)) return true;
    if (chain !== undefined && run(state, chain)) {
      // A rule of a plugin does not say where its element ends.
      if (state.textStart < pos) state.textStart = state.pos;
      pos = plain = state.pos;
    } else {
      pos++;
    }
  }
  if (pos > plain) state.pending += src.slice(plain, posMax);
  state.pos = posMax;
  return stop === undefined;
}

function run(state: SpanState, chain: readonly SpanRule[]): boolean {
  for (const rule of chain) if (rule(state, false)) return true;
  return false;
}

/** Reads characters as text; whatever follows does not see them. @param length how many of the source `text` stands for */
export function takeText(state: SpanState, text: string, length: number): true {
  state.pending += text;
  state.pos += length;
  state.textStart = state.pos;
  return true;
}

/** The text of one block to tokens. `line` is where it begins; `gfmBreaks`: lines may be broken as GFM does. */
export function parseInline(
  md: MarkdownIt,
  src: string,
  document: Document,
  line: number,
  gfmBreaks: boolean,
): Token[] {
  const tokens: Token[] = [];
  const state = new SpanState(src, md, document, tokens, line);
  state.gfmBreaks = gfmBreaks;
  state.hardWrap = document.hardWrap;
  parseSpans(state, undefined);
  if (state.pending !== "") state.pushPending();
  return tokens;
}
