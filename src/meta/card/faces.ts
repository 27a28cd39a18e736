/** The type of the cards: font files that come with the package, so that no card depends on what a machine has. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import opentype, { type Font, type Glyph } from "opentype.js";
import { packageRoot } from "../../paths.ts";

const folder = join(packageRoot, "src/meta/card/fonts");

interface FontFile {
  readonly name: string;
  /** What it may hold: a file is read when a text has such a character. */
  readonly holds: RegExp;
}

/** What the parts of a Source family hold, by the names that they have in their package. */
const PARTS: readonly (readonly [string, RegExp])[] = [
  ["latin", /[\u0020-\u00ff\u0131\u0152\u0153\u2000-\u206f\u20ac\u2122\u2191-\u2215]/],
  ["latin-ext", /[\u0100-\u02ff\u1d00-\u1dbf\u1e00-\u1eff\u20a0-\u20c4\u2113\u2c60-\ua7ff]/],
  ["greek", /\p{Script=Greek}/u],
  ["cyrillic", /\p{Script=Cyrillic}|\u2116/u],
  ["cyrillic-ext", /\p{Script=Cyrillic}|\u20b4/u],
  ["vietnamese", /[\u0102-\u01b0\u1ea0-\u1ef9\u20ab]|\p{M}/u],
];

function family(name: string, weight: number): readonly FontFile[] {
  return PARTS.map(([part, holds]) => ({ name: `${name}-${part}-${weight}-normal.woff`, holds }));
}

const CHINESE: FontFile = {
  name: "noto-serif-sc-chinese-simplified-600-normal.woff",
  holds: /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u,
};

const faces = {
  title: [...family("source-serif-4", 600), CHINESE],
  text: [...family("source-sans-3", 400), CHINESE],
} as const;

/** The names of the faces. */
export type FaceName = keyof typeof faces;

/** A glyph, and by how much its units are to be multiplied to count in parts of the type's size. */
export interface ScaledGlyph {
  readonly glyph: Glyph;
  readonly scale: number;
}

/** The glyphs of one face, from the first of its files that has them. */
export class Face {
  readonly #files: readonly FontFile[];
  readonly #fonts = new Map<string, Font>();
  /** By character: as many as the files hold. */
  readonly #glyphs = new Map<string, ScaledGlyph | undefined>();

  constructor(name: FaceName) {
    this.#files = faces[name];
  }

  /** The glyph of one character; undefined where no file has it. */
  glyph(character: string): ScaledGlyph | undefined {
    if (!this.#glyphs.has(character)) this.#glyphs.set(character, this.#find(character));
    return this.#glyphs.get(character);
  }

  #find(character: string): ScaledGlyph | undefined {
    for (const { name, holds } of this.#files) {
      if (!holds.test(character)) continue;
      const font = this.#font(name);
      if (font.charToGlyphIndex(character) > 0)
        return { glyph: font.charToGlyph(character), scale: 1 / font.unitsPerEm };
    }
    return undefined;
  }

  #font(name: string): Font {
    let font = this.#fonts.get(name);
    if (font === undefined) {
      const bytes = readFileSync(join(folder, name));
      font = opentype.parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
      this.#fonts.set(name, font);
    }
    return font;
  }
}
