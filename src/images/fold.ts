/** How far down a page an image stands: what is first on the screen is loaded at once, the rest when it comes near. */
import type { Size } from "./size.ts";

/** A phone's screen in CSS px: the smallest that counts, since a wider one shows more text above an image. */
const SCREEN = { width: 350, height: 850 };
/** The area of a character of text with its share of the space around, in px² (19 px, lines of 1.6, paragraphs apart). */
const CHARACTER = 240;
/** An image less wide leaves the text beside or below it the largest thing on the screen: a portrait, an icon. */
const LARGE = 240;

/** Follows the images of one page from top to bottom. */
export class Fold {
  readonly #html: string;
  #at: number;
  /** px from the top, as estimated. */
  #y = 0;
  #hasFirst = false;

  /** @param html the page */
  constructor(html: string, mainStart: number) {
    this.#html = html;
    this.#at = mainStart;
  }

  /**
   * Where the next image stands.
   * @param start offset of its tag in the page
   * @param size as it is shown; undefined where that is not known
   * @returns `first` for the first large one of known size on the screen, `small` for a small one there, `above` for others there,
   * `below` for what is not
   */
  next(start: number, size: Size | undefined): "first" | "small" | "above" | "below" {
    if (this.#y < SCREEN.height && start > this.#at) {
      const text = this.#html.slice(this.#at, start).replace(/<[^>]*>|\s+(?=\s)/g, "");
      this.#y += (text.length * CHARACTER) / SCREEN.width;
      this.#at = start;
    }
    if (this.#y >= SCREEN.height) return "below";
    const width = Math.min(size?.width ?? SCREEN.width, SCREEN.width);
    this.#y += size === undefined ? width / 2 : (width * size.height) / size.width;
    if (size !== undefined && width < LARGE) return "small";
    if (this.#hasFirst || size === undefined || start < this.#at) return "above";
    this.#hasFirst = true;
    return "first";
  }
}
