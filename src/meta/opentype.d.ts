/** opentype.js ships no types: the part of it that cards use. */
declare module "opentype.js" {
  /** A step of an outline, in units of the font, y upwards. */
  export type Command =
    | { readonly type: "M"; readonly x: number; readonly y: number }
    | { readonly type: "L"; readonly x: number; readonly y: number }
    | { readonly type: "Q"; readonly x1: number; readonly y1: number; readonly x: number; readonly y: number }
    | {
        readonly type: "C";
        readonly x1: number;
        readonly y1: number;
        readonly x2: number;
        readonly y2: number;
        readonly x: number;
        readonly y: number;
      }
    | { readonly type: "Z" };

  export interface Glyph {
    readonly advanceWidth: number;
    readonly path: { readonly commands: readonly Command[] };
  }

  export interface Font {
    readonly unitsPerEm: number;
    /** 0 where the font lacks the character. */
    charToGlyphIndex(character: string): number;
    charToGlyph(character: string): Glyph;
    /** A text's outlines, its baseline beginning at (x, y), `size` pixels high. */
    getPath(text: string, x: number, y: number, size: number): { toPathData(decimals: number): string };
  }

  const opentype: { parse(buffer: ArrayBuffer): Font };
  export default opentype;
}
