/** How a site looks: what its style sheets and `style:` of its configuration make of the theme's colours, fonts and measures. */
import { type Diagnostics, SiteError } from "../errors.ts";
import type { Sheets } from "../layout.ts";
import type { Config, Value } from "../model.ts";
import { nearest } from "../nearest.ts";
import { placeInConfig } from "../read/reading.ts";
import { isData } from "../values.ts";
import { contrast, formatColour, lightened, parseColour, type Rgb } from "./colours.ts";
import { colourOf, type Properties, rootProperties, SCHEMES, type Scheme, type SheetText } from "./properties.ts";

/** What stands on what: text on the page's ground or on that of code. */
const PAIRS: readonly (readonly [colour: string, ground: string])[] = [
  ["text", "paper"],
  ["text", "surface"],
  ["muted", "paper"],
  ["accent", "paper"],
  ["accent", "surface"],
  ["keyword", "surface"],
  ["string", "surface"],
  ["comment", "surface"],
  ["number", "surface"],
  ["type", "surface"],
];

/** The least contrast that text may have (WCAG 2.2, success criterion 1.4.3). */
const LEAST_CONTRAST = 4.5;

/** The contrast that the theme itself keeps, and that a dark colour made from a light one gets. */
const WANTED_CONTRAST = 7;

/** How a site looks. */
export interface Style {
  /** CSS that follows the style sheets: what `style:` says; "" where it says nothing. */
  readonly css: string;
  readonly colours: Sheets["colours"];
}

/**
 * Reads `style:`, a mapping of the names of custom properties to values. Of a colour two values are the light theme's and the dark
 * one's; of a single one the dark theme gets a lighter kind. What cannot be used, or read on its ground, is told as an error.
 * @param sheets those that every page has, in their order
 */
export function readStyle(config: Config, sheets: readonly SheetText[], diagnostics: Diagnostics): Style {
  const written = rootProperties(sheets);
  const own = new Map<string, string>();
  for (const [name, value] of Object.entries(stylesOf(config, diagnostics))) {
    const text = diagnostics.attempt(() => settingText(config, written, name, value));
    if (text !== undefined) own.set(name, text);
  }
  const css = own.size === 0 ? "" : `:root{${[...own].map(([name, text]) => `--${name}:${text}`).join(";")}}`;
  const properties = rootProperties([...sheets, { file: "", text: css }]);
  tellFaint(config, properties, own, diagnostics);
  const colours = [...properties.keys()].flatMap((name) => {
    const [light, dark] = SCHEMES.map((scheme) => colourOf(properties, name, scheme));
    return light && dark ? [[name, [formatColour(light), formatColour(dark)] as const] as const] : [];
  });
  return { css, colours: Object.fromEntries(colours) };
}

function stylesOf(config: Config, diagnostics: Diagnostics): Readonly<Record<string, Value>> {
  const { style } = config.data;
  if (isData(style)) return style;
  if (style !== undefined && style !== null)
    diagnostics.error({
      ...placeInConfig(config, ["style"]),
      problem: "`style` must be a mapping",
      help: 'Write "style:" and below it lines such as "accent: indigo"',
    });
  return {};
}

/** Throws SiteError. */
function settingText(config: Config, written: Properties, name: string, value: Value): string {
  const refuse = (problem: string, help: string): SiteError =>
    new SiteError({ ...placeInConfig(config, ["style", name]), problem, help });
  if (!written.has(name)) {
    const guess = nearest(name, [...written.keys()]);
    const names = [...written.keys()].join(", ");
    throw refuse(
      `The theme has no \`${name}\` to set`,
      guess === undefined ? `Use one of ${names}` : `Did you mean "${guess}"?`,
    );
  }
  const isColour = SCHEMES.every((scheme) => colourOf(written, name, scheme) !== undefined);
  const texts = (Array.isArray(value) ? value : [value]).map(String);
  if (!isColour) {
    if (typeof value === "string" && /^[^;{}<>\\]+$/.test(value)) return value;
    throw refuse(
      `\`${name}\` must be a text as CSS has it`,
      "Write a length with its unit, such as 38rem, or the names of fonts in quotes",
    );
  }
  const colours = texts.map((text) => parseColour(text));
  const [light, dark] = colours;
  if (light === undefined || colours.length > 2 || colours.includes(undefined))
    throw refuse(
      `\`${name}\` must be an opaque colour, or one for the light theme and one for the dark`,
      'Write it in quotes, such as "#0a5872", or two of them: ["#0a5872", "#7fc8e0"]',
    );
  return `light-dark(${formatColour(light)},${formatColour(dark ?? inTheDark(written, name, light))})`;
}

/** The dark theme's kind of a light theme's colour: of a ground the theme's own, of a text as light as it takes to be read. */
function inTheDark(written: Properties, name: string, light: Rgb): Rgb {
  const grounds = PAIRS.filter(([colour]) => colour === name).map(([, ground]) => colourOf(written, ground, "dark"));
  if (grounds.length === 0) return colourOf(written, name, "dark") ?? light;
  return lightened(light, (colour) =>
    grounds.every((ground) => ground === undefined || contrast(colour, ground) >= WANTED_CONTRAST),
  );
}

/** Tells every text that is too faint on its ground, at the place where the one of the two is set that the site sets. */
function tellFaint(
  config: Config,
  properties: Properties,
  own: ReadonlyMap<string, string>,
  diagnostics: Diagnostics,
): void {
  for (const [name, ground] of PAIRS)
    for (const scheme of SCHEMES) {
      const [front, back] = [colourOf(properties, name, scheme), colourOf(properties, ground, scheme)];
      if (front === undefined || back === undefined) continue;
      const ratio = contrast(front, back);
      if (ratio >= LEAST_CONTRAST) continue;
      // Cut off, not rounded: 4.497 is not 4.5.
      const shown = (Math.floor(ratio * 100) / 100).toFixed(2);
      diagnostics.error({
        ...placeOfPair(config, properties, own, name, ground, scheme),
        problem:
          `The contrast of \`${name}\` (${formatColour(front)}) on \`${ground}\` (${formatColour(back)}) is ${shown} : 1 ` +
          `in the ${scheme} theme: it cannot be read well`,
        help: `Choose colours with a contrast of ${LEAST_CONTRAST} : 1 at least`,
      });
    }
}

function placeOfPair(
  config: Config,
  properties: Properties,
  own: ReadonlyMap<string, string>,
  name: string,
  ground: string,
  scheme: Scheme,
) {
  const set = [name, ground].find((key) => own.has(key));
  if (set !== undefined) return placeInConfig(config, ["style", set]);
  const { file, line } = properties.get(name)?.[scheme] ?? { file: "", line: 1 };
  return { file, line };
}
