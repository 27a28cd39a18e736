import type { Formula } from "../options.ts";
import { type ParseNode, parseTree } from "./katex.ts";
import type { EquationRow } from "./mathml.ts";
import { DEFINES, inLine, katexMacros, type Macros, prepare } from "./tex.ts";

/** What the formulas of a page know of each other. */
export interface Equations {
  /** Rows of the numbered environments, one list for each formula of the page. */
  readonly rows: readonly (readonly EquationRow[])[];
  /** `\label` to the number shown, without parentheses. */
  readonly labels: ReadonlyMap<string, string>;
}

/** Numbers the equations of a page and finds their labels. A formula that KaTeX cannot read has no rows; rendering it tells why. */
export function readEquations(formulas: readonly Formula[], macros: Macros): Equations {
  const known = katexMacros(macros);
  const labels = new Map<string, string>();
  const rows: EquationRow[][] = [];
  let last = 0;
  for (const { tex, display } of formulas) {
    const found: EquationRow[] = [];
    rows.push(found);
    // Everything else neither counts nor defines anything.
    if (!DEFINES.test(tex) && !/\\(?:begin|tag|label)\b/.test(tex)) continue;
    for (const { tag, names } of parseRows(tex, display, known)) {
      const number = tag === "next" ? String(++last) : tag;
      const text = number === undefined ? undefined : /^\*/.test(number) ? number.slice(1) : `(${number})`;
      for (const name of names) {
        if (number !== undefined) labels.set(name, number.replace(/^\*/, ""));
      }
      found.push({ number: text, label: number === undefined ? undefined : names[0] });
    }
  }
  return { rows, labels };
}

/** `next`: takes the next number; `undefined`: has none; else what `\tag` says, after a `*` for `\tag*`. */
interface ParsedRow {
  readonly tag: string | undefined;
  readonly names: readonly string[];
}

function parseRows(tex: string, display: boolean, macros: Record<string, string>): ParsedRow[] {
  try {
    const { tree } = parseTree(prepare(display ? tex : inLine(tex), new Map()), display, macros);
    return tree.flatMap(rowsOf);
  } catch {
    return [];
  }
}

function rowsOf(node: ParseNode): ParsedRow[] {
  if (node.type === "tag") return [{ tag: tagText(node.tag ?? []), names: labelsIn(node) }];
  const { tags, body } = node;
  if (node.type !== "array" || !tags?.some(Boolean)) return childrenOf(node).flatMap(rowsOf);
  return tags.map((tag, row) => ({
    tag: typeof tag === "boolean" ? (tag ? "next" : undefined) : tagText(tag),
    names: Array.isArray(body) ? [body[row] ?? []].flat().flatMap(labelsIn) : [],
  }));
}

function labelsIn(node: ParseNode): string[] {
  const own = node.type === "html" && node.attributes?.id !== undefined ? [node.attributes.id] : [];
  return [...own, ...childrenOf(node).flatMap(labelsIn)];
}

function childrenOf({ body }: ParseNode): readonly ParseNode[] {
  if (body === undefined) return [];
  return Array.isArray(body) ? body.flat() : [body as ParseNode];
}

/** KaTeX has put the parentheses of `\tag` already. */
function tagText(tag: readonly ParseNode[]): string {
  const text = tag.map(textOf).join("");
  return /^\(.*\)$/.test(text) ? text.slice(1, -1) : `*${text}`;
}

function textOf(node: ParseNode): string {
  return (node.text ?? "") + childrenOf(node).map(textOf).join("");
}
