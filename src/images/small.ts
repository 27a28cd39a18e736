import { fingerprint } from "../hash.ts";
import type { Config, Derived, FoundImage } from "../model.ts";
import { pathFrom } from "../slashes.ts";
import { withBaseurl } from "../urls.ts";
import { type MagickOptions, magickOptions, type SmallFormat } from "./options.ts";
import { IMAGE_VERSION, type ImageRecipe } from "./recipe.ts";
import { naturalSize } from "./size.ts";

/** A file that is to be made, and where a page finds it. */
export interface SmallImage {
  readonly derived: Derived;
  /** Site-relative, percent-encoded. */
  readonly url: string;
  readonly width: number;
}

/** Smaller files are not worth a request that is decided later, bytes. */
const SMALL_FILE = 10_240;
/** The longest side of a WebP, px. */
const LONGEST = 16_383;

/** Whether smaller images of it are of use. What moves, or has no pixels, stays as it is. */
export function worthSmaller({ file, header }: FoundImage): boolean {
  const { width, height } = naturalSize(header);
  if (header.animated || header.format === "svg" || file.size < SMALL_FILE) return false;
  return (height / width) * Math.min(width, 1400) <= LONGEST;
}

/** The image in other formats than its own, or in AVIF where it is one: that is what browsers are offered. */
export function offeredFormats({ header }: FoundImage, formats: readonly SmallFormat[]): readonly SmallFormat[] {
  return header.format === "avif" && formats.length > 0 ? ["avif"] : formats;
}

/**
 * The image in a width and a format. Its name changes with the original's bytes, so that it may be kept for ever; where al-folio's
 * `imagemagick` asks for such a file anyway it has that name, and the URL a stamp.
 * @param isTaken whether the site itself brings a file at a URL
 */
export function smallImage(
  image: FoundImage,
  width: number,
  format: SmallFormat,
  config: Config,
  isTaken: (url: string) => boolean,
): SmallImage {
  const { file, hash } = image;
  const stamp = Buffer.from(fingerprint(hash, IMAGE_VERSION), "base64url").toString("hex").slice(0, 8);
  const natural = naturalSize(image.header).width;
  const magick = magickFor(file.path, config);
  const wanted = magick?.outputs.includes(format)
    ? magick.widths.find((candidate) => candidate > 0 && Math.min(candidate, natural) === width)
    : undefined;
  const isMagick = wanted !== undefined && !isTaken(`${withoutExtension(file.url)}-${wanted}.${format}`);
  const suffix = isMagick ? `-${wanted}.${format}` : `-${width}-${stamp}.${format}`;
  const recipe = recipeOf(image, isMagick ? wanted : width, format, config, isMagick ? "always" : "if smaller");
  return {
    derived: { file: withoutExtension(file.file) + suffix, maker: "image", recipe },
    url: withBaseurl(config, withoutExtension(file.url) + suffix) + (isMagick ? `?v=${stamp}` : ""),
    width,
  };
}

/** Every file that jekyll-imagemagick makes of an image (its `compute_transformations`). */
export function magickImages(image: FoundImage, config: Config): readonly Derived[] {
  const { file } = image;
  const magick = magickFor(file.path, config);
  if (magick === undefined) return [];
  return magick.outputs.flatMap((output) =>
    magick.widths.map((width) => ({
      file: `${withoutExtension(file.file)}${width === 0 ? "" : `-${width}`}.${output}`,
      maker: "image",
      recipe: recipeOf(image, width, output === "jpg" ? "jpeg" : output, config, "always"),
    })),
  );
}

function magickFor(path: string, config: Config): MagickOptions | undefined {
  const options = magickOptions(config);
  const extension = /\.[^./]*$/.exec(path)?.[0].toLowerCase() ?? "";
  return options?.directories.some((folder) => path.startsWith(folder)) && options.inputs.includes(extension)
    ? options
    : undefined;
}

function recipeOf(
  { file, hash, header }: FoundImage,
  width: number,
  format: string,
  { source }: Config,
  when: "always" | "if smaller",
): ImageRecipe {
  const from = pathFrom(source, file.from);
  const { animated } = header;
  const drawing = !animated && (header.format === "png" || header.format === "gif");
  // No image is enlarged: all widths above its own are one file, made once.
  const own = Math.ceil(naturalSize(header).width);
  return { from, hash, width: Math.min(width, own), format, drawing, animated, always: when === "always" };
}

function withoutExtension(path: string): string {
  return path.replace(/\.[^./]*$/, "");
}
