/** Copying itself, file by file without a pause: on the first thread or on one of its own. */
import { constants, copyFileSync, lstatSync } from "node:fs";
import { dirname } from "node:path";
import { isSystemError } from "../system-error.ts";
import { makeFolder } from "./make-folder.ts";

/** Absolute paths. */
export interface Copy {
  readonly from: string;
  readonly to: string;
}

/** What can be told of a failure from thread to thread: of an error no more than its text would arrive. */
interface CopyFailure {
  readonly code: string | undefined;
  /** What the system could not do it with; the copy where it names none. */
  readonly path: string;
  readonly message: string;
}

/** What was done, up to a failure. */
export interface CopyOutcome {
  /** Of the first copies, as many as were made: bytes, and the last change of the inode in ms since 1970. */
  readonly made: readonly (readonly [size: number, changed: number])[];
  readonly failure?: CopyFailure;
}

/** What can only be wrong with what is written. */
const WRITE_CODES: ReadonlySet<string> = new Set(["ENOSPC", "EDQUOT", "EFBIG", "EROFS"]);

/** Copies files, byte for byte, and makes the folders that they lie in. */
export function copyAll(copies: readonly Copy[]): CopyOutcome {
  const folders = new Set<string>();
  const made: (readonly [number, number])[] = [];
  for (const { from, to } of copies) {
    try {
      const folder = dirname(to);
      if (!folders.has(folder)) makeFolder(folder);
      folders.add(folder);
      copy(from, to);
      const { size, ctimeMs } = lstatSync(to);
      made.push([size, ctimeMs]);
    } catch (error) {
      const { code, path = to, message } = error as NodeJS.ErrnoException;
      // Of a copy the system names what is read, whichever of the two it could not do.
      const isWrite = path === from && code !== undefined && WRITE_CODES.has(code);
      return { made, failure: { code, path: isWrite ? to : path, message } };
    }
  }
  return { made };
}

/** What stands there would be emptied first, and ext4 brings what is written to such a file to the disk at once: twice the time. */
function copy(from: string, to: string): void {
  try {
    copyFileSync(from, to, constants.COPYFILE_EXCL);
  } catch (error) {
    if (!isSystemError(error) || error.code !== "EEXIST") throw error;
    copyFileSync(from, to);
  }
}
