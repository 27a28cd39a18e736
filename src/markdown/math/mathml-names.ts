/** Spaces around the names of functions. */
import type { Content, Element } from "./mathml-tree.ts";

/** What carries indices: its first child is what they belong to. */
const SCRIPTS: ReadonlySet<string> = new Set(["msub", "msup", "msubsup", "munder", "mover", "munderover"]);

/** KaTeX marks the name of a function with it. */
const APPLICATION = "\u2061";

/**
 * A thin space between the name of a function and what stands beside it, brackets and signs left aside (The TeXbook, chapter 18):
 * MathML Core gives names none, and `n \log n` would read "nlog n".
 */
export function spaceNames(row: readonly Content[]): Content[] {
  const spaced: Content[] = [];
  for (let at = 0; at < row.length; ) {
    const length = nameLength(row, at);
    const next = row[at + length];
    if (length > 0 && isOperand(spaced.at(-1), /^[)\]}⟩]$/)) spaced.push(THIN);
    spaced.push(...row.slice(at, at + Math.max(length, 1)));
    if (length > 0 && isOperand(next, /^$/)) spaced.push(THIN);
    at += Math.max(length, 1);
  }
  return spaced;
}

const THIN: Element = { name: "mspace", attributes: { width: "0.1667em" }, children: [] };

/** How many elements the name of a function takes at a place of a row: 0 where there is none. */
function nameLength(row: readonly Content[], at: number): number {
  const element = row[at];
  if (typeof element !== "object") return 0;
  if (SCRIPTS.has(element.name)) {
    const [base] = element.children;
    return typeof base === "object" && textOf(base.children.at(-1)) === APPLICATION ? 1 : 0;
  }
  return textOf(row[at + 1]) === APPLICATION ? 2 : 0;
}

/** @param operators the operators that count as operands */
function isOperand(content: Content | undefined, operators: RegExp): boolean {
  if (typeof content !== "object" || content.name === "mspace") return false;
  return content.name !== "mo" || operators.test(textOf(content));
}

function textOf(content: Content | undefined): string {
  const text = typeof content === "object" ? content.children[0] : undefined;
  return typeof text === "string" ? text : "";
}
