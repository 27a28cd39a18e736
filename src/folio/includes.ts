/** Every include of al-folio that content names, without `.liquid` or `.html`. */
import type { Include } from "./include.ts";
import { figure } from "./includes/figure.tsx";
import { audio, video } from "./includes/media.tsx";

export const includes: ReadonlyMap<string, Include> = new Map<string, Include>([
  ["audio", audio],
  ["figure", figure],
  ["video", video],
]);
