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

/** What a character draws; undefined where it is text. */
function drawCell(
  character: string,
  x: number,
  y: number,
  at: Look,
): { readonly line: string; readonly mark?: string } | undefined {
  const [left, top] = [x * cellWidth, y * cellHeight];
  const [middle, centre] = [left + cellWidth / 2, top + cellHeight / 2];
  const west = isHorizontal(at(x - 1, y));
  const east = isHorizontal(at(x + 1, y));
  const north = isVertical(at(x, y - 1));
  const south = isVertical(at(x, y + 1));
  const alone = !(west || east || north || south);
  const arms =
    (west ? `M${left} ${centre}H${middle}` : "") +
    (east ? `M${middle} ${centre}H${left + cellWidth}` : "") +
    (north ? `M${middle} ${top}V${centre}` : "") +
    (south ? `M${middle} ${centre}V${top + cellHeight}` : "");
  switch (character) {
    case "-":
      return alone ? undefined : { line: `M${left} ${centre}H${left + cellWidth}` };
    case "_":
      return { line: `M${left} ${top + cellHeight - 2}H${left + cellWidth}` };
    case "|":
      return { line: `M${middle} ${top}V${top + cellHeight}` };
    case "/":
      return { line: `M${left} ${top + cellHeight}L${left + cellWidth} ${top}` };
    case "\\":
      return { line: `M${left} ${top}L${left + cellWidth} ${top + cellHeight}` };
    case "+":
      return alone ? undefined : { line: arms };
    case ".":
    case "'":
      return (character === "." ? south : north) && (west || east) ? { line: arms } : undefined;
    case "*":
      return { line: arms, mark: `<circle cx="${middle}" cy="${centre}" r="4" fill="#000"/>` };
    case "o":
      return alone
        ? undefined
        : {
            line: arms,
            mark: `<circle cx="${middle}" cy="${centre}" r="4" fill="#fff" stroke="#000" stroke-width="1.5"/>`,
          };
    case ">":
      return west ? arrow(`M${left} ${centre}H${middle}`, middle, centre, [-4, -5, 5, 0, -4, 5]) : undefined;
    case "<":
      return east ? arrow(`M${middle} ${centre}H${left + cellWidth}`, middle, centre, [4, -5, -5, 0, 4, 5]) : undefined;
    case "^":
      return south
        ? arrow(`M${middle} ${centre}V${top + cellHeight}`, middle, centre, [-5, 4, 0, -5, 5, 4])
        : undefined;
    case "v":
      return north && !east && !west
        ? arrow(`M${middle} ${top}V${centre}`, middle, centre, [-5, -4, 0, 5, 5, -4])
        : undefined;
    default:
      return undefined;
  }
}

function arrow(line: string, x: number, y: number, [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0]: readonly number[]) {
  return { line, mark: `<path d="M${x + a} ${y + b}L${x + c} ${y + d}L${x + e} ${y + f}Z" fill="#000"/>` };
}
