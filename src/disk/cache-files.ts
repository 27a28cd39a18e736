/** Files of the cache that are written as a whole: none is ever half there, and a module that was damaged is not run. */
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { fingerprint } from "../hash.ts";

/**
 * Writes a file beside its final name and renames it then: a build that is cut short leaves no half file behind. Whatever
 * stands there, a folder even, gives way.
 * @param write fills the file at the path that it is given
 * @throws what the file system throws
 */
export function replaceFile(path: string, write: (temporary: string) => void): void {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    write(temporary);
    try {
      renameSync(temporary, path);
    } catch {
      rmSync(path, { recursive: true, force: true });
      renameSync(temporary, path);
    }
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** Writes JavaScript with a fingerprint of itself as its last line. @throws what the file system throws */
export function writeModule(path: string, code: string): void {
  replaceFile(path, (temporary) => writeFileSync(temporary, `${code}${sealOf(code)}`));
}

/** Whether a module is there as `writeModule` left it. */
export function isWhole(path: string): boolean {
  try {
    const text = readFileSync(path, "utf8");
    const end = text.lastIndexOf("\n//");
    return end >= 0 && text.slice(end) === sealOf(text.slice(0, end));
  } catch {
    return false;
  }
}

function sealOf(code: string): string {
  return `\n//${fingerprint(code)}\n`;
}
