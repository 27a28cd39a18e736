/** Cards: the same bytes everywhere, light, and right for any title. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, it } from "node:test";
import { inflateSync } from "node:zlib";
import { makers } from "../../src/disk/makers.ts";
import { drawCard } from "../../src/meta/card/draw.ts";
import { breakLines } from "../../src/meta/card/lines.ts";
import { coverageOf } from "../../src/meta/card/raster.ts";

const COLOURS = ["#fcfcfa", "#1b1d1f", "#575d63", "#0a5872"];
const WIDTH = 1200;
const HEIGHT = 630;

const recipe = (title: string, more: Readonly<Record<string, string>> = {}) => ({
  ...{ title, site: "Ann & Co", date: "November 16, 2025", host: "ann.example", colours: COLOURS },
  ...more,
});

async function card(title: string, more: Readonly<Record<string, string>> = {}): Promise<Buffer> {
  return Buffer.from(await drawCard(recipe(title, more)));
}

/** The chunks of a PNG by their types. */
function chunks(png: Buffer): Readonly<Record<string, Buffer>> {
  const found: Record<string, Buffer> = {};
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    found[png.toString("latin1", at + 4, at + 8)] = png.subarray(at + 8, at + 8 + length);
    at += 12 + length;
  }
  return found;
}

/** Whether each row has ink right of the stripe. */
function inked(png: Buffer): readonly boolean[] {
  const { IDAT = Buffer.alloc(0) } = chunks(png);
  const data = inflateSync(IDAT);
  const length = WIDTH / 2;
  const above = new Uint8Array(length);
  return Array.from({ length: HEIGHT }, (_, row) => {
    for (let at = 0; at < length; at++) above[at] = (above[at] ?? 0) + (data[row * (length + 1) + 1 + at] ?? 0);
    return above.subarray(8).some((byte) => byte !== 0);
  });
}

const rowsOfTitle = (png: Buffer): number => inked(png).slice(150, 510).filter(Boolean).length;
const hasLineAbove = (png: Buffer): boolean => inked(png).slice(80, 130).some(Boolean);

const long =
  "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore. ".repeat(2);
const CHINESE = "关于大型语言模型的高效系统：一些笔记，以及为什么“缓存”如此重要";

const titles: readonly (readonly [says: string, title: string])[] = [
  ["short", "A"],
  ["of 200 characters", long],
  ["of 2,000 characters", long.repeat(10)],
  ["one word that fits nowhere", "W".repeat(300)],
  ["Chinese", CHINESE],
  ["long Chinese", CHINESE.repeat(8)],
  ["Greek, Cyrillic, Vietnamese", "Ελληνικά, Русский, Đặng Thị"],
  ["with markup in it", "</text><script>alert(1)</script>"],
];

describe("card", () => {
  for (const [says, title] of titles)
    it(`is a PNG of 1200 × 630 and at most 25 kB: a title ${says}`, async () => {
      const png = await card(title);
      const { IHDR, PLTE } = chunks(png);
      assert.deepEqual([IHDR?.readUInt32BE(0), IHDR?.readUInt32BE(4), IHDR?.[8], IHDR?.[9]], [WIDTH, HEIGHT, 4, 3]);
      assert.equal(PLTE?.toString("hex", 0, 3), "fcfcfa");
      assert.ok((PLTE?.length ?? 0) <= 48);
      assert.ok(png.length <= 25_000, `${png.length} bytes`);
      assert.ok(rowsOfTitle(png) > 20);
      assert.ok(
        inked(png)
          .slice(585)
          .every((ink) => !ink),
      );
    });

  it("has the same bytes on every machine: to change them is to change the maker's version", async () => {
    const hash = createHash("sha256")
      .update(await card("About me"))
      .update(await card(CHINESE))
      .digest("hex");
    assert.deepEqual([makers.card?.version, hash.slice(0, 16)], ["1", "623a0b0c59a34cec"]);
  });

  it("does not depend on what was drawn before", async () => {
    const first = await card("First");
    await card(CHINESE);
    assert.deepEqual(await card("First"), first);
  });

  it("differs by each of its parts", async () => {
    const others = [{}, { site: "B" }, { date: "" }, { date: "2024" }].map((more) => card("T", more));
    assert.equal(new Set((await Promise.all(others)).map((png) => png.toString("base64"))).size, 4);
  });

  it("leaves out an emoji, which no face has", async () => {
    assert.deepEqual(await card("A 🎉 b"), await card("A b"));
  });

  it("shows the site's name where a letter of the title cannot be written", async () => {
    const png = await card("مرحبا بالعالم");
    assert.deepEqual(png, await card("Ann & Co", { site: "Ann & Co" }));
    assert.equal(hasLineAbove(png), false);
    assert.equal(hasLineAbove(await card("Hello")), true);
  });

  it("shows the host where the site's name cannot be written either", async () => {
    assert.deepEqual(
      await card("한국어", { site: "العالم", date: "" }),
      await card("ann.example", { site: "", date: "" }),
    );
  });
});

describe("lines", () => {
  const cases: readonly (readonly [says: string, text: string, width: number, lines: readonly string[]])[] = [
    ["one line stays one", "a b c", 5, ["a b c"]],
    ["lines are alike in length", "aaaa bbbb cc", 10, ["aaaa", "bbbb cc"]],
    ["a word that is too long is broken", "aaaaaa", 4, ["aaaa", "aa"]],
    ["Chinese breaks anywhere", "中文中文", 3, ["中文", "中文"]],
    ["but before no comma", "中文，文", 3, ["中文，", "文"]],
    ["and after no opening bracket", "中（文文", 2, ["中", "（文", "文"]],
    ["Chinese and English part", "用CPU", 3, ["用", "CPU"]],
  ];
  for (const [says, text, width, lines] of cases)
    it(says, () =>
      assert.deepEqual(
        breakLines(text, width, ({ length }) => length),
        lines,
      ),
    );
});

describe("outlines", () => {
  const square = (size: number) =>
    [
      { type: "M", x: 0, y: 0 },
      { type: "L", x: 0, y: size },
      { type: "L", x: size, y: size },
      { type: "L", x: size, y: 0 },
      { type: "Z" },
    ] as const;
  const area = (pixels: Float64Array) => pixels.reduce((sum, pixel) => sum + pixel, 0);

  it("cover a pixel by the part of it that lies inside", () => {
    const { pixels, width, top } = coverageOf(square(2.5), 1);
    assert.equal(top, -3);
    assert.deepEqual([...pixels.subarray(0, 3)], [0.5, 0.5, 0.25]);
    assert.deepEqual([...pixels.subarray(width, width + 3)], [1, 1, 0.5]);
    assert.equal(area(pixels), 6.25);
  });

  it("have curves", () => {
    const { pixels } = coverageOf(
      [{ type: "M", x: 0, y: 0 }, { type: "Q", x1: 10, y1: 20, x: 20, y: 0 }, { type: "Z" }],
      1,
    );
    // A parabola's segment: two thirds of its triangle.
    assert.ok(Math.abs(area(pixels) - (2 / 3) * 200) < 3, String(area(pixels)));
  });
});
