/** Colours as CSS writes them, and how well one can be read on another. */
import { namedColour } from "./colour-names.ts";

/** Red, green and blue of sRGB, 0 to 1. */
export type Rgb = readonly [number, number, number];

/**
 * An opaque colour: digits, a name, `rgb()`, `hsl()`, `oklch()` or `oklab()` (CSS Color 4). Undefined for anything else, a colour that
 * lets another one through included.
 */
export function parseColour(text: string): Rgb | undefined {
  const colour = text.trim().toLowerCase();
  const [, short, digits = short] =
    /^#(?:([0-9a-f]{3})f?|([0-9a-f]{6})(?:ff)?)$/.exec(namedColour(colour) ?? colour) ?? [];
  if (digits !== undefined) {
    const step = digits.length / 3;
    const part = (at: number): number =>
      Number.parseInt(digits.slice(at * step, (at + 1) * step).repeat(3 - step), 16) / 255;
    return [part(0), part(1), part(2)];
  }
  const call = /^(rgba?|hsla?|oklch|oklab)\(([^()]*)\)$/.exec(colour);
  const [a, b, c, alpha = "1", ...more] = (call?.[2] ?? "").trim().split(/[\s,/]+/);
  if (a === undefined || b === undefined || c === undefined || more.length > 0 || quantity(alpha, 1) !== 1)
    return undefined;
  const rgb = convert(call?.[1] ?? "", a, b, c);
  return rgb.some(Number.isNaN) ? undefined : rgb;
}

function convert(space: string, a: string, b: string, c: string): Rgb {
  if (space.startsWith("rgb")) return [quantity(a, 255) / 255, quantity(b, 255) / 255, quantity(c, 255) / 255];
  if (space.startsWith("hsl")) return fromHsl(angle(a), quantity(b, 100) / 100, quantity(c, 100) / 100);
  if (space === "oklab") return fromOklab(quantity(a, 1), quantity(b, 0.4), quantity(c, 0.4));
  const chroma = quantity(b, 0.4);
  const hue = (angle(c) * Math.PI) / 180;
  return fromOklab(quantity(a, 1), chroma * Math.cos(hue), chroma * Math.sin(hue));
}

/** A number, or a part in a hundred of `whole`. NaN where it is neither. */
function quantity(text: string, whole: number): number {
  return text.endsWith("%") ? (Number(text.slice(0, -1)) / 100) * whole : Number(text);
}

/** Degrees. */
function angle(text: string): number {
  const turns: Readonly<Record<string, number>> = { turn: 360, rad: 180 / Math.PI, grad: 0.9, deg: 1, "": 1 };
  const [, number = "", unit = ""] = /^(.*?)(deg|grad|rad|turn|)$/.exec(text) ?? [];
  return Number(number) * (turns[unit] ?? 1);
}

/** CSS Color 4, section 7.1. */
function fromHsl(hue: number, saturation: number, lightness: number): Rgb {
  const part = (n: number): number => {
    const k = (((n + hue / 30) % 12) + 12) % 12;
    return lightness - saturation * Math.min(lightness, 1 - lightness) * Math.max(-1, Math.min(k - 3, 9 - k, 1));
  };
  return [part(0), part(8), part(4)];
}

/** CSS Color 4, section 9.4 and its sample code; what sRGB cannot show is cut off. */
function fromOklab(lightness: number, a: number, b: number): Rgb {
  const [l, m, s] = [
    (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3,
    (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3,
    (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3,
  ];
  const encode = (linear: number): number => {
    const part = Math.min(1, Math.max(0, linear));
    return part <= 0.0031308 ? 12.92 * part : 1.055 * part ** (1 / 2.4) - 0.055;
  };
  return [
    encode(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    encode(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    encode(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

/** "#rrggbb". */
export function formatColour(colour: Rgb): string {
  return `#${colour
    .map((part) =>
      Math.round(part * 255)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;
}

/** Relative luminance, 0 to 1 (WCAG 2.2). */
function luminance(colour: Rgb): number {
  const [red = 0, green = 0, blue = 0] = colour.map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** How two colours stand out from each other, 1 to 21 (WCAG 2.2, contrast ratio). */
export function contrast(a: Rgb, b: Rgb): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

/** The colour with as much white in it, in steps of a twentieth, as it takes to fulfil a wish. */
export function lightened(colour: Rgb, isLight: (colour: Rgb) => boolean): Rgb {
  for (let white = 0; white < 1; white += 0.05) {
    const mixed: Rgb = [mix(colour[0], white), mix(colour[1], white), mix(colour[2], white)];
    if (isLight(mixed)) return mixed;
  }
  return [1, 1, 1];
}

function mix(part: number, white: number): number {
  return part + (1 - part) * white;
}
