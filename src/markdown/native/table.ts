import type { Token } from "markdown-it";
import { BLOCK_ELEMENTS } from "../html-names.ts";
import { createToken } from "../token.ts";
import { createPart, elementName, type Part } from "./parts.ts";

const isCell = (part: Part): boolean => elementName(part) === "th" || elementName(part) === "td";

/** Whether a table of HTML says no more than one of Markdown's can: lines of text in rows of one length and one alignment. */
export function isSimpleTable(table: Part): boolean {
  const rows = descendants(table, (part) => elementName(part) === "tr").map(({ children }) => children.filter(isCell));
  const [first = []] = rows;
  const alignments = JSON.stringify(first.map(({ token }) => alignmentOf(token)));
  return (
    descendants(table, isCell).every(holdsLines) &&
    rows.every(
      (cells) =>
        cells.length === first.length && JSON.stringify(cells.map(({ token }) => alignmentOf(token))) === alignments,
    ) &&
    !/justify|inherit/.test(alignments) &&
    (hasRowsOf(table, "td") || hasSections(table))
  );
}

/** The parts in a part that are wanted; none is looked for inside of one that is. */
function descendants(part: Part, isWanted: (part: Part) => boolean): Part[] {
  return part.children.flatMap((child) => (isWanted(child) ? [child] : descendants(child, isWanted)));
}

function holdsLines(part: Part): boolean {
  return part.children.every((child) => !BLOCK_ELEMENTS.has(elementName(child)) && holdsLines(child));
}

function alignmentOf(token: Token): string {
  return /text-align:\s+(center|left|right|justify|inherit)/.exec(String(token.attrGet("style") ?? ""))?.[1] ?? "";
}

const isTextOr = (name: string) => (part: Part) => part.kind === "text" || elementName(part) === name;

function hasRowsOf(part: Part, cell: string): boolean {
  return part.children.every((row) => isTextOr("tr")(row) && row.children.every(isTextOr(cell)));
}

function hasSections({ children }: Part): boolean {
  const cells: Readonly<Record<string, string>> = { thead: "th", tfoot: "td", tbody: "td" };
  const fits = (part: Part): boolean => {
    const cell = cells[elementName(part)];
    return part.kind === "text" || (cell !== undefined && hasRowsOf(part, cell));
  };
  return children.every(fits) && children.some((part) => elementName(part) === "tbody");
}

/** The parts of a simple table, which are Markdown's by now, as Markdown's table has them. */
export function makeTable(table: Part): void {
  table.children = table.children.filter(({ kind }) => kind !== "html");
  if (table.children[0]?.token.type === "table_row_open") {
    const body = createPart("native", createToken("table_section_open", "tbody", 1), "");
    body.children = table.children;
    table.children = [body];
  }
  for (const section of table.children) {
    for (const row of section.children) for (const cell of row.children) alignCell(cell, section.token.tag);
  }
}

function alignCell({ token }: Part, section: string): void {
  if (token.type !== "table_cell_open") return;
  token.tag = section === "thead" ? "th" : "td";
  const style = token.attrGet("style");
  if (style === null) return;
  const alignment = alignmentOf(token);
  const rest = String(style).replace(/(?:;\s*)?text-align:\s+(?:center|left|right)/, "");
  const added = alignment === "" ? "" : `text-align: ${alignment}`;
  if (rest.trim() !== "") token.attrSet("style", added === "" ? rest : `${rest}; ${added}`);
  else {
    token.attrs = token.attrs?.filter(([name]) => name !== "style") ?? null;
    if (added !== "") token.attrPush(["style", added]);
  }
}
