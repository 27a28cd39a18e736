/** A picture of at most 16 colours as a PNG (W3C, PNG Specification, third edition), four bits a pixel. */
import { promisify } from "node:util";
import { constants, crc32, deflate } from "node:zlib";

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Filter "Up": what a row has in common with the one above becomes zeros. */
const UP = 2;
/** Runs alone: how zlib looks for other repetitions, and so its bytes, depend on the processor. */
const runs = { level: 9, memLevel: 9, strategy: constants.Z_RLE };
const compress = promisify<Uint8Array, typeof runs, Buffer>(deflate);

/**
 * @param pixels numbers of colours, row by row
 * @param width px, a multiple of 4
 * @param palette "#rrggbb", at most 16
 */
export async function encodePng(pixels: Uint8Array, width: number, palette: readonly string[]): Promise<Buffer> {
  const height = pixels.length / width;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Bit depth 4, colour type 3: by palette.
  header.set([4, 3], 8);
  return Buffer.concat([
    Buffer.from(SIGNATURE),
    chunk("IHDR", header),
    chunk("PLTE", Buffer.from(palette.map((colour) => colour.slice(1)).join(""), "hex")),
    chunk("IDAT", await compress(rows(pixels, width, height), runs)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** The rows filtered. Most of a card is paper: a row, or four pixels, like those above stay zeros without a closer look. */
function rows(pixels: Uint8Array, width: number, height: number): Uint8Array {
  const length = width / 2;
  const result = new Uint8Array((length + 1) * height);
  const fours = new Uint32Array(pixels.buffer, pixels.byteOffset, pixels.length / 4);
  const bytes = Buffer.from(pixels.buffer, pixels.byteOffset, pixels.length);
  const inRow = width / 4;
  const pair = (index: number) => (((pixels[index] ?? 0) << 4) | (pixels[index + 1] ?? 0)) & 0xff;
  for (let row = 0; row < height; row++) {
    const target = row * (length + 1);
    result[target] = UP;
    const start = row * width;
    if (row > 0 && bytes.compare(bytes, start - width, start, start, start + width) === 0) continue;
    for (let four = row * inRow; four < (row + 1) * inRow; four++) {
      if (fours[four] === (row === 0 ? 0 : fours[four - inRow])) continue;
      const place = target + 1 + 2 * (four - row * inRow);
      const index = 4 * four;
      // Before the first row all is zero: so is what lies outside of the pixels.
      result[place] = pair(index) - pair(index - width);
      result[place + 1] = pair(index + 2) - pair(index + 2 - width);
    }
  }
  return result;
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
