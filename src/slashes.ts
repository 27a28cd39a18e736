/** Paths as URLs and messages have them: with slashes, whatever the system writes. */
import { relative, sep } from "node:path";

/** A path with slashes between its parts. */
export function withSlashes(path: string): string {
  return path.split(sep).join("/");
}

/** A path as it is named from a folder; both are absolute. */
export function pathFrom(folder: string, path: string): string {
  return withSlashes(relative(folder, path));
}
