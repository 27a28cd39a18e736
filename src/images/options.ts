/** `images:` of `_config.yml`, and what al-folio's `imagemagick:` asks for. */
import type { Diagnostics } from "../errors.ts";
import type { Config, Data, Value } from "../model.ts";
import { nearest } from "../nearest.ts";
import { placeInConfig } from "../read/reading.ts";
import { asCount, asData, asList } from "../settings.ts";

/** What browsers are offered before the original, the first of them first. */
export type SmallFormat = "avif" | "webp";

/** What `images:` asks for. */
export interface ImageOptions {
  readonly formats: readonly SmallFormat[];
  /** Originals are published without Exif, XMP and the like. */
  readonly stripOriginals: boolean;
}

/** The column of text, in px of the browser's initial font: what an image is as wide as, and what stands beside it on a phone. */
export interface Column {
  readonly width: number;
  readonly gutters: number;
}

/** Files that jekyll-imagemagick makes: `dir/name-WIDTH.FORMAT` beside each original. */
export interface MagickOptions {
  /** In px; 0: the original's own, and no width in the name. */
  readonly widths: readonly number[];
  /** Beginnings of paths, relative to the source. */
  readonly directories: readonly string[];
  /** Extensions of originals, with the dot, in lower case. */
  readonly inputs: readonly string[];
  /** Extensions of what is made, without the dot. */
  readonly outputs: readonly string[];
}

const FORMATS: readonly SmallFormat[] = ["avif", "webp"];
const KEYS: readonly string[] = ["formats", "strip_originals"];

/** What the site wants of its images; undefined where `images: false` leaves them all alone, and in mode jekyll. */
export function imageOptions({ mode, data }: Config): ImageOptions | undefined {
  if (mode === "jekyll" || data.images === false) return undefined;
  const { formats, strip_originals: strip } = asData(data.images) ?? {};
  const named = formats === undefined || formats === null ? ["webp"] : formatNames(formats);
  return { formats: FORMATS.filter((format) => named.includes(format)), stripOriginals: strip === true };
}

/** Tells what of `images:` cannot be used. */
export function checkImageOptions(config: Config, diagnostics: Diagnostics): void {
  const { images } = config.data;
  if (config.mode === "jekyll" || images === undefined || images === null || typeof images === "boolean") return;
  const warn = (keys: readonly string[], problem: string, help: string): void =>
    diagnostics.warn({ ...placeInConfig(config, keys), problem, help });
  const settings = asData(images);
  if (settings === undefined) {
    warn(["images"], "`images` must be a mapping, or false", 'Write "images:" and below it "formats: [webp]"');
    return;
  }
  for (const key of Object.keys(settings).filter((name) => !KEYS.includes(name))) {
    const guess = nearest(key, KEYS);
    warn(
      ["images", key],
      `\`images\` has no setting \`${key}\``,
      guess === undefined ? `Use ${KEYS.join(" or ")}` : `Did you mean "${guess}"?`,
    );
  }
  const { formats, strip_originals: strip } = settings;
  const unknown = formatNames(formats).find((name) => !FORMATS.some((format) => format === name));
  if (unknown !== undefined)
    warn(["images", "formats"], `Images are not made in the format ${unknown}`, `Use ${FORMATS.join(", ")} or both`);
  if (strip !== undefined && strip !== null && typeof strip !== "boolean")
    warn(["images", "strip_originals"], "`strip_originals` must be true or false", "Write true or false");
}

function formatNames(formats: Value | undefined): readonly string[] {
  return formats === undefined || formats === null ? [] : (asList(formats) ?? [formats]).map(nameOf);
}

function nameOf(value: Value): string {
  return String(value).toLowerCase();
}

/** The theme's column, or the one that `style:` sets. */
export function columnOf({ data }: Config): Column {
  const { column, gutter }: Data = asData(data.style) ?? {};
  return { width: toPixels(column) ?? 640, gutters: 2 * (toPixels(gutter) ?? 20) };
}

function toPixels(length: Value | undefined): number | undefined {
  const [, number, unit] = /^\s*([\d.]+)\s*(rem|em|px)\s*$/.exec(typeof length === "string" ? length : "") ?? [];
  const pixels = Number(number) * (unit === "px" ? 1 : 16);
  return pixels > 0 ? Math.round(pixels) : undefined;
}

/** jekyll-imagemagick's settings (its defaults.rb) as far as they say which files there are; undefined where it is off. */
export function magickOptions({ mode, data }: Config): MagickOptions | undefined {
  const settings = asData(data.imagemagick);
  if (mode === "jekyll" || data.images === false || settings?.enabled !== true) return undefined;
  const texts = (value: Value | undefined): readonly string[] => (asList(value) ?? []).map(String);
  const { output_formats: outputs, input_formats: inputs, widths } = settings;
  return {
    widths: (asList(widths) ?? [0]).flatMap((width) => asCount(width) ?? []),
    directories: texts(settings.input_directories).map((path) => path.replace(/^\.?\/+/, "")),
    inputs: inputs === undefined ? [".png", ".tiff"] : texts(inputs).map((extension) => extension.toLowerCase()),
    outputs: outputs === undefined ? [] : Object.keys(asData(outputs) ?? {}),
  };
}
