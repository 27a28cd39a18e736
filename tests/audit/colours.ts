/** The contrast of every colour of text in the style sheets to what it may stand on (WCAG 2.2), from the CSS alone. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { contrast } from "../../src/style/colours.ts";
import { colourOf, rootProperties, SCHEMES } from "../../src/style/properties.ts";
import { root } from "../support/site.ts";
import { type Row, row } from "./row.ts";

const folder = path.join(root, "public/css");
const sheets = readdirSync(folder)
  .sort()
  .map((file) => ({ file, text: readFileSync(path.join(folder, file), "utf8") }));

/** Grounds that text stands on. */
const GROUNDS = ["paper", "surface"];
/** Text to be read at length; everything else is a note beside it, or code. */
const TEXT = 7;
const OTHER = 5;

/** Every custom property that some rule takes for the colour of text. */
export function contrastRow(): Row {
  const properties = rootProperties(sheets);
  const used = new Set(
    sheets.flatMap(({ text }) => [...text.matchAll(/[\s;{]color:\s*var\(--([\w-]+)\)/g)].map(([, name = ""]) => name)),
  );
  const found = [...used].sort().flatMap((name) =>
    SCHEMES.flatMap((scheme) =>
      GROUNDS.map((ground) => {
        const [colour, below] = [colourOf(properties, name, scheme), colourOf(properties, ground, scheme)];
        const ratio = colour === undefined || below === undefined ? 0 : contrast(colour, below);
        return { name, ratio, least: name === "text" ? TEXT : OTHER, what: `${name} on ${ground}, ${scheme}` };
      }),
    ),
  );
  const least = (isText: boolean): string =>
    Math.min(...found.filter(({ name }) => (name === "text") === isText).map(({ ratio }) => ratio)).toFixed(2);
  return row(
    "contrast",
    "text ≥ 7 : 1, muted text and every code colour ≥ 5 : 1, both themes (computed from the CSS, no browser)",
    `text ${least(true)}, others ${least(false)}`,
    found.filter(({ ratio, least }) => ratio < least).map(({ what, ratio }) => `${what}: ${ratio.toFixed(2)}`),
  );
}
