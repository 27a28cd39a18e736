/** A picture of at most 16 colours as a PNG (W3C, PNG Specification, third edition), four bits a pixel. */
import { constants, crc32, deflateSync } from "node:zlib";

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Filter "Up": what a row has in common with the one above becomes zeros. */
const up = 2;

/**
 * @param pixels numbers of colours, row by row
 * @param palette "#rrggbb", at most 16
 */
export function encodePng(pixels: Uint8Array, width: number, palette: readonly string[]): Buffer {
  const height = pixels.length / width;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Bit depth 4, colour type 3: by palette.
  header.set([4, 3], 8);
  return Buffer.concat([
    Buffer.from(signature),
    chunk("IHDR", header),
    chunk("PLTE", Buffer.from(palette.map((colour) => colour.slice(1)).join(""), "hex")),
    chunk("IDAT", deflateSync(rows(pixels, width, height), { level: 9, memLevel: 9, strategy: constants.Z_RLE })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function rows(pixels: Uint8Array, width: number, height: number): Uint8Array {
  const length = Math.ceil(width / 2);
  const result = new Uint8Array((length + 1) * height);
  const packed = new Uint8Array(length * (height + 1));
  for (let row = 0; row < height; row++) {
    const target = row * (length + 1);
    result[target] = up;
    for (let at = 0; at < length; at++) {
      const index = row * width + 2 * at;
      const value = ((pixels[index] ?? 0) << 4) | (pixels[index + 1] ?? 0);
      packed[(row + 1) * length + at] = value;
      result[target + 1 + at] = value - (packed[row * length + at] ?? 0);
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
