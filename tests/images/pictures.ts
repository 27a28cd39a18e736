/** Pictures for tests, made by sharp as they are asked for. */
import sharp, { type Sharp } from "sharp";

export type Kind = "jpeg" | "png" | "webp" | "avif" | "tiff" | "gif";

/** A position and what else a camera writes (Exif's directories, as sharp numbers them). */
const CAMERA = {
  IFD0: { Make: "Kodak", Copyright: "Someone" },
  IFD3: {
    GPSLatitudeRef: "N",
    GPSLatitude: "48/1 51/1 30/1",
    GPSLongitudeRef: "E",
    GPSLongitude: "2/1 17/1 40/1",
  },
};

/** A photograph-like picture: a gradient with noise, so that it does not shrink to nothing. */
export function photograph(width: number, height: number, seed = 1): Sharp {
  const data = Buffer.alloc(width * height * 3);
  let state = seed;
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at += 3) {
      state = (state * 1103515245 + 12345) & 0x7fffffff;
      const noise = (state >> 16) & 31;
      data[at] = (x * 220) / width + noise;
      data[at + 1] = (y * 220) / height + noise;
      data[at + 2] = 120 + noise;
    }
  return sharp(data, { raw: { width, height, channels: 3 } });
}

/** A picture without any metadata. */
export function plain(kind: Kind, width: number, height: number): Promise<Buffer> {
  return photograph(width, height).toFormat(kind).toBuffer();
}

/** A picture with a position, and an orientation where one is given. */
export function located(kind: Kind, width: number, height: number, orientation = 1): Promise<Buffer> {
  return photograph(width, height)
    .withExif(CAMERA)
    .withMetadata({ orientation })
    .withExifMerge(CAMERA)
    .toFormat(kind)
    .toBuffer();
}

/** A picture that lies on its side, and no position. */
export function turned(kind: Kind, width: number, height: number, orientation: number): Promise<Buffer> {
  return photograph(width, height).withMetadata({ orientation }).toFormat(kind).toBuffer();
}

/** Several frames in one file. */
export async function animated(kind: "gif" | "webp", width: number, height: number, frames = 3): Promise<Buffer> {
  const pictures = await Promise.all(
    Array.from({ length: frames }, (_, i) =>
      photograph(width, height, i + 1)
        .png()
        .toBuffer(),
    ),
  );
  return sharp(pictures, { join: { animated: true } })
    .toFormat(kind)
    .toBuffer();
}
