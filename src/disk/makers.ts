/** What makes the files that are made from others, by the name that `Derived.maker` gives. */

import { IMAGE_VERSION } from "../images/recipe.ts";
import type { Maker } from "./derived.ts";

export const makers: Readonly<Record<string, Maker>> = {
  card: { version: "1", load: async () => (await import("../meta/card/draw.ts")).drawCard },
  icon: { version: "1", load: async () => (await import("../meta/draw-icon.ts")).drawIcon },
  emoji: { version: "1", load: async () => (await import("../meta/draw-icon.ts")).drawEmoji },
  library: { version: "1", load: async () => (await import("../diagrams/library.ts")).makeLibrary },
  frame: { version: "4", load: async () => (await import("../diagrams/library.ts")).makeFrame },
  image: { version: IMAGE_VERSION, load: async () => (await import("../images/make.ts")).makeImage },
};
