/** How large an image is shown, and which smaller ones are worth having. */
import type { Header } from "./formats/header.ts";
import type { Column } from "./options.ts";

/** In px. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What a browser shows of a drawing that says no size (CSS Images 3, "default object size"; CSS 2.2, 10.3.2), px. */
const UNSIZED: Size = { width: 300, height: 150 };

/** The size in px of the image as a browser shows it: lying pictures are set upright. */
export function naturalSize({ width, height, orientation, format }: Header): Size {
  if (format === "svg" && (width === 0 || height === 0)) return UNSIZED;
  const upright = { width: Math.round(width), height: Math.round(height) };
  return orientation < 5 ? upright : { width: upright.height, height: upright.width };
}

/**
 * The values of `width` and `height` for an image of this size: those that its author gave, the other one by its ratio; per cent
 * are of the column. Undefined where its style sets a height alone in a unit that hangs on what is around: any number would
 * distort it.
 */
export function shownSize(
  given: {
    readonly width?: string | undefined;
    readonly height?: string | undefined;
    readonly style?: string | undefined;
  },
  natural: Size,
  column: Column,
): Size | undefined {
  const { style = "" } = given;
  const width = dimension(given.width, column) ?? pixels(style, "width");
  const height = dimension(given.height, undefined) ?? pixels(style, "height");
  const ratio = natural.width / natural.height;
  if (width !== undefined && height !== undefined) return { width, height };
  if (width !== undefined) return { width, height: Math.max(1, Math.round(width / ratio)) };
  if (height !== undefined) return { width: Math.max(1, Math.round(height * ratio)), height };
  const own = (property: string): boolean => new RegExp(`(?:^|;)\\s*${property}\\s*:`, "i").test(style);
  if (own("width")) return natural;
  const highest = pixels(style, "max-height");
  if (highest !== undefined && highest < natural.height)
    return { width: Math.max(1, Math.round(highest * ratio)), height: highest };
  return own("height") || (own("max-height") && highest === undefined) ? undefined : natural;
}

/** By the HTML standard's "rules for parsing dimension values" (2.3.4.4): a number, and perhaps a per cent sign; a whole one. */
function dimension(value: string | undefined, column: Column | undefined): number | undefined {
  const [, number, unit] = /^\s*\+?(\d+(?:\.\d*)?)(%?)/.exec(value ?? "") ?? [];
  if (number === undefined || (unit === "%" && column === undefined)) return undefined;
  const amount = Math.round(unit === "%" ? (Number(number) / 100) * (column?.width ?? 0) : Number(number));
  return amount > 0 ? amount : undefined;
}

function pixels(style: string, property: string): number | undefined {
  const [, number] = new RegExp(`(?:^|;)\\s*${property}\\s*:\\s*([\\d.]+)px`, "i").exec(style) ?? [];
  return number === undefined ? undefined : Math.round(Number(number)) || undefined;
}

/** al-folio's, too: a phone at twice its pixels, the column, the column at twice its pixels. */
const LADDER: readonly number[] = [480, 800, 1400];
/** A width that is not smaller by more than this is not worth a file. */
const STEP = 0.85;

/** The widths, px, in which an image is to be had that is shown so wide: up to three, none wider than itself. */
export function chooseWidths(shown: number, natural: number, column: Column): readonly number[] {
  const needed = shown >= column.width ? 1400 : 2 * Math.min(shown, 700);
  const widest = Math.min(natural, needed);
  const steps = shown < 480 ? [shown] : LADDER;
  return [...steps.filter((width) => width < STEP * widest), widest];
}

/** A candidate of `srcset`. */
export interface Candidate {
  readonly url: string;
  readonly width: number;
}

/** An image that fits every phone is chosen by the density of the screen alone. */
const FITS_ALL = 320;

/** The values of `srcset` and `sizes`. `sizes` is "" where an image has one size on all screens. */
export function sourceSet(
  candidates: readonly Candidate[],
  shown: number,
  column: Column,
): { readonly srcset: string; readonly sizes: string } {
  if (shown <= FITS_ALL) {
    const listed = candidates.map(({ url, width }) => `${url} ${Math.round((width / shown) * 100) / 100}x`);
    return { srcset: listed.join(", "), sizes: "" };
  }
  const width = Math.min(shown, column.width);
  return {
    srcset: candidates.map(({ url, width: own }) => `${url} ${own}w`).join(", "),
    sizes: `(min-width: ${width + column.gutters}px) ${width}px, calc(100vw - ${column.gutters}px)`,
  };
}
