/** Icons in the forms that phones and old browsers ask for. */
import { join } from "node:path";
import sharp from "sharp";
import type { Data } from "../model.ts";

/** px of iOS's icon, and of a tab's. */
const PHONE_SIZE = 180;
const TAB_SIZE = 32;
/** Share of the side that stays free around an icon on a phone, which cuts the corners. */
const PHONE_MARGIN = 0.12;
/** iOS shows black where an icon is transparent. */
const PAPER = "#ffffff";

/**
 * An SVG as a PNG on white paper, or as an ICO with one PNG in it.
 * @param recipe `from`: path of the SVG, absolute or from the source; `form`: "png" or "ico"
 */
export async function drawIcon({ from, form }: Data, source: string): Promise<Uint8Array> {
  const path = join(String(from).startsWith("/") ? "" : source, String(from));
  const transparent = { r: 0, g: 0, b: 0, alpha: 0 };
  if (form === "ico") {
    const png = await sharp(path, { density: 144 })
      .resize(TAB_SIZE, TAB_SIZE, { fit: "contain", background: transparent })
      .png({ compressionLevel: 9 })
      .toBuffer();
    return icoOf(png);
  }
  const margin = Math.round(PHONE_SIZE * PHONE_MARGIN);
  const inner = PHONE_SIZE - 2 * margin;
  return sharp(path, { density: 300 })
    .resize(inner, inner, { fit: "contain", background: transparent })
    .extend({ top: margin, bottom: margin, left: margin, right: margin, background: PAPER })
    .flatten({ background: PAPER })
    .png({ compressionLevel: 9 })
    .toBuffer();
}

/** An emoji as a picture, in the font of whoever looks at it. */
export function drawEmoji({ emoji }: Data): Uint8Array {
  const text = String(emoji).replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><text x="50" y="0.9em" font-size="90" text-anchor="middle">${text}</text></svg>\n`,
  );
}

/** The ICO format as Windows Vista and all browsers read it: a header, one entry, a PNG. */
function icoOf(png: Uint8Array): Uint8Array {
  const header = Buffer.alloc(22);
  // Type 1 is an icon; then the number of pictures.
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(1, 4);
  header.set([TAB_SIZE, TAB_SIZE], 6);
  // Planes and bits a pixel.
  header.writeUInt16LE(1, 10);
  header.writeUInt16LE(32, 12);
  header.writeUInt32LE(png.length, 14);
  header.writeUInt32LE(header.length, 18);
  return Buffer.concat([header, png]);
}
