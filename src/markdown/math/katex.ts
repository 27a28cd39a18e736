import { createRequire } from "node:module";
import { UNKNOWN } from "./mathml-attributes.ts";
import type { KatexNode } from "./mathml-tree.ts";
import { asMathJax } from "./tex.ts";

interface KatexSettings {
  readonly output: "mathml";
  readonly displayMode: boolean;
  readonly throwOnError: boolean;
  readonly errorColor: string;
  readonly strict: false;
  readonly globalGroup: true;
  readonly macros: Record<string, string>;
  readonly trust: (context: { readonly command: string }) => boolean;
}

/** The part of KaTeX used here: its trees rather than its string, which would have to be taken apart again. */
interface Katex {
  __parse(tex: string, settings: KatexSettings): ParseNode[];
  __renderToDomTree(tex: string, settings: KatexSettings): KatexNode;
}

/** A node of KaTeX's parse tree: `array` and `tag` carry tags, `html` a label, others only children. */
export interface ParseNode {
  readonly type?: string;
  readonly text?: string;
  readonly body?: ParseNode | readonly (ParseNode | readonly ParseNode[])[];
  readonly tags?: readonly (boolean | readonly ParseNode[])[];
  readonly tag?: readonly ParseNode[];
  readonly attributes?: { readonly id?: string };
}

let katex: Katex | undefined;

/** KaTeX is loaded with the first formula. */
function loadKatex(): Katex {
  katex ??= createRequire(import.meta.url)("katex") as Katex;
  return katex;
}

function settings(displayMode: boolean, macros: Record<string, string>, throwOnError: boolean): KatexSettings {
  return {
    output: "mathml",
    displayMode,
    throwOnError,
    errorColor: UNKNOWN,
    strict: false,
    globalGroup: true,
    macros,
    // Stands in for \label; KaTeX writes nothing of it into MathML.
    trust: ({ command }) => command === "\\htmlId",
  };
}

/**
 * A formula, prepared for KaTeX (tex.ts), as KaTeX's tree of MathML.
 * @param macros KaTeX adds what the formula defines
 * @returns `unreadable` says why the formula cannot be read as it stands, where the tree shows unknown commands by their names
 * @throws ParseError where KaTeX cannot read it at all
 */
export function mathTree(tex: string, display: boolean, macros: Record<string, string>): Read<KatexNode> {
  const { __parse: parse, __renderToDomTree: render } = loadKatex();
  return readLeniently(tex, (text, isStrict) => {
    const given = settings(display, macros, isStrict);
    // What is not strict shows an error where it cannot be read.
    if (!isStrict) parse(text, given);
    return render(text, given);
  });
}

/** As `mathTree`, KaTeX's own tree of the formula. */
export function parseTree(tex: string, display: boolean, macros: Record<string, string>): Read<ParseNode[]> {
  return readLeniently(tex, (text, isStrict) => loadKatex().__parse(text, settings(display, macros, isStrict)));
}

interface Read<Tree> {
  readonly tree: Tree;
  readonly unreadable?: string;
}

/** Reads a formula as it stands, else as MathJax would, else with its unknown commands by their names. */
function readLeniently<Tree>(tex: string, read: (tex: string, isStrict: boolean) => Tree): Read<Tree> {
  try {
    return { tree: read(tex, true) };
  } catch (cause) {
    const mended = asMathJax(tex);
    try {
      if (mended !== tex) return { tree: read(mended, true) };
    } catch {
      // Said once, of what the author wrote.
    }
    return { tree: read(mended, false), unreadable: reason(cause) };
  }
}

/** KaTeX's own words for what it cannot read, without its place in a text that the author did not write. */
export function reason(cause: unknown): string {
  if (cause instanceof Error && "rawMessage" in cause && typeof cause.rawMessage === "string") return cause.rawMessage;
  return cause instanceof Error ? cause.message : String(cause);
}
