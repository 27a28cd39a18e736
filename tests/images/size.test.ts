/** How large an image is shown, which widths are made of it, and when it is loaded. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Fold } from "../../src/images/fold.ts";
import { chooseWidths, type Size, shownSize, sourceSet } from "../../src/images/size.ts";

const COLUMN = { width: 640, gutters: 40 };
const NATURAL = { width: 1000, height: 500 };

const SHOWN: readonly (readonly [string, Parameters<typeof shownSize>[0], Size | undefined])[] = [
  ["nothing given: its own size", {}, NATURAL],
  ["a width scales the height", { width: "300" }, { width: 300, height: 150 }],
  ["a height scales the width", { height: "100" }, { width: 200, height: 100 }],
  ["both are respected, right or wrong", { width: "300", height: "300" }, { width: 300, height: 300 }],
  ["per cent are of the column", { width: "50%" }, { width: 320, height: 160 }],
  ["a unit counts as px, as browsers read it", { width: "300px" }, { width: 300, height: 150 }],
  ["auto says nothing", { width: "100%", height: "auto" }, { width: 640, height: 320 }],
  ["zero and rubbish say nothing", { width: "0", height: "x" }, NATURAL],
  ["a style's width", { style: "width: 200px; border: 0" }, { width: 200, height: 100 }],
  ["a style's width in per cent rules by itself", { style: "width:50%" }, NATURAL],
  ["a style's height", { style: "height:100px" }, { width: 200, height: 100 }],
  ["a style's highest height", { style: "max-height: 250px" }, { width: 500, height: 250 }],
  ["a style's highest height above its own", { style: "max-height: 900px" }, NATURAL],
  ["a style's largest width needs no number", { style: "max-width: 250px" }, NATURAL],
  ["a height in em alone: any number would distort", { style: "height: 3em" }, undefined],
];
for (const [what, given, size] of SHOWN) test(what, () => assert.deepEqual(shownSize(given, NATURAL, COLUMN), size));

const WIDTHS: readonly (readonly [string, number, number, readonly number[]])[] = [
  ["a photograph in the column", 4000, 4000, [480, 800, 1400]],
  ["hardly wider than the widest", 1500, 1500, [480, 800, 1400]],
  ["between two steps", 1000, 1000, [480, 800, 1000]],
  ["a step that is hardly smaller is left out", 900, 900, [480, 900]],
  ["a little wider than the column", 700, 700, [480, 700]],
  ["narrower than the column", 600, 600, [480, 600]],
  ["small: not multiplied", 400, 400, [400]],
  ["a portrait: the pixels of two screens", 160, 1200, [160, 320]],
  ["a portrait that has no more", 160, 160, [160]],
  ["half the column", 500, 3000, [480, 800, 1000]],
  ["shown larger than it is", 640, 300, [300]],
];
for (const [what, wide, own, chosen] of WIDTHS)
  test(`widths: ${what}`, () => assert.deepEqual(chooseWidths(wide, own, COLUMN), chosen));

test("candidates by width, with the room they get; by density where every phone has the room", () => {
  const candidates = [
    { url: "a", width: 160 },
    { url: "b", width: 320 },
  ];
  assert.deepEqual(sourceSet(candidates, 160, COLUMN), { srcset: "a 1x, b 2x", sizes: "" });
  assert.deepEqual(sourceSet(candidates, 500, COLUMN), {
    srcset: "a 160w, b 320w",
    sizes: "(min-width: 540px) 500px, calc(100vw - 40px)",
  });
  assert.deepEqual(sourceSet(candidates, 3000, COLUMN).sizes, "(min-width: 680px) 640px, calc(100vw - 40px)");
});

test("the first large image on the screen is first, others there are above, the rest below", () => {
  const page = (text: string): { html: string; start: number } => {
    const html = `<title>long ${"x".repeat(9000)}</title><main>${text}<img>`;
    return { html, start: html.length - 5 };
  };
  const mainStart = page("").html.indexOf("<main");
  const place = (text: string, size: Size | undefined): string => {
    const { html, start } = page(text);
    return new Fold(html, mainStart).next(start, size);
  };
  assert.equal(place("<p>Short.</p>", NATURAL), "first");
  assert.equal(place("<p>Short.</p>", { width: 160, height: 200 }), "small", "a portrait");
  assert.equal(place(`<p>${"Many words. ".repeat(200)}</p>`, { width: 160, height: 200 }), "below", "a small one");
  assert.equal(place("<p>Short.</p>", undefined), "above", "of no known size");
  assert.equal(place(`<p class="${"x".repeat(5000)}">Short.</p>`, NATURAL), "first", "markup takes no room");
  assert.equal(place(`<p>${"Many words. ".repeat(200)}</p>`, NATURAL), "below");
  const { html, start } = page("");
  const fold = new Fold(html, mainStart);
  const tall = { width: 600, height: 900 };
  assert.deepEqual(
    [0, 1, 2].map(() => fold.next(start, tall)),
    ["first", "above", "below"],
  );
});
