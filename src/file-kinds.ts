/** What lies at a path: links are followed. */
import { readFileSync, realpathSync, statSync } from "node:fs";
import { join, sep } from "node:path";

/** Whether a file is there. */
export function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** Whether a folder is there. */
export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Whether what is there lies in a folder, and not where a link or `..` leads out of it. @throws Error where one of the two is not there */
export function liesIn(path: string, folder: string): boolean {
  return realpathSync(path).startsWith(realpathSync(folder) + sep);
}

/** The text of a file of the source by its path from there; undefined where there is none, or it leads out of the source. */
export function sourceText(source: string, path: string): string | undefined {
  const file = join(source, path);
  return isFile(file) && liesIn(file, source) ? readFileSync(file, "utf8") : undefined;
}
