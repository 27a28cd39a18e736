/** The site's icon in every form, from a picture or an emoji. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import sharp from "sharp";
import { drawEmoji, drawIcon } from "../../src/meta/draw-icon.ts";
import { built } from "../support/built.ts";
import { type Files, root } from "../support/site.ts";

const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><circle cx="5" cy="5" r="5" fill="#c00"/></svg>\n';

async function links(config: string, files: Files = {}): Promise<readonly string[]> {
  const site = await built({ "_config.yml": `title: T\nbaseurl: /r\n${config}\n`, ...files });
  return [...site.page("index.html").matchAll(/<link rel="(?:icon|apple-touch-icon)"[^>]*>/g)].map(([link]) =>
    link
      .replace("<link rel=", "")
      .replaceAll('"', "")
      .replace(/icons\/[\w-]{12}/, "icons/KEY")
      .replace(/ ?\/?>$/, ""),
  );
}

const THEME = [
  "icon href=/r/favicon.ico sizes=32x32",
  "icon href=/r/favicon.svg type=image/svg+xml",
  "apple-touch-icon href=/r/apple-touch-icon.png",
];

const CASES: readonly (readonly [says: string, config: string, files: Files, links: readonly string[]])[] = [
  ["the theme's where the site has none", "", {}, THEME],
  [
    "an SVG of the site, and what is made from it",
    "",
    { "favicon.svg": SVG },
    [
      "icon href=/r/assets/icons/KEY.ico sizes=32x32",
      "icon href=/r/favicon.svg type=image/svg+xml",
      "apple-touch-icon href=/r/assets/icons/KEY.png",
    ],
  ],
  [
    "al-folio's icon, a file of assets/img",
    "icon: me.svg",
    { "assets/img/me.svg": SVG },
    [
      "icon href=/r/assets/icons/KEY.ico sizes=32x32",
      "icon href=/r/assets/img/me.svg type=image/svg+xml",
      "apple-touch-icon href=/r/assets/icons/KEY.png",
    ],
  ],
  ["an emoji", "icon: ⚛️", {}, ["icon href=/r/assets/icons/KEY.svg type=image/svg+xml"]],
  [
    "a picture of another kind",
    "icon: me.png",
    { "assets/img/me.png": "x", "apple-touch-icon.png": "x" },
    ["icon href=/r/assets/img/me.png", "apple-touch-icon href=/r/apple-touch-icon.png"],
  ],
  ["a file that is not there: the theme's", "icon: none.svg", {}, THEME],
];

describe("icons", () => {
  for (const [says, config, files, expected] of CASES)
    it(`are ${says}`, async () => {
      assert.deepEqual(await links(config, files), expected);
    });

  it("need no link where browsers look for them anyway", async () => {
    const site = await built({ "_config.yml": "title: T\n" });
    assert.ok(!site.page("index.html").includes("favicon.ico"));
  });

  it("of the theme lie beside it as they would be made", async () => {
    const recipe = (form: string) => ({ from: join(root, "public/favicon.svg"), form });
    for (const [form, file] of [
      ["ico", "favicon.ico"],
      ["png", "apple-touch-icon.png"],
    ] as const)
      assert.deepEqual(Buffer.from(await drawIcon(recipe(form), "")), readFileSync(join(root, "public", file)));
  });

  it("are pictures of the right size", async () => {
    const { width, height, hasAlpha } = await sharp(readFileSync(join(root, "public/apple-touch-icon.png"))).metadata();
    assert.deepEqual([width, height, hasAlpha], [180, 180, false]);
    const ico = readFileSync(join(root, "public/favicon.ico"));
    assert.deepEqual([ico.readUInt16LE(2), ico.readUInt16LE(4), ico[6], ico[7]], [1, 1, 32, 32]);
    assert.equal((await sharp(ico.subarray(ico.readUInt32LE(18))).metadata()).width, 32);
  });

  it("of an emoji are text of an SVG, whatever is written", () => {
    const text = Buffer.from(drawEmoji({ emoji: "<b>&" })).toString();
    assert.ok(text.includes("&#60;b&#62;&#38;</text>"));
  });
});
