/** Folders that are made where they are not there yet. */
import { existsSync, mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { isSystemError } from "../system-error.ts";

/**
 * Makes a folder and those that it lies in. Node's own `recursive` never returns from /proc, whose folders can hold nothing new and say
 * "there is no such folder", and it says the same of a file system that is read-only.
 * @throws what the file system throws
 */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder);
  } catch (error) {
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
    const parent = dirname(folder);
    if (!isSystemError(error) || error.code !== "ENOENT" || existsSync(parent)) throw error;
    makeFolder(parent);
    makeFolder(folder);
  }
}
