/** The files of the cache: what one build keeps for the next. */
import { join } from "node:path";
import type { Drawn } from "../diagrams/draw.ts";
import type { ImageFacts } from "../images/library.ts";
import type { Config } from "../model.ts";
import { CACHE_FOLDER, engineKey } from "../paths.ts";
import type { KeptContent } from "../render/markdown.ts";
import type { KeptBibliography } from "../scholar/kept.ts";
import { CacheFile } from "./cache.ts";
import type { Written } from "./destination.ts";
import type { KnownFolder } from "./stale.ts";

/** Every file of the cache of one source. */
export interface Caches {
  /** Absolute path of the folder that `written` tells of. */
  readonly destination: string;
  /** Bodies, rendered. */
  readonly contents: CacheFile<KeptContent>;
  readonly images: CacheFile<ImageFacts>;
  /** What was written, and what it was made from. */
  readonly written: CacheFile<Written>;
  /** Folders in which nothing else lay. */
  readonly folders: CacheFile<KnownFolder>;
  /** Why a file cannot be made from what it is to be made from. */
  readonly refused: CacheFile<string>;
  readonly figures: CacheFile<Drawn>;
  readonly bibliography: KeptBibliography;
}

/** Each is read when it is first asked. */
export function openCaches({ source, destination }: Pick<Config, "source" | "destination">): Caches {
  const folder = join(source, CACHE_FOLDER);
  const open = <Value>(name: string, key = ""): CacheFile<Value> =>
    new CacheFile<Value>(folder, name, `${engineKey} ${key}`);
  return {
    destination,
    contents: open("content"),
    images: open("images"),
    written: open("written", destination),
    folders: open("folders", destination),
    refused: open("refused"),
    figures: open("figures"),
    bibliography: { outlines: open("bibliography"), entries: open("entries") },
  };
}
