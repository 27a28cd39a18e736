/** Makes smaller images: upright, in sRGB, without any metadata. */
import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import sharp, { type Sharp } from "sharp";
import { Refused } from "../disk/derived.ts";
import { messageOf, SiteError } from "../errors.ts";
import type { Data } from "../model.ts";
import { type ImageRecipe, NO_GAIN } from "./recipe.ts";

// Several images are made at once, each on one core; what was made is not asked for again.
sharp.concurrency(1);
sharp.cache(false);

/**
 * A picture of more than so many times the bytes of its WebP with loss gains nothing without loss. Of 60 pictures of research sites
 * eleven did, each of less than 2.6 times and at its own width: made narrower, a drawing has a thousand colours between its own. To
 * try no others takes two thirds off the time of all, and adds 0.2 per cent to their bytes.
 */
const DRAWN = 3;
/** WebP's, from the usual one down. */
const QUALITIES = [80, 65, 50] as const;

/**
 * One smaller image.
 * @param source absolute path that `from` counts from
 * @throws Refused where the original cannot be decoded, or is smaller than what was made of it; SiteError where it cannot be read
 */
export async function makeImage(recipe: Data, source: string): Promise<Uint8Array> {
  const wanted = recipe as ImageRecipe;
  const { from, width, format, drawing, animated, always } = wanted;
  const path = resolve(source, from);
  const original = await stat(path).catch((error: Error) => {
    throw new SiteError({
      file: from,
      problem: `The image cannot be read: ${error.message}`,
      help: "See its permissions",
    });
  });
  try {
    const image = sharp(path, { failOn: "error", animated, sequentialRead: true }).autoOrient();
    const resized = width === 0 ? image : image.resize({ width, withoutEnlargement: true });
    let smallest = await encode(resized, wanted, QUALITIES[0]);
    if (drawing && format === "webp" && original.size < DRAWN * smallest.length && (await isOwnWidth(path, width))) {
      const exact = await resized.clone().webp({ lossless: true, effort: 4 }).toBuffer();
      if (exact.length < smallest.length) smallest = exact;
    }
    // An original that was saved sparingly: its own faults need not be kept with care.
    for (const quality of QUALITIES.slice(1))
      if (smallest.length >= original.size && !always) smallest = await encode(resized, wanted, quality);
    if (smallest.length >= original.size && !always) throw new Refused(NO_GAIN);
    return smallest;
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw new Refused(messageOf(error).split("\n")[0]);
  }
}

/** @param width px; 0: the picture's own */
async function isOwnWidth(path: string, width: number): Promise<boolean> {
  return width === 0 || width >= (await sharp(path).metadata()).width;
}

/** @param quality of WebP; the others' are as far from their usual one */
function encode(image: Sharp, { format, drawing, animated }: ImageRecipe, quality: number): Promise<Buffer> {
  const less = QUALITIES[0] - quality;
  switch (format) {
    case "webp":
      // Coloured lines stay sharp at twice the time; a photograph shows no difference.
      // Of a film every frame is compressed: half the time costs 5 per cent of its bytes.
      return image
        .clone()
        .webp({ quality, smartSubsample: drawing, effort: animated ? 2 : 4 })
        .toBuffer();
    case "avif":
      return image
        .clone()
        .avif({ quality: 52 - less / 2, effort: 4 })
        .toBuffer();
    case "jpeg":
      return image
        .clone()
        .flatten({ background: "white" })
        .jpeg({ quality: 82 - less, mozjpeg: true })
        .toBuffer();
    case "png":
      return image.clone().png({ compressionLevel: 9 }).toBuffer();
    case "gif":
      return image.clone().gif().toBuffer();
    case "tiff":
      return image.clone().tiff().toBuffer();
    default:
      throw new Refused(`images are not made in the format ${format}`);
  }
}
