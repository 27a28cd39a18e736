import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { root } from "../support/site.ts";

const css = readFileSync(join(root, "public/css/main.css"), "utf8");

/** The colours of :root as [light, dark], by name. */
const colours = new Map(
  [...css.matchAll(/--([a-z]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
    ([, name = "", light = "", dark = ""]) => [name, [light, dark] as const] as const,
  ),
);

/** Relative luminance, 0 to 1 (WCAG 2.2). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast of two colours, 1 to 21 (WCAG 2.2). */
function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

describe("stylesheet", () => {
  const pairs: readonly (readonly [name: string, on: string, least: number])[] = [
    ["text", "paper", 7],
    ["text", "surface", 7],
    ["muted", "paper", 5],
    ["accent", "paper", 7],
    ...["keyword", "string", "comment", "number", "type", "accent"].map((name) => [name, "surface", 5] as const),
  ];
  for (const [name, on, least] of pairs)
    for (const scheme of [0, 1] as const)
      it(`${name} on ${on} has a contrast of ${least}, ${scheme === 0 ? "light" : "dark"}`, () => {
        const [colour, ground] = [colours.get(name), colours.get(on)];
        assert.ok(colour && ground);
        const found = contrast(colour[scheme], ground[scheme]);
        assert.ok(found >= least, `${found.toFixed(2)}`);
      });

  it("knows how black stands on white", () => assert.equal(contrast("#000000", "#ffffff"), 21));

  it("loads nothing", () => assert.doesNotMatch(css, /url\(|@import/));
});
