/**
 * Outlines to grey pixels. Written in plain arithmetic, which gives the same result on every machine; a graphics library's
 * pixels, and a compressor's bytes, differ between processors and versions.
 */
import type { Command } from "opentype.js";

/** How much of each pixel a shape covers, 0 to 1, row by row. `left` and `top` say where it stands beside the glyph's origin. */
export interface Coverage {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly pixels: Float64Array;
}

/** A curve becomes this many lines: at the sizes of a card nobody sees a corner. */
const LINES_PER_CURVE = 8;

type Point = readonly [x: number, y: number];

/** @param scale px for each unit of the outline, whose y points upwards */
export function coverageOf(outline: readonly Command[], scale: number): Coverage {
  const contours = contoursOf(outline, scale);
  const points = contours.flat();
  const left = Math.floor(Math.min(0, ...points.map(([x]) => x)));
  const top = Math.floor(Math.min(0, ...points.map(([, y]) => y)));
  const width = Math.ceil(Math.max(0, ...points.map(([x]) => x))) - left + 1;
  const height = Math.ceil(Math.max(0, ...points.map(([, y]) => y))) - top + 1;
  const changes = new Float64Array(width * height + 1);
  for (const contour of contours)
    contour.forEach(([x, y], index) => {
      const [x0, y0] = contour.at(index - 1) ?? [x, y];
      addLine(changes, width, [x0 - left, y0 - top], [x - left, y - top]);
    });
  return { left, top, width, height, pixels: summed(changes, width, height) };
}

/** Closed lines, in px, y downwards. */
function contoursOf(outline: readonly Command[], scale: number): readonly (readonly Point[])[] {
  const contours: Point[][] = [];
  const at = (x: number, y: number): Point => [x * scale, -y * scale];
  for (const command of outline) {
    if (command.type === "Z") continue;
    const end = at(command.x, command.y);
    const contour = contours.at(-1);
    const start = contour?.at(-1);
    if (command.type === "M" || contour === undefined || start === undefined) contours.push([end]);
    else if (command.type === "L") contour.push(end);
    else if (command.type === "Q") contour.push(...curve([start, at(command.x1, command.y1), end]));
    else contour.push(...curve([start, at(command.x1, command.y1), at(command.x2, command.y2), end]));
  }
  return contours;
}

/** Points of a Bézier curve of any degree, its start excepted (de Casteljau). */
function curve(control: readonly Point[]): readonly Point[] {
  return Array.from({ length: LINES_PER_CURVE }, (_, index) => {
    const t = (index + 1) / LINES_PER_CURVE;
    let points = control;
    while (points.length > 1)
      points = points.slice(1).map(([x, y], i): Point => {
        const [x0, y0] = points[i] ?? [x, y];
        return [x0 + (x - x0) * t, y0 + (y - y0) * t];
      });
    return points[0] ?? [0, 0];
  });
}

/**
 * Adds what a line changes in the coverage of the pixels right of it: in each row the height that it crosses, shared between
 * the pixels by the area it leaves in each.
 */
function addLine(changes: Float64Array, width: number, from: Point, to: Point): void {
  if (from[1] === to[1]) return;
  const direction = from[1] < to[1] ? 1 : -1;
  const [[x0, y0], [x1, y1]] = direction === 1 ? [from, to] : [to, from];
  const slope = (x1 - x0) / (y1 - y0);
  for (let row = Math.floor(y0); row < y1; row++) {
    const top = Math.max(row, y0);
    const bottom = Math.min(row + 1, y1);
    if (bottom > top)
      addRow(changes, row * width, (bottom - top) * direction, x0 + (top - y0) * slope, x0 + (bottom - y0) * slope);
  }
}

/** One row of a line, between two x: a part of `height` for each pixel that it passes, by how far in that pixel it lies. */
function addRow(changes: Float64Array, row: number, height: number, a: number, b: number): void {
  const [low, high] = a < b ? [a, b] : [b, a];
  const first = Math.floor(low);
  const last = Math.floor(high);
  for (let pixel = first; pixel <= last; pixel++) {
    const start = Math.max(low, pixel);
    const end = Math.min(high, pixel + 1);
    const share = first === last ? height : (height * (end - start)) / (high - low);
    const covered = pixel + 1 - (start + end) / 2;
    changes[row + pixel] = (changes[row + pixel] ?? 0) + share * covered;
    changes[row + pixel + 1] = (changes[row + pixel + 1] ?? 0) + share * (1 - covered);
  }
}

function summed(changes: Float64Array, width: number, height: number): Float64Array {
  const pixels = new Float64Array(width * height);
  let sum = 0;
  for (let index = 0; index < pixels.length; index++) {
    sum += changes[index] ?? 0;
    pixels[index] = Math.min(1, Math.abs(sum));
  }
  return pixels;
}
