/** Typograms: a picture of characters as lines, corners, arrows and dots (google.github.io/typograms). */
import { escapeHtml } from "../../html.ts";

/** Pixels of one character. */
const [cellWidth, cellHeight] = [10, 18];

type Look = (column: number, row: number) => string;

/** Never throws: whatever is no line is text. */
export function draw(source: string): string {
  const rows = source
    .replace(/\n+$/, "")
    .split("\n")
    .map((line) => [...line.replaceAll("\t", "    ")]);
  const at: Look = (column, row) => rows[row]?.[column] ?? " ";
  const width = Math.max(1, ...rows.map((row) => row.length)) * cellWidth;
  const height = Math.max(1, rows.length) * cellHeight;
  const lines: string[] = [];
  const marks: string[] = [];
  const texts: string[] = [];
  const write = (text: string, x: number, y: number): void => {
    if (text.trim() === "") return;
    const length = [...text].length * cellWidth;
    texts.push(
      `<text x="${x * cellWidth}" y="${y * cellHeight + 13}" textLength="${length}">${escapeHtml(text)}</text>`,
    );
  };
  rows.forEach((row, y) => {
    for (let x = 0; x < row.length; x++) {
      const quoted = /^"[^"]*"/.exec(row.slice(x).join(""))?.[0];
      // Between quotes nothing is a line.
      if (quoted !== undefined) {
        write(quoted.slice(1, -1), x + 1, y);
        x += [...quoted].length - 1;
        continue;
      }
      const drawn = drawCell(row[x] ?? " ", x, y, at);
      if (drawn !== undefined) {
        lines.push(drawn.line);
        marks.push(drawn.mark ?? "");
        continue;
      }
      const end = textEnd(row, x, y, at);
      write(row.slice(x, end).join(""), x, y);
      x = end - 1;
    }
  });
  return (
    `<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">` +
    `<path d="${lines.join("")}" fill="none" stroke="#000" stroke-width="1.5" stroke-linecap="round"/>` +
    `${marks.join("")}<g font-family="monospace" font-size="14">${texts.join("")}</g></svg>`
  );
}

/** Where a text that begins at `x` ends: at a line, a quote, or two spaces. */
function textEnd(row: readonly string[], x: number, y: number, at: Look): number {
  let end = x + 1;
  while (end < row.length) {
    const next = row[end] ?? " ";
    if (next === '"' || drawCell(next, end, y, at) !== undefined) break;
    if (next === " " && (row[end + 1] ?? " ") === " ") break;
    end += 1;
  }
  return end;
}

const isHorizontal = (c: string): boolean => "-+*o<>.'".includes(c) && c !== " ";
const isVertical = (c: string): boolean => "|+*o^v.'".includes(c) && c !== " ";

/** A character's cell: its edges and its middle in px, and where a line may come from. */
interface Cell {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly middle: number;
  readonly centre: number;
  readonly west: boolean;
  readonly east: boolean;
  readonly north: boolean;
  readonly south: boolean;
}

function cellAt(x: number, y: number, at: Look): Cell {
  const [left, top] = [x * cellWidth, y * cellHeight];
  return {
    left,
    right: left + cellWidth,
    top,
    bottom: top + cellHeight,
    middle: left + cellWidth / 2,
    centre: top + cellHeight / 2,
    west: isHorizontal(at(x - 1, y)),
    east: isHorizontal(at(x + 1, y)),
    north: isVertical(at(x, y - 1)),
    south: isVertical(at(x, y + 1)),
  };
}

/** Lines from the middle of a cell to all sides on which another begins. */
function arms({ left, right, top, bottom, middle, centre, west, east, north, south }: Cell): string {
  return (
    (west ? `M${left} ${centre}H${middle}` : "") +
    (east ? `M${middle} ${centre}H${right}` : "") +
    (north ? `M${middle} ${top}V${centre}` : "") +
    (south ? `M${middle} ${centre}V${bottom}` : "")
  );
}

interface Drawn {
  readonly line: string;
  readonly mark?: string;
}

/** What a character draws; undefined where it is text. */
function drawCell(character: string, x: number, y: number, at: Look): Drawn | undefined {
  return DRAWING[character]?.(cellAt(x, y, at));
}

const isAlone = ({ west, east, north, south }: Cell): boolean => !(west || east || north || south);

const DRAWING: Readonly<Record<string, (cell: Cell) => Drawn | undefined>> = {
  "-": (cell) => (isAlone(cell) ? undefined : { line: `M${cell.left} ${cell.centre}H${cell.right}` }),
  _: ({ left, right, bottom }) => ({ line: `M${left} ${bottom - 2}H${right}` }),
  "|": ({ middle, top, bottom }) => ({ line: `M${middle} ${top}V${bottom}` }),
  "/": ({ left, right, top, bottom }) => ({ line: `M${left} ${bottom}L${right} ${top}` }),
  "\\": ({ left, right, top, bottom }) => ({ line: `M${left} ${top}L${right} ${bottom}` }),
  "+": (cell) => (isAlone(cell) ? undefined : { line: arms(cell) }),
  ".": (cell) => (cell.south && (cell.west || cell.east) ? { line: arms(cell) } : undefined),
  "'": (cell) => (cell.north && (cell.west || cell.east) ? { line: arms(cell) } : undefined),
  "*": (cell) => ({ line: arms(cell), mark: circle(cell, 'fill="#000"') }),
  o: (cell) =>
    isAlone(cell)
      ? undefined
      : { line: arms(cell), mark: circle(cell, 'fill="#fff" stroke="#000" stroke-width="1.5"') },
  ">": ({ left, middle, centre, west }) =>
    west ? arrow(`M${left} ${centre}H${middle}`, middle, centre, [-4, -5, 5, 0, -4, 5]) : undefined,
  "<": ({ right, middle, centre, east }) =>
    east ? arrow(`M${middle} ${centre}H${right}`, middle, centre, [4, -5, -5, 0, 4, 5]) : undefined,
  "^": ({ bottom, middle, centre, south }) =>
    south ? arrow(`M${middle} ${centre}V${bottom}`, middle, centre, [-5, 4, 0, -5, 5, 4]) : undefined,
  v: ({ top, middle, centre, north, east, west }) =>
    north && !east && !west ? arrow(`M${middle} ${top}V${centre}`, middle, centre, [-5, -4, 0, 5, 5, -4]) : undefined,
};

function circle({ middle, centre }: Cell, paint: string): string {
  return `<circle cx="${middle}" cy="${centre}" r="4" ${paint}/>`;
}

/** @param points of its head, from the middle of the cell, in px */
function arrow(
  line: string,
  x: number,
  y: number,
  points: readonly [number, number, number, number, number, number],
): Drawn {
  const [a, b, c, d, e, f] = points;
  return { line, mark: `<path d="M${x + a} ${y + b}L${x + c} ${y + d}L${x + e} ${y + f}Z" fill="#000"/>` };
}
