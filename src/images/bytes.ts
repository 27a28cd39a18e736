/** The bytes of a file, read where they are asked for: an image tells its size, and what else it carries, in few of them. */
import { closeSync, fstatSync, openSync, readSync } from "node:fs";

/** Reads pieces of a file as they are asked for. */
export interface Bytes {
  readonly size: number;
  /** The bytes from `offset` on: fewer than `length` where the file ends before, none where it ends earlier still. */
  readonly at: (offset: number, length: number) => Buffer;
}

/** How much is read at a time, in bytes: the headers of most images lie within. */
const WINDOW = 65_536;

/** Those of a file that is in memory. */
export function bytesOf(file: Buffer): Bytes {
  return { size: file.length, at: (offset, length) => file.subarray(offset, offset + length) };
}

/** Opens a file for the time of `work`. @throws what the file system throws */
export function withBytes<Result>(path: string, work: (bytes: Bytes) => Result): Result {
  const file = openSync(path, "r");
  try {
    const { size } = fstatSync(file);
    let window: Buffer = Buffer.alloc(0);
    let from = 0;
    const at = (offset: number, length: number): Buffer => {
      const end = Math.min(offset + length, size);
      if (offset < 0 || end <= offset) return Buffer.alloc(0);
      if (offset < from || end > from + window.length) {
        const wanted = Buffer.alloc(Math.min(Math.max(end - offset, WINDOW), size - offset));
        window = wanted.subarray(0, readSync(file, wanted, 0, wanted.length, offset));
        from = offset;
      }
      return window.subarray(offset - from, end - from);
    };
    return work({ size, at });
  } finally {
    closeSync(file);
  }
}
