import { escapeHtml } from "../../html.ts";
import { mathLetters } from "./letters.ts";
import { classAttribute, cleanAttributes, needed } from "./mathml-attributes.ts";
import { spaceNames } from "./mathml-names.ts";
import type { Content, Element, KatexNode } from "./mathml-tree.ts";

/** A row of a numbered environment. */
export interface EquationRow {
  /** As shown, parentheses included; `undefined` for a row without a number. */
  readonly number: string | undefined;
  readonly label: string | undefined;
}

/** The id of an equation's row: MathJax's, so that links from elsewhere hold. */
export function equationId(label: string): string {
  return `mjx-eqn:${label.replace(/\s+/g, "_")}`;
}

/**
 * KaTeX's tree as markup fit for a page: without its span, its annotation and its name space, without style attributes; what only
 * MathML 3 knows and MathML Core does not (letter variants, alignment and width of cells, frames) becomes characters and classes:
 *
 * - `math-numbered` on the table of a numbered environment, whose cells `math-glue` share the free width and whose last is `math-number`;
 * - `math-left`, `math-right` on cells; `math-line-above`, `math-line-left` where a table has lines;
 * - `math-error` on the name of a command that nobody knows;
 * - `math-frame`, `math-strike-up`, `math-strike-down`, `math-bold` (text only), `math-heavy` (`\pmb`).
 *
 * @param rows what the cells for numbers say, in the order of the rows
 */
export function cleanMathML(tree: KatexNode, rows: readonly EquationRow[]): string {
  const queue = [...rows];
  return clean(tree, queue).map(serialize).join("");
}

/** Elements without a meaning of their own: KaTeX's wrapper, and what held the annotation. */
const TRANSPARENT: ReadonlySet<string> = new Set(["", "semantics"]);

function clean(node: KatexNode, rows: EquationRow[]): Content[] {
  if (node.text !== undefined) return [node.text];
  if (node.width !== undefined)
    return [{ name: "mspace", attributes: { width: `${round(node.width)}em` }, children: [] }];
  const name = node.type ?? "";
  const children = node.children ?? [];
  if (name === "annotation") return [];
  if (TRANSPARENT.has(name)) return children.flatMap((child) => clean(child, rows));
  if (name === "mtable") return [cleanTable(node, rows)];
  const cleaned = children.flatMap((child) => clean(child, rows));
  const content = ROWS.has(name) ? spaceNames(cleaned) : cleaned;
  // An empty one stays: it gives the operator after it a left side.
  if (name === "mrow" && content.length === 1 && typeof content[0] === "object") return content;
  // The content of a formula is a row in any case.
  const [row] = content;
  if (name === "math" && content.length === 1 && isBareRow(row))
    return [{ name, attributes: cleanAttributes(name, node.attributes ?? {}, []), children: row.children }];
  const variant = node.attributes?.mathvariant;
  const attributes = cleanAttributes(name, needed(node.attributes ?? {}, content), node.classes ?? []);
  const letters = variant && name !== "mtext" ? content.map((text) => lettersOf(text, variant)) : content;
  return [{ name: name === "menclose" ? "mrow" : name, attributes, children: letters }];
}

/** Elements whose content is a row of any length. */
const ROWS: ReadonlySet<string> = new Set(["math", "mrow", "mstyle", "msqrt", "mpadded", "mphantom", "menclose"]);

function isBareRow(content: Content | undefined): content is Element {
  if (typeof content !== "object" || content.name !== "mrow") return false;
  return content.children.length > 0 && Object.keys(content.attributes).length === 0;
}

function lettersOf(content: Content, variant: string): Content {
  return typeof content === "string" ? mathLetters(content, variant) : content;
}

function round(width: number): number {
  return Math.round(width * 10_000) / 10_000;
}

function cleanTable(table: KatexNode, rows: EquationRow[]): Element {
  const given = table.attributes ?? {};
  const children = table.children ?? [];
  const widths = given.width !== undefined;
  const numbered = widths || children.some((row) => row.children?.some(isGlue));
  const aligned = (given.columnalign ?? "").split(" ");
  const rowLines = (given.rowlines ?? "").split(" ");
  const columnLines = (given.columnlines ?? "").split(" ");
  const cells = (row: KatexNode) =>
    (row.children ?? []).filter((cell) => !isGlue(cell) && !isNumber(cell) && !isSpacer(cell));
  const content = children.map((row, y): Element => {
    const equation = numbered ? rows.shift() : undefined;
    const own = widths ? cells(row).slice(0, -1) : cells(row);
    const filled = own.map((cell, x): Element => {
      const classes = [
        ...sideOf(aligned[x] ?? aligned.at(-1)),
        ...(y > 0 && isLine(rowLines[y - 1] ?? rowLines.at(-1)) ? ["math-line-above"] : []),
        ...(x > 0 && isLine(columnLines[x - 1] ?? columnLines.at(-1)) ? ["math-line-left"] : []),
      ];
      return {
        name: "mtd",
        attributes: classAttribute(classes),
        children: (cell.children ?? []).flatMap((child) => clean(child, rows)),
      };
    });
    const id = equation?.label === undefined ? {} : { id: equationId(equation.label) };
    return { name: "mtr", attributes: id, children: numbered ? withNumber(filled, equation?.number) : filled };
  });
  const attributes = numbered ? { class: "math-numbered" } : {};
  return { name: "mtable", attributes, children: content };
}

function isGlue({ classes }: KatexNode): boolean {
  return classes?.includes("mtr-glue") ?? false;
}

function isNumber({ classes }: KatexNode): boolean {
  return classes?.includes("mml-eqn-num") ?? false;
}

/** The empty halves KaTeX puts around a formula with a `\tag` of its own. */
function isSpacer({ attributes }: KatexNode): boolean {
  return attributes?.width === "50%";
}

function isLine(line: string | undefined): boolean {
  return line === "solid" || line === "dashed";
}

function sideOf(side: string | undefined): readonly string[] {
  return side === "left" || side === "right" ? [`math-${side}`] : [];
}

function withNumber(cells: readonly Element[], number: string | undefined): readonly Element[] {
  const glue: Element = { name: "mtd", attributes: { class: "math-glue" }, children: [] };
  const text: Element[] = number === undefined ? [] : [{ name: "mtext", attributes: {}, children: [number] }];
  return [glue, ...cells, glue, { name: "mtd", attributes: { class: "math-number" }, children: text }];
}

function serialize(content: Content): string {
  if (typeof content === "string") return escapeHtml(content);
  const attributes = Object.entries(content.attributes)
    .map(([name, value]) => ` ${name}="${escapeHtml(value)}"`)
    .join("");
  return `<${content.name}${attributes}>${content.children.map(serialize).join("")}</${content.name}>`;
}
