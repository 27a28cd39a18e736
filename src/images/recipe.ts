/** What a smaller image is made from: between the pages that want it and the maker. */
import type { Data } from "../model.ts";

/** To be changed when the same recipe gives other bytes. */
export const IMAGE_VERSION = "3";

/** Why an image is not used, and nobody need know. */
export const NO_GAIN = "it would be larger than the original";

/** All that a smaller form of an image is made from. */
export interface ImageRecipe extends Data {
  /** Where the original lies, relative to the source. */
  readonly from: string;
  /** Of the original's bytes. */
  readonly hash: string;
  /** px; 0: the original's own. */
  readonly width: number;
  /** webp, avif, jpeg, png, gif or tiff. */
  readonly format: string;
  /** Whether the original keeps sharp lines (PNG, GIF of one frame), which are then tried without loss, too. */
  readonly drawing: boolean;
  /** Whether every frame is wanted. */
  readonly animated: boolean;
  /** Whether it is wanted even where the original is smaller, since its URL must be there. */
  readonly always: boolean;
}
