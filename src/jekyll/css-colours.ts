/** Colours as sassc prints them, in whole parts of red, green and blue, where dart-sass prints fractions and hues. */

/** What stands as it is (comments, quoted texts, addresses, declarations of custom properties), and colours of numbers alone. */
const PIECES =
  /\/\*[\s\S]*?\*\/|"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'|url\(\s*[^"'\s)][^)]*\)|--[\w-]+\s*:[^;}]*|\b(rgb|hsl)a?\((-?[\d.]+)(?:deg)?,\s*(-?[\d.]+)%?,\s*(-?[\d.]+)%?(?:,\s*([\d.]+))?\)/g;

/**
 * CSS of dart-sass with its colours as sassc has them: `rgb(229.5, 0, 0)` is `#e60000`.
 * @param style that of the CSS: a compressed one has `#fff` for `#ffffff`
 */
export function inWholeColours(css: string, style: "compressed" | "expanded"): string {
  if (!/\b(?:rgb|hsl)a?\(/.test(css)) return css;
  const comma = style === "compressed" ? "," : ", ";
  return css.replace(PIECES, (text, model?: string, first = "", second = "", third = "", alpha?: string) => {
    // Percentages of red are written as numbers by then.
    if (model === undefined || (model === "rgb" && text.includes("%"))) return text;
    const numbers = [Number(first), Number(second), Number(third)] as const;
    const parts = (model === "hsl" ? fromHue(...numbers) : numbers).map(wholePart);
    if (alpha !== undefined) return `rgba(${[...parts, alpha].join(comma)})`;
    const hex = parts.map((part) => part.toString(16).padStart(2, "0")).join("");
    return `#${style === "compressed" ? hex.replace(/^(.)\1(.)\2(.)\3$/, "$1$2$3") : hex}`;
  });
}

function wholePart(part: number): number {
  // As many digits as a colour may have are exact: 76.5 must not be a hair less.
  return Math.min(255, Math.max(0, Math.round(Number(part.toFixed(8)))));
}

/** Red, green and blue of a hue in degrees, a saturation and a lightness in per cent (CSS Color 3, section 4.2.4). */
function fromHue(hue: number, saturation: number, lightness: number): readonly [number, number, number] {
  const [full, light] = [saturation / 100, lightness / 100];
  const part = (offset: number): number => {
    const turn = (offset + hue / 30) % 12;
    const place = turn < 0 ? turn + 12 : turn;
    const reach = full * Math.min(light, 1 - light);
    return 255 * (light - reach * Math.max(-1, Math.min(place - 3, 9 - place, 1)));
  };
  return [part(0), part(8), part(4)];
}
