/** The custom properties that style sheets give the root of a page, in each of its two themes. */
import { parseColour, type Rgb } from "./colours.ts";
import { declarationsOf } from "./css.ts";

/** The light theme and the dark one. */
export const SCHEMES = ["light", "dark"] as const;
/** The name of a theme. */
export type Scheme = (typeof SCHEMES)[number];

/** A value as it was written. */
interface Setting {
  readonly text: string;
  /** Relative to the source. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
}

/** By the name without its dashes: what holds in each theme. */
export type Properties = ReadonlyMap<string, Readonly<Record<Scheme, Setting>>>;

/** A style sheet's text, and the file to name in a message. */
export interface SheetText {
  readonly file: string;
  readonly text: string;
}

/** What the root is given by style sheets that stand one after the other: later ones win. */
export function rootProperties(sheets: readonly SheetText[]): Properties {
  const found = new Map<string, Readonly<Record<Scheme, Setting>>>();
  for (const { file, text } of sheets)
    for (const { property, value, around, line } of declarationsOf(text)) {
      const where = schemesOf(around);
      if (!property.startsWith("--") || where.length === 0) continue;
      const setting = { text: value.replace(/\s*!important$/, ""), file, line };
      const { light = setting, dark = setting } = found.get(property.slice(2)) ?? {};
      found.set(property.slice(2), {
        light: where.includes("light") ? setting : light,
        dark: where.includes("dark") ? setting : dark,
      });
    }
  return found;
}

/** In which themes the declarations between these selectors and at-rules hold for the root. Paper is no theme. */
function schemesOf(around: readonly string[]): readonly Scheme[] {
  const selector = around.at(-1) ?? "";
  if (!selector.split(",").some((part) => /^(?:html|:root)(?:[:.[(][^\s>+~]*)?$/.test(part.trim()))) return [];
  const media = around.filter((prelude) => prelude.startsWith("@media"));
  const told = [...media, selector].join(" ");
  const named = SCHEMES.filter((scheme) =>
    new RegExp(`(?:prefers-color-scheme:\\s*|data-theme\\W+)${scheme}`).test(told),
  );
  if (named.length > 0) return named;
  return media.length > 0 ? [] : SCHEMES;
}

/** The colour that a property has in a theme; undefined where it is none, or one that is not known before a browser computes it. */
export function colourOf(properties: Properties, name: string, scheme: Scheme): Rgb | undefined {
  return computed(properties.get(name)?.[scheme].text ?? "", properties, scheme, 0);
}

/** So many references lead from one property to another at most: a circle ends. */
const LONGEST_TRAIL = 8;

function computed(text: string, properties: Properties, scheme: Scheme, trail: number): Rgb | undefined {
  const [, call, inner = ""] = /^(light-dark|var)\(([\s\S]*)\)$/.exec(text.trim()) ?? [];
  if (call === undefined || trail > LONGEST_TRAIL) return parseColour(text);
  const parts = inner.split(/,(?![^(]*\))/).map((part) => part.trim());
  if (call === "light-dark") return computed(parts[SCHEMES.indexOf(scheme)] ?? "", properties, scheme, trail + 1);
  const referred = properties.get((parts[0] ?? "").slice(2))?.[scheme].text ?? parts.slice(1).join(",");
  return computed(referred, properties, scheme, trail + 1);
}
