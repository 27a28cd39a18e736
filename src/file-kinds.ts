/** What lies at a path: links are followed. */
import { realpathSync, statSync } from "node:fs";
import { sep } from "node:path";

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
