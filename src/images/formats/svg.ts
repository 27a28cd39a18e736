/** SVG (SVG 2, "8.2 viewports"; CSS Images 3 for the size of one that is shown by `<img>`). */

import { withoutMark } from "../../byte-order-mark.ts";
import type { Bytes } from "../bytes.ts";
import type { Header } from "./header.ts";

/** Lengths in CSS px (CSS Values 4, "5.2 absolute lengths"; an em of the initial font). */
const UNITS: Readonly<Record<string, number>> = {
  "": 1,
  px: 1,
  pt: 4 / 3,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 9.6 / 2.54,
  q: 2.4 / 2.54,
  em: 16,
  rem: 16,
  ex: 8,
};

/** The root element stands within so many bytes, or the file is taken for none. */
const HEAD = 65_536;

/** The header of an SVG file; undefined where it is none. */
export function readSvg(bytes: Bytes): Header | undefined {
  const start = decode(bytes.at(0, HEAD)).replace(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>/g, "");
  const root =
    /^\s*(?:<!DOCTYPE\s+(?:\w+:)?svg\b[^[>]*(?:\[[\s\S]*?\]\s*)?>\s*)?<(?:\w+:)?svg(?=[\s>/])([^>"']*(?:"[^"]*"[^>"']*|'[^']*'[^>"']*)*)>/i.exec(
      start,
    );
  if (root === null) return undefined;
  const attribute = (name: string): string =>
    new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
      .exec(root[1] ?? "")
      ?.slice(1)
      .join("") ?? "";
  const [, , boxWidth = 0, boxHeight = 0] = attribute("viewBox")
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const ratio = boxWidth > 0 && boxHeight > 0 ? boxWidth / boxHeight : 0;
  const width = toPixels(attribute("width"));
  const height = toPixels(attribute("height"));
  const size =
    width === 0 && height === 0
      ? { width: ratio === 0 ? 0 : boxWidth, height: ratio === 0 ? 0 : boxHeight }
      : { width: width || height * ratio, height: height || (ratio === 0 ? 0 : width / ratio) };
  return { format: "svg", ...size, orientation: 1, animated: false, metadata: false, position: false };
}

function decode(start: Buffer): string {
  const [first, second] = start;
  return withoutMark(start.toString(first === 0xff && second === 0xfe ? "utf16le" : "utf8"));
}

/** 0 where the length hangs on what is around, or there is none. */
function toPixels(length: string): number {
  const [, number = "", unit = ""] = /^\s*\+?([\d.]+(?:e[+-]?\d+)?)\s*([a-z]*)\s*$/i.exec(length) ?? [];
  const pixels = Number(number) * (UNITS[unit.toLowerCase()] ?? 0);
  return Number.isFinite(pixels) ? pixels : 0;
}
