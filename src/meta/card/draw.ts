/** Draws a card: the picture of 1200 × 630 px that stands beside a link to a page wherever somebody shares it. */
import type { Data } from "../../model.ts";
import { Face, type FaceName } from "./faces.ts";
import { breakLines } from "./lines.ts";
import { encodePng } from "./png.ts";
import { type Coverage, coverageOf } from "./raster.ts";

/** Of a card, in px. */
const CARD_WIDTH = 1200;
/** Of a card, in px. */
const CARD_HEIGHT = 630;

/** The recipe of a card. Its texts are plain; "" is none. */
export interface CardRecipe extends Data {
  readonly title: string;
  /** The site's name: above the title, or in its place. */
  readonly site: string;
  /** Below the title: a date. */
  readonly date: string;
  /** The site's host, which always can be written. */
  readonly host: string;
  /** "#rrggbb" of paper, text, muted text, accent. */
  readonly colours: readonly string[];
}

const MARGIN = 88;
/** px of the stripe at the left edge. */
const STRIPE = 16;
const MEASURE = CARD_WIDTH - 2 * MARGIN - STRIPE;
/** px, and in how many lines a title is set at that size: the first that holds it. */
const TITLE_SIZES: readonly (readonly [size: number, lines: number])[] = [
  [112, 1],
  [88, 2],
  [76, 3],
  [64, 4],
  [54, 5],
  [46, 6],
];
/** No card holds as many. */
const MOST_CHARACTERS = 500;
const LINE_HEIGHT = 1.18;
const SMALL_SIZE = 34;
const FIRST_BASELINE = 118;
const LAST_BASELINE = 550;

type Ink = "text" | "muted" | "accent";

/** How many grades of each ink stand between it and the paper, in a palette of at most 16 colours. */
type Grades = Readonly<Record<Ink, number>>;

/**
 * What is tried until a card is light enough: a title of many Chinese characters is drawn with coarser edges, and at last cut.
 */
const ATTEMPTS: readonly { readonly grades: Grades; readonly lines: number }[] = [
  { grades: { text: 7, muted: 4, accent: 4 }, lines: 6 },
  { grades: { text: 3, muted: 3, accent: 3 }, lines: 6 },
  { grades: { text: 3, muted: 3, accent: 3 }, lines: 4 },
  { grades: { text: 3, muted: 3, accent: 3 }, lines: 3 },
];
/** Bytes. */
const HEAVIEST = 25_000;

/** Where a line of text stands, in px, and how it is set. */
interface Setting {
  readonly face: FaceName;
  readonly size: number;
  readonly ink: Ink;
  readonly baseline: number;
}

/** Draws cards one after another and remembers the glyphs that it has drawn. */
export class CardPainter {
  readonly #faces: Readonly<Record<FaceName, Face>> = { title: new Face("title"), text: new Face("text") };
  readonly #coverages = new Map<string, Coverage>();

  /** @returns a PNG of 25 kB at most; the same bytes for the same recipe, on every machine */
  async draw({ title, site, date, host, colours }: CardRecipe): Promise<Uint8Array> {
    const names = [title, site, host].map((text) => this.#drawable(text)).filter((text) => text !== "");
    const [main = "", above = ""] = [...new Set(names)];
    const lines: readonly (readonly [string, Setting])[] = [
      [above === host ? "" : above, { face: "text", size: SMALL_SIZE, ink: "accent", baseline: FIRST_BASELINE }],
      [
        [this.#drawable(date), host].find((text) => text !== "" && text !== main) ?? "",
        { face: "text", size: SMALL_SIZE, ink: "muted", baseline: LAST_BASELINE },
      ],
    ];
    let png: Uint8Array = new Uint8Array();
    for (const { grades, lines: most } of ATTEMPTS) {
      const sheet = new Sheet(grades);
      for (const [text, setting] of [...this.#titleLines(main, most), ...lines])
        this.#drawLine(sheet, this.#shortened(text, setting), setting);
      png = await encodePng(sheet.pixels, CARD_WIDTH, sheet.palette(colours));
      if (png.length <= HEAVIEST) break;
    }
    return png;
  }

  /** The text without what the faces lack (an emoji); "" where they lack a letter: a title with holes is worse than none. */
  #drawable(text: string): string {
    const characters = [...text.normalize("NFC").replace(/\s+/g, " ").trim()].slice(0, MOST_CHARACTERS);
    const has = (character: string) => this.#faces.title.glyph(character) !== undefined;
    if (characters.some((character) => /[\p{L}\p{N}]/u.test(character) && !has(character))) return "";
    return characters.filter(has).join("").replace(/ +/g, " ").trim();
  }

  /** The title in the middle between the lines above and below, as large as it goes in `most` lines. */
  #titleLines(title: string, most: number): readonly (readonly [string, Setting])[] {
    const sizes = TITLE_SIZES.filter(([, lines]) => lines <= most);
    const inLines = (text: string, size: number) =>
      breakLines(text, MEASURE, (part) => this.#width(part, { face: "title", size }));
    const [size, count] = sizes.find(([size, lines]) => inLines(title, size).length <= lines) ?? sizes.at(-1) ?? [0, 0];
    const lines = inLines(
      cut(title, (text) => inLines(text, size).length <= count),
      size,
    );
    const step = Math.round(size * LINE_HEIGHT);
    const middle = (FIRST_BASELINE + LAST_BASELINE - SMALL_SIZE) / 2;
    const first = Math.round(middle - ((lines.length - 1) * step) / 2 + size * 0.33);
    return lines.map((line, index) => [line, { face: "title", size, ink: "text", baseline: first + index * step }]);
  }

  #shortened(text: string, setting: Setting): string {
    return cut(text, (line) => this.#width(line, setting) <= MEASURE);
  }

  #width(text: string, { face, size }: Pick<Setting, "face" | "size">): number {
    let width = 0;
    for (const character of text) width += this.#advance(face, character) * size;
    return width;
  }

  /** In parts of the type's size. */
  #advance(face: FaceName, character: string): number {
    const found = this.#faces[face].glyph(character);
    return found === undefined ? 0 : found.glyph.advanceWidth * found.scale;
  }

  #drawLine(sheet: Sheet, text: string, { face, size, ink, baseline }: Setting): void {
    let x = MARGIN;
    for (const character of text) {
      sheet.paint(this.#coverage(face, character, size), Math.round(x), baseline, ink);
      x += this.#advance(face, character) * size;
    }
  }

  #coverage(face: FaceName, character: string, size: number): Coverage {
    const key = `${face} ${size} ${character}`;
    let coverage = this.#coverages.get(key);
    if (coverage === undefined) {
      const found = this.#faces[face].glyph(character);
      coverage = coverageOf(found?.glyph.path.commands ?? [], (found?.scale ?? 0) * size);
      // A site in Chinese has thousands of characters, each in several sizes.
      if (this.#coverages.size >= 1000) this.#coverages.clear();
      this.#coverages.set(key, coverage);
    }
    return coverage;
  }
}

/** The text, or the longest beginning of it that fits, with an ellipsis. */
function cut(text: string, fits: (text: string) => boolean): string {
  if (fits(text)) return text;
  const characters = [...text];
  const beginning = (length: number) =>
    `${characters
      .slice(0, length)
      .join("")
      .replace(/[\s\p{P}]+$/u, "")}…`;
  let fitting = 0;
  let failing = characters.length;
  while (failing - fitting > 1) {
    const middle = Math.floor((fitting + failing) / 2);
    if (fits(beginning(middle))) fitting = middle;
    else failing = middle;
  }
  return beginning(fitting);
}

/** The pixels of one card, as numbers of colours: 0 is the paper. */
class Sheet {
  readonly pixels = new Uint8Array(CARD_WIDTH * CARD_HEIGHT);
  readonly #grades: Grades;

  constructor(grades: Grades) {
    this.#grades = grades;
    const colour = this.#first("accent") + grades.accent - 1;
    for (let row = 0; row < CARD_HEIGHT; row++) this.pixels.fill(colour, row * CARD_WIDTH, row * CARD_WIDTH + STRIPE);
  }

  paint({ left, top, width, height, pixels }: Coverage, x: number, y: number, ink: Ink): void {
    const first = this.#first(ink);
    const count = this.#grades[ink];
    for (let row = 0; row < height; row++) {
      const line = (y + top + row) * CARD_WIDTH + x + left;
      for (let column = 0; column < width; column++) {
        const grade = Math.round((pixels[row * width + column] ?? 0) * count);
        // Where glyphs touch, the darker pixel stays.
        if (grade > 0 && (this.pixels[line + column] ?? 0) < first + grade)
          this.pixels[line + column] = first + grade - 1;
      }
    }
  }

  /** @param colours paper, text, muted text, accent */
  palette([paper = "#ffffff", ...colours]: readonly string[]): readonly string[] {
    const counts = [this.#grades.text, this.#grades.muted, this.#grades.accent];
    return [
      paper,
      ...counts.flatMap((count, ink) =>
        Array.from({ length: count }, (_, grade) => mixed(paper, colours[ink] ?? "#000000", (grade + 1) / count)),
      ),
    ];
  }

  /** The number of an ink's lightest grade. */
  #first(ink: Ink): number {
    const { text, muted } = this.#grades;
    return 1 + (ink === "text" ? 0 : ink === "muted" ? text : text + muted);
  }
}

function mixed(from: string, to: string, share: number): string {
  const channel = (colour: string, at: number) => Number.parseInt(colour.slice(at, at + 2), 16);
  const mix = (at: number) => Math.round(channel(from, at) + (channel(to, at) - channel(from, at)) * share);
  return `#${[1, 3, 5].map((at) => mix(at).toString(16).padStart(2, "0")).join("")}`;
}

/** One for the process: what it remembers is bounded, and the fonts are read once. */
const painter = new CardPainter();

/** Draws the card of a recipe that `cardOf` made. */
export function drawCard(recipe: Data): Promise<Uint8Array> {
  return painter.draw(recipe as CardRecipe);
}
